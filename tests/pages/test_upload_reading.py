"""How a dropped file was read: said in words, asked where it is open, corrected there, and kept as a recipe."""

import io
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from kpi.ui import upload_keep
from kpi.workspace import Workspace, read_definitions
from tests.support.pack import NEXT, RETURN
from tests.support.screens import drop, press, screen, source, tick, words, write

EXPORT = """Finance return,,,
Printed by the ledger,,,
indicator_id,Qtr,Result,Rating
caseload,2019-20 Q1,15.8,A
cin_number,2019-20 Q1,805,
"""
TWO_FIGURES = "indicator_id,period,Actual,Outturn\ncaseload,2019-20 Q1,15.8,16.2\n"
HR = "Measure,Service,Qtr,Result,Remarks,Rating\nAvg cases per FTE,Children's Services,2019-20 Q1,15.8,,A\n"
CHANGED = "Row in which the columns are named"
TITLE = "What are files of this shape?"


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload")


def choose(app: AppTest, label: str, value: object) -> None:
    """Choose in the field whose label is so."""
    [field] = [field for field in app.selectbox if field.label == label]
    field.set_value(value)


def labels(app: AppTest) -> list[str]:
    return [field.label for field in app.selectbox]


def corrected(app: AppTest) -> AppTest:
    """Drop the export and say which of its columns is what."""
    drop(app, "finance.csv", EXPORT)
    choose(app, CHANGED, 3)
    press(app, "Read it so")
    choose(app, "Column Qtr", "period")
    choose(app, "Column Result", "value")
    return press(app, "Read it so")


def publish(app: AppTest) -> None:
    """Publish what is on the screen."""
    write(app, "Your name", "Performance analyst")
    for box in app.checkbox:
        tick(app, box.label)
    press(app, "Publish these figures")


def test_what_was_decided_is_said_in_words_and_folded(app: AppTest) -> None:
    shown = words(drop(app, "return.csv", RETURN))
    assert "The header is row 1. Every row is one figure. The table ends with row 4." in shown
    [folded] = app.expander
    assert folded.label == "How this file was read, and how to correct it"
    assert not folded.proto.expanded


def test_a_file_without_a_header_that_is_known_asks_for_its_row(app: AppTest) -> None:
    shown = words(drop(app, "finance.csv", EXPORT))
    assert "No header was found in this file. Choose the row in which the columns are named." in shown
    assert app.expander[0].proto.expanded
    assert "Column Result" not in labels(app)


def test_a_row_told_to_be_the_header_has_its_columns_asked_for(app: AppTest) -> None:
    drop(app, "finance.csv", EXPORT)
    choose(app, CHANGED, 3)
    press(app, "Read it so")
    assert "Say which column is the indicator, which the period and which the figure." in words(app)
    assert [one for one in labels(app) if "Column" in one][1:] == ["Column Qtr", "Column Result", "Column Rating"]


def test_the_preview_follows_a_correction(app: AppTest) -> None:
    shown = words(corrected(app))
    assert "Publishing finance.csv would add 2 figures." in shown
    assert "15.8 cases" in shown
    assert "Column 'Result' is value." in shown
    assert "correction" not in shown.replace("Keep this correction", "").replace("the correction is offered", "")


def test_corrections_can_be_forgotten(app: AppTest) -> None:
    corrected(app)
    press(app, "Forget these corrections")
    assert "No header was found in this file." in words(app)


def test_a_correction_is_kept_as_a_recipe_and_offered_for_the_next_file(app: AppTest, folder: Path) -> None:
    corrected(app)
    write(app, TITLE, "Finance return")
    press(app, "Keep as a recipe")
    assert "Kept as the recipe 'Finance return'." in words(app)
    assert "would add 2 figures" in words(app)
    pack, _ = read_definitions(folder)
    [kept] = [one for one in pack.recipes if one.id == "finance_return"]
    assert (kept.header_row, dict(kept.columns)) == (3, {"Rating": "ignore", "Qtr": "period"})
    again = screen("upload")
    assert "A recipe was kept for files of this shape." in words(drop(again, "next.csv", EXPORT.replace("805", "806")))
    choose(again, "How is this file read?", "finance_return")
    again.run()
    assert "Publishing next.csv would add 2 figures." in words(again)
    assert "Read with the recipe 'finance_return': Finance return." in words(again)


def test_a_kept_recipe_need_not_be_used(app: AppTest) -> None:
    drop(app, "hr.csv", HR)
    assert "would add" not in words(app)
    choose(app, "How is this file read?", "hr_return")
    app.run()
    assert "would add one figure" in words(app)
    choose(app, "How is this file read?", "")
    app.run()
    assert "would add" not in words(app)


def test_a_recipe_needs_a_title_and_one_of_its_own(app: AppTest) -> None:
    corrected(app)
    press(app, "Keep as a recipe")
    assert "Write what files of this shape are" in words(app)
    write(app, TITLE, "HR return")
    press(app, "Keep as a recipe")
    assert "There is a recipe 'HR return' already." in words(app)


def test_a_folder_that_can_only_be_read_says_why_nothing_is_kept(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_keep, "why_not_kept", lambda folder: "The folder can only be read.")
    shown = words(corrected(app))
    assert "It cannot be kept here. The folder can only be read. It holds for this file all the same." in shown
    assert not [button for button in app.button if button.label == "Keep as a recipe"]


def test_two_columns_that_could_be_the_figure_are_a_question(app: AppTest) -> None:
    drop(app, "return.csv", TWO_FIGURES)
    assert "would add" not in words(app)
    choose(app, "Which column is the figure?", "Outturn")
    app.run()
    assert "would add one figure" in words(app)
    assert "16.2 cases" in words(app)


def test_a_percentage_that_looks_like_a_fraction_is_a_question(app: AppTest) -> None:
    drop(app, "return.csv", "indicator_id,period,value\nicpc_15,2019-20 Q1,0.88\n")
    choose(app, "How does the file write percentages?", "fraction")
    app.run()
    assert "88.0%" in words(app)


def test_the_record_says_how_a_file_was_read(app: AppTest, place: Workspace) -> None:
    publish(corrected(app))
    assert len(place.history()) == NEXT
    assert place.history()[-1].note.startswith("Read as corrected on the screen.")


def test_the_next_file_begins_without_the_corrections_of_the_last(app: AppTest) -> None:
    publish(corrected(app))
    assert "No header was found in this file." in words(drop(app, "next.csv", EXPORT))


def test_names_of_columns_stay_literal(app: AppTest) -> None:
    drop(app, "return.csv", "indicator_id,period,value,**bold** <b>\ncaseload,2019-20 Q1,15.8,x\n")
    assert "<b>" not in source(app)
    assert r"Column \*\*bold\*\* \<b\>" in labels(app)


def test_notes_that_came_with_the_file_stand_beside_their_figures(app: AppTest) -> None:
    text = "indicator_id,period,value,note\ncaseload,2019-20 Q1,15.8 [1],\ncin_number,2019-20 Q1,805,\n"
    shown = words(drop(app, "return.csv", f"{text}[1] Two posts were filled in May.,,,\n"))
    assert "Note Average caseload Q1 2019-20 15.8 cases 2 Two posts were filled in May." in shown


def test_a_preview_without_notes_has_no_column_for_them(app: AppTest) -> None:
    assert "Row in the file Average caseload" in words(drop(app, "return.csv", RETURN))


def test_a_column_shown_as_not_read_is_settled_by_the_button(app: AppTest) -> None:
    drop(app, "return.csv", "indicator_id,period,value,Rating\ncaseload,2019-20 Q1,15.8,A\n")
    assert "Columns that are not known were ignored" in words(app)
    press(app, "Read it so")
    assert "Columns that are not known were ignored" not in words(app)


def test_every_column_of_a_wide_file_can_be_reached_a_page_at_a_time(app: AppTest) -> None:
    months = [f"{1990 + place // 12}-{place % 12 + 1:02}" for place in range(130)]
    text = f"indicator_id,{','.join(months)},Remarks\nleavers,{','.join(['1'] * 130)},none\n"
    drop(app, "years.csv", text)
    assert "Columns to look at, of 132" in labels(app)
    seen = set(labels(app))
    for start in (40, 80, 120):
        choose(app, "Columns to look at, of 132", start)
        app.run()
        seen |= set(labels(app))
    assert {f"Column {name}" for name in (*months, "Remarks")} <= seen


def test_names_and_signs_of_the_file_are_asked_about_and_kept(app: AppTest, folder: Path) -> None:
    drop(app, "hr.csv", "indicator_id,Team,period,value\nAvg cases per FTE,Whole city,2019-20 Q1,#\n")
    choose(app, "Which indicator is “Avg cases per FTE”?", "caseload")
    choose(app, "Which area is “Whole city”?", "all")
    [sign] = [field for field in app.selectbox if field.label.startswith("What does the sign “")]
    sign.set_value("c")
    shown = words(press(app, "Read it so"))
    assert "Publishing hr.csv would add one figure" in shown
    assert "suppressed" in shown
    write(app, TITLE, "Team return")
    press(app, "Keep as a recipe")
    [kept] = [one for one in read_definitions(folder)[0].recipes if one.id == "team_return"]
    assert (dict(kept.indicators), dict(kept.areas), dict(kept.symbols)) == (
        {"Avg cases per FTE": "caseload"},
        {"Whole city": "all"},
        {"#": "c"},
    )


def test_a_period_that_stands_only_in_a_title_is_told_once_for_all(app: AppTest) -> None:
    shown = words(drop(app, "q1.csv", "Quarter 1 2019-20,,\nIndicator,Team,Value\ncaseload,,15.8\n"))
    assert "The header does not name period." in shown
    write(app, "Period of every figure", "Q1 2019-20")
    assert "Publishing q1.csv would add one figure" in words(press(app, "Read it so"))


def test_a_table_of_one_indicator_by_team_is_told_which_it_is(app: AppTest) -> None:
    shown = words(drop(app, "teams.csv", "Team,2018-19 Q4,2019-20 Q1\n,15.9,15.8\n"))
    assert "The header does not name indicator_id." in shown
    choose(app, "Indicator of every figure", "caseload")
    assert "15.8 cases" in words(press(app, "Read it so"))


def test_a_period_that_cannot_be_read_is_a_problem_in_words(app: AppTest) -> None:
    drop(app, "q1.csv", "Indicator,Team,Value\ncaseload,,15.8\n")
    write(app, "Period of every figure", "the quarter")
    assert "'the quarter' is not a month, quarter, year or date." in words(press(app, "Read it so"))


def test_the_sheet_that_was_chosen_is_kept_with_the_correction(app: AppTest, folder: Path) -> None:
    drop(app, "two.xlsx", two_sheets())
    choose(app, "Which sheet is read?", "Finance")
    app.run()
    press(app, "Read it so")
    write(app, TITLE, "Finance workbook")
    press(app, "Keep as a recipe")
    [kept] = [one for one in read_definitions(folder)[0].recipes if one.id == "finance_workbook"]
    assert kept.sheet == "Finance"
    choose(app, "How is this file read?", "finance_workbook")


def two_sheets() -> bytes:
    """Make a workbook whose two sheets both hold a table."""
    book = openpyxl.Workbook()
    for name, indicator in (("HR", "caseload"), ("Finance", "cin_number")):
        sheet = book.create_sheet(name)
        sheet.append(["indicator_id", "period", "value", "Rating"])
        sheet.append([indicator, "2019-20 Q1", 16, "A"])
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()
