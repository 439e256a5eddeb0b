"""What the panel asks is kept: a request is recorded, answered, and found in the history."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Service, reach
from tests.browser.test_every_screen import WCAG

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def record(page: Page, button: str) -> None:
    """Say who records it, and record it."""
    page.get_by_label("Your name or role").fill("Scrutiny Officer")
    page.get_by_role("button", name=button).click()


def test_a_request_is_recorded_answered_and_found_in_the_history(own_service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(own_service.url("panel"))
    meeting = page.get_by_role("combobox", name="Meeting at which it was asked")
    reach(page, page.get_by_role("link", name="Record a question or request"), meeting)
    meeting.focus()
    page.keyboard.type("27 March")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.get_by_label("What was asked").fill("Show caseloads by team, please.")
    page.get_by_label("Who answers").fill("Head of Assessment")
    page.get_by_label("Answer due").fill("1 June 2019")
    record(page, "Record it")
    body = page.locator("body")
    expect(body).to_contain_text("Q8 is recorded as revision")
    expect(body).to_contain_text("Q8 was due on 1 June 2019 from the Head of Assessment: 18 days overdue.")

    page = opened.open(own_service.url("scorecard"))
    expect(page.locator("body")).to_contain_text("2 questions of the panel are overdue on 19 June 2019")
    reach(page, page.get_by_role("link", name="Q8", exact=True), page.get_by_role("link", name="Answer Q8"))
    reach(page, page.get_by_role("link", name="Answer Q8"), page.get_by_label("The answer"))
    page.get_by_label("The answer").fill("They stand on the indicator screen.")
    page.get_by_label("Day it was answered").fill("19 June 2019")
    record(page, "Record the answer to Q8")
    expect(page.locator("body")).to_contain_text("Q8 was answered on 19 June 2019 by the Head of Assessment.")

    page.get_by_role("link", name="in the history, or undo it").click()
    expect(page.locator("body")).to_contain_text("Added to the panel's record")
    expect(page.locator("body")).to_contain_text("Answered: Q8")
    expect(page.get_by_role("button", name="Undo revision")).to_be_visible()
    assert opened.outside == []


def test_the_forms_are_reached_and_closed_by_keyboard(service: Service, tab: Open) -> None:
    page = tab().open(service.url("panel"))
    page.get_by_role("link", name="Record a claim").press("Enter")
    expect(page.get_by_role("heading", name="Record a claim")).to_be_visible()
    assert "record=claim" in page.url
    page.get_by_role("link", name="Close without recording").press("Enter")
    expect(page.get_by_role("heading", name="Record a claim")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("form", ["record=question", "record=claim", "record=answer+Q6&meeting=scrutiny_2019_06"])
def test_axe_finds_no_violation_in_an_open_form(service: Service, tab: Open, form: str, scheme: str) -> None:
    page = tab(scheme=scheme).open(f"{service.url('panel')}?{form}")
    expect(page.get_by_label("Your name or role")).to_be_visible()
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found] == []
