"""Control charts against the same rules in plain Python and exact fractions, for figures made to provoke them."""

from fractions import Fraction

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpi.judge.direction import Polarity
from kpi.judge.spc import ASSURANCES, KINDS, VARIATIONS, Charted, chart
from kpi.judge.spc_block import HOUSE, PROFILES, Profile
from kpi.judge.spc_limits import Refusal
from tests.support import control_chart as by_hand

Series = tuple[list[int | None], list[bool]]
SMALL, LARGE, GAP = st.integers(-3, 3), st.integers(-60, 60), st.none()
RUNS = st.tuples(LARGE, st.sampled_from([1, -1]), st.integers(5, 9))
"""A first figure, a step and a number of steps: six or more make a trend."""
PEAK = [0, 3, 0, 3, 0, 3, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]


@st.composite
def series(draw: st.DrawFn) -> Series:
    """Make a series of noise, runs, repeats and gaps, with up to three new starts, in any order."""
    figures: list[int | None] = []
    for _ in range(draw(st.integers(0, 6))):
        start, step, length = draw(RUNS)
        runs = st.just([start + step * place for place in range(length)])
        repeats = st.just([start] * length)
        noise = st.lists(SMALL | LARGE, min_size=1, max_size=16)
        saw = st.just([start + (place % 2) * 4 for place in range(2 * length)])
        figures += draw(st.one_of(runs, repeats, noise, saw, st.lists(SMALL | GAP, min_size=1, max_size=8)))
    places = draw(st.sets(st.integers(0, max(len(figures) - 1, 0)), max_size=3))
    return figures, [place in places for place in range(len(figures))]


def floats(figures: list[int | None], unit: float = 1.0) -> list[float]:
    return [np.nan if figure is None else figure * unit for figure in figures]


def fractions(figures: list[int | None]) -> list[Fraction | None]:
    return [None if figure is None else Fraction(figure) for figure in figures]


def agree(found: Charted, given_series: Series, baseline: int | None, profile: Profile) -> None:
    """Hold every limit, refusal and mark of a chart against the plain one, stretch by stretch."""
    figures, starts = given_series
    for points in by_hand.stretches(len(figures), starts):
        stretch = fractions(figures[points.start : points.stop])
        drawn = by_hand.draw(stretch, baseline, screening=profile.screening)
        if not points:
            continue
        assert {Refusal(code).name for code in found.refusals[0, points].tolist()} == {drawn.refusal or "NONE"}
        for share, lower, upper in ((1, found.lower, found.upper), (by_hand.NEAR, found.near_lower, found.near_upper)):
            wanted = drawn.reach(Fraction(share)) or (np.nan, np.nan)
            for limit, edge in zip((lower, upper), wanted, strict=True):
                np.testing.assert_allclose(limit[0, points], float(edge), rtol=0, atol=1e-9)
        if drawn.refusal and profile.refuses:
            assert not found.kind[0, points].any()
            continue
        marks = by_hand.marks(stretch, drawn, outside_is_near=profile.outside_is_near)
        here = zip(found.kind[0, points].tolist(), found.direction[0, points].tolist(), strict=True)
        assert [(KINDS[kind].value, side) for kind, side in here] == marks


@settings(max_examples=300)
@given(series(), st.none() | st.integers(12, 30), st.sampled_from([*PROFILES.values()]))
@example((PEAK, [False] * len(PEAK)), None, HOUSE)
@example(([None, None, *PEAK, None], [place == 4 for place in range(len(PEAK) + 3)]), 12, HOUSE)
def test_limits_refusals_and_marks_are_those_of_the_plain_rules(
    made: Series, baseline: int | None, profile: Profile
) -> None:
    figures, starts = made
    agree(chart(floats(figures), starts, baseline, profile=profile), made, baseline, profile)


@given(series(), st.sampled_from([0.1, 0.3, 1e6]))
def test_marks_of_figures_that_are_not_exact_in_binary_are_those_of_the_plain_rules(made: Series, unit: float) -> None:
    figures, starts = made
    exact, found = chart(floats(figures), starts), chart(floats(figures, unit), starts)
    np.testing.assert_array_equal(found.kind, exact.kind)
    np.testing.assert_array_equal(found.refusals, exact.refusals)


@given(series(), st.sampled_from([*Polarity]), st.none() | LARGE, st.none() | LARGE)
def test_the_last_figure_gives_variation_and_assurance(
    made: Series, polarity: Polarity, low: int | None, high: int | None
) -> None:
    figures, starts = made
    found = chart(floats(figures), starts, None, polarity, *floats([low, high]))
    there = [place for place, figure in enumerate(figures) if figure is not None]
    assert found.last[0] == (there[-1] if there else -1)
    if not there:
        assert (VARIATIONS[found.variation[0]], Refusal(found.refusal[0])) == ("cannot_tell", Refusal.NO_FIGURE)
        return
    points = next(one for one in by_hand.stretches(len(figures), starts) if there[-1] in one)
    stretch = fractions(figures[points.start : points.stop])
    drawn = by_hand.draw(stretch, None, screening=True)
    mark = by_hand.marks(stretch, drawn, outside_is_near=False)[there[-1] - points.start]
    assert VARIATIONS[found.variation[0]] == ("cannot_tell" if drawn.refusal else _says(mark, polarity))
    assert ASSURANCES[found.assurance[0]] == _sure(drawn, polarity, low, high)


def _says(mark: tuple[str, int], polarity: Polarity) -> str:
    side = mark[1]
    if not side:
        return "common_cause"
    if polarity in (Polarity.RANGE, Polarity.NONE):
        return f"special_cause_neutral_{'high' if side > 0 else 'low'}"
    return f"special_cause_{'improvement' if (side > 0) == (polarity is Polarity.HIGHER) else 'concern'}"


def _sure(drawn: by_hand.Drawn, polarity: Polarity, low: int | None, high: int | None) -> str:
    """Compare limits with the edges of a target: one that touches a limit is hit and miss."""
    if polarity is Polarity.NONE or (low is None and high is None):
        return "no_target"
    reach = drawn.reach()
    if drawn.refusal or reach is None:
        return "cannot_tell"
    least, most = reach
    if (low is None or least > low) and (high is None or most < high):
        return "consistently_meets"
    return (
        "consistently_misses"
        if (low is not None and most < low) or (high is not None and least > high)
        else "hit_and_miss"
    )
