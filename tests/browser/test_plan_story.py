"""A quarter of the plan: updated by the form, met by a tracker, settled, signed off, taken back, and read as it was."""

import io
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Download, Page, expect
from playwright.sync_api import TimeoutError as LateError

from tests.browser.conftest import Open, Service, Tab, reach, still
from tests.browser.test_every_screen import TOO_WIDE, WCAG, WIDTHS
from tests.support.pack import NEXT, SECOND, SEEDED, THIRD

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

QUARTER = "period=2018-19%20Q4"
ACTION = f"action?ref=SSS%202.1&year=2018-19&{QUARTER}"
FORMS = (f"{ACTION}&record=update", f"plan?{QUARTER}&record=sign-off", f"plan?{QUARTER}&record=next-year")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Name what axe finds, with the first places of each."""
    found: list[dict[str, Any]] = Axe().run(page, options=WCAG).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found]


def drawn_tracker(page: Page) -> Download:
    """Take the tracker of the quarter as it stands."""
    with page.expect_download() as taken:
        page.get_by_role("button", name="Tracker for Q4 2018-19 (Excel)").click()
    return taken.value


def filled(tracker: Download, percents: Mapping[str, float]) -> bytes:
    """Write percentages into a tracker, by reference."""
    book = openpyxl.load_workbook(io.BytesIO(tracker.path().read_bytes()))
    sheet = book["Updates"]
    places = {str(cell.value): cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        ref = str(sheet.cell(row, places["ref"]).value)
        if ref in percents:
            sheet.cell(row, places["percent"]).value = percents[ref]
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def update_by_form(opened: Tab, service: Service, percent: str, commentary: str, who: str) -> Page:
    """Fill the form of the action in and save it."""
    page = opened.open(f"{service.url(ACTION)}")
    reach(page, page.get_by_role("link", name="Update SSS 2.1 for Q4 2018-19"), page.get_by_label("Percent done"))
    page.get_by_label("Percent done").fill(percent)
    page.get_by_label("What happened this quarter").fill(commentary)
    page.get_by_label("Your name or role").fill(who)
    page.get_by_role("button", name="Save this update").click()
    expect(page.get_by_text("Recorded as revision")).to_be_visible()
    return opened.settled()


def publish(page: Page, who: str) -> None:
    still(page).get_by_label("Your name or role").fill(who)
    page.get_by_role("button", name="Publish these updates").click()


def facts(opened: Tab, service: Service, more: str = "") -> str:
    """Read the action's screen, with what is folded away on it."""
    return opened.open(f"{service.url(ACTION)}{more}").get_by_test_id("stMain").text_content() or ""


def test_a_quarter_of_the_plan_from_form_and_tracker_to_sign_off_and_back(own_service: Service, tab: Open) -> None:
    analyst, head, reading = tab(), tab(), tab()
    desk = analyst.open(f"{own_service.url('upload')}?{QUARTER}")
    tracker = drawn_tracker(desk)

    update_by_form(head, own_service, "80", "The contract is with legal services.", "Head of Specialist Support")
    assert "80% done" in facts(reading, own_service)

    content = filled(tracker, {"SSS 2.1": 60, "YOT 2.2": 40})
    desk.locator("input[type=file]").set_input_files(
        {"name": "tracker.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    )
    expect(desk.get_by_role("heading", name="Updated meanwhile (1)")).to_be_visible()
    sides = desk.get_by_role("table", name="Two versions of SSS 2.1")
    expect(sides).to_contain_text("Theirs: Head of Specialist Support")
    expect(sides.get_by_role("row").filter(has_text="Percent")).to_contain_text("80%")
    expect(sides.get_by_role("row").filter(has_text="Percent")).to_contain_text("60%")
    assert violations(desk) == []

    publish(desk, "Performance analyst")
    expect(desk.get_by_text("Choose which version stands: SSS 2.1.")).to_be_visible()
    still(desk).get_by_role("radiogroup", name="Which version of SSS 2.1 stands?").get_by_text("Keep theirs").click()
    publish(desk, "Performance analyst")
    undo = desk.get_by_role("button", name=f"Undo this publication (revision {SECOND})")
    expect(undo).to_be_visible()
    expect(desk.locator("body")).to_contain_text("updates of one action and one version set aside, from tracker.xlsx.")

    told = facts(reading, own_service)
    assert "80% done" in told
    assert "Set aside when a conflict was settled" in told
    assert "60%" in told

    signing = head.open(f"{own_service.url('plan')}?{QUARTER}&record=sign-off&area=sss")
    signing.get_by_label("Your name").fill("Ann Okoro")
    signing.get_by_text("I sign off Q4 2018-19 of Specialist support services").click()
    signing.get_by_role("button", name="Sign off Specialist support services").click()
    expect(signing.get_by_text(f"is signed off for Q4 2018-19 as revision {THIRD}.")).to_be_visible()
    assert "by the Head of Specialist Support (Ann Okoro" in facts(reading, own_service)

    still(desk)
    undo.click()
    expect(desk.get_by_text(f"Revision {SECOND} was taken back by revision {THIRD + 1}.")).to_be_visible()
    assert "80% done" in facts(reading, own_service)
    assert "40% done" not in reading.open(f"{own_service.url('plan')}?{QUARTER}&q=YOT").locator("body").inner_text()

    before = facts(reading, own_service, f"&as_at={SEEDED}")
    assert "80% done" not in before
    assert "You look at an earlier state" in before
    assert analyst.outside == head.outside == reading.outside == []


def test_two_people_with_the_form_open_settle_it_between_them(own_service: Service, tab: Open) -> None:
    first, second = tab(), tab()
    slow = first.open(f"{own_service.url(ACTION)}&record=update")
    update_by_form(second, own_service, "80", "The contract is with legal services.", "Performance analyst")
    slow.get_by_label("Percent done").fill("70")
    slow.get_by_label("Your name or role").fill("Head of Specialist Support")
    slow.get_by_role("button", name="Save this update").click()
    expect(slow.locator("body")).to_contain_text("Performance analyst updated SSS 2.1 on")
    expect(slow.get_by_role("table", name="Two versions of SSS 2.1")).to_contain_text(
        "Yours: Head of Specialist Support"
    )
    assert violations(slow) == []
    still(slow).get_by_role("button", name="Use mine").press("Enter")
    expect(slow.locator("body")).to_contain_text(f"Your version was recorded as revision {SECOND} and stands.")
    told = facts(second, own_service)
    assert "70% done" in told
    assert "The contract is with legal services." in told


def test_an_update_is_made_by_keyboard_alone(own_service: Service, tab: Open) -> None:
    page = tab().open(own_service.url(ACTION))
    page.get_by_role("link", name="Update SSS 2.1 for Q4 2018-19").press("Enter")
    percent = page.get_by_label("Percent done")
    expect(percent).to_be_visible()
    still(page)
    percent.focus()
    page.keyboard.type("60")
    page.keyboard.press("Tab")
    expect(page.get_by_label("What happened this quarter")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" The contract is signed.")
    for label in ("New due date", "Why it moves", "Your name or role"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(label)).to_be_focused()
    page.keyboard.type("Head of Specialist Support")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save this update")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Recorded as revision {NEXT} for")).to_be_visible()
    expect(page.locator("body")).to_contain_text("Needs more time. The contract is signed.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("form", FORMS)
def test_axe_finds_no_violation_in_a_form(service: Service, tab: Open, form: str, scheme: str) -> None:
    page = tab(scheme=scheme).open(service.url(form))
    expect(page.get_by_text("Close without recording")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_form_reaches_beyond_the_window(service: Service, tab: Open, form: str) -> None:
    page = tab().open(service.url(form))
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"() => window.innerWidth === {width}")
        with suppress(LateError):  # what is too wide once everything has found its place is told below
            page.wait_for_function(f"() => ({TOO_WIDE})().length === 0")
        assert (width, page.evaluate(TOO_WIDE)) == (width, [])
