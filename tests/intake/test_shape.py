"""Long or wide, in whatever order and spelling the columns come."""

from datetime import date

import openpyxl
import pytest

from kpi.period import Calendar
from kpi.problem import Severity
from tests.intake import workbooks


def codes(candidate) -> set[str]:
    return {problem.code for problem in candidate.problems if problem.severity is not Severity.NOTE}


def test_headers_are_matched_without_regard_to_case_spaces_and_underscores(intake):
    found = intake.read("INDICATOR ID,Area, Period ,VALUE,Note\ncaseload,north,2018-19 Q4,17,busy\n")
    assert codes(found) == set()
    assert found.frame[["indicator", "area", "period", "value", "note"]].values.tolist() == [
        ["caseload", "north", "2018-19 Q4", 17.0, "busy"]
    ]


def test_indicator_is_read_as_indicator_id_and_columns_come_in_any_order(intake):
    found = intake.read("value,period,indicator\n16,2018-19 Q4,caseload\n")
    assert found.frame["indicator"].tolist() == ["caseload"]


def test_a_wide_table_has_one_column_a_period_and_knows_each_cell(intake):
    found = intake.read("indicator,area,Q3 2018/19,Q4 2018/19\ncaseload,north,18,17\n\ncaseload,south,,low 20s\n")
    assert found.frame[["area", "period", "file_row"]].values.tolist() == [
        ["north", "2018-19 Q3", 2],
        ["north", "2018-19 Q4", 2],
        ["south", "2018-19 Q4", 4],
    ]
    (problem,) = (one for one in found.problems if one.severity is Severity.ERROR)
    assert (problem.where.row, problem.where.column) == (4, "Q4 2018/19")


def test_a_wide_table_takes_months_from_dated_headers_of_excel(intake):
    rows = [["indicator_id", date(2019, 1, 1), date(2019, 2, 1)], ["missing_episodes", 31, 28]]
    content = workbooks.xlsx(rows, {"B1": "mmm-yy", "C1": "mmm-yy"})
    assert intake.read(content, "figures.xlsx").frame["period"].tolist() == ["2019-01", "2019-02"]


def test_an_ambiguous_header_of_a_wide_table_is_asked_about_once(intake):
    found = intake.read("indicator_id,area,Q1 2018\ncaseload,north,18\ncaseload,south,19\n")
    (problem,) = (one for one in found.problems if one.severity is Severity.ERROR)
    assert (problem.code, problem.where.row, problem.where.column) == ("period-unreadable", 1, "Q1 2018")
    told = intake.read("indicator_id,area,Q1 2018\ncaseload,north,18\n", calendar=Calendar.FINANCIAL)
    assert told.frame["period"].tolist() == ["2018-19 Q1"]


def test_unknown_columns_are_named_and_ignored(intake):
    found = intake.read("indicator_id,period,value,RAG,\ncaseload,2018-19 Q4,16,green,\n")
    (problem,) = (one for one in found.problems if one.code == "ignored-columns")
    assert (problem.severity, "'RAG'" in problem.message) == (Severity.WARNING, True)
    assert len(found.frame) == 1


def test_columns_that_the_template_adds_for_reading_are_ignored_in_silence(intake):
    assert codes(intake.read("indicator_id,period,value,Title,unit,owner\ncaseload,2018-19 Q4,16,a,b,c\n")) == set()


def test_a_column_without_a_name_is_told_by_its_letter(intake):
    found = intake.read("indicator_id,period,,value\ncaseload,2018-19 Q4,x,16\n")
    assert "column C" in next(one.message for one in found.problems if one.code == "ignored-columns")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", "no-header"),
        ("indicator_id,value\ncaseload,16\n", "no-header"),
        ("indicator_id,period,numerator\ncaseload,2018-19 Q4,16\n", "no-header"),
        ("Children's services,,\nindicator_id,period,value\ncaseload,2018-19 Q4,16\n", "header-not-first"),
        ("indicator_id,period,value,Value\ncaseload,2018-19 Q4,16,17\n", "repeated-column"),
        ("indicator_id,2018-19 Q4,2018-19 Q4\ncaseload,16,17\n", "repeated-column"),
        ("indicator_id,period,value\ncaseload,2018-19 Q4,1,037\n", "uneven-row"),
        ("indicator_id,period,value\ncaseload,2018-19 Q4\n", "uneven-row"),
        ("indicator_id,period,value\n", "no-figures"),
        ("indicator_id,period,value\n,,\n\n", "no-figures"),
        ("indicator_id,2018-19 Q4\ncaseload,\n", "no-figures"),
    ],
)
def test_what_is_no_table_of_figures_is_told(intake, text, expected):
    assert expected in codes(intake.read(text))


def test_a_missing_column_is_named(intake):
    (problem,) = (one for one in intake.read("indicator_id,value\ncaseload,16\n").problems)
    assert "period" in problem.message


def test_cells_that_are_empty_beyond_the_header_do_no_harm(intake):
    assert codes(intake.read("indicator_id,period,value\ncaseload,2018-19 Q4,16,,\ncaseload,2018-19 Q3,16\n")) == set()


def test_rows_that_hold_no_figure_are_skipped_and_counted(intake):
    found = intake.read(
        "indicator_id,area,period,value\ncaseload,north,2018-19 Q4,\n,,,\ncaseload,south,2018-19 Q4,16\n"
    )
    assert found.frame["file_row"].tolist() == [4]
    assert [one.message for one in found.problems if one.code == "empty-rows"] == [
        "1 row without a figure was skipped."
    ]


def test_of_several_sheets_with_figures_it_is_asked_which_is_read(intake):
    book = openpyxl.Workbook()
    workbooks.fill(book.active, [["Notes for the reader"]])
    for name, value in (("Old", 15), ("Q4", 16), ("Q4 copy", 17)):
        sheet = book.create_sheet(name)
        workbooks.fill(sheet, [["indicator_id", "period", "value"], ["caseload", "2018-19 Q4", value]])
    book["Old"].sheet_state = "hidden"
    content = workbooks.saved(book)
    found = intake.read(content, "figures.xlsx")
    assert (len(found.frame), found.sheets) == (0, ("Q4", "Q4 copy"))
    told = {one.code: str(one) for one in found.problems}
    assert "sheet Old" in told["hidden-sheet"]
    assert "Several sheets have figures: 'Q4', 'Q4 copy'. Which one is read?" in told["several-sheets"]
    assert intake.read(content, "figures.xlsx", sheet="q4 COPY").frame["value"].tolist() == [17]
    assert codes(intake.read(content, "figures.xlsx", sheet="Q5")) == {"no-such-sheet"}
