"""What holds for every control chart, whatever the figures."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge.direction import Polarity
from kpi.judge.spc import COMMON_CAUSE, CONCERN, IMPROVEMENT, Charted, chart

WHOLE = st.integers(-200, 200).map(float)
figures = st.lists(WHOLE | st.just(np.nan), min_size=0, max_size=40)
long = st.lists(WHOLE, min_size=13, max_size=40)
OTHER_WAY = [0, 2, 1, 4, 3, 5]
"""Each Variation code with improvement and concern, and high and low, exchanged."""


def limits(found: Charted) -> np.ndarray:
    return np.array([found.mean, found.lower, found.upper, found.near_lower, found.near_upper])


def same_marks(one: Charted, other: Charted) -> None:
    for name in ("kind", "direction", "says", "refusals", "variation", "refusal", "last"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)


@given(figures, st.integers(-10_000, 10_000))
def test_adding_the_same_to_every_figure_moves_the_limits_and_marks_nothing_new(values: list[float], by: int) -> None:
    one, other = chart(values), chart(np.array(values) + by)
    np.testing.assert_allclose(limits(other), limits(one) + by, rtol=1e-9, atol=1e-9)
    same_marks(one, other)


@given(figures, st.integers(-8, 12))
def test_another_unit_of_measure_marks_nothing_new(values: list[float], power: int) -> None:
    one, other = chart(values), chart(np.array(values) * 2.0**power)
    np.testing.assert_allclose(limits(other), limits(one) * 2.0**power, rtol=1e-9)
    same_marks(one, other)


@given(figures, st.sampled_from([0.1, 0.3, 1.1, 1e-6, 1e7]))
def test_figures_that_are_not_exact_in_binary_are_judged_as_their_whole_multiples(
    values: list[float], unit: float
) -> None:
    same_marks(chart(values), chart(np.array(values) * unit))


@given(figures, st.sampled_from(list(Polarity)))
def test_a_mirrored_series_says_the_opposite(values: list[float], polarity: Polarity) -> None:
    one, other = chart(values, polarity=polarity), chart(-np.array(values), polarity=polarity)
    np.testing.assert_allclose(other.upper, -one.lower)
    np.testing.assert_array_equal(other.kind, one.kind)
    np.testing.assert_array_equal(other.direction, -one.direction)
    np.testing.assert_array_equal(other.says, np.array(OTHER_WAY)[one.says])


@given(figures, figures)
def test_polarity_only_exchanges_improvement_and_concern(values: list[float], others: list[float]) -> None:
    higher, lower = (chart(values, polarity=way) for way in (Polarity.HIGHER, Polarity.LOWER))
    np.testing.assert_array_equal(higher.says == IMPROVEMENT, lower.says == CONCERN)
    np.testing.assert_array_equal(higher.says == COMMON_CAUSE, higher.kind == 0)


@given(st.lists(st.lists(WHOLE | st.just(np.nan), min_size=18, max_size=18), min_size=1, max_size=6), st.randoms())
def test_a_series_is_judged_alike_in_any_company(series: list[list[float]], random: Random) -> None:
    order = list(range(len(series)))
    random.shuffle(order)
    starts = np.zeros((len(series), 18), dtype=bool)
    starts[::2, 4] = True
    together = chart(np.array(series)[order], starts[order])
    for place, row in enumerate(order):
        alone = chart(series[row], starts[row])
        for name in ("mean", "lower", "upper", "kind", "direction", "variation", "refusal"):
            np.testing.assert_array_equal(getattr(together, name)[place], getattr(alone, name)[0], err_msg=name)


@given(long, st.lists(WHOLE, max_size=10))
def test_with_a_fixed_baseline_later_figures_never_move_the_limits(values: list[float], later: list[float]) -> None:
    before, after = chart(values, baseline=12), chart(values + later, baseline=12)
    np.testing.assert_array_equal(limits(after)[:, :, : len(values)], limits(before))
    np.testing.assert_array_equal(after.kind[0, : len(values)] == 1, before.kind[0] == 1)


@given(long, long)
def test_what_comes_after_a_new_start_changes_nothing_before_it(values: list[float], later: list[float]) -> None:
    starts = [place == len(values) for place in range(len(values) + len(later))]
    both, first, second = chart(values + later, starts), chart(values), chart(later)
    np.testing.assert_array_equal(both.kind[0], np.concatenate([first.kind[0], second.kind[0]]))
    np.testing.assert_array_equal(both.upper[0], np.concatenate([first.upper[0], second.upper[0]]))


@given(figures)
def test_every_mark_has_a_side_and_only_marks_have_one(values: list[float]) -> None:
    found = chart(values)
    np.testing.assert_array_equal(found.kind > 0, found.direction != 0)
