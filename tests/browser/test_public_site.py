"""The public site opened from a folder: no accessibility violation, nothing cut off, no request, no script needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from kpi.charts.static import vector
from kpi.reports.public.site import site
from kpi.safe_folder import replace_folder
from kpi.workspace.public import Public
from tests.browser.test_every_screen import TOO_WIDE, WCAG
from tests.support.pack import demonstration

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = (
    "index.html",
    "about.html",
    "accessibility.html",
    "theme-children_in_care.html",
    "figure-cp_2yr_active.html",
    "figure-caseload_team-care_experienced.html",
)
SIZES = ((1366, 768), (1024, 768), (320, 640))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration in a folder, as a council would put it on a memory stick."""
    place = tmp_path_factory.mktemp("public") / "site"
    edition = Public(demonstration(tmp_path_factory.mktemp("pack"))).edition("2018-19 Q4")
    replace_folder(place, site(edition, vector), lambda _: False)
    return place


@pytest.fixture(params=["light", "dark"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A browser window of somebody with light or with dark colours."""
    context = browser.new_context(color_scheme=request.param, bypass_csp=False)
    yield context.new_page()
    context.close()


def outside(page: Page) -> list[str]:
    """Note what a page asks for beyond itself."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.is_navigation_request() and not request.url.startswith("data:"):
            asked.append(request.url)

    page.on("request", note)
    return asked


def test_axe_finds_no_violation_and_nothing_reaches_beyond_the_window(
    folder: Path, reader: Page, browser: Browser
) -> None:
    # The pages allow no script, not even that of the checker: it looks at them in a window without their policy.
    scheme = "dark" if reader.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for name in PAGES:
        page.goto((folder / name).as_uri())
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(name, rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found] == []
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert (name, width, page.evaluate(TOO_WIDE)) == (name, width, [])
    context.close()


def test_pages_work_from_a_folder_and_ask_for_nothing(folder: Path, reader: Page) -> None:
    asked, complaints = outside(reader), []
    reader.on("console", lambda message: complaints.append(message.text))
    reader.goto((folder / "index.html").as_uri())
    reader.get_by_role("link", name="Children in our care", exact=True).click()
    reader.get_by_role("link", name="Children new to care who saw a doctor in their first weeks").click()
    assert reader.locator("h1").inner_text() == "Children new to care who saw a doctor in their first weeks"
    picture = reader.locator("figure img")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert reader.locator("body").evaluate("body => getComputedStyle(body).marginTop") == "0px"
    reader.get_by_role("link", name="About these figures").click()
    assert reader.get_by_role("link", name="figures.csv").count() == 1
    assert (asked, complaints) == ([], [])


def test_a_reader_without_scripts_misses_nothing(folder: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "theme-children_in_care.html").as_uri())
    assert "Fewer children had to move again and again." in page.locator("main").inner_text()
    assert page.locator("main li").count() == 13
    context.close()


def test_the_keyboard_reaches_the_words_past_the_navigation(folder: Path, reader: Page) -> None:
    reader.goto((folder / "index.html").as_uri())
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.textContent") == "Skip to main content"
    reader.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.id") == "main"
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.getAttribute('href')") == "theme-demand.html"
    assert reader.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_dark_colours_come_by_themselves_and_print_is_light(folder: Path, reader: Page) -> None:
    dark = reader.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    reader.goto((folder / "figure-cla_number.html").as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    assert reader.evaluate(ground) == ("rgb(11, 12, 12)" if dark else "rgb(255, 255, 255)")
    reader.emulate_media(media="print", color_scheme="light")
    assert reader.evaluate(ground) == "rgb(255, 255, 255)"
    assert reader.locator("nav").is_hidden()
