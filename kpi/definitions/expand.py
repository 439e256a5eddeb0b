"""Targets laid out over periods as plain numbers, for judgement on arrays.

In: indicators, series by indicator and area, and periods. Out: eight float arrays; NaN where there is none.
"""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.definitions.spans import Span, spans_of
from kpi.definitions.target import NO_TOLERANCE, Target, Tolerance, sides
from kpi.period import Period

Floats = NDArray[np.float64]
NONE: Final = float("nan")
EXACT: Final = 10
"""Decimals kept of a percentage of a target, so that 2% of 90 is 1.8 and not a hair less."""


class Edges(NamedTuple):
    """The edges a value is judged by, in the indicator's unit: float64, NaN where there is none.

    `low` and `high` are the target; `green_*` and `amber_*` how far beyond that edge is still green or amber, 0
    without a tolerance; a value beyond `floor_*` is red whatever the tolerance.
    """

    low: Floats
    high: Floats
    green_below: Floats
    green_above: Floats
    amber_below: Floats
    amber_above: Floats
    floor_low: Floats
    floor_high: Floats


def expand(indicator: Indicator, area: str, periods: Sequence[Period]) -> Edges:
    """Lay the targets of one indicator and area over periods of its frequency and calendar; arrays of one dimension."""
    edges = expand_series({indicator.id: indicator}, [(indicator.id, area)], periods)
    return Edges(*(edge[0] for edge in edges))


def expand_series(
    indicators: Mapping[str, Indicator], series: Sequence[tuple[str, str]], periods: Sequence[Period]
) -> Edges:
    """Lay targets over series, (indicator, area) pairs, by periods of one frequency and calendar.

    Arrays are series by periods. Each target is worked out once and laid over all areas it holds for.
    """
    block = np.full((len(Edges._fields), len(series), len(periods)), NONE)
    ordinals = np.array([period.ordinal for period in periods], dtype=np.int64)
    rows_of: dict[str, dict[str, int]] = {}
    for row, (indicator_id, area) in enumerate(series):
        rows_of.setdefault(indicator_id, {})[area] = row
    for indicator_id, rows in rows_of.items():
        _lay(indicators[indicator_id], rows, ordinals, block)
    return Edges(*block)


def target_at(indicator: Indicator, area: str, period: Period) -> Target | None:
    """Give the target that holds for an area in a period of the indicator's frequency, or None."""
    for target in indicator.targets:
        spans = spans_of(target, indicator).values()
        if _holds_for(target, area) and any(span.holds(period.ordinal) for span in spans):
            return target
    return None


def edges_of(target: Target, indicator: Indicator, value: float | None = None) -> tuple[float, ...]:
    """Give the eight edges of a target as numbers; `value` is the entry of a profile."""
    low, high = target.ends(value)
    tolerance = target.tolerance or indicator.tolerance or NO_TOLERANCE
    allowances = (
        _points(allowance, edge, tolerance)
        for given in (sides(tolerance.green), sides(tolerance.amber))
        for allowance, edge in ((given.below, low), (given.above, high))
    )
    return low, high, *allowances, *target.floors(indicator.polarity)


def _points(allowance: float, edge: float, tolerance: Tolerance) -> float:
    """Turn an allowance into the indicator's unit; NaN where the target has no such edge."""
    if isnan(edge):
        return NONE
    return round(allowance * abs(edge) / 100, EXACT) if tolerance.measure == "percent" else allowance


def _holds_for(target: Target, area: str) -> bool:
    return target.areas is None or area in target.areas


def _lay(indicator: Indicator, rows: Mapping[str, int], ordinals: NDArray[np.int64], block: Floats) -> None:
    """Write one indicator's targets into the block: eight edges by series by periods."""
    for target in indicator.targets:
        areas = rows if target.areas is None else [area for area in target.areas if area in rows]
        at_rows = np.array([rows[area] for area in areas], dtype=np.int64)
        for text, span in spans_of(target, indicator).items():
            places = _places(span, ordinals)
            edges = np.array(edges_of(target, indicator, target.profile.get(text)))
            block[:, at_rows[:, None], places] = edges[:, None, None]


def _places(span: Span, ordinals: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.flatnonzero((ordinals >= span.first) & (ordinals <= span.last))
