"""What holds for every status, whatever the target, the allowances and the figure."""

from dataclasses import fields

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge.direction import DIRECTIONS, Between, Direction, Polarity, Rule, compare
from kpi.judge.status import STATUSES, Status, Targets, against, gaps, judge, rate
from kpi.number import displayed

WORST_LAST = [Status.GREEN, Status.AMBER, Status.RED]
decimals = st.integers(0, 3)
figures = st.integers(-20_000, 20_000).map(lambda n: n / 10)
allowances = st.integers(0, 500).map(lambda n: n / 10)


@st.composite
def targets(draw: st.DrawFn) -> Targets:
    """Any target the definitions allow: at least, at most or between, with allowances and perhaps a floor."""
    low, high = sorted((draw(figures), draw(figures)))
    kind = draw(st.sampled_from(["at_least", "at_most", "between"]))
    green, amber = (sorted((draw(allowances), draw(allowances))) for _ in range(2))
    beyond = draw(st.none() | allowances)
    edges = {
        "at_least": {"low": low} | ({"floor_low": low - beyond} if beyond is not None else {}),
        "at_most": {"high": high} | ({"floor_high": high + beyond} if beyond is not None else {}),
        "between": {"low": low, "high": high} | ({"floor_low": low - beyond} if beyond is not None else {}),
    }[kind]
    return Targets(**edges, green_below=green[0], amber_below=green[1], green_above=amber[0], amber_above=amber[1])


def rank(value: float, target: Targets, places: int = 1) -> int:
    return WORST_LAST.index(against(value, target, places))


@given(targets(), figures, figures)
def test_a_value_further_off_on_the_same_side_is_never_judged_better(target: Targets, one: float, other: float) -> None:
    gap = {value: float(gaps(value, target)) for value in (one, other)}
    if gap[one] * gap[other] < 0:
        return
    nearer, further = sorted((one, other), key=lambda value: abs(gap[value]))
    assert rank(nearer, target) <= rank(further, target)


@given(targets())
def test_the_target_itself_is_green(target: Targets) -> None:
    for edge in (target.low, target.high):
        assert np.isnan(edge) or against(float(edge), target, 1) is Status.GREEN


@given(targets(), figures, st.floats(1e-3, 1e6))
def test_scaling_unit_target_and_tolerance_together_changes_nothing(target: Targets, value: float, by: float) -> None:
    scaled = Targets(**{field.name: getattr(target, field.name) * by for field in fields(target)})
    assert rate(value * by, scaled) == rate(value, target)


@given(targets(), figures, st.integers(0, 3))
def test_writing_thousands_for_ones_changes_nothing_on_displayed_figures(target: Targets, value: float, n: int) -> None:
    by = 10.0**n
    scaled = Targets(**{field.name: getattr(target, field.name) * by for field in fields(target)})
    assert against(value * by, scaled, 1) is against(value, target, 1)


@given(targets(), st.lists(st.none() | figures, min_size=1, max_size=8), decimals)
def test_one_at_a_time_and_all_at_once_agree(target: Targets, values: list[float | None], places: int) -> None:
    array = np.array([np.nan if value is None else value for value in values])
    together = [STATUSES[code] for code in judge(array, target, places)]
    assert together == [against(value, target, places) for value in values]


@given(targets(), figures, decimals)
def test_the_status_is_that_of_the_figure_people_see(target: Targets, value: float, places: int) -> None:
    assert against(value, target, places) is against(float(displayed(value, places)), target, places)


@given(targets(), figures)
def test_on_target_and_no_gap_are_the_same(target: Targets, value: float) -> None:
    bare = Targets(low=target.low, high=target.high)
    assert (against(value, bare, 1) is Status.GREEN) == (float(gaps(value, bare)) == 0)


@given(figures, figures, st.sampled_from([Polarity.HIGHER, Polarity.LOWER, Polarity.NONE]), allowances)
def test_going_back_is_the_opposite_of_going_there(now: float, then: float, polarity: Polarity, still: float) -> None:
    opposite = {
        Direction.IMPROVING: Direction.WORSENING,
        Direction.WORSENING: Direction.IMPROVING,
        Direction.RISING: Direction.FALLING,
        Direction.FALLING: Direction.RISING,
        Direction.NO_CHANGE: Direction.NO_CHANGE,
    }
    rule = Rule(polarity, no_change=still)
    there, back = (int(compare(*pair, rule, Between()).direction) for pair in ((now, then), (then, now)))
    assert DIRECTIONS[back] is opposite[DIRECTIONS[there]]


@given(targets(), figures, figures)
def test_a_figure_that_improves_towards_its_target_range_is_never_judged_worse_for_it(
    target: Targets, now: float, then: float
) -> None:
    rule = Rule(Polarity.RANGE, low=target.low, high=target.high)
    improved = DIRECTIONS[int(compare(now, then, rule, Between()).direction)] is Direction.IMPROVING
    same_side = float(gaps(now, target)) * float(gaps(then, target)) >= 0
    assert not (improved and same_side) or rank(now, target) <= rank(then, target)
