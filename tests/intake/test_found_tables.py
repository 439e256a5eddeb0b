"""Tables as they stand in real spreadsheets: below titles, under two header rows, above totals and footnotes."""

import openpyxl
import pytest

from kpi.problem import Severity
from tests.intake import workbooks

TITLED = """Workforce return,,,
Run date: 02/07/2019  16:59,,,
,,,
indicator_id,area,period,value
caseload,north,2018-19 Q4,17
"""
STACKED = """,,2017-18,2018-19,,
Indicator,Team,Q4,Q1,Q2,Q3
caseload,north,18,17,16,15
"""


def told(found, *severities: Severity) -> set[str]:
    wanted = severities or (Severity.ERROR, Severity.WARNING)
    return {one.code for one in found.problems if one.severity in wanted}


def figures(found) -> list[list[object]]:
    return found.frame[["indicator", "area", "period", "value"]].values.tolist()


def test_a_table_below_its_title_is_read_and_somebody_confirms_it(intake):
    found = intake.read(TITLED)
    assert figures(found) == [["caseload", "north", "2018-19 Q4", 17.0]]
    assert told(found) == {"header-not-first"}
    assert "The header is row 4." in found.decided


def test_a_year_above_its_quarters_makes_one_header_of_two_rows(intake):
    found = intake.read(STACKED)
    assert [row[2:] for row in figures(found)] == [
        ["2017-18 Q4", 18.0],
        ["2018-19 Q1", 17.0],
        ["2018-19 Q2", 16.0],
        ["2018-19 Q3", 15.0],
    ]
    assert told(found) == {"header-of-two-rows"}


def test_a_year_over_labels_that_begin_before_it_is_asked_about_and_never_spread_to_the_left(intake):
    found = intake.read("indicator_id,,,2018-19,\n,Q1,Q2,Q3,Q4\ncaseload,18,17,16,15\n")
    assert told(found, Severity.ERROR)
    assert set(found.frame["period"].dropna()) <= {"2018-19 Q3", "2018-19 Q4"}


def test_quarters_that_run_past_the_year_above_them_are_asked_about(intake):
    found = intake.read("indicator_id,2017-18,,,\n,Q3,Q4,Q1,Q2\ncaseload,18,17,16,15\n")
    assert told(found, Severity.ERROR)


@pytest.mark.parametrize(
    "title", ["Printed 2 July 2019", "Quarter 4 2018-19", "30/06/2019", "2018-19", "As at 31 March 2019"]
)
@pytest.mark.parametrize("names", ["Numerator,Denominator", "Value,", "Q3,Q4"])
def test_a_title_right_above_the_header_gives_no_column_its_period(intake, title, names):
    found = intake.read(f"{title},,,\nIndicator,Team,{names}\ncaseload,north,18,17\n")
    assert told(found, Severity.ERROR)


@pytest.mark.parametrize("printed", ["Printed 2 July 2019", "Run 02/07/2019"])
def test_the_day_of_a_print_is_no_period_even_above_the_figures(intake, printed):
    found = intake.read(f",{printed},\nIndicator,Numerator,Denominator\nreviews_on_time,84,96\n")
    assert told(found, Severity.ERROR) == {"no-header"}


def test_a_title_merged_over_the_whole_table_is_a_title(intake):
    book = openpyxl.Workbook()
    rows = [["Quarter 4 2018-19", None, None], ["Indicator", "Numerator", "Denominator"], ["reviews_on_time", 84, 96]]
    workbooks.fill(book.active, rows)
    book.active.merge_cells("A1:C1")
    assert told(intake.read(workbooks.saved(book), "figures.xlsx"), Severity.ERROR) == {"no-header"}


def test_a_header_that_lacks_one_column_says_which(intake):
    found = intake.read("Quarter 4 2018-19,,\nIndicator,Numerator,Denominator\nreviews_on_time,84,96\n")
    assert [(one.where.row, one.message) for one in found.problems] == [(2, "The header does not name period.")]


def test_periods_that_stand_across_are_not_said_to_be_lacking(intake):
    (problem,) = intake.read("Team,2018-19 Q3,2018-19 Q4\nnorth,18,17\n").problems
    assert problem.message == "The header does not name indicator_id."


def test_merged_years_hold_for_the_columns_they_are_merged_over_and_no_further(intake):
    book = openpyxl.Workbook()
    rows = [
        ["indicator_id", "2017-18", None, "2018-19", None],
        [None, "Q3", "Q4", "Q1", "Q2"],
        ["caseload", 1, 2, 3, 4],
    ]
    workbooks.fill(book.active, rows)
    for block in ("A1:A2", "B1:C1", "D1:E1"):
        book.active.merge_cells(block)
    found = intake.read(workbooks.saved(book), "figures.xlsx")
    assert found.frame["period"].tolist() == ["2017-18 Q3", "2017-18 Q4", "2018-19 Q1", "2018-19 Q2"]
    assert told(found) == set()


def test_a_quarter_above_numerator_and_denominator_gives_the_parts_of_its_figure(intake):
    text = "Indicator,2018-19 Q3,,2018-19 Q4,\n,Numerator,Denominator,Num,Denom\nreviews_on_time,80,100,84,96\n"
    found = intake.read(text)
    columns = ["period", "value", "numerator", "denominator"]
    assert found.frame[columns].values.tolist() == [["2018-19 Q3", 80.0, 80.0, 100.0], ["2018-19 Q4", 87.5, 84.0, 96.0]]


def test_a_figure_in_two_rows_of_header_is_named_by_its_row_and_period(intake):
    found = intake.read(STACKED.replace("18,17", "18,about 17"))
    (problem,) = (one for one in found.problems if one.severity is Severity.ERROR)
    assert (problem.where.row, problem.where.column) == (3, "Q1 2018-19")


def test_labels_merged_over_several_rows_hold_for_each_of_them(intake):
    book = openpyxl.Workbook()
    workbooks.fill(book.active, [["indicator_id", "area", "period", "value"]])
    for row in (["caseload", "north", "2018-19 Q4", 17], [None, "south", "2018-19 Q4", 19]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    found = intake.read(workbooks.saved(book), "figures.xlsx")
    assert [row[:2] for row in figures(found)] == [["caseload", "north"], ["caseload", "south"]]


def test_a_figure_merged_over_several_rows_is_refused(intake):
    book = openpyxl.Workbook()
    workbooks.fill(book.active, [["indicator_id", "area", "period", "value"]])
    for area in ("north", "south"):
        book.active.append(["caseload", area, "2018-19 Q4", 17])
    book.active.merge_cells("D2:D3")
    assert "merged-cells" in told(intake.read(workbooks.saved(book), "figures.xlsx"))


def test_spacer_columns_are_passed_over_in_silence(intake):
    found = intake.read(",indicator_id,,period,,value,\n,caseload,,2018-19 Q4,,16,\n")
    assert (figures(found), told(found)) == ([["caseload", "all", "2018-19 Q4", 16.0]], set())


def test_totals_and_footnotes_below_are_left_out_and_told(intake):
    text = "indicator_id,area,period,value\ncaseload,north,2018-19 Q4,17\nGrand Total,,,17\n,,,\nSource: HR system\n"
    found = intake.read(text)
    assert len(found.frame) == 1
    assert told(found) == {"total-row"}
    assert "footnote" in told(found, Severity.NOTE)


def test_a_header_said_again_on_every_page_is_passed_over(intake):
    header = "indicator_id,area,period,value\n"
    found = intake.read(f"{header}caseload,north,2018-19 Q4,17\n{header}caseload,south,2018-19 Q4,18\n")
    assert (len(found.frame), told(found)) == (2, set())


@pytest.mark.parametrize("text", ["caseload;south;2018-19 Q4;18", "caseload,south,2018-19 Q4,18", "caseload", "18"])
def test_a_broken_row_at_the_end_is_never_taken_for_a_footnote(intake, text):
    found = intake.read(f'indicator_id,area,period,value\ncaseload,north,2018-19 Q4,17\n\n"{text}"\n')
    assert told(found, Severity.ERROR)


def test_a_column_by_another_name_is_read_and_told(intake):
    found = intake.read("KPI,Team,Quarter,Outturn,Comments\ncaseload,north,2018-19 Q4,17,busy\n")
    assert figures(found) == [["caseload", "north", "2018-19 Q4", 17.0]]
    assert "Column 'Outturn' is value." in found.decided


def test_two_columns_that_could_be_the_value_are_asked_about(intake):
    found = intake.read("indicator_id,period,Actual,Outturn\ncaseload,2018-19 Q4,17,18\n")
    assert [one.message for one in found.problems] == ["Which column is value: 'Actual' or 'Outturn'?"]


def test_a_column_with_the_very_name_is_the_one_and_others_are_left_out_aloud(intake):
    found = intake.read("indicator_id,period,value,Outturn\ncaseload,2018-19 Q4,17,18\n")
    assert (found.frame["value"].tolist(), told(found)) == ([17.0], {"ignored-columns"})


def test_a_value_column_beside_periods_is_left_out_aloud(intake):
    found = intake.read("indicator_id,2018-19 Q4,value\ncaseload,17,18\n")
    assert (found.frame["value"].tolist(), told(found)) == ([17.0], {"ignored-columns"})


def test_a_column_named_quarter_beside_periods_is_left_out_aloud(intake):
    found = intake.read("indicator_id,Quarter,2018-19 Q3,2018-19 Q4\ncaseload,Q4,17,18\n")
    assert (found.frame["value"].tolist(), told(found)) == ([17.0, 18.0], {"ignored-columns"})
