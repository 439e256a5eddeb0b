"""The plan as people read it: by keyboard, as a timeline, from a figure to its action and back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open, Service
from tests.browser.test_every_screen import TOO_WIDE, WCAG, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

VIEWS = ("plan?show=timeline", "plan?conclusion=impact-not-shown", "plan?year=2019-20", "action?ref=CIC%203.1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation_in_any_view(service: Service, tab: Open, view: str, scheme: str) -> None:
    page = tab(scheme=scheme).open(service.url(view))
    page.evaluate("() => document.querySelectorAll('.kpi details').forEach(one => { one.open = true })")
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_of_any_view_reaches_beyond_the_window(service: Service, tab: Open, view: str) -> None:
    page = tab().open(service.url(view))
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"() => window.innerWidth === {width}")
        page.wait_for_function(f"() => ({TOO_WIDE})().length === 0")


def test_what_the_record_concludes_filters_by_keyboard_and_is_taken_back(service: Service, tab: Open) -> None:
    page = tab().open(service.url("plan"))
    everything = page.locator("table.kpi-plan tbody th[scope=row]").count()
    page.get_by_role("link", name=re.compile("^Complete, but its figures do not show it")).press("Enter")
    page.wait_for_url("**conclusion=impact-not-shown**")
    expect(page.locator("table.kpi-plan")).to_contain_text("Impact not shown")
    assert page.locator("table.kpi-plan tbody th[scope=row]").count() < everything
    page.get_by_role("link", name=re.compile("^Take back")).press("Enter")
    expect(page.locator("table.kpi-plan tbody th[scope=row]")).to_have_count(everything)
    assert "conclusion" not in page.url


def test_words_are_searched_for_and_stand_in_the_address(service: Service, tab: Open) -> None:
    page = tab().open(service.url("plan"))
    box = page.get_by_role("textbox", name="Search the actions").or_(page.get_by_role("searchbox")).first
    box.fill("social care system")
    box.press("Enter")
    page.wait_for_url("**q=social**")
    expect(page.locator("table.kpi-plan tbody th[scope=row]")).to_have_count(1)
    expect(page.locator("table.kpi-plan")).to_contain_text("PMQA 2.1")


def test_a_figure_leads_to_its_action_and_the_action_back_to_the_figure(service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(service.url("indicator?indicator=audit_good"))
    page.locator("table.kpi-plan").get_by_role("link", name="PMQA 1.1").press("Enter")
    expect(page.locator("h1")).to_contain_text("PMQA 1.1")
    opened.settled()
    page.locator(".kpi-impact").get_by_role("link", name="Files judged good or outstanding").press("Enter")
    expect(page.locator("h1")).to_have_text("Files judged good or outstanding")
