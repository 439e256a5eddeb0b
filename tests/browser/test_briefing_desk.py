"""The choosing side of the Briefing screen by keyboard alone: moved, worded, kept, and found in the history."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import Open, Service, still
from tests.browser.test_every_screen import TOO_WIDE, WIDTHS
from tests.browser.test_plan_story import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WRITING = "briefing?edit=overdue:1"


def press(page: Page, name: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def said(page: Page, words: str) -> None:
    """Expect a line to be told, and wait until nothing runs."""
    expect(page.get_by_text(words)).to_be_visible()
    still(page)


def test_a_briefing_is_put_in_order_by_keyboard_and_kept_with_its_quarter(own_service: Service, tab: Open) -> None:
    page = tab().open(own_service.url(WRITING))
    press(page, "Move up")
    said(page, "Moved. Slide 13 of 19.")
    page.keyboard.press("Enter")
    said(page, "Moved. Slide 12 of 19.")
    expect(page.get_by_role("button", name="Move up", exact=True)).to_be_focused()
    press(page, "Make it the first")
    said(page, "Moved. Slide 1 of 19.")
    page.get_by_label("Message (the title of the slide)").fill("Two actions are late: CIC 3.1 and CSF 1.1.")
    press(page, "Use these words")
    said(page, "The slide has these words now.")
    expect(page.get_by_text("The words proposed")).to_be_visible()
    page.get_by_label("Your name or role").fill("Director of Children's Services")
    press(page, "Keep it with the quarter")
    said(page, "The briefing of the leadership team is kept as revision")
    expect(page.get_by_role("heading", name="Two actions are late: CIC 3.1 and CSF 1.1.")).to_be_visible()
    expect(page.locator("body")).to_contain_text("Chosen by Director of Children's Services")
    page.get_by_role("link", name="in the history, or undo it").press("Enter")
    expect(page.get_by_role("button", name="Undo revision")).to_be_visible()


def test_leaving_a_slide_out_keeps_the_focus_on_what_puts_it_back(service: Service, tab: Open) -> None:
    page = tab().open(service.url(WRITING))
    press(page, "Leave it out")
    said(page, "The slide is left out. Slide 14 of 19.")
    expect(page.get_by_role("button", name="Put it back")).to_be_focused()
    page.keyboard.press("Enter")
    said(page, "The slide is back. Slide 14 of 19.")
    expect(page.get_by_text("not kept yet")).to_have_count(0)


def test_the_browser_asks_before_unkept_changes_are_lost(service: Service, tab: Open) -> None:
    page = tab().open(service.url(WRITING))
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    still(page)
    assert asked == []
    press(page, "Move up")
    said(page, "Moved. Slide 13 of 19.")
    page.reload()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_editor_fits_every_width_and_axe_finds_no_violation(service: Service, tab: Open, scheme: str) -> None:
    page = tab(scheme=scheme).open(service.url(WRITING))
    press(page, "Move up")
    said(page, "Moved. Slide 13 of 19.")
    assert violations(page) == []
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"() => ({TOO_WIDE})().length === 0")
