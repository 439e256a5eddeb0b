"""Targets laid out over periods are the numbers a person would write beside each quarter.

In: indicators with targets. Out: arrays of edges.
"""

import time

import numpy as np
import pytest

from kpi.definitions.expand import expand, expand_series, target_at
from kpi.definitions.indicator import Indicator
from kpi.period import Calendar, parse

NAN = float("nan")
AUDITS = {
    "id": "good_audits",
    "title": "Files judged good",
    "plain_title": "Files judged good",
    "theme": "quality",
    "definition": "Files judged good or outstanding.",
    "why": "It shows whether children get good help.",
    "unit": "percent",
    "polarity": "higher",
    "frequency": "quarter",
    "basis": "snapshot",
    "source": "Audits",
    "owner": "Principal Social Worker",
    "lag_days": 20,
    "order": 1,
}
SET = {"set_by": "local", "reason": "Agreed with the board."}
YEAR = [parse(f"2018-19 Q{quarter}") for quarter in (1, 2, 3, 4)]


def indicator(*targets: dict[str, object], **changes: object) -> Indicator:
    return Indicator.model_validate(AUDITS | {"targets": [SET | target for target in targets]} | changes)


def edges(found: Indicator, area: str = "all") -> dict[str, list[float]]:
    return {name: list(array) for name, array in expand(found, area, YEAR)._asdict().items()}


def same(found: list[float], expected: list[float]) -> bool:
    return np.array_equal(found, expected, equal_nan=True)


def test_at_least_has_a_lower_edge_only():
    found = edges(indicator({"at_least": 90, "periods": "from 2018-19 Q1"}))
    assert found["low"] == [90, 90, 90, 90]
    assert same(found["high"], [NAN] * 4)
    assert (found["green_below"], found["amber_below"]) == ([0] * 4, [0] * 4)
    assert same(found["amber_above"], [NAN] * 4)


def test_at_most_has_an_upper_edge_only():
    found = edges(indicator({"at_most": 25, "periods": "from 2018-19 Q1"}, polarity="lower"))
    assert found["high"] == [25, 25, 25, 25]
    assert same(found["low"], [NAN] * 4)
    assert same(found["green_below"], [NAN] * 4)


def test_a_target_holds_for_its_own_periods_only():
    found = edges(
        indicator({"at_least": 40, "periods": "to 2018-19 Q1"}, {"at_least": 50, "periods": "2018-19 Q3 to 2018-19 Q4"})
    )
    assert same(found["low"], [40, NAN, 50, 50])


def test_a_profile_changes_through_the_year():
    found = edges(indicator({"at_least": {"2018-19 Q1": 40, "2018-19 Q2": 45, "2018-19 Q4": 52}}))
    assert same(found["low"], [40, 45, NAN, 52])


def test_a_percentage_of_the_target_becomes_points_of_each_edge():
    tolerance = {"measure": "percent", "green": 2, "amber": 10}
    found = edges(indicator({"between": [40, 90], "periods": "2018-19 Q4", "tolerance": tolerance}))
    assert [found[name][3] for name in ("green_below", "green_above", "amber_below", "amber_above")] == [0.8, 1.8, 4, 9]


def test_a_percentage_of_a_changing_target_changes_with_it():
    tolerance = {"measure": "percent", "amber": 10}
    found = edges(indicator({"at_least": {"2018-19 Q1": 40, "2018-19 Q2": 60}}, tolerance=tolerance))
    assert same(found["amber_below"], [4, 6, NAN, NAN])


def test_an_allowance_may_differ_below_and_above():
    tolerance = {"measure": "points", "green": {"below": 2, "above": 1}}
    found = edges(indicator({"between": [16, 18], "periods": "2018-19 Q4", "tolerance": tolerance}))
    assert (found["green_below"][3], found["green_above"][3]) == (2, 1)
    assert (found["amber_below"][3], found["amber_above"][3]) == (2, 1)


def test_a_tolerance_of_the_target_takes_the_place_of_the_indicators():
    found = edges(
        indicator(
            {"at_least": 90, "periods": "2018-19 Q1", "tolerance": {"measure": "points", "amber": 1}},
            {"at_least": 90, "periods": "2018-19 Q2"},
            tolerance={"measure": "points", "amber": 5},
        )
    )
    assert found["amber_below"][:2] == [1, 5]


@pytest.mark.parametrize(
    ("target", "polarity", "side"),
    [
        ({"at_least": 90}, "higher", "floor_low"),
        ({"at_most": 90}, "lower", "floor_high"),
        ({"between": [85, 90]}, "higher", "floor_low"),
        ({"between": [85, 90]}, "range", "floor_low"),
        ({"between": [85, 90]}, "lower", "floor_high"),
    ],
)
def test_a_floor_lies_on_the_worse_side(target, polarity, side):
    found = edges(indicator(target | {"floor": 80, "periods": "2018-19 Q1"}, polarity=polarity))
    other = {"floor_low": "floor_high", "floor_high": "floor_low"}[side]
    assert found[side][0] == 80
    assert np.isnan(found[other]).all()


def test_areas_have_their_own_targets():
    found = indicator(
        {"at_least": 40, "periods": "from 2018-19 Q1", "areas": ("care",)},
        {"at_least": 60, "periods": "from 2018-19 Q1", "areas": ("all", "leaving")},
        areas=("all", "care", "leaving", "assessment"),
    )
    series = [(found.id, area) for area in ("care", "assessment", "all", "leaving")]
    low = expand_series({found.id: found}, series, YEAR).low
    assert same(low[:, 0], [40, NAN, 60, 60])


def test_without_targets_every_edge_is_empty():
    assert all(np.isnan(edge).all() for edge in expand(indicator(), "all", YEAR))


def test_no_periods_and_no_series_give_empty_arrays():
    found = indicator({"at_least": 90, "periods": "from 2018-19 Q1"})
    assert expand(found, "all", []).low.shape == (0,)
    assert expand_series({found.id: found}, [], YEAR).low.shape == (0, 4)


def test_the_target_of_a_period_is_found():
    found = indicator(
        {"at_least": {"2018-19 Q1": 40, "2018-19 Q3": 48}}, {"at_least": 50, "periods": "from 2018-19 Q4"}
    )
    assert target_at(found, "all", YEAR[2]) is found.targets[0]
    assert target_at(found, "all", YEAR[3]) is found.targets[1]
    assert target_at(found, "all", YEAR[1]) is None


def test_the_target_of_another_area_is_not_found():
    found = indicator({"at_least": 50, "periods": "2018-19 Q4", "areas": ("care",)}, areas=("all", "care"))
    assert target_at(found, "care", YEAR[3]) is found.targets[0]
    assert target_at(found, "all", YEAR[3]) is None


@pytest.mark.parametrize(
    ("frequency", "periods", "asked"),
    [
        ("month", "2018-06", "June 2018"),
        ("year", "2018-19", "2018/19"),
        ("date", "2019-02-11", "11 February 2019"),
        ("date", "to 2019-02-11", "11/02/2019"),
    ],
)
def test_other_frequencies_are_laid_out_alike(frequency, periods, asked):
    found = indicator({"at_least": 90, "periods": periods}, frequency=frequency)
    first = parse(asked)
    assert same(list(expand(found, "all", [first, first.next()]).low), [90, NAN])


def test_an_academic_year_is_not_the_financial_year_of_the_same_name():
    found = indicator({"at_least": 90, "periods": "2018-19"}, frequency="year", calendar="academic")
    academic = parse("2018-19", Calendar.ACADEMIC)
    assert list(expand(found, "all", [academic]).low) == [90]
    assert target_at(found, "all", academic) is found.targets[0]


def test_five_thousand_series_with_targets_of_their_own_take_less_than_half_a_second():
    areas = tuple(f"area_{number}" for number in range(50))
    own = [{"at_least": 40, "periods": "from 2010-11 Q1", "areas": (area,)} for area in areas]
    indicators = {f"measure_{n}": indicator(*own, id=f"measure_{n}", areas=areas) for n in range(100)}
    series = [(name, area) for name in indicators for area in areas]
    periods = [parse("2010-11 Q1").shift(place) for place in range(40)]
    start = time.process_time()
    low = expand_series(indicators, series, periods).low
    assert time.process_time() - start < 0.5
    assert (low == 40).all()
    assert low.shape == (5_000, 40)
