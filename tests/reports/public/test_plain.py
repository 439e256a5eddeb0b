"""Plain words for times and shares, and verdicts that tell no more than the printed figures do."""

from dataclasses import replace

import pytest

from kpi.period import Calendar, parse
from kpi.reports.public import plain
from kpi.reports.public.edition import Shown
from kpi.reports.public.figures import value_of
from kpi.reports.public.verdict import goal, verdict
from kpi.scorecard import Row
from kpi.workspace import Workspace


@pytest.mark.parametrize(
    ("period", "basis", "words"),
    [
        ("2018-19 Q4", "in_period", "January to March 2019"),
        ("2018-19 Q4", "snapshot", "end of March 2019"),
        ("2018-19 Q4", "year_to_date", "April 2018 to March 2019"),
        ("2018-19 Q1", "year_to_date", "April to June 2018"),
        ("2018-19 Q4", "rolling_12_months", "year to March 2019"),
        ("2018-19", "in_period", "year to March 2019"),
        ("2018-19", "snapshot", "end of March 2019"),
        ("2019-03", "in_period", "March 2019"),
        ("2019-02-11", "snapshot", "11 February 2019"),
    ],
)
def test_times_are_told_as_people_say_them(period: str, basis: str, words: str) -> None:
    assert plain.when(parse(period), basis) == words


def test_calendar_and_school_years_are_told_by_their_names() -> None:
    assert plain.when(parse("2018", Calendar.CALENDAR), "in_period") == "2018"
    assert plain.when(parse("2017-18", Calendar.ACADEMIC), "in_period") == "school year 2017-18"


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        ("2017-18 Q4", "2018-19 Q4", "a year before"),
        ("2018-19 Q3", "2018-19 Q4", "three months before"),
        ("2019-02", "2019-03", "a month before"),
        ("2017-18", "2018-19", "a year before"),
        ("2018-11-12", "2019-02-11", "last time"),
    ],
)
def test_how_long_lies_between_is_told_in_words(then: str, now: str, words: str) -> None:
    assert plain.gap(parse(then), parse(now)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(56.7, "about 57 in every 100"), (52.0, "52 in every 100"), (0.0, "0 in every 100"), (None, ""), (120.0, "")],
)
def test_a_percentage_is_so_many_in_every_hundred(value: float | None, words: str) -> None:
    assert plain.in_a_hundred(value, "percent") == words
    assert plain.in_a_hundred(value, "count") == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,037", 1037),
        ("56.7%", 56.7),
        ("£140,000", 140000),
        ("£49.6m", 49600000),
        ("-6", -6),
        ("-£0.4m", -400000),
        ("16.0 cases", 16),
        ("413 days", 413),
        ("12.5 per 10,000", 12.5),
        ("not shown", None),
    ],
)
def test_a_figure_is_known_only_as_it_is_printed(text: str, value: float | None) -> None:
    assert value_of(text) == value


@pytest.fixture(scope="module")
def plans(place: Workspace) -> Row:
    """Child protection plans at the end of 2018-19, of which the true figures are 330 and 379."""
    return next(row for row in place.scorecard("2018-19 Q4").rows if row.indicator == "cp_number")


def printed(*values: float | None) -> list[Shown]:
    periods = ("2017-18 Q4", "2018-19 Q4")
    return [
        Shown(
            parse(period),
            period,
            value,
            "not shown" if value is None else f"{value:,.0f}",
            "c" if value is None else "",
        )
        for period, value in zip(periods, values, strict=True)
    ]


def test_a_verdict_is_that_of_the_printed_figures_and_not_of_the_true_ones(plans: Row) -> None:
    assert verdict(plans, printed(350, 350)).word == "the same"
    assert verdict(plans, printed(350, 350)).sentence == "It was 350 both times."
    assert verdict(plans, printed(300, 350)).word == "higher"


def test_nothing_is_told_beside_a_hidden_figure(plans: Row) -> None:
    now, then = verdict(plans, printed(379, None)), verdict(plans, printed(None, 330))
    assert (now.word, now.means, then.word, then.means) == ("cannot say", "", "cannot say", "")
    assert "379" not in now.sentence
    assert "330" not in then.sentence


def test_an_aim_is_told_without_how_it_stands_where_the_figure_is_hidden(place: Workspace) -> None:
    row = next(row for row in place.scorecard("2018-19 Q4").rows if row.indicator == "rhi_72")
    shown = Shown(row.period, "January to March 2019", 71.4, "71.4%")
    found = goal(row.definition, "all", shown)
    assert found
    assert (found.status, found.sentence) == ("amber", "We aim for at least 80%. We are close to this.")
    hidden = goal(row.definition, "all", replace(shown, value=None, text="not shown", symbol="c"))
    assert hidden
    assert (hidden.status, hidden.sentence) == ("", "We aim for at least 80%.")
