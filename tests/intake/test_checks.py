"""What the checks say, and what they leave alone."""

from datetime import date

import pytest

from kpi.intake.rules.child_cells import is_nhs, is_upn
from kpi.intake.rules.rule import MOST
from kpi.problem import Severity

HEADER = "indicator_id,area,period,value,note\n"


def told(candidate, code: str) -> list[str]:
    return [f"{problem.message} {problem.fix}".strip() for problem in candidate.problems if problem.code == code]


def one(candidate, code: str) -> str:
    (found,) = told(candidate, code)
    return found


def quarters(indicator: str, *values: object, first_year: int = 2016) -> str:
    """A file of one series, quarter by quarter."""
    names = [f"{first_year + n // 4}-{(first_year + 1 + n // 4) % 100:02d} Q{n % 4 + 1}" for n in range(len(values))]
    rows = [f"{indicator},{name},{value}" for name, value in zip(names, values, strict=True) if value is not None]
    return "\n".join(["indicator_id,period,value", *rows, ""])


def test_the_nearest_ids_are_suggested_by_id_and_by_title(intake):
    assert "Is caseload meant?" in one(intake.read(HEADER + "caselod,all,2018-19 Q4,1,\n"), "unknown-indicator")
    written = "Children in Need,all,2018-19 Q4,1,"
    assert told(intake.read(HEADER + written + "\n"), "unknown-indicator") == []
    assert "Definitions" in one(intake.read(HEADER + "zzzz,all,2018-19 Q4,1,\n"), "unknown-indicator")


def test_an_area_the_indicator_has_no_figures_for_is_told_apart_from_one_that_does_not_exist(intake):
    assert one(intake.read(HEADER + "children_in_need,north,2018-19 Q4,1,\n"), "unknown-area") == (
        "children_in_need has no figures for the area 'north'. It has figures for all."
    )
    assert "Is north meant?" in one(intake.read(HEADER + "caseload,nort,2018-19 Q4,1,\n"), "unknown-area")


def test_a_cumulative_period_is_never_a_quarter(intake):
    assert told(intake.read(HEADER + "caseload,all,2018/19 Q1 - 2018/19 Q3,1,\n"), "period-unreadable")


@pytest.mark.parametrize("label", ["1900-01 Q1", "01/01/1900", "March 1949"])
def test_a_period_before_there_were_figures_is_refused(intake, label):
    rows = f"caseload,all,{label},1,\nmissing_episodes,all,{label},1,\naudits_good,all,{label},1,\n"
    assert "figures begin in 1950" in " ".join(told(intake.read(HEADER + rows), "period-unreadable"))


def test_the_message_about_a_wrong_frequency_names_the_right_one(intake):
    message = one(intake.read(HEADER + "caseload,all,2018-19,1,\n"), "period-frequency")
    assert "caseload has figures for financial quarters." in message


def test_a_quarter_is_unfinished_until_its_last_day(intake):
    text = HEADER + "caseload,all,2018-19 Q4,16,\n"
    assert told(intake.read(text, today=date(2019, 3, 30)), "period-unfinished")
    assert told(intake.read(text, today=date(2019, 3, 31)), "period-unfinished") == []
    assert told(intake.read(text, today=date(2018, 12, 31)), "period-future")


def test_a_repeated_row_names_the_first_one(intake):
    rows = "caseload,north,2018-19 Q4,16,\ncaseload,south,2018-19 Q4,16,\ncaseload,North team,Q4 2018/19,16,\n"
    assert "row 2" in one(intake.read(HEADER + rows), "duplicate-row")


@pytest.mark.parametrize(
    ("row", "possible"),
    [
        ("reviews_on_time,all,2018-19 Q4,100", True),
        ("reviews_on_time,all,2018-19 Q4,100.1", False),
        ("reviews_on_time,all,2018-19 Q4,-1", False),
        ("growth,all,2018-19 Q4,250", True),
        ("growth,all,2018-19 Q4,-101", False),
        ("children_in_need,all,2018-19 Q4,-1", False),
        ("budget_variance,all,2018-19 Q4,-140000", True),
    ],
)
def test_a_value_is_possible_when_the_definition_allows_it(intake, row, possible):
    assert (told(intake.read(HEADER + row + ",\n"), "out-of-bounds") == []) is possible


@pytest.mark.parametrize(("value", "agrees"), [("87.5", True), ("87.45", True), ("87.4", False), ("0.875", False)])
def test_value_and_parts_agree_within_rounding(intake, value, agrees):
    text = f"indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,{value},84,96\n"
    assert (told(intake.read(text), "value-and-parts") == []) is agrees


def test_a_jump_says_the_usual_change(intake):
    intake.hold(quarters("children_in_need", 900, 910, 905, 915, 905, 900))
    assert one(intake.read("indicator_id,period,value\nchildren_in_need,2017-18 Q3,90\n"), "jump") == (
        "90 is 810 down on 900 in Q2 2017-18; this series usually changes by 10. "
        "Check it; publish it if it is right, and say why in note."
    )


def test_a_young_series_is_not_judged_for_jumps_and_a_note_says_so(intake):
    found = intake.read(quarters("children_in_need", 900, 910, 90))
    assert told(found, "jump") == []
    assert any("jumps did not run for figures of 1 series" in text for text in told(found, "check-not-run"))


def test_a_year_to_date_that_starts_again_in_april_is_no_jump(intake):
    spend = quarters("agency_spend", 100, 200, 300, 400, 105, 210, 310, 420, 100, 205, 300, 410)
    assert told(intake.read(spend), "jump") == []


def test_a_jump_across_a_break_is_no_jump(intake):
    contacts = quarters("contacts", 100, 104, 101, 99, 103, 100, 98, 102, 500, 505, 498)
    assert told(intake.read(contacts), "jump") == []


def test_what_is_published_already_is_not_questioned_again(intake):
    series = quarters("children_in_need", 900, 910, 905, 915, 905, 900, 90, 905)
    assert len(told(intake.read(series), "jump")) == 2
    intake.hold(series)
    assert told(intake.read(series), "jump") == []


def test_a_failed_return_published_as_zero_is_questioned_with_its_neighbours(intake):
    found = intake.read("indicator_id,period,value\nreviews_on_time,2017-18 Q4,91.5\nreviews_on_time,2018-19 Q1,0\n")
    assert "The value is 0, with 91.5% before it." in one(found, "zero-between")
    small = intake.read(quarters("children_in_need", 2, 0, 3))
    assert told(small, "zero-between") == []


def test_a_changed_figure_shows_old_and_new(intake):
    intake.hold("indicator_id,period,value\nchildren_in_need,2017-18 Q4,1037\nchildren_in_need,2018-19 Q4,c\n")
    found = intake.read(
        "indicator_id,period,value\nchildren_in_need,2017-18 Q4,1073\nchildren_in_need,2018-19 Q4,821\n"
    )
    assert [text.partition(".")[0] for text in told(found, "changed-figure")] == [
        "Q4 2017-18 was published as 1,037; it would become 1,073",
        "Q4 2018-19 was published as suppressed; it would become 821",
    ]


def test_on_an_empty_ledger_the_check_for_changes_says_that_it_did_not_run(intake):
    found = intake.read(HEADER + "caseload,all,2018-19 Q4,16,\n")
    assert "nothing has been published yet" in " ".join(told(found, "check-not-run"))


@pytest.mark.parametrize(
    ("cell", "live"),
    [
        ("=1+1", True),
        ("=cmd|' /C calc'!A0", True),
        ("+SUM(1)", True),
        ("-2+3+cmd|' /C calc'!A0", True),
        ("@SUM(A1)", True),
        ("＝1+1", True),
        ("- two teams short", False),
        ("-", False),
        ("a = b", False),
    ],
)
def test_a_cell_that_would_run_is_refused_and_a_dash_is_not(intake, cell, live):
    found = intake.read(HEADER + f'caseload,all,2018-19 Q4,16,"{cell}"\n')
    assert bool(told(found, "formula")) is live


def test_a_formula_in_value_is_told_once(intake):
    found = intake.read(HEADER + "caseload,all,2018-19 Q4,=1+1,\n")
    (error,) = (problem for problem in found.problems if problem.severity is Severity.ERROR)
    assert (error.code, error.where.column) == ("formula", "value")


def test_problems_come_in_the_order_of_the_rows(intake):
    found = intake.read(HEADER + "caseload,all,2018-19,1,\nnobody,all,2018-19 Q4,1,\ncaseload,all,2018-19 Q4,words,\n")
    rows = [problem.where.row for problem in found.problems if problem.severity is Severity.ERROR]
    assert rows == [2, 3, 4]


def test_very_many_faults_are_counted_and_not_all_told(intake):
    rows = "".join(f"nobody,all,2018-19 Q4,{n},\n" for n in range(MOST + 5))
    found = intake.read(HEADER + rows)
    assert len(told(found, "unknown-indicator")) == MOST + 1
    assert told(found, "unknown-indicator")[-1] == "5 more of the same (unknown indicator) from here on."


UPN = "H801200001001"
NHS = "9434765919"


def test_check_digits_are_those_of_the_real_registers():
    assert is_upn(UPN[0], UPN[1:])
    assert not is_upn("A", UPN[1:])
    assert is_nhs(NHS)
    assert not is_nhs("9434765918")


@pytest.mark.parametrize(
    "cell",
    [UPN, UPN.lower(), NHS, "943 476 5919", f"seen {UPN} today", "a.worker@example.org", "WV1 1SH", "wv1 1sh"],
)
def test_a_cell_that_points_at_a_child_refuses_the_file_and_is_never_quoted(intake, cell):
    found = intake.read(HEADER + f"caseload,all,2018-19 Q4,words,{cell}\n")
    assert {problem.code for problem in found.problems} == {"child-level-cells"}
    assert len(found.frame) == 0
    assert found.problems[0].where.column == "note"
    assert cell not in str(found.problems[0])


@pytest.mark.parametrize(
    "header", ["UPN", "NHS Number", "Forename", "child_surname", "DateOfBirth", "D.O.B.", "Home postcode", "Case ID"]
)
def test_a_column_named_like_a_child_refuses_the_file(intake, header):
    found = intake.read(f"indicator_id,period,value,{header}\ncaseload,2018-19 Q4,16,\n")
    assert {problem.code for problem in found.problems} == {"child-level-column"}


@pytest.mark.parametrize(
    "header", ["Data source", "Casework team", "Number of cases", "Upper limit", "Address checked"]
)
def test_a_column_that_is_not_about_a_child_does_not(intake, header):
    found = intake.read(f"indicator_id,period,value,{header}\ncaseload,2018-19 Q4,16,\n")
    assert {problem.code for problem in found.problems if problem.severity is not Severity.NOTE} == {"ignored-columns"}


def test_a_list_of_children_without_figures_is_refused_as_such(intake):
    found = intake.read("Forename,Surname,UPN\nA,B,\n")
    assert {problem.code for problem in found.problems} == {"child-level-column"}


def test_one_row_a_child_is_refused_and_nothing_of_it_is_told(intake):
    rows = "".join(f"children_in_need,all,2018-19 Q4,1,case {n}\n" for n in range(12)) + "nobody,all,2018-19 Q4,x9x,\n"
    found = intake.read(HEADER + rows)
    (problem,) = found.problems
    assert (problem.code, "12 rows" in problem.message, len(found.frame)) == ("child-level-rows", True, 0)


def test_a_large_sum_of_money_is_not_an_nhs_number(intake):
    rows = "".join(f"budget_variance,all,2018-19 Q{n},{value},\n" for n, value in ((1, NHS), (2, 1000000002), (3, 5)))
    assert told(intake.read(HEADER + rows), "child-level-cells") == []
