"""A figure quoted in words is compared with the ledger; a text that can be read otherwise is left alone."""

import pytest

from kpi.period import parse
from kpi.problem import Severity
from kpi.quoted import CODE, Quotations
from tests.quoted.conftest import COMMENTARY

TURNOVER = "Social worker turnover in Q4 2018-19; the figure is 11.2%."


def test_a_figure_that_differs_is_a_warning_with_both_values_and_its_place(quotations: Quotations) -> None:
    [problem] = quotations.check("Turnover was 12.2%.", parse("2018-19 Q4"), COMMENTARY)
    assert (problem.code, problem.severity, problem.where) == (CODE, Severity.WARNING, COMMENTARY)
    assert problem.message == f"The text says 12.2% for {TURNOVER}"


@pytest.mark.parametrize(
    "text",
    [
        "Turnover was 11.2%.",
        "Turnover was 11%.",
        "Turnover, as members know, was 40%.",
        "Turnover halved to 11.2% from 28.0% a year before.",
        "Turnover fell from 28.0% in 2017-18 to 11.2% in 2018-19.",
        "Turnover stood at 11.2% in March 2019, compared with 28% in March 2018.",
        "In Quarter 3 turnover was 15.1%.",
        "Turnover was over 11% and under 12%.",
        "The average caseload was about 16.5 cases.",
        "The average caseload was 16.0 cases, after 19.7 a year before.",
        "Children in need fell from 1,037 in 2017-18 to 821 in 2018-19.",
        "624 children were in care at the end of March, after 648 a year before.",
        "There were 624 children in care at 31 March 2019.",
        "Agency spend was £2.1m since April, £140,000 less than the year before.",
        "The children\u2019s services budget is £49.6m.",
        "Adoption took 413 days on average, after 441 a year before.",
        "Practice: files judged good or outstanding were 52%.",
    ],
)
def test_a_text_that_agrees_with_the_ledger_raises_nothing(text: str, warned) -> None:
    assert warned(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Turnover was 12%.", f"12% for {TURNOVER}"),
        ("Over 12% turnover.", f"12% for {TURNOVER}"),
        ("TURNOVER: 11.3% (Q4 2018-19)", f"11.3% for {TURNOVER}"),
        ("Turnover was 11.2%, after 27.0% a year before.", "27.0% for Social worker turnover in Q4 2017-18"),
        ("In 2017-18 turnover was 29%.", "29% for Social worker turnover in Q4 2017-18; the figure is 28.0%."),
        ("Turnover fell from 27% in 2017-18 to 11.2%.", "27% for Social worker turnover in Q4 2017-18"),
        ("Re-referrals fell from 25.4% in Quarter 1 to 24.4%.", "24.4% for Re-referrals within 12 months in Q4"),
        ("13.1% of posts were vacant, after 19.1% a year before.", "19.1% for Social worker vacancy rate in Q4"),
        ("The average caseload was 16.0 cases, after 19.8 a year before.", "19.8 for Average caseload in Q4 2017-18"),
        ("The average caseload was about 20 cases.", "20 for Average caseload in Q4 2018-19"),
        ("625 children were in care at the end of March.", "625 for Children in care in Q4 2018-19; the"),
        ("The number of children in care was 700.", "700 for Children in care in Q4 2018-19"),
        ("Children in need fell to 820 in 2018-19.", "820 for Children in need in Q4 2018-19; the figure is 821."),
        ("Agency spend was £2.3m.", "£2.3m for Agency spend in Q4 2018-19; the figure is £2,116,400."),
        ("The children's services budget is £49.7m.", "£49.7m for Children's services budget in 2018-19"),
    ],
)  # fmt: skip
def test_each_figure_that_differs_is_named_with_its_indicator_and_period(text: str, said: str, warned) -> None:
    [message] = warned(text)
    assert message.startswith(f"The text says {said}")


@pytest.mark.parametrize(
    "text",
    [
        "Turnover fell by 3 percentage points.",
        "Turnover was 5 percentage points lower.",
        "Turnover, against a target of 15%, fell.",
        "The target for turnover is 15%.",
        "Turnover will be 10% by June 2019.",
        "Turnover was between 10% and 12%.",
        "Turnover was 10% to 12%.",
        "Turnover: 1 in 9.",
        "National turnover was 15%.",
        "Turnover in England was 15%.",
        "Turnover was 30% for newly qualified workers.",
        "The average caseload was 22 in the duty team.",
        "The average caseload was 16.0 cases, after 30.",
        "12 children in care went missing.",
        "We wrote to 12 children in care.",
        "Children in care were 40 in foster placements.",
        "Files judged good or outstanding were 60% in February.",
        "Social workers leaving in the month were 6 in November 2018 to March 2019.",
        "Turnover was 12.",
        "Day 10 readings, 45 working days, Quarter 3 of 2018-19 and 31 March 2019 are no figures of turnover.",
        "",
    ],
)
def test_what_can_be_read_otherwise_is_left_alone(text: str, warned) -> None:
    assert warned(text) == []


def test_two_definitions_that_share_a_name_are_both_right(warned) -> None:
    assert warned("Children in need were 821 at the end of March 2019.") == []
    assert warned("Children in need were 2,159 at the end of March 2019.") == []
    assert len(warned("Children in need were 2,160 at the end of March 2019.")) == 1


def test_the_quarter_of_the_text_is_the_time_of_what_names_none(warned) -> None:
    assert warned("The average caseload was 16.4 cases.", "2018-19 Q3") == []
    assert len(warned("The average caseload was 16.4 cases.", "2018-19 Q2")) == 1


def test_last_years_figure_of_the_same_name_is_no_excuse_and_no_contradiction(warned) -> None:
    assert len(warned("The average caseload was 19.7 cases.")) == 1
    assert warned("The average caseload was 15.9 cases.", "2019-20 Q1") == []


def test_a_team_that_is_named_is_the_one_that_counts(warned) -> None:
    [message] = warned("In the care-experienced team average caseload by team was 20.1.")
    assert "27.9 cases" in message


def test_a_figure_that_is_missing_or_in_words_is_not_contradicted(warned) -> None:
    assert warned("Over 99% of children in care were in suitable education.") == []
    assert warned("Initial health assessments within 20 working days: 60%.", "2018-19 Q3") == []
