"""Limits of XmR charts: mean, average moving range, and what stands against drawing or trusting them.

In: figures with time along the first axis, one column a stretch that nothing crosses. Out: limits, one entry a column.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from kpi.judge.status import Codes, Floats

Counts = NDArray[np.intp]

LIMIT = 2.66
"""Average moving ranges from the mean to a limit: three sigma of single figures."""
NEAR = 2 / 3
"""How far on the way from the mean to a limit a figure is near it: two sigma."""
SCREEN = 3.267
"""A moving range of so many times the average or more says nothing of ordinary variation."""
LEAST_BASELINE = 12
LEAST_POINTS = 13
LEAST_RANGES = 8
NOISE = 1e-12
"""Differences this small, relative to mean and average range, come from binary arithmetic."""


class Refusal(IntEnum):
    """Why a stretch of figures is not judged; a code is the number."""

    NONE = 0
    """It is judged."""
    NO_FIGURE = 1
    """There is no figure at all."""
    TOO_FEW = 2
    """Fewer than 13 figures since the stretch began: what is drawn are trial limits."""
    GAPS = 3
    """Missing figures leave fewer than 8 moving ranges."""
    NO_VARIATION = 4
    """The average moving range is zero, so that limits would have no width."""


@dataclass(frozen=True, eq=False)
class Limits:
    """Mean, limits and near limits, NaN where they cannot be drawn; `noise` is what counts as equal."""

    mean: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats
    noise: Floats
    refusal: Codes


def draw(values: Floats, baseline: Counts | None, *, screening: bool) -> Limits:
    """Draw the limits of each column from its figures, or from its first `baseline` figures, a number a column."""
    there = ~np.isnan(values)
    points = _count(there)
    based = there if baseline is None else there & (np.cumsum(there, axis=0, dtype=np.int32) <= baseline)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = _average(values, based)
        average, ranges = _average_range(values, based, screening=screening)
        noise = NOISE * (np.abs(mean) + np.nan_to_num(average))
        wide, close = LIMIT * average, LIMIT * average * NEAR
        refusal = _refusal(points, ranges, ~(average > noise))
    return Limits(mean, mean - wide, mean + wide, mean - close, mean + close, noise, refusal)


def _count(flags: NDArray[np.bool_]) -> Counts:
    """Count the flags of each column, at once where all are set."""
    return np.full(flags.shape[1], flags.shape[0]) if flags.all() else np.count_nonzero(flags, axis=0)


def _average(values: Floats, counted: NDArray[np.bool_]) -> Floats:
    """Average what counts of each column; NaN where nothing does."""
    there = values if counted.all() else np.where(counted, values, 0.0)
    return np.asarray(there.sum(axis=0) / _count(counted))


def _average_range(values: Floats, based: NDArray[np.bool_], *, screening: bool) -> tuple[Floats, Counts]:
    """Average the moving ranges of neighbours that are both there, once more without the large; count them all."""
    both = based[1:] & based[:-1]
    ranges = np.abs(values[1:] - values[:-1])
    average = _average(ranges, both)
    if screening:
        large = both & (ranges >= SCREEN * average * (1 - NOISE))
        screened = large.any(axis=0)
        average[screened] = _average(ranges[:, screened], (both & ~large)[:, screened])
    return average, _count(both)


def _refusal(points: Counts, ranges: Counts, flat: NDArray[np.bool_]) -> Codes:
    """Give the Refusal code of each column."""
    reasons = {
        Refusal.NO_FIGURE: points == 0,
        Refusal.TOO_FEW: points < LEAST_POINTS,
        Refusal.GAPS: ranges < LEAST_RANGES,
        Refusal.NO_VARIATION: flat,
    }
    return np.asarray(np.select(list(reasons.values()), [int(r) for r in reasons], default=0), dtype=np.int8)
