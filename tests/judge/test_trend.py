"""The recent trend: five figures, each as sure as its interval."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge import trend
from kpi.judge.trend import TRENDS, Trend

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "spc" / "fingertips_recent_trend.json"
RISING = [20.0, 24.0, 28.0, 32.0, 36.0]


def judged(values: list[float], reach: float = 1.0) -> Trend:
    return trend.marker(values, np.array(values) - reach, np.array(values) + reach)


def test_five_figures_that_rise_beyond_chance_are_increasing() -> None:
    assert judged(RISING) is Trend.INCREASING
    assert judged(RISING[::-1]) is Trend.DECREASING


def test_the_same_figures_that_nobody_can_be_sure_of_are_no_change() -> None:
    assert judged(RISING, reach=20.0) is Trend.NO_CHANGE


def test_a_slope_that_one_figure_makes_is_no_change() -> None:
    figures = [20.0, 19.5, 19.0, 18.5, 60.0]
    found = trend.recent(figures, np.array(figures) - 1, np.array(figures) + 1)
    assert found.chi_square[0] > trend.CRITICAL
    assert trend.marker(figures, np.array(figures) - 1, np.array(figures) + 1) is Trend.NO_CHANGE


@pytest.mark.parametrize("gap", range(5))
def test_one_missing_figure_and_it_cannot_be_calculated(gap: int) -> None:
    figures = [np.nan if place == gap else value for place, value in enumerate(RISING)]
    assert judged(figures) is Trend.CANNOT_BE_CALCULATED


def test_fewer_than_five_figures_cannot_be_calculated() -> None:
    assert judged(RISING[1:]) is Trend.CANNOT_BE_CALCULATED
    assert judged([]) is Trend.CANNOT_BE_CALCULATED


def test_an_interval_without_width_cannot_be_calculated() -> None:
    assert judged(RISING, reach=0.0) is Trend.CANNOT_BE_CALCULATED


def test_only_the_last_five_figures_count() -> None:
    assert judged([90.0, 80.0, 70.0, *RISING]) is Trend.INCREASING


def test_a_published_rise_comes_out_to_the_digit() -> None:
    """Diabetes prevalence in England, 2020 to 2024, with its published intervals."""
    values = [7.0826, 7.1085, 7.2571, 7.4528, 7.6554]
    lower, upper = [7.0754, 7.1013, 7.2499, 7.4456, 7.6481], [7.094, 7.1199, 7.2684, 7.4643, 7.6669]
    found = trend.recent(values, lower, upper)
    assert found.slope[0] == pytest.approx(0.14879926342020153, rel=1e-9)
    assert found.chi_square[0] == pytest.approx(9740.102184854955, rel=1e-9)
    assert trend.marker(values, lower, upper) is Trend.INCREASING


@pytest.mark.reference
@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published cases are not beside the project")
def test_every_published_case_gets_its_published_marker() -> None:
    for case in json.loads(PUBLISHED.read_text(encoding="utf-8"))["cases"]:
        _, values, lower, upper = np.array(case["rows"]).T
        found = trend.recent(values, lower, upper)
        assert trend.marker(values, lower, upper).value.replace("_", "") == case["expected"].lower()
        assert found.slope[0] == pytest.approx(case["recomputed"]["slope"], rel=1e-9)
        assert found.chi_square[0] == pytest.approx(case["recomputed"]["chi2"], rel=1e-9)


def test_a_share_has_the_interval_of_wilson() -> None:
    lower, upper = trend.share_interval(52, 100)
    assert (round(float(lower), 2), round(float(upper), 2)) == (42.32, 61.54)


@pytest.mark.parametrize(("part", "whole"), [(5, 0), (-1, 10), (11, 10), (np.nan, 10), (5, np.nan)])
def test_what_is_no_share_has_no_interval(part: float, whole: float) -> None:
    assert np.isnan(trend.share_interval(part, whole)).all()


def test_all_and_none_have_an_interval_inside_the_possible() -> None:
    lower, upper = trend.share_interval([0, 20], [20, 20])
    assert (lower >= 0).all()
    assert (upper <= 100 + 1e-9).all()
    assert (upper > lower).all()


def test_a_count_has_the_interval_of_byar() -> None:
    lower, upper = trend.count_interval(100)
    assert (round(float(lower), 1), round(float(upper), 1)) == (81.4, 121.6)


def test_a_rate_has_the_interval_of_its_count() -> None:
    lower, upper = trend.count_interval(100, 10_000 / 50_000)
    assert (round(float(lower), 2), round(float(upper), 2)) == (16.27, 24.33)


def test_no_events_have_an_interval_from_none() -> None:
    lower, upper = trend.count_interval([0, np.nan])
    assert lower[0] == 0
    assert upper[0] > 3
    assert np.isnan([lower[1], upper[1]]).all()


figures = st.lists(st.floats(10, 90), min_size=5, max_size=5)


@given(figures, st.floats(0.1, 10))
def test_a_mirror_image_has_the_opposite_trend(values: list[float], reach: float) -> None:
    turned = {Trend.INCREASING: Trend.DECREASING, Trend.DECREASING: Trend.INCREASING}
    mirrored = judged([100 - value for value in values], reach)
    assert mirrored is turned.get(judged(values, reach), judged(values, reach))


@given(st.lists(figures, min_size=1, max_size=6), st.floats(0.1, 10))
def test_series_are_judged_each_on_its_own(rows: list[list[float]], reach: float) -> None:
    together = trend.recent(rows, np.array(rows) - reach, np.array(rows) + reach).trend
    assert [TRENDS[code] for code in together.tolist()] == [judged(row, reach) for row in rows]
