"""The rules of a control chart, each on flags small enough to check by eye."""

import numpy as np
import pytest

from kpi.judge.spc_rules import Flags, Sides, first_match, members, near_limit, run_ends, shift, trend, two_of_three


def flags(text: str) -> Flags:
    """Read flags: 'x' is set."""
    return np.array([letter == "x" for letter in text], dtype=bool)


def written(marks: Flags) -> str:
    return "".join("x" if mark else "." for mark in marks)


def steps(values: list[float]) -> Sides:
    moved = np.diff(values)
    return Sides(moved > 0, moved < 0)


@pytest.mark.parametrize(
    ("side", "ends"),
    [
        ("xxxxxx", "......"),
        ("xxxxxx.", "......."),
        ("xxxxxxxx.", "......xx."),
        ("xxx.xxxxxxx", "..........x"),
        ("", ""),
    ],
)
def test_the_seventh_point_on_one_side_ends_a_run(side: str, ends: str) -> None:
    assert written(run_ends(flags(side), 7)) == ends


@pytest.mark.parametrize(
    ("ends", "points"),
    [("......", "......"), ("......x.", "xxxxxxx."), (".......x.", ".xxxxxxx."), ("......xx", "xxxxxxxx"), ("", "")],
)
def test_a_run_marks_all_seven_points_that_made_it(ends: str, points: str) -> None:
    assert written(members(flags(ends), 7)) == points


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    up, down = shift(Sides(flags("xxxx.xxxxxxx"), flags("............")))
    assert written(up) == ".....xxxxxxx"
    assert not down.any()


@pytest.mark.parametrize(
    ("values", "up"),
    [
        ([1, 2, 3, 4, 5, 6], "......"),
        ([1, 2, 3, 3, 4, 5, 6], "......."),
        ([1, 2, 3, 4, 5, 6, 7], "xxxxxxx"),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], ".xxxxxxx."),
    ],
)
def test_six_strict_rises_are_a_trend_of_seven_points(values: list[float], up: str) -> None:
    assert written(trend(steps(values)).up) == up
    assert written(trend(steps([-value for value in values])).down) == up


def test_a_shared_peak_belongs_to_the_later_trend() -> None:
    up, down = trend(steps([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]))
    assert (written(up), written(down)) == ("xxxxxx.......", "......xxxxxxx")


def test_a_shared_trough_belongs_to_the_later_trend() -> None:
    up, down = trend(steps([7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7]))
    assert (written(up), written(down)) == ("......xxxxxxx", "xxxxxx.......")


@pytest.mark.parametrize(
    ("near", "side", "window", "marked"),
    [
        ("x.x", "xxx", "xxx", "x.x"),
        (".xx", "xxx", "xxx", ".xx"),
        ("xx.", "xxx", "xxx", "xx."),
        ("..xx...", "xxxxxxx", ".xxxx..", "..xx..."),
        ("x.x", "x.x", "...", "..."),
        ("x..xx", "xxxxx", "..xxx", "...xx"),
        ("x..x", "xxxx", "....", "...."),
        ("xx", "xx", "..", ".."),
    ],
)
def test_two_of_three_near_a_limit_count_when_all_three_are_on_its_side(
    near: str, side: str, window: str, marked: str
) -> None:
    none = flags("." * len(near))
    assert written(two_of_three(flags(near), flags(side))) == window
    assert written(near_limit(Sides(flags(near), none), Sides(flags(side), none)).up) == marked


def test_the_first_rule_that_marks_a_point_gives_its_kind_and_direction() -> None:
    none = flags("....")
    kind, direction = first_match((Sides(flags("x..."), none), Sides(none, flags("xx..")), Sides(flags(".xx."), none)))
    assert kind.tolist() == [1, 2, 3, 0]
    assert direction.tolist() == [1, -1, 1, 0]
