"""Opening and switching screens in Chromium, against an empty Streamlit app on the same machine in the same run.

In: a made pack of 54 indicators x 12 quarters, and an app of two empty pages. Out: two ratios.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bench.packs import figures, write_pack
from bench.timing import Ratio, seconds
from kpi.settings import ROOT, Settings
from kpi.workspace import open_workspace
from tests.support.browser import chromium
from tests.support.server import free_port, until_answering

RUNS = 7
EMPTY_APP = """import streamlit as st
def one(): st.html("<p id='end'>One</p>")
def two(): st.html("<p id='end'>Two</p>")
st.navigation([st.Page(one, title="One", default=True), st.Page(two, title="Two")], position="top").run()
"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def measure() -> Iterator[Ratio]:
    """Measure opening the scorecard, then going from one screen to another."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        pack = _loaded_pack(folder / "pack")
        empty = folder / "empty.py"
        empty.write_text(EMPTY_APP, encoding="utf-8")
        browser = chromium(playwright)
        with server(ROOT / "app.py", pack) as ours, server(empty, pack) as bare:
            yield _opening(browser, ours, bare)
            yield _switching(browser, ours, bare)
        browser.close()


def _loaded_pack(folder: Path) -> Path:
    """Make and load the pack of 54 indicators and 12 quarters."""
    write_pack(folder, 54)
    place = open_workspace(Settings(data=folder, user="bench"))
    place.publish(place.preview("figures.csv", figures(54, 0, 12).to_csv(index=False).encode()), who="bench")
    return folder


@contextmanager
def server(script: Path, pack: Path) -> Iterator[str]:
    """Run a Streamlit script on a free port of the loopback address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    environment = {**os.environ, "KPI_DATA": str(pack)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            until_answering(f"http://127.0.0.1:{port}/", process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _opening(browser: Browser, ours: str, bare: str) -> Ratio:
    """Time navigation to fully painted, in turn for both, in a fresh tab of a browser that has the files."""
    taken: dict[str, list[float]] = {ours: [], bare: []}
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        for _ in range(RUNS + 1):
            for address, mark in ((bare, "#end"), (ours, "table.kpi-scorecard tbody tr:last-child svg")):
                page = context.new_page()
                taken[address].append(seconds(_open, page, address, mark))
                page.close()
    return Ratio(
        "Scorecard of 54 indicators x 12 quarters, navigation to fully painted, against an empty page",
        statistics.median(taken[ours][1:]),
        statistics.median(taken[bare][1:]),
        1.8,
    )


def _open(page: Page, address: str, mark: str) -> None:
    """Open an address and wait until its last element stands and a frame is painted."""
    page.goto(address, wait_until="commit")
    page.locator(mark).first.wait_for(state="visible")
    page.evaluate(PAINTED)


def _switching(browser: Browser, ours: str, bare: str) -> Ratio:
    """Time clicks between two screens, and between two empty ones."""
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        empty = _switches(context.new_page(), bare, ("Two", "One"), "#end:text-is('{}')")
        full = _switches(context.new_page(), ours, ("History", "Definitions"), "h1:has-text('{}')")
    note = f"{(full - empty) * 1000:+.0f} ms (goal: 100 ms more at most)"
    return Ratio("Switching between two screens, against two empty pages", full, empty, (empty + 0.1) / empty, note)


def _switches(page: Page, address: str, titles: tuple[str, str], mark: str) -> float:
    """Click from one screen to the other and back; give the median seconds of a click."""
    page.goto(address)
    taken = []
    for turn in range(2 * RUNS + 2):
        title = titles[turn % 2]
        link = page.get_by_role("link", name=title, exact=True).first
        link.wait_for()
        taken.append(seconds(_click, page, link, mark.format(title)))
    return statistics.median(taken[2:])


def _click(page: Page, link: Locator, mark: str) -> None:
    """Follow a link of the navigation and wait until its screen is painted."""
    link.click()
    page.locator(mark).first.wait_for()
    page.evaluate(PAINTED)
