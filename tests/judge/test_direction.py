"""Direction of a figure: by polarity, by threshold, and when nobody can tell."""

import numpy as np
import pytest

from kpi.judge.direction import DIRECTIONS, Between, Direction, Movement, Polarity, Rule, Why, compare

HIGHER, LOWER, RANGE, NONE = Polarity
CASELOAD = Rule(RANGE, low=16.0, high=18.0)


def moved(now: float, then: float, rule: Rule, between: Between | None = None) -> tuple[Direction, Why]:
    movement: Movement = compare(now, then, rule, between or Between())
    return DIRECTIONS[int(movement.direction)], Why(int(movement.why))


@pytest.mark.parametrize(
    ("polarity", "up", "down"),
    [
        (HIGHER, Direction.IMPROVING, Direction.WORSENING),
        (LOWER, Direction.WORSENING, Direction.IMPROVING),
        (NONE, Direction.RISING, Direction.FALLING),
    ],
)
def test_polarity_turns_a_movement_into_a_direction(polarity: Polarity, up: Direction, down: Direction) -> None:
    assert moved(52, 35, Rule(polarity)) == (up, Why.CHANGE)
    assert moved(35, 52, Rule(polarity)) == (down, Why.CHANGE)
    assert moved(35, 35, Rule(polarity)) == (Direction.NO_CHANGE, Why.CHANGE)


@pytest.mark.parametrize(("now", "direction"), [(52.5, "no_change"), (51.5, "no_change"), (52.6, "improving")])
def test_a_change_up_to_the_declared_threshold_is_no_change(now: float, direction: str) -> None:
    assert moved(now, 52.0, Rule(HIGHER, no_change=0.5))[0] == direction


def test_binary_noise_at_the_threshold_is_still_no_change() -> None:
    assert moved(10.3, 10.2, Rule(LOWER, no_change=0.1))[0] is Direction.NO_CHANGE


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        (17.0, 19.7, (Direction.IMPROVING, Why.CHANGE)),
        (19.7, 17.0, (Direction.WORSENING, Why.CHANGE)),
        (15.0, 17.0, (Direction.WORSENING, Why.CHANGE)),
        (16.0, 17.5, (Direction.NO_CHANGE, Why.BOTH_INSIDE)),
        (19.0, 15.0, (Direction.NO_CHANGE, Why.SAME_DISTANCE)),
        (16.0, 16.0, (Direction.NO_CHANGE, Why.CHANGE)),
    ],
)
def test_with_a_range_better_is_closer_to_it(now: float, then: float, expected: tuple[Direction, Why]) -> None:
    assert moved(now, then, CASELOAD) == expected


def test_a_range_indicator_without_a_target_only_rises_or_falls() -> None:
    assert moved(19.0, 17.0, Rule(RANGE)) == (Direction.RISING, Why.NO_RANGE)


def test_a_total_that_adds_up_through_the_year_only_rises_or_falls() -> None:
    spend = Rule(LOWER, running_total=True)
    assert moved(2_116_400, 1_640_100, spend) == (Direction.RISING, Why.RUNNING_TOTAL)


@pytest.mark.parametrize(
    ("now", "then", "between", "why"),
    [
        (np.nan, 52.0, Between(), Why.NOTHING_NOW),
        (52.0, 100.0, Between(year_restarts=True), Why.YEAR_RESTARTS),
        (52.0, np.nan, Between(none_before=True), Why.NONE_BEFORE),
        (52.0, np.nan, Between(), Why.NOTHING_THEN),
        (15.0, 20.0, Between(break_=True), Why.BREAK),
        (89.6, 0.0, Between(doubt=True), Why.DOUBT),
        (15.0, 20.0, Between(break_=True, doubt=True), Why.BREAK),
        (89.6, np.nan, Between(doubt=True), Why.NOTHING_THEN),
        (np.nan, np.nan, Between(True, True, True, True), Why.NOTHING_NOW),
    ],
)
def test_what_stands_between_two_figures_is_told_instead_of_a_direction(
    now: float, then: float, between: Between, why: Why
) -> None:
    assert moved(now, then, Rule(HIGHER), between) == (Direction.CANNOT_TELL, why)
    assert np.isnan(compare(now, then, Rule(HIGHER), between).change)


def test_many_series_are_compared_at_once_with_rules_of_their_own() -> None:
    now, then = np.array([52.0, 16.0, np.nan]), np.array([35.0, 19.7, 3.0])
    movement = compare(now, then, Rule(np.array([HIGHER, LOWER, NONE])), Between())
    assert [DIRECTIONS[code].value for code in movement.direction] == ["improving", "improving", "cannot_tell"]
    np.testing.assert_allclose(movement.change, [17.0, -3.7, np.nan])
