"""The forecast of a year end: named, with an interval of its own past errors, and refused on too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge import forecast
from kpi.judge.forecast import METHODS, Forecast, Kind, Method, Why

CASELOAD = [20.0, 19.0, 19.5, 18.0, 17.5, 17.0, 16.5, 16.0]
QUARTERS = 4


def quarterly(values: list[float], kind: Kind = Kind.LEVEL) -> Forecast:
    """Forecast the year end of quarters that begin with a Q1."""
    reach = QUARTERS - len(values) % QUARTERS
    return forecast.year_end(values, [place % QUARTERS == 0 for place in range(len(values))], [kind], reach, QUARTERS)


def yearly(values: list[float]) -> Forecast:
    return forecast.year_end(values, [True] * len(values), [Kind.LEVEL], 1, 1)


def why(found: Forecast) -> Why:
    return Why(int(found.why[0]))


def spend(*years: list[float]) -> list[float]:
    """Add quarters up through their year."""
    return [total for year in years for total in np.cumsum(year).tolist()]


def test_a_level_is_forecast_to_stay_where_it_is() -> None:
    found = yearly([19.7, 16.0, 15.1, 17.3, 15.1])
    assert (found.value[0], METHODS[found.method[0]], found.checks[0]) == (15.1, Method.SAME_AS_LAST_PERIOD, 4)


def test_the_interval_is_as_wide_as_past_forecasts_missed() -> None:
    found = yearly([10.0, 12.0, 10.0, 12.0, 10.0])
    assert found.high[0] - found.value[0] == pytest.approx(1.533 * 2.0 * 1.25**0.5)
    assert found.value[0] - found.low[0] == pytest.approx(found.high[0] - found.value[0])


def test_a_figure_further_from_the_year_end_is_less_sure() -> None:
    steps = [float(place) for place in range(16)]
    first, third = quarterly(steps[:13]), quarterly(steps[:15])
    assert first.high[0] - first.low[0] > third.high[0] - third.low[0]


@pytest.mark.parametrize("points", [0, 1, 2, 3, 4])
def test_fewer_than_five_years_are_too_few(points: int) -> None:
    found = yearly([16.0] * points) if points else forecast.year_end(np.empty((1, 0)), [], [Kind.LEVEL], 1, 1)
    assert why(found) is (Why.TOO_FEW if points else Why.NOTHING_NOW)
    assert np.isnan([found.value[0], found.low[0], found.high[0]]).all()


def test_there_is_no_forecast_without_a_figure_now() -> None:
    assert why(yearly([19.0, 18.0, 17.0, 16.0, 15.0, 14.0, np.nan])) is Why.NOTHING_NOW


def test_gaps_take_the_checks_that_touch_them() -> None:
    assert yearly([19.0, 18.0, np.nan, 16.0, 15.0, 14.0, 13.0, 12.0]).checks[0] == 5


def test_spend_adds_the_rest_of_last_year_to_the_year_so_far() -> None:
    years = [[10.0, 10.0, 10.0, 10.0], [12.0, 10.0, 11.0, 17.0], [9.0, 10.0, 12.0]]
    found = quarterly(spend(*years), Kind.TOTAL_TO_DATE)
    assert (found.value[0], METHODS[found.method[0]]) == (31.0 + 17.0, Method.REST_AS_LAST_YEAR)
    assert found.checks[0] == 7


def test_the_next_year_of_spend_is_forecast_as_last_year_came_out() -> None:
    years = [[10.0, 10.0, 10.0, 10.0], [12.0, 10.0, 11.0, 17.0], [9.0, 10.0, 12.0, 14.0]]
    assert quarterly(spend(*years), Kind.TOTAL_TO_DATE).value[0] == 45.0


def test_spend_without_a_year_before_is_not_forecast() -> None:
    assert why(quarterly(spend([10.0, 10.0, 10.0]), Kind.TOTAL_TO_DATE)) is Why.NOTHING_LAST_YEAR


def test_a_share_of_the_year_to_date_is_never_checked_across_april() -> None:
    shares = [90.0, 60.0, 62.0, 61.0, 95.0, 61.0, 62.0, 63.0, 94.0, 60.0, 61.0]
    level, to_date = quarterly(shares), quarterly(shares, Kind.SHARE_TO_DATE)
    assert (level.checks[0], to_date.checks[0]) == (10, 8)
    assert to_date.high[0] < level.high[0]


def test_a_share_of_the_year_to_date_is_checked_against_the_same_quarter_at_the_year_end() -> None:
    assert quarterly([60.0, 61.0, 62.0, 63.0] * 3, Kind.SHARE_TO_DATE).checks[0] == 8


def test_a_series_that_never_moved_has_an_interval_without_width() -> None:
    found = yearly([100.0] * 6)
    assert (found.low[0], found.value[0], found.high[0]) == (100.0, 100.0, 100.0)


levels = st.lists(st.floats(1, 1000), min_size=12, max_size=12)


@given(levels, st.floats(0.5, 8), st.sampled_from(Kind))
def test_a_forecast_scales_with_its_figures(values: list[float], scale: float, kind: Kind) -> None:
    found, scaled = quarterly(values, kind), quarterly([value * scale for value in values], kind)
    for name in ("value", "low", "high"):
        assert getattr(scaled, name)[0] == pytest.approx(getattr(found, name)[0] * scale, rel=1e-6, abs=1e-6)


@given(st.lists(levels, min_size=2, max_size=4), st.lists(st.sampled_from(Kind), min_size=4, max_size=4))
def test_series_are_forecast_each_on_its_own(rows: list[list[float]], kinds: list[Kind]) -> None:
    starts = [place % QUARTERS == 0 for place in range(12)]
    together = forecast.year_end(rows, starts, kinds[: len(rows)], QUARTERS, QUARTERS)
    for place, values in enumerate(rows):
        alone = quarterly(values, kinds[place])
        assert together.value[place] == pytest.approx(alone.value[0])
        assert together.high[place] == pytest.approx(alone.high[0])
