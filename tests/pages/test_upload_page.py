"""Upload, from the quarter chosen to the preview: what is due, what a file would change, what is refused and why."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from streamlit.testing.v1 import AppTest

from kpi.period import Calendar
from kpi.ui import ask
from kpi.workspace import Workspace
from kpi.workspace import place as place_module
from tests.support.pack import RETURN, SEEDED
from tests.support.screens import drop, opened, screen, source, words

CORRECTION = "indicator_id,period,value\ncaseload,2018-19 Q4,15.6\n"
FAULTY = "indicator_id,period,value\ncaselod,2019-20 Q1,16\ncaseload,Q1 2022,16\ncaseload,2019-20 Q1,low 20s\n"
CHILDREN = "indicator_id,period,value,surname\ncaseload,2019-20 Q1,16,Featherstonehaugh\n"


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload")


def test_it_opens_on_the_first_quarter_without_figures_that_is_over(app: AppTest) -> None:
    assert "figures due for Q1 2019-20 (April to June 2019), none has arrived" in words(app)
    assert app.query_params == {}


def test_the_quarter_of_the_address_is_shown(folder: Path) -> None:
    assert "due for Q4 2018-19 (January to March 2019)" in words(screen("upload", period="2018-19 Q4"))


def test_a_quarter_that_nobody_knows_falls_back(folder: Path) -> None:
    assert "due for Q1 2019-20" in words(screen("upload", period="1066 Q1"))


def test_completeness_adds_up_over_everyone_who_answers(app: AppTest, place: Workspace) -> None:
    due = place.due("2019-20 Q1")
    assert f"Of {len(due)} figures due" in words(app)
    for owner in {figure.owner for figure in due}:
        assert owner in words(app)


def test_what_is_overdue_is_said(app: AppTest) -> None:
    assert "missing are overdue" in words(app)
    assert "20 July 2019 Overdue" in words(app)


def test_templates_are_offered_for_the_chosen_quarter(app: AppTest) -> None:
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["Template for Q1 2019-20 (Excel)", "Template for Q1 2019-20 (CSV)"]


def test_the_preview_says_first_what_would_change(app: AppTest) -> None:
    shown = words(drop(app, "return.csv", RETURN))
    assert "Publishing return.csv would add 3 figures. Nothing is published yet." in shown
    assert "They are for Q1 2019-20 (April to June 2019)." in shown
    assert "New (3)" in shown
    assert "15.8 cases" in shown


def test_the_preview_says_what_would_happen_to_statuses(app: AppTest) -> None:
    shown = words(drop(app, "correction.csv", CORRECTION))
    assert "Publishing would change one status: Average caseload, Q4 2018-19 , on target to close." in shown


def test_more_than_a_few_statuses_are_folded_away(app: AppTest) -> None:
    quarters = "".join(f"caseload,2014-15 Q{n},{14 + n}\ncin_number,2014-15 Q{n},900\n" for n in (1, 2, 3, 4))
    shown = words(drop(app, "old.csv", f"indicator_id,period,value\n{quarters}"))
    assert "Publishing would change 8 statuses: " in shown
    assert "Show the 8 statuses that would change" in shown


def test_of_a_very_large_file_statuses_are_not_worked_out(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_module, "MOST_RESTATED", 2)
    shown = words(drop(app, "return.csv", RETURN))
    assert "what that does to statuses was not worked out." in shown
    assert "Publishing would change" not in shown


def test_nothing_is_stored_by_a_preview(app: AppTest, place: Workspace) -> None:
    drop(app, "return.csv", RETURN)
    assert place.head() == SEEDED


def test_no_table_of_figures_lies_in_the_session(app: AppTest) -> None:
    drop(app, "return.csv", RETURN)
    assert "Question(" in repr(app.session_state)
    assert "Preview(" not in repr(app.session_state)


def test_errors_are_listed_with_row_column_and_what_to_do(app: AppTest) -> None:
    shown = words(drop(app, "faulty.csv", FAULTY))
    assert "Nothing of faulty.csv can be published until 3 problems are put right." in shown
    assert "2 indicator_id There is no indicator 'caselod'." in shown
    assert "'low 20s' is words, not a number. Put the words in note and leave value empty." in shown
    assert not [button for button in app.button if button.label.startswith("Publish")]
    assert "Download the problems (CSV)" in [button.label for button in app.get("download_button")]


def test_an_ambiguous_period_is_asked_about_and_settled(app: AppTest) -> None:
    drop(app, "return.csv", "indicator_id,period,value\ncaseload,Q1 2019,15.8\n")
    assert "does not say which calendar" in words(app)
    assert app.radio[0].label == "Which years do periods such as Q1 2022 belong to?"
    app.radio[0].set_value(Calendar.FINANCIAL).run()
    assert "would add one figure" in words(app)
    assert "They are for Q1 2019-20" in words(app)


def test_a_clear_file_asks_nothing(app: AppTest) -> None:
    drop(app, "return.csv", RETURN)
    assert not app.radio
    assert not app.checkbox


def test_nothing_of_a_file_about_single_children_is_kept_or_shown(app: AppTest, place: Workspace) -> None:
    shown = words(drop(app, "Featherstonehaugh.csv", CHILDREN))
    assert "The file was refused, because it holds data about single children. Nothing of it was kept." in shown
    assert "column surname" in shown
    assert "Featherstonehaugh" not in source(app)
    assert "Featherstonehaugh" not in repr(app.session_state)
    assert not app.file_uploader[0].value
    assert place.head() == SEEDED


def test_an_unreadable_file_is_a_problem_in_words(app: AppTest) -> None:
    assert "The file is empty." in words(drop(app, "empty.csv", b""))


def test_two_files_are_taken_one_at_a_time(app: AppTest) -> None:
    app.file_uploader[0].upload("one.csv", RETURN.encode()).upload("two.csv", CORRECTION.encode()).run()
    assert "2 files were dropped, and they are taken one at a time." in words(app)
    assert "What publishing would change" not in words(app)


def test_an_earlier_state_takes_no_file(folder: Path) -> None:
    app = screen("upload", as_at=2)
    assert "You look at an earlier state" in words(app)
    assert not app.file_uploader


def test_a_ledger_that_cannot_be_written_to_says_why_instead_of_a_form(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(folder)
    shut = replace(place.ledger, writable=False, why_not="The folder is for reading only.")
    monkeypatch.setattr(ask, "workspace", lambda: replace(place, ledger=shut))
    app = screen("upload")
    assert "Nothing can be published here. The folder is for reading only." in words(app)
    assert not app.file_uploader


def test_markup_in_a_file_stays_literal(app: AppTest) -> None:
    drop(app, "<img src=x>.csv", "indicator_id,period,value\ncaseload,2019-20 Q1,<b>:tada:</b>\n")
    assert "<img" not in source(app)
    assert "<b>" not in source(app)
    assert ":tada:" not in source(app)


def test_a_workbook_with_several_sheets_of_figures_asks_which(app: AppTest) -> None:
    drop(app, "two.xlsx", two_sheets())
    assert app.selectbox[1].label == "Which sheet is read?"
    assert app.selectbox[1].options == ["Not said", "HR", "Finance"]
    assert "Several sheets have figures: 'HR', 'Finance'. Which one is read?" in words(app)
    assert not [button for button in app.button if button.label.startswith("Publish")]
    app.selectbox[1].set_value("Finance").run()
    assert "£1,200,000" in words(app)


def two_sheets() -> bytes:
    """Make a workbook with figures on two sheets, and one to read."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True}) as book:
        for title, indicator, value in (("HR", "caseload", 15.8), ("Finance", "agency_spend", 1_200_000)):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, ["indicator_id", "period", "value"])
            sheet.write_row(1, 0, [indicator, "2019-20 Q1", value])
        book.add_worksheet("Read me").write_string(0, 0, "Totals only.")
    return body.getvalue()
