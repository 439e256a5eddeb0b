"""Recent trends on the scorecard: which five figures, with which intervals, in which words."""

import pytest

from kpi.scorecard import Row
from tests.support.figures import Figure, indicator, row

QUARTERS = [
    f"{year} Q{quarter}" for year in ("2014-15", "2015-16", "2016-17", "2017-18", "2018-19") for quarter in "1234"
]
RISING = [70, 90, 110, 130, 150]


def of_200(periods: list[str], goods: list[int], state: str = "final") -> list[Figure]:
    parts = [{"numerator": float(good), "denominator": 200.0, "state": state} for good in goods]
    return [(period, part["numerator"] / 2, part) for period, part in zip(periods, parts, strict=True)]


def shares(goods: list[int], polarity: str = "higher", **given: str) -> Row:
    return row(indicator(polarity=polarity, **given), *of_200(QUARTERS[-5:], goods))


@pytest.mark.parametrize(
    ("goods", "polarity", "trend", "told"),
    [
        (
            RISING,
            "higher",
            "increasing",
            "Rising over the 5 figures from Q4 2017-18 to Q4 2018-19, by more than chance",
        ),
        (RISING, "none", "increasing", "by more than chance."),
        (RISING, "higher", "increasing", ", an improvement."),
        (RISING, "lower", "increasing", ", a worsening."),
        (RISING[::-1], "lower", "decreasing", ", an improvement."),
        (RISING[::-1], "higher", "decreasing", ", a worsening."),
        ([100, 104, 99, 103, 106], "higher", "no_change", "they differ by no more than chance would."),
    ],
)
def test_trend_is_told_in_words(goods: list[int], polarity: str, trend: str, told: str) -> None:
    shown = shares(goods, polarity)
    assert shown.recent_trend == trend
    assert told in shown.recent_trend_reason


@pytest.mark.parametrize("basis", ["year_to_date", "rolling_12_months"])
def test_figures_that_hold_each_other_are_taken_a_year_apart(basis: str) -> None:
    goods = [good for year in RISING for good in (10, 190, 20, year)]
    shown = row(indicator(basis=basis), *of_200(QUARTERS, goods))
    assert shown.recent_trend == "increasing"
    assert "over the 5 figures, a year apart, from Q4 2014-15 to Q4 2018-19" in shown.recent_trend_reason


def test_figures_on_their_own_follow_each_other() -> None:
    goods = [good for year in RISING for good in (10, 190, 20, year)]
    assert row(indicator(basis="in_period"), *of_200(QUARTERS, goods)).recent_trend == "no_change"


def test_the_same_shares_of_few_cases_are_chance() -> None:
    few = [
        (period, value, {"numerator": value / 10, "denominator": 10.0})
        for period, value, _ in of_200(QUARTERS[-5:], RISING)
    ]
    assert row(indicator(), *few).recent_trend == "no_change"


def test_counts_and_rates_have_intervals_of_events() -> None:
    counts: list[Figure] = [(period, 1000.0 - 60 * place) for place, period in enumerate(QUARTERS[-5:])]
    assert row(indicator(unit="count", polarity="none"), *counts).recent_trend == "decreasing"
    rates = [(period, (value or 0) / 6, {"numerator": value, "denominator": 60_000.0}) for period, value, *_ in counts]
    assert row(indicator(unit="rate", per=10_000, polarity="none"), *rates).recent_trend == "decreasing"


def test_what_rests_on_illustrative_figures_says_so() -> None:
    shown = row(indicator(), *of_200(QUARTERS[-5:], RISING, "illustrative"))
    assert shown.recent_trend_reason.endswith("It rests on illustrative figures.")


def test_a_trend_changes_neither_status_nor_direction() -> None:
    shown = shares([*RISING[:4], 120])
    assert (shown.recent_trend, shown.direction_previous) == ("increasing", "worsening")
