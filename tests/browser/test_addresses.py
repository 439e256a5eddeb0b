"""The address holds the view: it can be shared, typed and got wrong."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SCREENS, Open, Service

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NONSENSE = ("period=Q9", "as_at=99999", "theme=%3Cscript%3E&indicator=nothing&revision=x&q=%00")


def test_a_filter_is_chosen_by_keyboard_and_stands_in_the_address(service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(service.url("scorecard"))
    page.get_by_role("combobox", name="Status").focus()
    page.keyboard.type("Off")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**status=red**")
    table = page.locator("table.kpi-scorecard")
    expect(table).not_to_contain_text("Children in need")
    expect(table).to_contain_text("Initial conferences within 15 working days")


def test_a_shared_address_shows_the_same_view(service: Service, tab: Open) -> None:
    page = tab().open(f"{service.url('scorecard')}?theme=workforce&status=red&period=2018-19%20Q4")
    expect(page.locator("table.kpi-scorecard")).to_contain_text("Care-experienced team")
    expect(page.locator("table.kpi-scorecard")).not_to_contain_text("Children in need")


def test_a_quarter_without_figures_is_shown_as_it_is(service: Service, tab: Open) -> None:
    page = tab().open(f"{service.url('scorecard')}?period=Q2%202019-20")
    expect(page.get_by_role("heading", level=1)).to_have_text("Scorecard, Q2 2019-20 (July to September 2019)")
    expect(page.locator("table.kpi-scorecard")).to_contain_text("No figure")
    page.wait_for_url("**period=2019-20*Q2")


@pytest.mark.parametrize("screen", SCREENS)
def test_nonsense_in_the_address_is_answered_calmly(service: Service, tab: Open, screen: str) -> None:
    opened = tab()
    for query in NONSENSE:
        text = opened.open(f"{service.url(screen)}?{query}").locator("body").inner_text()
        assert "Traceback" not in text
        assert "Something went wrong" not in text
