"""A written update from its text to its publication, by keyboard where people turn pages, and read again as it was."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Service, reach, still
from tests.support.pack import NEXT, SECOND

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_text_is_written_the_paper_published_and_shown_as_published(own_service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(own_service.url("papers?paper=update"))
    page.get_by_text("The text: see, write or change").click()
    text = page.get_by_label("The text (an empty line")
    reach(page, page.get_by_role("link", name="Write it: In short"), text)
    text.fill("Caseloads are lower than a year ago.")
    page.get_by_label("Your name or role").fill("Principal Social Worker")
    page.get_by_role("button", name="Record this text").click()
    body = page.locator("body")
    expect(body).to_contain_text(f"In short is recorded as revision {NEXT}. Reading age")
    still(page)
    page.get_by_label("Who publishes it").fill("Clerk to the panel")
    page.get_by_label("To whom it goes").fill("All councillors")
    page.get_by_role("button", name="Publish this paper").click()
    expect(body).to_contain_text(f"is published as revision {SECOND}; its figures are as at revision {NEXT}.")
    expect(body).to_contain_text("Scrutiny panel: All councillors")
    there = page.get_by_role("link", name="The scorecard as published")
    reach(page, there, page.get_by_text("As published on"))
    assert f"as_at={NEXT}" in page.url
    assert opened.outside == []


def test_the_preview_turns_its_pages_by_keyboard(service: Service, tab: Open) -> None:
    page = tab().open(service.url("papers?paper=update"))
    turn = page.get_by_role("navigation", name="Pages of the paper")
    turn.get_by_role("link", name="Next page").press("Enter")
    expect(turn).to_contain_text("Page 2 of")
    expect(page.get_by_role("img", name="Page 2 of")).to_be_visible()
    still(page)
    turn.get_by_role("link", name="Previous page").press("Enter")
    expect(turn).to_contain_text("Page 1 of")


def test_a_document_is_made_when_it_is_asked_for(service: Service, tab: Open) -> None:
    page = tab().open(service.url("papers?paper=update"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Paper as PDF").click()
    assert waiting.value.suggested_filename == "update-2018-19-q4.pdf"


def test_the_quarter_pack_is_made_with_progress_and_downloaded(service: Service, tab: Open) -> None:
    page = tab().open(service.url("papers?paper=update"))
    page.get_by_role("button", name="Make the quarter pack").click()
    expect(page.get_by_role("progressbar").first).to_be_visible()
    take = page.get_by_role("button", name="Download the quarter pack")
    expect(take).to_be_visible(timeout=120_000)
    with page.expect_download() as waiting:
        take.click()
    assert waiting.value.suggested_filename.startswith("quarter-pack-2018-19-q4-revision-")
