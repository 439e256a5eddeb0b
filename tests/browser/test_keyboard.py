"""Everything by keyboard: the skip link, scrolling, links that do not reload, letters that do nothing, copying."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Service

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KEPT = "() => { window.kept = true }"
FOCUSED = "() => document.activeElement.dataset.testid || document.activeElement.tagName"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def test_the_first_stop_is_a_link_that_leads_past_the_navigation(service: Service, tab: Open) -> None:
    page = tab().open(service.url("scorecard"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "stMain"


def test_what_has_the_focus_shows_it(service: Service, tab: Open) -> None:
    page = tab().open(service.url("scorecard"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_page_down_scrolls_without_a_click_first(service: Service, tab: Open) -> None:
    page = tab().open(service.url("scorecard"))
    page.keyboard.press("PageDown")
    assert page.evaluate(SCROLLED) > 300
    page.keyboard.press("Home")
    assert page.evaluate(SCROLLED) == 0


@pytest.mark.parametrize("key", ["r", "c", "R"])
def test_a_bare_letter_does_nothing(service: Service, tab: Open, key: str) -> None:
    page = tab().open(service.url("scorecard"))
    page.evaluate(
        "() => { window.heard = 0; document.addEventListener('keydown', () => { window.heard += 1 }) }",
    )
    page.keyboard.press(key)
    assert page.evaluate("() => window.heard") == 0
    page.keyboard.press("Escape")
    assert page.evaluate("() => window.heard") == 1


def test_letters_are_heard_where_one_types(service: Service, tab: Open) -> None:
    page = tab().open(service.url("definitions"))
    box = page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first
    box.fill("")
    box.press("r")
    expect(box).to_have_value("r")


def test_a_link_to_an_indicator_does_not_reload_and_back_leads_back(service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(f"{service.address}/?theme=workforce")
    page.evaluate(KEPT)
    page.locator("table").get_by_role("link", name="Average caseload", exact=True).press("Enter")
    expect(page.locator("h1")).to_have_text("Average caseload")
    assert page.evaluate("() => window.kept") is True
    assert re.search(r"/indicator\?indicator=caseload&period=2018-19", page.url)
    assert page.evaluate(FOCUSED) == "stMain"
    opened.settled()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Scorecard")
    assert "theme=workforce" in page.url


def test_a_count_filters_the_table_and_stays_in_the_address(service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(service.url("scorecard"))
    page.get_by_role("link", name=re.compile("Off target")).first.press("Enter")
    expect(page.locator(".kpi-counts [aria-current=true]")).to_contain_text("Off target")
    assert "status=red" in page.url
    expect(page.locator("table .kpi-chip.kpi-green")).to_have_count(0)


def test_a_choice_by_keyboard_changes_the_address_and_the_table(service: Service, tab: Open) -> None:
    page = tab().open(service.url("scorecard"))
    box = page.get_by_role("combobox", name=re.compile("Theme"))
    box.focus()
    for title in ("Demand", "Front door"):
        box.press("ArrowDown")
        expect(page.get_by_role("option", name=title)).to_have_attribute("data-focused", "true")
    box.press("Enter")
    expect(page).to_have_url(re.compile("theme=front_door"))
    expect(page.locator("tr.kpi-group")).to_have_count(1)


def test_the_address_of_a_view_can_be_copied(service: Service, tab: Open) -> None:
    page = tab().open(f"{service.address}/?status=red")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link to this view").press("Enter")
    expect(page.locator(".kpi-copied")).to_have_text("Copied")
    assert "status=red" in page.evaluate("() => navigator.clipboard.readText()")


def test_a_chart_follows_when_the_screen_turns_dark(service: Service, tab: Open) -> None:
    page = tab().open(service.url("indicator?indicator=caseload"))
    drawn = page.locator(".stPlotlyChart .scatterlayer .js-line").last
    expect(drawn).to_have_css("stroke", "rgb(18, 67, 109)")
    page.emulate_media(color_scheme="dark")
    expect(drawn).to_have_css("stroke", "rgb(156, 203, 255)")
