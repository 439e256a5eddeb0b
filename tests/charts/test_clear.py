"""Words on a drawn chart stand where nothing crosses them."""

from kpi.charts.clear import Box, Ground, Stroke, through
from kpi.charts.static_beside import apart

FRAME = Box(0, 0, 100, 50)


def test_a_place_that_no_line_crosses_is_better_than_one_that_a_line_crosses() -> None:
    ground = Ground(FRAME, (Stroke((0, 10), (100, 10)),))
    assert ground.best([Box(10, 5, 30, 15), Box(10, 15, 30, 25)]) == (1, 0)


def test_of_equally_good_places_the_first_is_taken() -> None:
    assert Ground(FRAME, ()).best([Box(0, 0, 9, 9), Box(20, 0, 29, 9)]) == (0, 0)


def test_a_line_costs_its_length_inside() -> None:
    slanted = Ground(FRAME, (Stroke((0, 0), (30, 40), weight=2),))
    assert slanted.best([Box(0, 0, 30, 40)]) == (0, 100)


def test_other_words_are_never_covered_where_there_is_room() -> None:
    ground = Ground(FRAME, (Stroke((0, 20), (100, 20), 0.1),), (Box(0, 0, 50, 10),))
    assert ground.best([Box(10, 5, 40, 15), Box(10, 15, 40, 25)])[0] == 1


def test_words_stay_within_the_chart() -> None:
    ground = Ground(FRAME, (Stroke((0, 10), (100, 10)),))
    assert ground.best([Box(90, 15, 110, 25), Box(60, 5, 80, 15)])[0] == 1


def test_a_line_with_a_gap_is_two_lines() -> None:
    assert [stroke.start for stroke in through([0, 1, 2, 3], [5, 5, float("nan"), 5])] == [(0, 5)]


def test_names_at_the_same_level_are_moved_apart_and_stay_within() -> None:
    assert apart([50, 50, 50], [20, 20, 20], 0, 100) == [50, 70, 90]
    assert apart([90, 95], [20, 20], 0, 100) == [70, 90]
    assert apart([5], [20], 0, 100) == [10]
