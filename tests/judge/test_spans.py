"""Two spans as two numbers, and the words that their distance deserves."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge.spans import WITHIN, Size, distance, little_of, mean, of_each_period, ratio, total


def size(later: float, earlier: float, little: float = 0.0) -> Size:
    return distance(later, earlier, little).size


@pytest.mark.parametrize(
    ("later", "earlier", "word"),
    [
        (6, 12, Size.HALVED),
        (47, 100, Size.MORE_THAN_HALVED),
        (47.5, 100, Size.HALVED),
        (52.5, 100, Size.HALVED),
        (53, 100, Size.FELL),
        (20, 30, Size.FELL_THIRD),
        (75, 100, Size.FELL_QUARTER),
        (33, 100, Size.FELL_TWO_THIRDS),
        (25, 100, Size.FELL_THREE_QUARTERS),
        (40, 100, Size.MORE_THAN_HALVED),
        (0, 12, Size.TO_NOTHING),
        (7, 0, Size.FROM_NOTHING),
        (-7, 0, Size.FELL),
        (125, 100, Size.ROSE_QUARTER),
        (40, 30, Size.ROSE_THIRD),
        (150, 100, Size.ROSE_HALF),
        (140, 100, Size.ROSE),
        (24, 12, Size.DOUBLED),
        (103, 50, Size.MORE_THAN_DOUBLED),
        (36, 12, Size.TREBLED),
        (50, 12, Size.MORE_THAN_TREBLED),
        (12, 12, Size.UNCHANGED),
        (-5, -10, Size.ROSE),
    ],
)
def test_a_change_has_the_word_that_its_share_deserves(later: float, earlier: float, word: Size) -> None:
    assert size(later, earlier) is word


def test_no_more_than_the_threshold_is_little_and_the_threshold_is_declared_or_stated() -> None:
    assert (size(105, 100, 5), size(106, 100, 5), size(95, 100, 5)) == (Size.LITTLE, Size.ROSE, Size.LITTLE)
    assert little_of(100, percentage=False) == 5
    assert little_of(40, percentage=True) == 1
    assert little_of(40, percentage=True, declared=0.2) == 0.2


def test_a_running_total_gives_back_what_each_quarter_added() -> None:
    assert of_each_period([math.nan, 10, 25, 45, 70, 12], [False, True, False, False, False, True]).tolist() == [
        10, 15, 20, 25, 12
    ]  # fmt: skip


def test_shares_are_worked_out_again_and_never_averaged() -> None:
    assert ratio([9, 45], [10, 90], 100) == 54
    assert mean([90, 50]) == 70
    assert total([3, 2, 3, 2, 2]) == 12
    assert math.isnan(ratio([0], [0], 100))


amounts = st.floats(min_value=0.01, max_value=1e9)


@given(amounts, amounts, st.floats(min_value=0.001, max_value=1000))
def test_the_unit_in_which_figures_are_counted_does_not_change_the_word(new: float, old: float, times: float) -> None:
    share = new / old - 1
    edges = [edge + side * WITHIN for edge in (-0.75, -2 / 3, -0.5, -1 / 3, -0.25, 0.25, 1 / 3, 0.5, 1, 2)
             for side in (-1, 0, 1)]  # fmt: skip
    if min(abs(share - edge) for edge in [*edges, 0]) > 1e-6:
        assert size(new * times, old * times) is size(new, old)
