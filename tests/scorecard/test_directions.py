"""Directions on the scorecard: what is compared, and what is not."""

import pytest

from kpi.scorecard import Row
from tests.support.figures import Figure, indicator, row, target

AUDITS = indicator(decimals=0)
YEAR_TO_DATE = indicator(unit="percent", basis="year_to_date")
SPEND = indicator(unit="pounds", polarity="lower", basis="year_to_date")


def told(shown: Row) -> tuple[str, float | None, str, float | None]:
    return shown.direction_previous, shown.change_previous, shown.direction_year, shown.change_year


def test_both_comparisons_are_made_and_may_disagree() -> None:
    shown = row(AUDITS, ("2017-18 Q4", 38.0), ("2018-19 Q3", 57.0), ("2018-19 Q4", 52.0))
    assert told(shown) == ("worsening", -5.0, "improving", 14.0)


def test_changes_are_between_displayed_figures() -> None:
    shown = row(AUDITS, ("2018-19 Q3", 46.4), ("2018-19 Q4", 46.6))
    assert told(shown)[:2] == ("improving", 1.0)
    assert told(row(AUDITS, ("2018-19 Q3", 45.6), ("2018-19 Q4", 46.4)))[:2] == ("no_change", 0.0)


def test_a_change_carries_no_binary_noise() -> None:
    shown = row(indicator(decimals=1, unit="cases"), ("2017-18 Q4", 19.7), ("2018-19 Q3", 16.4), ("2018-19 Q4", 16.0))
    assert (shown.change_previous, shown.change_year) == (-0.4, -3.7)


@pytest.mark.parametrize(
    ("earlier", "why"),
    [
        ([], "there is no earlier figure"),
        ([("2018-19 Q2", 41.0)], "no figure for Q3 2018-19"),
        ([("2018-19 Q3", None, {"symbol": "c"})], "the figure for Q3 2018-19 is suppressed"),
        ([("2018-19 Q3", None, {"symbol": "<5"})], "the figure for Q3 2018-19 is given only as fewer than 5"),
        ([("2018-19 Q3", None, {"symbol": "k"})], "the figure for Q3 2018-19 rounds to zero"),
        ([("2018-19 Q3", None, {"note": "low 20s"})], "the figure for Q3 2018-19 is in words, “low 20s”"),
    ],
)
def test_what_cannot_be_compared_says_why(earlier: list[Figure], why: str) -> None:
    shown = row(AUDITS, *earlier, ("2018-19 Q4", 52.0))
    assert (shown.direction_previous, shown.change_previous) == ("cannot_tell", None)
    assert f"Cannot tell against Q3 2018-19: {why}." in shown.direction_reason


def test_year_to_date_figures_are_never_compared_across_april() -> None:
    shown = row(YEAR_TO_DATE, ("2017-18 Q1", 50.0), ("2017-18 Q4", 52.6), ("2018-19 Q1", 100.0), period="2018-19 Q1")
    assert told(shown) == ("cannot_tell", None, "improving", 50.0)
    assert "year to date starts again in April" in shown.direction_reason


@pytest.mark.parametrize(("calendar", "month"), [("academic", "September"), ("calendar", "January")])
def test_year_to_date_starts_again_with_the_calendar_of_the_indicator(calendar: str, month: str) -> None:
    definition = indicator(basis="year_to_date", frequency="month", calendar=calendar)
    first = {"academic": "2018-09", "calendar": "2018-01"}[calendar]
    before = {"academic": "2018-08", "calendar": "2017-12"}[calendar]
    shown = row(definition, (before, 90.0), (first, 10.0), period=first)
    assert f"year to date starts again in {month}" in shown.direction_reason


def test_year_to_date_restarts_in_april_even_when_the_quarter_before_is_missing() -> None:
    shown = row(YEAR_TO_DATE, ("2017-18 Q2", 50.0), ("2018-19 Q1", 100.0), period="2018-19 Q1")
    assert "year to date starts again in April" in shown.direction_reason


def test_a_share_of_the_year_to_date_is_compared_within_the_year() -> None:
    assert told(row(YEAR_TO_DATE, ("2018-19 Q3", 60.0), ("2018-19 Q4", 65.0)))[0] == "improving"


def test_a_total_of_the_year_to_date_only_rises_within_it_and_is_judged_against_last_year() -> None:
    shown = row(SPEND, ("2017-18 Q4", 2_256_400.0), ("2018-19 Q3", 1_640_100.0), ("2018-19 Q4", 2_116_400.0))
    assert told(shown) == ("rising", 476_300.0, "improving", -140_000.0)
    assert "a total of the year adds up, so neither way is better" in shown.direction_reason


def test_an_annual_figure_of_a_whole_year_is_compared_across_april() -> None:
    annual = indicator(frequency="year", basis="year_to_date", unit="pounds", polarity="lower")
    assert told(row(annual, ("2017-18", 100.0), ("2018-19", 90.0))) == ("improving", -10.0, "improving", -10.0)


def test_breaks_are_not_crossed_and_the_reason_is_told() -> None:
    broken = indicator(breaks=[{"period": "2018-19 Q1", "reason": "Only workers with cases are counted."}])
    figures: list[Figure] = [("2017-18 Q4", 38.0), ("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)]
    shown = row(broken, *figures)
    assert told(shown) == ("improving", 6.0, "cannot_tell", None)
    assert shown.direction_reason.endswith(
        "Cannot tell against Q4 2017-18: the definition changed from Q1 2018-19. Only workers with cases are counted."
    )


def test_before_a_break_figures_are_compared_with_each_other() -> None:
    broken = indicator(breaks=[{"period": "2018-19 Q1", "reason": "New count."}])
    shown = row(broken, ("2017-18 Q3", 40.0), ("2017-18 Q4", 38.0), ("2018-19 Q1", 90.0), period="2017-18 Q4")
    assert told(shown)[:2] == ("worsening", -2.0)


def test_two_figures_inside_the_target_range_are_no_change_in_judgement_and_it_is_said() -> None:
    close = indicator(unit="cases", decimals=1, polarity="range", targets=[target(between=[16, 18])])
    shown = row(close, ("2018-19 Q3", 17.4), ("2018-19 Q4", 16.0))
    assert told(shown)[:2] == ("no_change", -1.4)
    assert "both figures are inside the target of 16 to 18, so no change in judgement" in shown.direction_reason


def test_no_figure_now_is_told_once() -> None:
    shown = row(AUDITS, ("2018-19 Q3", 46.0))
    assert told(shown) == ("cannot_tell", None, "cannot_tell", None)
    assert shown.direction_reason == "Cannot tell: there is no figure to compare."
