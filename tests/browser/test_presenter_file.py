"""The offline file, as it opens from a memory stick: keys, sizes, light and dark, no network."""

import re
from pathlib import Path

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from kpi.reports.deck import offline
from tests.browser import slides
from tests.browser.conftest import Open
from tests.browser.test_every_screen import WCAG
from tests.support import decks

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAST = len(decks.SLIDES)
SHADES = {"light": "rgb(255, 255, 255)", "dark": "rgb(11, 12, 12)"}


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a briefing, one of twelve slides, and one that means harm."""
    folder = tmp_path_factory.mktemp("stick")
    twelve = decks.briefing((*decks.SLIDES, *decks.SLIDES[6:]))
    for name, deck in (("briefing", decks.briefing()), ("twelve", twelve), ("hostile", decks.hostile())):
        (folder / f"{name}.html").write_bytes(offline(deck))
    return folder


def opened(tab: Open, stick: Path, name: str = "briefing", **look: object) -> Page:
    page = tab(**look).page
    page.goto((stick / f"{name}.html").as_uri())
    slides.deck(page).wait_for()
    return page


@pytest.mark.parametrize(
    ("key", "then"),
    [
        *((key, 4) for key in ("ArrowRight", "ArrowDown", "PageDown", " ")),
        *((key, 2) for key in ("ArrowLeft", "ArrowUp", "PageUp", "Shift+ ")),
        *(("Home", 1), ("End", LAST), ("5", 5), ("0", 3), ("x", 3), ("Control+ArrowRight", 3)),
    ],
)
def test_a_key_turns_to_its_slide(tab: Open, stick: Path, key: str, then: int) -> None:
    page = opened(tab, stick)
    page.keyboard.press("3")
    page.keyboard.press(key)
    assert slides.shown(page) == then


def test_the_ends_hold(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("PageUp")
    assert slides.shown(page) == 1
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    assert slides.shown(page) == LAST


def test_digits_wait_for_enter_where_more_may_come(tab: Open, stick: Path) -> None:
    page = opened(tab, stick, "twelve")
    for keys, then in (("2", 2), ("1", 2), ("2", 12), ("1", 12), ("Enter", 1), ("1", 1), ("Escape", 1), ("Enter", 1)):
        page.keyboard.press(keys)
        assert slides.shown(page) == then
    expect(page.locator(".typed")).to_be_hidden()


@pytest.mark.parametrize("key", ["b", "B", "."])
def test_the_screen_goes_blank_and_comes_back_where_it_was(tab: Open, stick: Path, key: str) -> None:
    page = opened(tab, stick)
    page.keyboard.press("3")
    page.keyboard.press(key)
    expect(page.locator(".slide[data-now] h2")).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(page.locator(".slide[data-now] h2")).to_be_visible()
    assert slides.shown(page) == 3


def test_the_overview_shows_every_slide_and_leads_to_any(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("o")
    expect(page.get_by_role("button", name="Slide 1: Of 80 figures")).to_be_focused()
    assert page.locator(".slide:visible").count() == LAST
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="Slide 5: Agency staff")).to_be_focused()
    page.keyboard.press("Enter")
    assert slides.shown(page) == 5
    assert page.locator(".slide:visible").count() == 1


def test_the_help_names_every_key_and_closes(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Page Down")
    page.keyboard.press("PageDown")
    assert slides.shown(page) == 1
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_notes_are_shown_when_asked_for_and_never_before(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    expect(page.get_by_text("Thank the teams.")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.get_by_text("Thank the teams.").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".slide[data-now] .notes")).to_be_hidden()


def test_the_key_d_changes_light_and_dark(tab: Open, stick: Path) -> None:
    page = opened(tab, stick, scheme="dark")
    for shade in ("dark", "light", "dark"):
        expect(slides.deck(page)).to_have_css("background-color", SHADES[shade])
        page.keyboard.press("d")


def test_full_screen_by_key_and_back(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")


def test_the_address_names_the_slide_and_a_reload_resumes(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("2")
    expect(page).to_have_url(re.compile("#off_target%3Aicpc_15%3Aall$"))
    page.reload()
    slides.deck(page).wait_for()
    assert slides.shown(page) == 2


def test_a_listener_is_told_the_slide(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("8")
    expect(page.locator(".told")).to_have_text(f"Slide 8 of {LAST}: One thing is asked for.")
    region = page.get_by_role("region", name="One thing is asked for.")
    expect(region).to_be_visible()


def test_every_button_is_reached_by_keyboard_and_works_by_pointer(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    for name in ("Previous slide", "Next slide", "All slides", "Full screen", "Help"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
    page.get_by_role("button", name="Next slide").click()
    assert slides.shown(page) == 2
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert slides.shown(page) == 1


@pytest.mark.parametrize("size", slides.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["briefing", "hostile"])
def test_nothing_is_cut_or_too_small_on_any_projector(tab: Open, stick: Path, size: tuple[int, int], name: str) -> None:
    page = opened(tab, stick, name, width=size[0], height=size[1])
    assert slides.faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_slide(tab: Open, stick: Path, scheme: str) -> None:
    page = opened(tab, stick, scheme=scheme)
    options = WCAG | {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    for key in [*map(str, range(1, LAST + 1)), "n", "o", "?"]:
        page.keyboard.press(key)
        found = Axe().run(page, options=options).response["violations"]
        assert (key, [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]) == (key, [])


@pytest.mark.parametrize("name", ["briefing", "hostile"])
def test_nothing_is_asked_for_and_nothing_runs_but_its_own_script(tab: Open, stick: Path, name: str) -> None:
    new = tab()
    said: list[str] = []
    new.page.on("console", lambda message: said.append(message.text))
    new.page.on("pageerror", lambda error: said.append(str(error)))
    new.page.on("dialog", lambda dialog: said.append(dialog.message))
    new.page.goto((stick / f"{name}.html").as_uri())
    for _ in range(12):
        new.page.keyboard.press("PageDown")
    assert new.asked == [(stick / f"{name}.html").as_uri()]
    assert said == []


def test_the_file_itself_stops_what_is_not_its_own(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    )
    assert page.evaluate("() => window.ran") is None


def test_it_turns_without_any_motion(tab: Open, stick: Path) -> None:
    page = opened(tab, stick)
    page.keyboard.press("PageDown")
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_every_slide_is_a_page_on_paper(tab: Open, stick: Path, tmp_path: Path) -> None:
    page = opened(tab, stick)
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    pages = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == LAST
    assert f"{LAST} of {LAST}" in pages[-1].extract_text()
