"""Cells with their meaning: periods, numbers, symbols, states and notes."""

import math

import pytest

from kpi.period import Calendar
from kpi.problem import Severity
from tests.intake import workbooks

HEADER = "indicator_id,area,period,value,numerator,denominator,state,note\n"


def only(intake, row: str, **told):
    """The one figure of a file of one row, which must be in order."""
    found = intake.read(HEADER + row + "\n", **told)
    assert [str(one) for one in found.problems if one.severity is Severity.ERROR] == []
    (figure,) = found.frame.to_dict("records")
    return figure


@pytest.mark.parametrize(
    ("indicator", "written", "period"),
    [
        ("caseload", "Q4 2018/19", "2018-19 Q4"),
        ("caseload", "31/03/2019", "2018-19 Q4"),
        ("referral_rate", "2018/19", "2018-19"),
        ("missing_episodes", "Mar-19", "2019-03"),
        ("missing_episodes", "June 2005", "June 2005"),
        ("gcse_results", "2017-18", "2017-18"),
        ("population", "2018", "2018"),
        ("visits", "2018 Q1", "2018 Q1"),
        ("audits_good", "11/02/2019", "2019-02-11"),
    ],
)
def test_a_period_is_read_for_its_indicator(intake, indicator, written, period):
    assert only(intake, f"{indicator},all,{written},5,,,,")["period"] == period


def test_an_empty_area_is_the_whole_service_and_titles_do_as_well_as_ids(intake):
    assert only(intake, "caseload,,2018-19 Q4,16,,,,")["area"] == "all"
    assert only(intake, "caseload,North Team,2018-19 Q4,16,,,,")["area"] == "north"


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("reviews_on_time,all,2018-19 Q4,,84,96,,", 87.5),
        ("reviews_on_time,all,2018-19 Q4,,1,3,,", 33.3333333333333),
        ("referral_rate,all,2018-19,,2159,60560,,", 356.505944517834),
        ("caseload,all,2018-19 Q4,,1734,108.4,,", 15.9963099630996),
        ("reviews_on_time,all,2018-19 Q4,52%,,,,", 52),
        ("reviews_on_time,all,2018-19 Q4,52,,,,", 52),
        ('children_in_need,all,2018-19 Q4,"1,037",,,,', 1037),
        ("agency_spend,all,2018-19 Q4,£49.6m,,,,", 49_600_000),
        ("budget_variance,all,2018-19 Q4,(1200),,,,", -1200),
    ],
)
def test_a_value_is_given_or_worked_out(intake, row, value):
    assert only(intake, row)["value"] == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize(
    ("written", "symbol"), [("c", "c"), ("[x]", "x"), ("..", ":"), ("low", "k"), ("<5", "<5"), ("90-99", "90-99")]
)
def test_a_symbol_is_kept_and_is_never_zero(intake, written, symbol):
    figure = only(intake, f"children_in_need,all,2018-19 Q4,{written},,,,")
    assert (math.isnan(figure["value"]), figure["symbol"]) == (True, symbol)


def test_a_suppressed_numerator_suppresses_the_value_that_it_would_make(intake):
    assert only(intake, "reviews_on_time,all,2018-19 Q4,,c,96,,")["symbol"] == "c"


def test_words_stand_in_note_and_the_value_stays_empty(intake):
    figure = only(intake, "caseload,north,2018-19 Q4,,,,,low 20s")
    assert (math.isnan(figure["value"]), figure["symbol"], figure["note"]) == (True, "", "low 20s")


def test_words_in_value_are_refused_as_an_analyst_would_say_it(intake):
    rows = "".join(f"caseload,all,{year}-{year - 1999:02d} Q4,16,,,,\n" for year in range(2006, 2018))
    found = intake.read(HEADER + rows + "caseload,all,2018-19 Q4,low 20s,,,,\n")
    assert str(next(one for one in found.problems if one.severity is Severity.ERROR)) == (
        "figures.csv, row 14, column value: 'low 20s' is words, not a number. "
        "Put the words in note and leave value empty."
    )


@pytest.mark.parametrize(
    ("period", "state", "expected"),
    [
        ("2018-19 Q4", "", "final"),
        ("2018-19 Q4", "Provisional", "provisional"),
        ("2018-19 Q4 (prov)", "", "provisional"),
        ("2018-19 Q4 (prov)", "final", "final"),
        ("2018-19 Q4", "illustrative", "illustrative"),
    ],
)
def test_a_state_is_final_unless_something_says_otherwise(intake, period, state, expected):
    assert only(intake, f"caseload,all,{period},16,,,{state},")["state"] == expected


@pytest.mark.parametrize(("written", "note"), [("'=1+1", "=1+1"), ("''-x", "'-x"), ("'tis", "'tis"), ("- up", "- up")])
def test_the_apostrophe_of_the_export_is_taken_off_a_note(intake, written, note):
    assert only(intake, f"caseload,all,2018-19 Q4,16,,,,{written}")["note"] == note


def test_a_number_shown_as_percent_in_a_workbook_is_that_percentage(intake):
    rows = [["indicator_id", "period", "value"], ["reviews_on_time", "2018-19 Q4", 0.525]]
    found = intake.read(workbooks.xlsx(rows, {"C2": "0.0%"}), "figures.xlsx")
    assert found.frame["value"].tolist() == [52.5]


def test_the_calendar_that_a_person_names_settles_an_ambiguous_quarter(intake):
    assert only(intake, "caseload,all,Q1 2018,16,,,,", calendar=Calendar.FINANCIAL)["period"] == "2018-19 Q1"
    found = intake.read(HEADER + "caseload,all,Q1 2018,16,,,,\n", calendar=Calendar.CALENDAR)
    assert found.frame["period"].tolist() == ["2017-18 Q4"]
