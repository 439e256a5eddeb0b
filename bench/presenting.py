"""Turning a slide in Chromium, from the key to the painted frame, against a bare HTML file of two slides.

In: a made briefing of 30 slides with charts, as a file and in the app. Out: two ratios, and the milliseconds.
"""

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.screens import server
from bench.timing import Ratio
from kpi.reports.deck import offline
from kpi.reports.slides import Deck
from kpi.settings import ROOT
from tests.support import decks
from tests.support.browser import chromium
from tests.support.pack import copy_of_demonstration

TURNS = 40
GOAL, LIMIT = 2.0, 0.1
"""Twice the bare file, and a tenth of a second."""

BARE = """<!DOCTYPE html><html lang="en"><title>Two</title><section>One</section><section hidden>Two</section><script>
addEventListener("keydown", () => document.querySelectorAll("section").forEach(one => { one.hidden = !one.hidden }));
</script></html>"""
LISTEN = """() => addEventListener("keydown", event => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.turned = performance.now() - event.timeStamp;
})), true)"""
TURNED = "() => { const taken = window.turned; window.turned = undefined; return taken }"


def measure() -> Iterator[Ratio]:
    """Measure the offline file, then the presenter in the app."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "bare.html").write_text(BARE, encoding="utf-8")
        (folder / "deck.html").write_bytes(offline(_thirty()))
        bare, browser = (folder / "bare.html").as_uri(), chromium(playwright)
        file = (folder / "deck.html").as_uri()
        yield _ratio("Turning a slide of the offline briefing", browser, file, ".deck[data-live]", bare)
        with server(ROOT / "app.py", copy_of_demonstration(folder)) as address:
            screen = f"{address}briefing?slide=opening"
            yield _ratio("Turning a slide of the briefing in the app", browser, screen, "[data-covering]", bare)
        browser.close()


def _thirty() -> Deck:
    charted = decks.SLIDES[1:4]
    return decks.briefing(tuple(replace(charted[n % 3], id=f"slide:{n}") for n in range(30)))


def _ratio(name: str, browser: Browser, address: str, mark: str, bare: str) -> Ratio:
    """Turn slides of both in turn in two tabs of one window."""
    with browser.new_context(viewport={"width": 1920, "height": 1080}) as context:
        pages = [_opened(context.new_page(), *one) for one in ((address, mark), (bare, "section"))]
        taken: list[list[float]] = [[], []]
        for turn in range(TURNS + 4):
            for page, times in zip(pages, taken, strict=True):
                page.bring_to_front()
                times.append(_turn(page, "PageDown" if turn % 8 < 4 else "PageUp"))
    ours, theirs = (statistics.median(times[4:]) for times in taken)
    goal = min(GOAL, LIMIT / theirs)
    return Ratio(
        f"{name}, key to paint, against a bare file of two slides", ours, theirs, goal, f"{ours * 1000:.0f} ms"
    )


def _opened(page: Page, address: str, mark: str) -> Page:
    page.goto(address)
    page.locator(mark).first.wait_for()
    page.evaluate(LISTEN)
    return page


def _turn(page: Page, key: str) -> float:
    """Press a key and give the seconds until the frame after it was painted."""
    page.keyboard.press(key)
    page.wait_for_function("() => window.turned !== undefined")
    return float(page.evaluate(TURNED)) / 1000
