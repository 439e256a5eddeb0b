/* What Streamlit's page lacks for the keyboard: links that do not reload, scrolling keys,
   no action on a bare letter (WCAG 2.2: 2.1.1, 2.1.4), and charts that follow light and dark. */
(() => {
  "use strict";
  // Every screen is one step below the root: say so, or Streamlit looks for its server below the screen first.
  window.__streamlit = { BACKEND_BASE_URL: new URL("./", document.baseURI).href };

  const main = () => document.querySelector('[data-testid="stMain"]');
  const typing = (element) => Boolean(element?.closest?.("input, textarea, select, [contenteditable=true]"));
  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

  const focusMain = () => {
    const scroller = main();
    if (!scroller) return;
    scroller.setAttribute("tabindex", "-1");
    scroller.focus({ preventScroll: true });
  };

  const stopBareLetters = (event) => {
    if (plain(event) && /^[a-z]$/i.test(event.key) && !typing(event.target)) event.stopPropagation();
  };
  for (const kind of ["keydown", "keypress", "keyup"]) window.addEventListener(kind, stopBareLetters, true);

  const strides = { PageDown: 0.9, PageUp: -0.9, " ": 0.9, Home: -Infinity, End: Infinity, ArrowDown: 0.08, ArrowUp: -0.08 };
  document.addEventListener("keydown", (event) => {
    const scroller = main();
    if (event.target !== document.body || !plain(event) || !(event.key in strides) || !scroller) return;
    const stride = event.key === " " && event.shiftKey ? -0.9 : strides[event.key];
    const wanted = scroller.scrollTop + stride * scroller.clientHeight;
    scroller.scrollTop = Math.max(0, Math.min(scroller.scrollHeight, wanted));
    event.preventDefault();
  });

  // A draft lives in the session of this window: closing or reloading it asks first.
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-kpi-unkept]")) event.preventDefault();
  });

  const again = () => window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));

  // A chart is drawn on the server in the colours of light or dark: when those change, the screen is asked for anew.
  const followColours = (app) => {
    let scheme = getComputedStyle(app).colorScheme;
    new MutationObserver(() => {
      const now = getComputedStyle(app).colorScheme;
      if (now !== scheme) {
        scheme = now;
        again();
      }
    }).observe(app, { attributes: true, attributeFilter: ["class"] });
  };
  const whenShown = new MutationObserver(() => {
    const app = document.querySelector(".stApp");
    if (!app) return;
    whenShown.disconnect();
    followColours(app);
  });
  whenShown.observe(document.documentElement, { childList: true, subtree: true });

  const visit = (url) => {
    const samePage = url.pathname === location.pathname;
    history.pushState({}, "", url);
    again();
    if (samePage) return;
    main()?.scrollTo(0, 0);
    focusMain();
  };

  const copy = async (button) => {
    const told = button.parentElement.querySelector(".kpi-copied");
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = "Copied";
    } catch {
      told.textContent = "Copy the address from the top of the window";
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-kpi-copy]");
    if (button) copy(button);
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.shiftKey || !plain(event)) return;
    if (link.closest(".kpi") && link.origin === location.origin && !link.hash && !link.hasAttribute("download")) {
      event.preventDefault();
      visit(new URL(link.href));
    }
  });
})();
