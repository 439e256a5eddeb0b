"""What a tracker is refused for: each time with row and column, and nothing half taken."""

from datetime import date

import openpyxl
import pytest

from kpi.intake.updates import is_updates
from kpi.problem import Problem, Severity
from tests.intake import workbooks
from tests.intake.updates.conftest import ACTIONS, Desk, action, codes, filled, pack_of

HEADER = "plan_year,quarter,ref,stage,status,percent,commentary,new_due,reason,milestones\n"
START = "2018-19,2018-19 Q4,"
TODAY_IN_Q3 = date(2018, 12, 31)


def one(desk: Desk, text: str, name: str = "tracker.csv") -> Problem:
    """The one Problem of a file that is refused whole."""
    found = desk.read(text, name)
    [problem] = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert not desk.preview(text, name).can_publish
    assert desk.preview(text, name).lines == ()
    return problem


def row(desk: Desk, cells: str) -> Problem:
    """The one Problem of a row below a sound one."""
    return one(desk, f"{HEADER}{START}SSS 2.1,in progress,on track,10,Begun.,,,\n{cells}\n")


@pytest.mark.parametrize(
    ("cells", "code", "column", "words"),
    [
        (f"{START},complete,,,,,,", "no-ref", "ref", "names no action"),
        (f"{START}SSS  2.1,complete,,,,,,", "duplicate-ref", "ref", "row 2 already"),
        (f"{START}PMQA 21,complete,,,,,,", "unknown-ref", "ref", "Is PMQA 2.1 meant?"),
        (f"{START}XYZ,complete,,,,,,", "unknown-ref", "ref", "Take the template"),
        (f"{START}PMQA 2.1,in progres,,,,,,", "unknown-stage", "stage", "Is in progress meant?"),
        (f"{START}PMQA 2.1,,On trak,,,,,", "unknown-status", "status", "Is On track or Off track meant?"),
        (f"{START}PMQA 2.1,,purple,,,,,", "unknown-status", "status", "Complete, On track, Off track"),
        (f"{START}PMQA 2.1,in progress,Complete,,,,,", "status-of-stage", "status", "does not go with"),
        (f"{START}PMQA 2.1,,,101,,,,", "percent-range", "percent", "0 to 100"),
        (f"{START}PMQA 2.1,,,-5,,,,", "percent-range", "percent", "0 to 100"),
        (f"{START}PMQA 2.1,,,half,,,,", "not-a-number", "percent", "40 or 40%"),
        (f"{START}PMQA 2.1,,,n/a,,,,", "not-a-number", "percent", "leave the cell empty"),
        (f"{START}PMQA 2.1,,,,,soon,Late.,", "due-unreadable", "new_due", "soon"),
        (f"{START}PMQA 2.1,,,,,Q1 2020,Late.,", "due-unreadable", "new_due", "?"),
        (f"{START}PMQA 2.1,,,,,2018-01-31,Late.,", "due-before-start", "new_due", "before the action starts"),
        (f"{START}PMQA 2.1,,,,,2019-06-30,,", "due-without-reason", "reason", "no reason"),
        (f"{START}PMQA 2.1,,,,,,Late.,", "reason-without-due", "reason", "no new due date"),
        (f"{START}PMQA 2.1,,,,,,,asess: done", "unknown-milestone", "milestones", "Is assess meant?"),
        (f"{START}SSS 2.1,,,,,,,", "duplicate-ref", "ref", "one row for each"),
        (f"{START}PMQA 2.1,,,,,,,done", "milestones-unreadable", "milestones", "assess: done"),
        (f"{START}PMQA 2.1,,,,,,,assess: finished", "milestones-unreadable", "milestones", "in progress or done"),
        (f"{START}PMQA 2.1,,,,,,,train: done; train: done", "milestones-unreadable", "milestones", "twice"),
        (f"{START}PMQA 2.1,,,,{'x' * 4001},,,", "text-too-long", "commentary", "4,000"),
        (f"{START}PMQA 2.1,,,,=1+1,,,", "formula", "commentary", "formula"),
        ("2018-19,,PMQA 2.1,complete,,,,,,", "no-quarter", "quarter", "unmerge"),
        (",2018-19 Q4,PMQA 2.1,complete,,,,,,", "no-plan-year", "plan_year", "every row"),
        ("2018-19,2018-19 Q3,PMQA 2.1,complete,,,,,,", "several-quarters", "quarter", "Q4 2018-19 above"),
        ("2017-18,2018-19 Q4,PMQA 2.1,complete,,,,,,", "several-plan-years", "plan_year", "2018-19 above"),
        ("2018-19,Q4,PMQA 2.1,complete,,,,,,", "period-unreadable", "quarter", "Q4"),
        ("2018-19,2018-19,PMQA 2.1,complete,,,,,,", "period-unreadable", "quarter", "quarter"),
    ],
)
def test_a_bad_row_is_named_with_its_column(desk: Desk, cells: str, code: str, column: str, words: str) -> None:
    problem = row(desk, cells)
    assert (problem.code, problem.where.row, problem.where.column) == (code, 3, column)
    assert words in f"{problem.message} {problem.fix}"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("2017-18,2017-18 Q4,PMQA 2.1,complete\n", "unknown-plan-year", "plan_year"),
        (",2017-18 Q4,PMQA 2.1,complete\n", "unknown-plan-year", "quarter"),
        ("2018-19,2019-20 Q1,PMQA 2.1,complete\n", "outside-plan-year", "quarter"),
    ],
)
def test_a_tracker_of_the_wrong_plan_year_is_refused(desk: Desk, text: str, code: str, column: str) -> None:
    problem = one(desk, f"plan_year,quarter,ref,stage\n{text}")
    assert (problem.code, problem.where.row, problem.where.column) == (code, 2, column)


def test_a_quarter_that_has_not_begun_is_refused() -> None:
    early = Desk(pack_of(ACTIONS), today=TODAY_IN_Q3)
    problem = one(early, "quarter,ref,stage\nQ4 2018-19,PMQA 2.1,complete\n")
    assert (problem.code, problem.message) == ("future-quarter", "Q4 2018-19 has not begun.")


def test_a_tracker_without_a_quarter_is_refused(desk: Desk) -> None:
    assert one(desk, "ref,stage\nPMQA 2.1,complete\n").code == "no-quarter"


def test_a_header_without_rows_is_refused(desk: Desk) -> None:
    assert one(desk, HEADER).code == "no-updates"


def test_text_above_the_header_is_refused(desk: Desk) -> None:
    assert one(desk, f"Plan tracker,,,,,,,,,\n{HEADER}{START}PMQA 2.1,complete,,,,,,\n").code == "header-not-first"


def test_two_columns_for_the_same_are_refused(desk: Desk) -> None:
    assert one(desk, "quarter,ref,Stage,STAGE\n2018-19 Q4,PMQA 2.1,complete,\n").code == "repeated-column"


def test_figures_are_not_taken_for_updates_nor_updates_for_figures(desk: Desk) -> None:
    figures = "indicator_id,period,value\ncaseload,2018-19 Q4,16\n"
    assert one(desk, figures).code == "figures-not-updates"
    assert not is_updates("figures.csv", figures.encode())
    assert is_updates("tracker.csv", desk.template())
    assert one(desk, "name,age\nx,3\n").code == "no-header"
    assert not is_updates("broken.xlsx", b"nothing")


def test_merged_cells_are_refused_where_they_hide_what_is_said(desk: Desk) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [["quarter", "ref", "status"], ["2018-19 Q4", "PMQA 2.1", "On track"], ["2018-19 Q4", "SSS 2.1", None]]
    workbooks.fill(sheet, rows)
    sheet.merge_cells("C2:C3")
    found = desk.preview(workbooks.saved(book), "tracker.xlsx")
    [problem] = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    assert (problem.code, problem.where.row, problem.where.column) == ("merged-cells", 2, "status")
    assert found.lines == ()


def test_merged_cells_beside_the_table_do_not_matter(desk: Desk) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    workbooks.fill(sheet, [["quarter", "ref", "lead", "stage"], ["2018-19 Q4", "SSS 2.1", "Head", "complete"]])
    workbooks.fill(sheet, [["2018-19 Q4", "PMQA 2.1", None, "complete"]])
    sheet.merge_cells("C2:C3")
    assert desk.preview(workbooks.saved(book), "tracker.xlsx").can_publish


def test_a_formula_that_was_never_calculated_is_refused(desk: Desk) -> None:
    rows = [["quarter", "ref", "percent"], ["2018-19 Q4", "SSS 2.1", "=20+20"]]
    rows[0].append("stage")
    found = desk.read(workbooks.xlsx(rows), "tracker.xlsx")
    problem = next(problem for problem in found.problems if problem.code == "formula-not-calculated")
    assert (problem.where.row, problem.where.column) == (2, "percent")


def test_a_file_about_single_children_is_refused_and_nothing_of_it_is_told(desk: Desk) -> None:
    text = "quarter,ref,stage,commentary,surname\n2018-19 Q4,NONE 1,complete,,Doe\n"
    found = desk.read(text)
    assert codes(found) == ["child-level-column"]
    assert (found.rows, found.sheets) == ((), ())
    mail = "quarter,ref,stage,commentary\n2018-19 Q4,NONE 1,complete,ask someone@example.org\n"
    [problem] = desk.read(mail).problems
    assert (problem.code, problem.where.column) == ("child-level-cells", "commentary")
    assert "someone" not in str(problem)


def test_a_commentary_may_speak_of_dates_of_birth(desk: Desk) -> None:
    text = "quarter,ref,stage,commentary\n2018-19 Q4,PMQA 2.1,in progress,Every date of birth and UPN is now checked.\n"
    assert desk.preview(text).can_publish


def test_columns_that_nobody_knows_are_named_and_left_out(desk: Desk) -> None:
    found = desk.preview("Quarter,REF,RAG,Stage,New due\n2018-19 Q4,PMQA 2.1,G,in progress,\n")
    [problem] = found.problems
    assert (problem.code, problem.severity) == ("ignored-columns", Severity.WARNING)
    assert "'RAG'" in problem.message
    assert "'New due'" not in problem.message


def test_what_is_doubtful_is_asked_about_and_not_refused(desk: Desk) -> None:
    desk.sign_off()
    found = desk.preview("quarter,ref,stage,percent\n2018-19 Q4,PMQA 2.1,complete,0.5\n")
    assert found.can_publish
    warned = {problem.code for problem in found.problems if problem.severity is Severity.WARNING}
    assert warned == {"fraction", "milestones-open", "percent-of-complete", "signed-off"}
    assert {problem.where.row for problem in found.problems} == {2}


def test_a_due_date_overwritten_where_a_new_one_belongs_is_noticed(desk: Desk) -> None:
    text = filled(desk.template(), {"PMQA 2.1": {"due": "30 June 2019"}, "SSS 2.1": {"due": "March 2019"}})
    [problem, note] = desk.read(text).problems
    assert (problem.code, problem.where.row, problem.where.column) == ("due-overwritten", 2, "due")
    assert "PMQA 2.1 is due 31 March 2019" in problem.message
    assert note.code == "nothing-new"


def test_five_thousand_rows_with_a_fault_each_are_told_in_a_thousand_lines() -> None:
    desk = Desk(pack_of([action(f"A {number}") for number in range(5_000)]))
    lines = "".join(f"2018-19 Q4,B {number},complete\n" for number in range(5_000))
    found = desk.read(f"quarter,ref,stage\n{lines}").problems
    assert len(found) == 1_001
    assert found[-1].message == "4,000 more of the same (unknown-ref) from here on."


def test_five_thousand_actions_are_read_and_compared_whole() -> None:
    desk = Desk(pack_of([action(f"A {number}") for number in range(5_000)]))
    lines = "".join(f"2018-19 Q4,A {number},in progress,on track,{number % 100}\n" for number in range(5_000))
    found = desk.preview(f"quarter,ref,stage,status,percent\n{lines}")
    assert (found.counts, len(found.settle())) == ({"new": 5_000, "changed": 0, "unchanged": 0}, 5_000)
