"""The dashboard as people meet it: a server on a copy of the demonstration, and a browser that notes where it calls."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect, sync_playwright

from tests.support.browser import chromium
from tests.support.pack import copy_of_demonstration
from tests.support.server import dashboard

SCREENS = (
    "scorecard",
    "indicator",
    "plan",
    "action",
    "inspection",
    "panel",
    "briefing",
    "papers",
    "upload",
    "definitions",
    "history",
)
VIEWS = (
    "indicator?indicator=supervision&show=limits",
    "indicator?indicator=supervision&show=forecast",
    "indicator?indicator=dfe_turnover&show=others",
    "indicator?indicator=leavers&compare=true",
    "briefing?edit=overdue:1",
    "papers?paper=update&record=summary&public=shown",
)
"""Screens that an address shows otherwise."""
LOCAL = {"127.0.0.1", ""}
PATIENCE = 40_000
"""Milliseconds that a condition may take on a busy machine; a test never waits for the time itself."""

expect.set_options(timeout=PATIENCE)


@dataclass
class Service:
    """A running dashboard, and the pack it runs on."""

    address: str
    data: Path

    def url(self, screen: str) -> str:
        return f"{self.address}/{screen}"


def still(page: Page) -> Page:
    """Wait until nothing runs: what is typed or focused before that may be drawn anew and lost."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")
    return page


def reach(page: Page, link: Locator, then: Locator) -> Page:
    """Follow a link to a part of the screen, and wait until that part stands and nothing runs."""
    link.click()
    expect(then).to_be_visible()
    return still(page)


@dataclass
class Tab:
    """A page of the browser with the addresses it asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Open an address and wait until the screen has drawn its last line."""
        self.page.goto(address)
        return self.settled()

    def settled(self) -> Page:
        """Wait until a screen stands: its heading, the line that names the revision, and nothing still running."""
        self.page.locator("h1").first.wait_for()
        self.page.get_by_text("Figures as at revision").first.wait_for()
        return still(self.page)

    @property
    def outside(self) -> list[str]:
        """Addresses outside this machine that it asked for."""
        return [url for url in self.asked if urlsplit(url).hostname not in LOCAL | {None}]


Open = Callable[..., Tab]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A dashboard for tests that only read."""
    folder = tmp_path_factory.mktemp("service")
    data = copy_of_demonstration(folder)
    with dashboard(data, folder / "server.log") as address:
        yield Service(address, data)


@pytest.fixture
def own_service(tmp_path: Path) -> Iterator[Service]:
    """A dashboard for one test that publishes."""
    data = copy_of_demonstration(tmp_path)
    with dashboard(data, tmp_path / "server.log") as address:
        yield Service(address, data)


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> dict[str, BrowserContext]:
    """A light and a dark profile; each keeps Streamlit's files once it has read them."""
    made = {scheme: browser.new_context(color_scheme=scheme) for scheme in ("light", "dark")}
    for context in made.values():
        context.set_default_timeout(PATIENCE)
    return made


@pytest.fixture
def tab(contexts: dict[str, BrowserContext]) -> Iterator[Open]:
    """Open tabs of a given size and colour scheme; all are closed at the end."""
    opened: list[Page] = []

    def new(width: int = 1366, height: int = 768, scheme: str = "light") -> Tab:
        page = contexts[scheme].new_page()
        page.set_viewport_size({"width": width, "height": height})
        opened.append(page)
        made = Tab(page)

        def note(request: Request) -> None:
            made.asked.append(request.url)

        page.on("request", note)
        return made

    yield new
    for page in opened:
        page.close()
