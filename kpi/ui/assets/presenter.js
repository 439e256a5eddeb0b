/* Presents a briefing in the page. The slides stand in a shadow of their own, so that neither style sheet touches the
   other. While it presents it covers the window from outside Streamlit's part of the page: whatever the server does,
   goes away or sends, the slides stay as they were until the person leaves. */
(() => {
  "use strict";

  const ASK_EVERY = 20_000;
  const wanted = () => new URLSearchParams(location.search).get("slide") ?? "";
  const write = (id) => {
    const url = new URL(location.href);
    if (id) url.searchParams.set("slide", id);
    else url.searchParams.delete("slide");
    history.replaceState(history.state, "", url);
  };
  const isDark = () => getComputedStyle(document.querySelector(".stApp") ?? document.body).colorScheme.includes("dark");

  let covering = null;

  /* Ask the server for its newest revision, and say so where the slides show an older one. No answer is no news. */
  const listen = (stage) => {
    const look = async () => {
      try {
        const answer = await fetch("./healthz", { cache: "no-store" });
        const { revision } = await answer.json();
        if (revision > stage.newest) stage.tell(revision);
      } catch { /* the slides go on without the server */ }
    };
    const timer = setInterval(look, ASK_EVERY);
    window.addEventListener("online", look);
    look();
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
    };
  };

  const build = (holder) => {
    const host = document.createElement("div");
    host.className = "kpi-presenter";
    const text = holder.querySelector(".kpi-deck-slides");
    host.attachShadow({ mode: "open" }).innerHTML = text.textContent;
    text.textContent = "";
    const deck = host.shadowRoot.querySelector(".deck");
    const news = deck.querySelector(".news");
    deck.dataset.theme = isDark() ? "dark" : "light";
    deck.tabIndex = -1;
    const stage = { holder, host, deck, newest: Number(holder.dataset.newest), at: wanted() || holder.dataset.start };
    stage.tell = (revision) => {
      news.textContent = `Figures have changed since: revision ${revision}`;
      deck.dataset.news = "";
    };
    holder.append(host);
    return stage;
  };

  const cover = (stage) => {
    if (covering) return;
    covering = stage;
    stage.host.dataset.covering = "";
    document.body.append(stage.host);
    document.getElementById("root")?.setAttribute("inert", "");
    stage.unlisten = listen(stage);
    write(stage.at);
    stage.deck.focus();
  };
  const uncover = (stage) => {
    covering = null;
    stage.unlisten();
    delete stage.host.dataset.covering;
    document.getElementById("root")?.removeAttribute("inert");
    write("");
    if (stage.holder.isConnected) stage.holder.append(stage.host);
    else stage.end();
    document.querySelector("[data-kpi-present]")?.focus();
  };
  const full = async (stage) => {
    if (document.fullscreenElement) {
      stage.stays = true;
      await document.exitFullscreen();
      return;
    }
    cover(stage);
    stage.stays = false;
    await document.documentElement.requestFullscreen?.().catch(() => {});
  };

  const begin = (holder) => {
    holder.dataset.begun = "";
    const stage = build(holder);
    const { stop } = window.kpiDeck.start(stage.deck, {
      kept: () => stage.at,
      keep: (id) => {
        stage.at = id;
        if (covering === stage) write(id);
      },
      heard: () => covering === stage || (!covering && document.activeElement === stage.host),
      left: () => covering === stage && uncover(stage),
      full: () => full(stage),
    });
    stage.end = () => {
      stop();
      stage.host.remove();
      stages.delete(stage);
    };
    stages.add(stage);
    if (wanted()) cover(stage);
  };

  /* Streamlit draws and takes away; a stage lives as long as its holder, or until it has been presented. */
  const stages = new Set();
  const holders = document.getElementsByClassName("kpi-deck");
  const look = () => {
    for (const stage of stages) {
      if (stage.holder.isConnected) continue;
      if (stage !== covering) stage.end();
      else if (holders[0] && holders[0].dataset.revision !== stage.deck.dataset.revision) stage.tell(holders[0].dataset.revision);
    }
    for (const holder of holders) {
      if (!("begun" in holder.dataset) && !covering) begin(holder);
    }
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("fullscreenchange", () => {
    if (covering && !document.fullscreenElement && !covering.stays) uncover(covering);
  });
  document.addEventListener("click", (event) => {
    const [first] = stages;
    if (first && event.target.closest?.("[data-kpi-present]")) full(first);
  });
})();
