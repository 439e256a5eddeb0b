/* Brings a deck to life: one slide at a time, by keys and buttons, its place kept in the address. It asks nothing of
   any server. The offline file holds it and starts by itself; in the app presenter.js starts it. */
(() => {
  "use strict";

  const SMALLEST = 5;
  const IDLE = 4000;
  const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
  const title = (slide) => slide.querySelector("h2").textContent;

  /* The largest letters with which nothing of a slide is cut: steps are tried until everything stands in its place. Of
     words that are kept on one line (kpi-nowrap) the box around them counts: theirs is as tall as their letters. */
  const wide = (box) => box.clientWidth && box.scrollWidth > box.clientWidth + 1;
  const beyond = (outer) => (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > outer.bottom + 1 || box.right > outer.right + 1 || box.top < outer.top - 1;
  };
  const cut = (slide) => {
    const all = (box, which) => [...box.querySelectorAll(which)];
    const within = all(slide, ":is(header, .body, footer) *:not(svg *, .kpi-nowrap)");
    return within.some(wide) || within.some(beyond(slide.getBoundingClientRect()))
      || all(slide, ".body, .main, .side").some((box) => all(box, "*:not(svg *, .kpi-nowrap)").some(beyond(box.getBoundingClientRect())));
  };
  const fit = (slide, size) => {
    if (slide.kpiSize === size) return;
    slide.kpiSize = size;
    slide.dataset.try = "";
    for (let step = 0; step <= SMALLEST; step += 1) {
      slide.dataset.fit = step;
      if (!cut(slide)) break;
    }
    delete slide.dataset.try;
  };

  /* `place.kept()` gives the id the address names, `place.keep(id)` writes it; `place.heard()` tells whether keys are
     for this deck, `place.left()` is told of an Escape with nothing open, and `place.full()` makes it fill the screen. */
  const start = (deck, place) => {
    const slides = [...deck.querySelectorAll(".slide")];
    const told = deck.querySelector(".told");
    const typed = deck.querySelector(".typed");
    const help = deck.querySelector(".help");
    const ahead = deck.querySelector(".ahead span");
    const within = () => deck.getRootNode().activeElement;
    let now = -1;
    let size = "";
    let idle = 0;

    const say = (words) => { told.textContent = words; };
    const has = (mode) => mode in deck.dataset;
    const fits = (place) => slides[place] && !size.endsWith("x0") && fit(slides[place], size);

    /* What can wait until the slide is painted. */
    const settle = () => {
      place.keep(slides[now].id);
      ahead.textContent = slides[now + 1] ? title(slides[now + 1]) : "This is the last slide.";
      say(`Slide ${now + 1} of ${slides.length}: ${title(slides[now])}`);
      [now + 1, now - 1].forEach(fits);
    };
    const go = (wanted) => {
      const next = Math.max(0, Math.min(slides.length - 1, wanted));
      slides[now]?.removeAttribute("data-now");
      now = next;
      fits(now);
      slides[now].setAttribute("data-now", "");
      if (has("overview")) picks[now].focus();
      requestAnimationFrame(() => setTimeout(settle));
    };

    const mode = (name, on) => deck.toggleAttribute(`data-${name}`, on);
    const blank = (on) => {
      mode("blank", on);
      say(on ? "The screen is blank. Any key shows the slide again." : `Slide ${now + 1} of ${slides.length}`);
    };
    const overview = (on) => {
      mode("overview", on);
      if (on) {
        say("All slides. Choose one with the arrows and Enter.");
        slides.forEach((_, at) => fits(at));
        picks[now].focus();
      } else if (picks.includes(within())) within().blur();
    };
    const pick = (at) => { overview(false); go(at); };
    const notes = () => {
      mode("notes");
      const words = slides[now].querySelector(".notes");
      say(!has("notes") ? "Notes hidden" : words ? words.textContent : "This slide has no notes.");
    };
    const isDark = () => (deck.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const shade = () => { deck.dataset.theme = isDark() ? "light" : "dark"; };
    const explain = () => (help.open ? help.close() : help.showModal());
    const full = () => place.full();

    slides.forEach((slide) => { slide.kpiPaper = Number(slide.dataset.fit); });
    const picks = slides.map((slide, at) => {
      const button = document.createElement("button");
      const number = document.createElement("span");
      number.textContent = at + 1;
      button.type = "button";
      button.className = "pick";
      button.setAttribute("aria-label", `Slide ${at + 1}: ${title(slide)}`);
      button.addEventListener("click", () => pick(at));
      button.append(number);
      slide.append(button);
      return button;
    });

    /* Digits go to a slide at once where no longer number can be meant, else with Enter. */
    const type = (digit) => {
      const wanted = Number(typed.textContent + digit);
      typed.textContent = "";
      if (!wanted || wanted > slides.length) return;
      if (wanted * 10 > slides.length) pick(wanted - 1);
      else typed.textContent = wanted;
    };
    const enter = () => {
      const wanted = Number(typed.textContent);
      typed.textContent = "";
      if (wanted) pick(wanted - 1);
    };

    const close = () => {
      if (help.open) help.close();
      else if (typed.textContent) typed.textContent = "";
      else if (has("overview")) overview(false);
      else if (has("notes")) notes();
      else if (!document.fullscreenElement) place.left();
    };
    const columns = () => getComputedStyle(deck).gridTemplateColumns.split(" ").length;
    const stride = (key) => (has("overview") && (key === "ArrowDown" || key === "ArrowUp") ? columns() : 1);
    const letters = {
      b: () => blank(true), ".": () => blank(true), o: () => overview(!has("overview")), f: full, d: shade, n: notes,
      "?": explain, home: () => go(0), end: () => go(slides.length - 1), escape: close,
    };
    const act = (key, back) => {
      if (NEXT.has(key) && !back) go(now + stride(key));
      else if (BACK.has(key) || key === " ") go(now - stride(key));
      else if (/^[0-9]$/.test(key)) type(key);
      else if (key === "Enter" && typed.textContent) enter();
      else if (letters[key.toLowerCase()]) letters[key.toLowerCase()]();
      else return false;
      return true;
    };
    const meant = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !place.heard(event)) return false;
      if (help.open) return event.key === "?";
      return !((event.key === " " || event.key === "Enter") && within()?.closest?.("button") && !typed.textContent);
    };
    const key = (event) => {
      if (!meant(event)) return;
      const handled = has("blank") ? !/^(Shift|Tab)$/.test(event.key) && (blank(false), true) : act(event.key, event.shiftKey);
      if (!handled) return;
      if (!/^[0-9]$/.test(event.key)) typed.textContent = "";
      event.preventDefault();
      event.stopPropagation();
    };

    const moved = () => {
      deck.removeAttribute("data-idle");
      clearTimeout(idle);
      idle = setTimeout(() => mode("idle", true), IDLE);
    };
    const resized = () => {
      size = `${deck.clientWidth}x${deck.clientHeight}`;
      fits(now);
      if (has("overview")) slides.forEach((_, at) => fits(at));
      else setTimeout(settle);
    };
    const does = { next: () => go(now + 1), previous: () => go(now - 1), overview: () => overview(!has("overview")), full, help: explain, close };
    deck.addEventListener("click", (event) => {
      const button = event.target.closest?.("[data-do]");
      if (button) does[button.dataset.do]();
      else if (has("blank")) blank(false);
    });

    let from = null;
    deck.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0].clientX : null; }, { passive: true });
    deck.addEventListener("touchend", (event) => {
      const far = from === null ? 0 : event.changedTouches[0].clientX - from;
      if (Math.abs(far) > 60 && !has("overview")) go(now + (far < 0 ? 1 : -1));
    });

    deck.dataset.live = "";
    deck.addEventListener("mousemove", moved);
    moved();
    new ResizeObserver(resized).observe(deck);
    const asked = () => slides.findIndex((slide) => slide.id === place.kept());
    size = `${deck.clientWidth}x${deck.clientHeight}`;
    go(Math.max(0, asked()));
    const stop = new AbortController();
    const paper = (pick) => () => slides.forEach((slide) => { slide.dataset.fit = pick(slide); });
    window.addEventListener("beforeprint", paper((slide) => Math.max(slide.kpiPaper, slide.dataset.fit)), { signal: stop.signal });
    window.addEventListener("afterprint", () => { slides.forEach((slide) => { slide.kpiSize = ""; }); resized(); }, { signal: stop.signal });
    window.addEventListener("keydown", key, { capture: true, signal: stop.signal });
    window.addEventListener("hashchange", () => asked() >= 0 && go(asked()), { signal: stop.signal });
    return { stop: () => stop.abort() };
  };

  /* While something fills the screen, the screen does not go to sleep. */
  let awake = null;
  document.addEventListener("fullscreenchange", async () => {
    awake?.release();
    awake = document.fullscreenElement ? await navigator.wakeLock?.request("screen").catch(() => null) : null;
  });

  window.kpiDeck = { start };
  const file = document.querySelector(".deck-file .deck");
  if (!file) return;
  start(file, {
    kept: () => decodeURIComponent(location.hash.slice(1)),
    keep: (id) => history.replaceState(null, "", `#${encodeURIComponent(id)}`),
    heard: () => true,
    left: () => {},
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {})),
  });
})();
