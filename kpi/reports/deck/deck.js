/* Brings a deck to life: one slide at a time, by keys and buttons, its place kept in the address.
   The offline file holds this script; in the app presenter.js starts it. It asks nothing of any server. */
(() => {
  "use strict";

  const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

  const start = (deck, place) => {
    const slides = [...deck.querySelectorAll(".slide")];
    const told = deck.querySelector(".told");
    let now = -1;

    const title = (slide) => slide.querySelector("h2").textContent;
    const go = (wanted) => {
      const next = Math.max(0, Math.min(slides.length - 1, wanted));
      if (next === now) return;
      slides[now]?.removeAttribute("data-now");
      slides[next].setAttribute("data-now", "");
      now = next;
      place.keep(slides[now].id);
      told.textContent = `Slide ${now + 1} of ${slides.length}: ${title(slides[now])}`;
    };
    const key = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (NEXT.has(event.key) && !(event.key === " " && event.shiftKey)) go(now + 1);
      else if (BACK.has(event.key) || event.key === " ") go(now - 1);
      else if (event.key === "Home") go(0);
      else if (event.key === "End") go(slides.length - 1);
      else return;
      event.preventDefault();
    };
    deck.dataset.live = "";
    window.addEventListener("keydown", key, true);
    go(Math.max(0, slides.findIndex((slide) => slide.id === place.kept())));
  };

  window.kpiDeck = { start };
  const file = document.querySelector(".deck-file .deck");
  if (file) {
    start(file, {
      kept: () => decodeURIComponent(location.hash.slice(1)),
      keep: (id) => history.replaceState(null, "", `#${encodeURIComponent(id)}`),
    });
  }
})();
