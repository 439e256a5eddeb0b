"""What the Upload screen says of quarters, of what is due, and of problems in many rows."""

from datetime import date
from pathlib import Path

import pytest

from kpi.intake.due import Due
from kpi.problem import Problem, Severity, Where
from kpi.ui import upload_due, upload_problems
from tests.support.figures import quarter
from tests.support.screens import text

KNOWN = (quarter("2018-19 Q4"), quarter("2018-19 Q2"))
EXPECTED = date(2019, 4, 20)


def due(arrived: bool, title: str = "Average caseload") -> Due:
    return Due("caseload", title, "all", "Whole service", quarter(), "cases", "Head of Service", EXPECTED, arrived)


def problem(row: int | None, message: str = "There is no area 'mars'.", sheet: str | None = None) -> Problem:
    return Problem("unknown-area", message, "Areas are all.", Where("q4.xlsx", None, sheet, row, "area"))


def test_quarters_run_from_the_one_under_way_to_the_first_with_figures() -> None:
    listed = [period.text for period in upload_due.quarters(KNOWN, date(2019, 8, 1))]
    assert listed == ["2019-20 Q2", "2019-20 Q1", "2018-19 Q4", "2018-19 Q3", "2018-19 Q2"]


def test_the_next_quarter_is_there_even_before_it_begins() -> None:
    assert upload_due.quarters(KNOWN, date(2019, 3, 31))[0].text == "2019-20 Q1"


@pytest.mark.parametrize(("today", "chosen"), [(date(2019, 6, 30), "2018-19 Q4"), (date(2019, 7, 1), "2019-20 Q1")])
def test_a_quarter_is_asked_for_once_it_is_over(today: date, chosen: str) -> None:
    assert upload_due.usual(KNOWN, today).text == chosen


@pytest.mark.parametrize(
    ("arrived", "said"),
    [
        ([], "No figure is due for Q4 2018-19 (January to March 2019)."),
        ([True, True], "All 2 figures due for Q4 2018-19 (January to March 2019) have arrived."),
        (
            [True, False],
            "Of 2 figures due for Q4 2018-19 (January to March 2019), one has arrived; the missing one is overdue.",
        ),
        (
            [False, False],
            "Of 2 figures due for Q4 2018-19 (January to March 2019), none has arrived; all 2 missing are overdue.",
        ),
    ],
)
def test_completeness_is_one_sentence(arrived: list[bool], said: str) -> None:
    assert text(upload_due.lead(quarter(), [due(one) for one in arrived], date(2019, 6, 1))) == said


def test_what_is_not_yet_expected_is_not_called_overdue() -> None:
    assert "overdue" not in text(upload_due.lead(quarter(), [due(False)], EXPECTED))
    assert "Overdue" not in text(upload_due.table([due(False)], quarter(), EXPECTED))


def test_hundreds_of_missing_figures_are_counted_after_the_first() -> None:
    shown = text(upload_due.table([due(False)] * 300, quarter(), EXPECTED))
    assert "Show the 300 figures" in shown
    assert "and 260 more; the template lists them all." in shown


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Whole file"),
        ([14], "14"),
        ([4, 2, 3, 9], "2 to 4, 9"),
        ([1, 3, 5, 7, 9], "1, 3, 5 and 2 more"),
        (list(range(2, 1_502)), "2 to 1,501"),
    ],
)
def test_rows_are_named_briefly(rows: list[int], said: str) -> None:
    assert upload_problems.rows_in_words(rows) == said


def test_the_same_problem_in_many_rows_is_one_line_and_counted_in_full() -> None:
    shown = upload_problems.tables([problem(row) for row in range(2, 52)])
    assert "Must be put right (50)" in text(shown)
    assert shown.count("<tr") == 2
    assert "2 to 51" in text(shown)


def test_the_first_twenty_are_shown_and_the_rest_is_counted() -> None:
    shown = upload_problems.tables([problem(row, f"There is no area 'a{row}'.") for row in range(2, 48)])
    assert shown.count("<tr") == 21
    assert "and 26 more; the download has them all." in text(shown)


def test_sheets_are_named_where_there_are_any() -> None:
    assert "Sheet" not in text(upload_problems.tables([problem(2)]))
    assert "Sheet" in text(upload_problems.tables([problem(2, sheet="HR")]))


def test_the_worst_comes_first() -> None:
    warning = Problem("jump", "It jumped.", severity=Severity.WARNING)
    shown = text(upload_problems.tables([warning, problem(3)]))
    assert shown.index("Must be put right (1)") < shown.index("Please check (1)")


def test_the_spreadsheet_of_problems_starts_no_cell_with_a_formula(tmp_path: Path) -> None:
    assert b",'=cmd" in upload_problems.csv([problem(2, "=cmd|' /C calc'!A0")])
