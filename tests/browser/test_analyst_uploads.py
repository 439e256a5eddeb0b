"""An analyst's quarter, from file to scorecard and back, on screen and from a terminal on the same ledger."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kpi.settings import ROOT
from tests.browser.conftest import Open, Service, Tab, still
from tests.support.pack import NEXT, RETURN

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXPORT = "Finance return,,\nindicator_id,Qtr,Outturn\ncaseload,2019-20 Q1,15.8\n"
"""What another system writes: a title above, and a name of its own for the period."""
QUARTER = "period=2019-20%20Q1"


def caseload_from_terminal(service: Service, *more: str) -> dict[str, Any]:
    """Ask the command line for the row of average caseload."""
    command = [sys.executable, "-m", "kpi", "scorecard", "--period", "2019-20 Q1", "--format", "json", *more]
    environment = {**os.environ, "KPI_DATA": str(service.data)}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return next(row for row in json.loads(run.stdout) if row["indicator"] == "caseload")


def caseload_on_scorecard(opened: Tab, service: Service, more: str = "") -> str:
    """Read the row of average caseload on the scorecard."""
    page = opened.open(f"{service.url('scorecard')}?{QUARTER}{more}")
    return (
        page.get_by_role("row").filter(has=page.get_by_role("link", name="Average caseload", exact=True)).inner_text()
    )


def drop(page: Page, name: str, text: str) -> None:
    """Hand a file in."""
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})


def test_a_quarter_is_uploaded_seen_everywhere_and_taken_back(own_service: Service, tab: Open) -> None:
    opened = tab()
    page = opened.open(f"{own_service.url('upload')}?{QUARTER}")
    drop(page, "return.csv", RETURN)
    expect(page.get_by_role("heading", name="What publishing would change")).to_be_visible()
    expect(page.locator("body")).to_contain_text("would add 3 figures. Nothing is published yet.")
    still(page).get_by_label("Your name or role").fill("Performance analyst")
    page.get_by_label("Note for the record (optional)").fill("Quarter 1 return")
    page.get_by_role("button", name="Publish these figures").click()
    undo = page.get_by_role("button", name=f"Undo this publication (revision {NEXT})")
    expect(undo).to_be_visible()

    reading = tab()
    assert "15.8 cases" in caseload_on_scorecard(reading, own_service)
    page = reading.open(f"{own_service.url('indicator')}?indicator=caseload&{QUARTER}")
    expect(page.locator("body")).to_contain_text("Average caseload is 15.8 cases")
    row = caseload_from_terminal(own_service)
    assert (row["value"], row["status"], row["revision"]) == (15.8, "amber", NEXT)

    still(page)
    undo.click()
    expect(undo).to_be_hidden()
    assert "no figure" in caseload_on_scorecard(reading, own_service).lower()
    assert "15.8 cases" in caseload_on_scorecard(reading, own_service, f"&as_at={NEXT}")
    assert caseload_from_terminal(own_service)["status"] == "no_data"
    assert caseload_from_terminal(own_service, "--as-at", str(NEXT))["value"] == 15.8
    assert opened.outside == reading.outside == []


def test_a_file_with_faults_names_row_and_column_and_changes_nothing(own_service: Service, tab: Open) -> None:
    page = tab().open(own_service.url("upload"))
    drop(page, "return.csv", RETURN.replace("15.8", "low 20s"))
    expect(page.locator("body")).to_contain_text("'low 20s' is words, not a number")
    expect(page.get_by_role("button", name="Publish these figures")).to_be_hidden()
    assert caseload_from_terminal(own_service)["status"] == "no_data"


def stand(page: Page) -> None:
    """Wait until nothing runs and nothing of the last answer is left on the screen."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")


def told(page: Page, field: str, answer: str) -> None:
    """Choose an answer by keyboard."""
    stand(page)
    page.get_by_role("combobox", name=field).focus()
    page.keyboard.type(answer)
    expect(page.get_by_role("option", name=answer)).to_be_visible()
    page.keyboard.press("Enter")


def test_a_reading_is_corrected_kept_and_offered_for_the_next_file(own_service: Service, tab: Open) -> None:
    page = tab().open(own_service.url("upload"))
    drop(page, "finance.csv", EXPORT)
    expect(page.locator("body")).to_contain_text("No header was found in this file.")
    told(page, "Row in which the columns are named", "Row 2: indicator_id, Qtr, Outturn")
    page.get_by_role("button", name="Read it so").click()
    expect(page.locator("body")).to_contain_text("Say which column is the indicator")
    told(page, "Column Qtr", "The period")
    page.get_by_role("button", name="Read it so").click()
    expect(page.locator("body")).to_contain_text("Publishing finance.csv would add one figure.")
    stand(page)
    page.get_by_label("What are files of this shape?").fill("Finance return")
    page.get_by_role("button", name="Keep as a recipe").click()
    expect(page.locator("body")).to_contain_text("Kept as the recipe 'Finance return'.")
    assert (own_service.data / "recipes" / "finance_return.yaml").is_file()

    later = tab().open(own_service.url("upload"))
    drop(later, "next.csv", EXPORT.replace("15.8", "15.9"))
    expect(later.locator("body")).to_contain_text("A recipe was kept for files of this shape.")
    told(later, "How is this file read?", "With the recipe: Finance return")
    expect(later.locator("body")).to_contain_text("Publishing next.csv would add one figure.")
    expect(later.locator("body")).to_contain_text("15.9 cases")


def test_markup_in_a_file_stays_the_text_it_is(own_service: Service, tab: Open) -> None:
    page = tab().open(own_service.url("upload"))
    drop(page, "<b id=bad>**bold**</b>.csv", RETURN.replace("icpc_15", "<b id=bad>icpc</b>"))
    expect(page.locator("body")).to_contain_text("'<b id=bad>icpc</b>'")
    expect(page.locator("#bad")).to_have_count(0)
