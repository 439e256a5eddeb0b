"""The briefing in the app: presented over the page, kept in the address, and safe from a server that goes away."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kpi.settings import Settings
from kpi.workspace import open_workspace
from tests.browser import slides
from tests.browser.conftest import Open, Service, Tab
from tests.browser.test_every_screen import WCAG
from tests.support.pack import NEXT, RETURN, copy_of_demonstration
from tests.support.server import dashboard

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SCREEN = "briefing?audience=scrutiny"
COVER = ".kpi-presenter[data-covering]"
FIRST_RED = re.compile(r"[?&]slide=off_target%3A")


def open_stage(opened: Tab, address: str) -> Page:
    """Open the screen and wait for its stage."""
    page = opened.open(address)
    page.locator(".kpi-presenter").wait_for()
    return page


def presented(opened: Tab, address: str) -> Page:
    """Open the screen and present."""
    page = open_stage(opened, address)
    page.get_by_role("button", name="Present", exact=True).click()
    page.locator(COVER).wait_for()
    page.wait_for_function("() => document.fullscreenElement")
    return page


def test_presenting_fills_the_screen_and_escape_leads_back(service: Service, tab: Open) -> None:
    page = presented(tab(), service.url(SCREEN))
    page.keyboard.press("PageDown")
    assert slides.shown(page) == 2
    expect(page).to_have_url(FIRST_RED)
    page.evaluate("() => document.exitFullscreen()")  # what the browser itself does on Escape
    expect(page.locator(COVER)).to_have_count(0)
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_focused()
    assert "slide=" not in page.url


def test_the_place_is_in_the_address_and_a_reload_resumes_there(service: Service, tab: Open) -> None:
    opened = tab()
    page = presented(opened, service.url(SCREEN))
    page.keyboard.press("3")
    title = page.locator(".slide[data-now] h2").inner_text()
    page.reload()
    page.locator(COVER).wait_for()
    expect(page.locator(".slide[data-now] h2")).to_have_text(title)
    page.keyboard.press("PageDown")
    assert slides.shown(page) == 4
    page.keyboard.press("Escape")
    expect(page.locator(COVER)).to_have_count(0)


def test_turning_a_slide_asks_the_server_nothing(service: Service, tab: Open) -> None:
    opened = tab()
    page = presented(opened, service.url(SCREEN))
    sent: list[str] = []
    page.on("websocket", lambda socket: sent.append(socket.url))
    before = len(opened.asked)
    page.evaluate(
        "() => { window.runs = 0; new MutationObserver(() => { window.runs += 1 }).observe("
        "document.querySelector('.stApp'), { attributes: true, attributeFilter: ['data-test-script-state'] }) }"
    )
    for key in ("PageDown", "End", "Home", "o", "o", "b", "b", "n", "n", "d", "d"):
        page.keyboard.press(key)
    assert page.evaluate("() => window.runs") == 0
    kept_or_apart = re.compile(r"/healthz$|/assets/mark\.svg")  # the browser looks at its own copy of the icon anew
    assert [url for url in opened.asked[before:] if not kept_or_apart.search(url)] == []
    assert sent == []


def test_the_page_keeps_its_own_keys_while_nothing_is_presented(service: Service, tab: Open) -> None:
    page = open_stage(tab(), service.url(SCREEN))
    page.keyboard.press("PageDown")
    assert slides.shown(page) == 1
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop") > 300


def test_the_stage_in_the_page_turns_by_its_buttons_and_by_keys_once_it_has_the_focus(
    service: Service, tab: Open
) -> None:
    page = open_stage(tab(), service.url(SCREEN))
    page.get_by_role("button", name="Next slide").click()
    page.keyboard.press("ArrowRight")
    assert slides.shown(page) == 3
    assert "slide=" not in page.url


@pytest.mark.parametrize("size", slides.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_or_too_small_on_any_projector(service: Service, tab: Open, size: tuple[int, int]) -> None:
    page = presented(tab(*size), service.url(SCREEN))
    page.wait_for_function(f"() => document.querySelector('{COVER}').clientHeight === {size[1]}")
    assert slides.faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_while_it_presents(service: Service, tab: Open, scheme: str) -> None:
    page = presented(tab(scheme=scheme), service.url(SCREEN))
    for key in ("2", "End", "o"):
        page.keyboard.press(key)
        found = Axe().run(page, options=WCAG).response["violations"]
        assert (key, [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found]) == (key, [])


@pytest.fixture
def publish_next(tmp_path: Path) -> Callable[[Path], None]:
    """Publish a quarter behind the server's back."""

    def publish(data: Path) -> None:
        place = open_workspace(Settings(data=data, user="tests"))
        place.publish(place.preview("return.csv", RETURN.encode()), who="tests")

    return publish


def test_it_goes_on_without_the_server_and_says_calmly_when_figures_have_changed_since(
    tmp_path: Path, tab: Open, publish_next: Callable[[Path], None]
) -> None:
    data, log = copy_of_demonstration(tmp_path), tmp_path / "server.log"
    with dashboard(data, log) as address:
        page = presented(tab(), f"{address}/{SCREEN}")
        before = page.locator(".deck .count").first.inner_text()
    for number in (2, 3, 4):
        page.keyboard.press("PageDown")
        assert slides.shown(page) == number
    publish_next(data)
    with dashboard(data, log, port=int(address.rsplit(":", 1)[1])):
        page.evaluate("() => window.dispatchEvent(new Event('online'))")
        expect(page.locator(".news")).to_have_text(f"Figures have changed since: revision {NEXT}")
        page.keyboard.press("PageDown")
        assert slides.shown(page) == 5
        expect(page.locator(".slide[data-now] .source")).to_contain_text(f"revision {NEXT - 1} of")
        assert page.locator(".deck .count").first.inner_text() == before
        assert slides.faults(page) == []
