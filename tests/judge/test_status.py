"""Status against a target: one claim a rule, with figures a director would recognise."""

import numpy as np
import pytest

from kpi.judge.status import Status, Targets, against, gaps, judge

GREEN, AMBER, RED, UNRATED, NO_DATA = Status
AT_LEAST_90 = Targets(low=90.0)
AT_MOST_25 = Targets(high=25.0)
CASELOAD = Targets(low=16.0, high=18.0, amber_below=2.0, amber_above=1.0)


@pytest.mark.parametrize(("value", "status"), [(90.0, GREEN), (95.0, GREEN), (89.0, RED), (0.0, RED)])
def test_without_a_tolerance_a_target_is_met_or_not(value: float, status: Status) -> None:
    assert against(value, AT_LEAST_90) is status


@pytest.mark.parametrize("target", [AT_LEAST_90, Targets(high=90.0), Targets(low=90.0, high=90.0)])
def test_value_on_target_is_green_for_every_kind_of_target(target: Targets) -> None:
    assert against(90.0, target) is GREEN


@pytest.mark.parametrize(("value", "status"), [(89.95, GREEN), (89.949, RED), (90.04, GREEN)])
def test_a_shown_90_0_against_90_is_green_whatever_stands_behind_it(value: float, status: Status) -> None:
    assert against(value, AT_LEAST_90, decimals=1) is status


def test_halves_are_rounded_away_from_zero_before_they_are_judged() -> None:
    assert against(2.675, Targets(low=2.68), decimals=2) is GREEN
    assert against(24.5, AT_MOST_25, decimals=0) is GREEN
    assert against(25.5, AT_MOST_25, decimals=0) is RED


@pytest.mark.parametrize(("value", "status"), [(72.0, AMBER), (71.9, RED), (80.0, GREEN), (79.9, AMBER)])
def test_within_10_per_cent_of_a_target_of_80_is_amber_to_the_edge(value: float, status: Status) -> None:
    assert against(value, Targets(low=80.0, amber_below=8.0), decimals=1) is status


@pytest.mark.parametrize(
    ("value", "target"),
    [(0.3, Targets(low=0.1 + 0.2)), (62.1, Targets(low=69.0, amber_below=6.9)), (1.1, Targets(low=1.0 + 0.1))],
)
def test_binary_noise_never_worsens_a_status(value: float, target: Targets) -> None:
    assert against(value, target, decimals=1) is not RED


@pytest.mark.parametrize(("value", "status"), [(79.0, GREEN), (78.9, AMBER), (75.0, AMBER), (74.9, RED)])
def test_green_within_and_amber_within_are_two_allowances(value: float, status: Status) -> None:
    assert against(value, Targets(low=80.0, green_below=1.0, amber_below=5.0), decimals=1) is status


@pytest.mark.parametrize(
    ("value", "status"), [(16.0, GREEN), (18.0, GREEN), (14.0, AMBER), (13.9, RED), (19.0, AMBER), (19.1, RED)]
)
def test_a_range_has_an_allowance_of_its_own_on_either_side(value: float, status: Status) -> None:
    assert against(value, CASELOAD, decimals=1) is status


@pytest.mark.parametrize(("value", "status"), [(69.0, RED), (70.0, AMBER), (80.0, GREEN)])
def test_below_the_floor_is_red_whatever_the_tolerance(value: float, status: Status) -> None:
    assert against(value, Targets(low=80.0, amber_below=20.0, floor_low=70.0)) is status


def test_above_the_floor_of_an_at_most_target_is_red() -> None:
    target = Targets(high=25.0, green_above=10.0, floor_high=30.0)
    assert [against(value, target) for value in (30.0, 31.0)] == [GREEN, RED]


def test_a_figure_that_meets_its_target_is_green_even_below_a_floor_set_above_it() -> None:
    assert against(80.0, Targets(low=80.0, floor_low=85.0)) is GREEN


def test_zero_is_a_value() -> None:
    assert against(0.0, Targets(high=5.0)) is GREEN
    assert against(0.0, AT_LEAST_90) is RED
    assert against(-0.4, Targets(low=0.0)) is GREEN


def test_without_a_target_a_figure_is_unrated() -> None:
    assert against(821.0, Targets()) is UNRATED


def test_without_a_figure_there_is_no_data_with_or_without_a_target() -> None:
    assert against(None, AT_LEAST_90) is NO_DATA
    assert against(None, Targets()) is NO_DATA


def test_a_whole_matrix_is_judged_at_once_with_decimals_and_targets_of_its_series() -> None:
    values = np.array([[89.95, np.nan], [24.5, 26.0]])
    targets = Targets(low=np.array([[90.0], [np.nan]]), high=np.array([[np.nan], [25.0]]))
    codes = judge(values, targets, np.array([[1], [0]]))
    assert codes.dtype == np.int8
    assert codes.tolist() == [[0, 4], [0, 2]]


def test_gap_is_the_distance_to_the_nearest_edge_with_its_sign() -> None:
    shown = np.array([14.0, 16.0, 17.3, 20.0, np.nan])
    np.testing.assert_array_equal(gaps(shown, CASELOAD), [-2.0, 0.0, 0.0, 2.0, np.nan])
    assert np.isnan(gaps(821.0, Targets()))
