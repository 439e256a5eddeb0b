"""The tracker that is sent out for a quarter."""

import csv
import io

import openpyxl
import pytest

from kpi.intake.read import read_sheets
from kpi.intake.updates import is_updates, template
from kpi.intake.updates.columns import COLUMNS
from tests.intake.updates.conftest import ACTIONS, Desk, action, pack_of


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_every_action_is_a_row_with_what_is_known_of_it(desk: Desk) -> None:
    desk.say("PMQA 2.1", stage="in_progress", status="on_track", percent=40.0, due="2019-06-30", due_reason="Delayed.")
    [pmqa, sss, yot] = rows(desk.template())
    assert pmqa == {
        "plan_year": "2018-19",
        "quarter": "2018-19 Q4",
        "ref": "PMQA 2.1",
        "service_area": "Performance and quality",
        "action": "Move to one social care record system.",
        "lead": "Head of Service",
        "original_due": "31 March 2019",
        "due": "30 June 2019",
        "stage": "in progress",
        "status": "On track",
        "percent": "40",
        "commentary": "",
        "new_due": "",
        "reason": "",
        "milestones": "assess: done; train: not started",
        "revision": "2",
        "state": "",
    }
    assert (sss["stage"], sss["status"], sss["percent"], sss["due"]) == ("not started", "", "", "31 March 2019")
    assert (yot["due"], yot["state"]) == ("ongoing", "illustrative")


def test_the_workbook_offers_stages_and_statuses_with_what_they_mean(desk: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(desk.template("xlsx")))
    assert book.sheetnames == ["Updates", "How to fill this in"]
    sheet, explained = book["Updates"], book["How to fill this in"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "D2"
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        [block] = rule.sqref.ranges
        column = sheet.cell(1, block.min_col).value
        place = rule.formula1.rpartition("!")[2].replace("$", "")
        offered[column] = [cell.value for [cell] in explained[place]] if "!" in rule.formula1 else rule.formula1
        assert (block.min_row, block.max_row) == (2, 1 + len(ACTIONS))
    assert offered["stage"][:3] == ["not started", "in progress", "done, awaiting sign-off"]
    assert len(offered["stage"]) == 8
    assert offered["status"] == ["Complete", "On track", "Off track"]
    assert offered["state"] == '"final,illustrative"'
    said = [cell.value for cell in explained["B"]]
    assert any(str(text).startswith("Blue. It was carried out. Stages: complete,") for text in said)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_text_that_starts_like_a_formula_is_written_as_text_and_read_back(form: str) -> None:
    desk = Desk(pack_of([action("A 1", text="=HYPERLINK(1)", lead="@lead")]))
    written = desk.template(form)
    [sheet, *_] = read_sheets(f"q4.{form}", written)
    assert sheet.cells(1)[4] == "'=HYPERLINK(1)"
    assert not desk.preview(written, f"q4.{form}").changes_something


def test_the_template_is_known_as_a_tracker(desk: Desk) -> None:
    assert is_updates("q4.csv", desk.template("csv"))
    assert is_updates("q4.xlsx", desk.template("xlsx"))


def test_a_plan_without_a_legend_offers_no_statuses(desk: Desk) -> None:
    bare = desk.pack.model_copy(update={"legends": ()})
    book = openpyxl.load_workbook(io.BytesIO(template(bare, Desk(bare).view())))
    assert len(book["Updates"].data_validations.dataValidation) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_a_long_tracker_is_known_by_its_beginning(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    row = '2018-19 Q4,A 1,in progress,"It cost £5,000,\nand more."\n'
    text = f"{mark}quarter,ref,stage,commentary\n{row * 20_000}"
    assert is_updates("tracker.csv", text.encode(encoding))
    figures = f"{mark}indicator_id,period,value\n" + "caseload,2018-19 Q4,16\n" * 30_000
    assert not is_updates("figures.csv", figures.encode(encoding))
