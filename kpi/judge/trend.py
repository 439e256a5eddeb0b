"""Recent trend: whether the last five figures rose or fell by more than chance, given how sure each of them is.

In: figures with the ends of their 95% confidence intervals, (series, points). Out: slopes, chi-squares, marker codes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from kpi.judge.status import NOISE, Codes, Floats

POINTS: Final = 5
"""The figures that a recent trend is judged on."""
CRITICAL: Final = 9.54953570608324
"""The chi-square with one degree of freedom above which a slope is no chance (p below 0.002)."""
Z: Final = 1.96
"""Standard errors on either side of a figure that make a 95% confidence interval."""


class Trend(StrEnum):
    """Which way the last five figures went; a code is the place in this list."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CHANGE = "no_change"
    CANNOT_BE_CALCULATED = "cannot_be_calculated"


TRENDS: Final = tuple(Trend)
INCREASING, DECREASING, NO_CHANGE, CANNOT_BE_CALCULATED = range(4)


@dataclass(frozen=True, eq=False)
class Recent:
    """Slopes a period, their chi-squares (both NaN where they cannot be calculated) and Trend codes, one a series."""

    slope: Floats
    chi_square: Floats
    trend: Codes


def recent(values: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> Recent:
    """Judge the last five points of each series, oldest first, NaN = none.

    All five must be there with an interval of some width. The trend stands when the chi-square of the weighted slope is
    beyond CRITICAL and the slope keeps its sign whichever single point is left out. Source: the recent trend marker of
    the public-health profiles (Fingertips).
    """
    y, low, high = (_last(given) for given in (values, lower, upper))
    width = high - low
    told = (np.isfinite(y) & np.isfinite(width) & (width > 0)).sum(axis=1) == POINTS
    weight = np.where(told[:, None], (2 * Z / np.where(told[:, None], width, 1.0)) ** 2, 1.0)
    y = np.where(told[:, None], y, 0.0)
    slope, spread = _fit(y, weight)
    chi_square = slope**2 * spread
    left_out = [_fit(y, np.where(np.arange(POINTS) == point, 0.0, weight))[0] for point in range(POINTS)]
    steady = np.all([_way(one, y) == _way(slope, y) for one in left_out], axis=0)
    moved = np.where(slope > 0, INCREASING, DECREASING)
    code = np.where(told, np.where(steady & (chi_square > CRITICAL), moved, NO_CHANGE), CANNOT_BE_CALCULATED)
    nowhere = np.where(told, 0.0, np.nan)
    return Recent(slope + nowhere, chi_square + nowhere, code.astype(np.int8))


def marker(values: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> Trend:
    """Judge one series: figures and the ends of their 95% intervals, oldest first."""
    return TRENDS[int(recent(values, lower, upper).trend[0])]


def share_interval(numerator: ArrayLike, denominator: ArrayLike, scale: ArrayLike = 100.0) -> tuple[Floats, Floats]:
    """Give the ends of 95% intervals of shares by Wilson's method; NaN where the two make no share."""
    part, whole, times = (np.asarray(given, dtype=float) for given in (numerator, denominator, scale))
    sound = (whole > 0) & (part >= 0) & (part <= whole)
    of = np.where(sound, whole, 1.0)
    share = np.where(sound, part, np.nan) / of
    middle = (share + Z**2 / (2 * of)) / (1 + Z**2 / of)
    reach = Z * np.sqrt(share * (1 - share) / of + Z**2 / (4 * of**2)) / (1 + Z**2 / of)
    return np.maximum(middle - reach, 0.0) * times, np.minimum(middle + reach, 1.0) * times


def count_interval(count: ArrayLike, scale: ArrayLike = 1.0) -> tuple[Floats, Floats]:
    """Give the ends of 95% intervals of counts of events by Byar's method, times `scale`; NaN for no count."""
    seen, times = np.asarray(count, dtype=float), np.asarray(scale, dtype=float)
    known = np.where(seen >= 0, seen, np.nan)
    base = np.where(known > 0, known, 1.0)
    lower = np.where(known > 0, known * (1 - 1 / (9 * base) - Z / (3 * np.sqrt(base))) ** 3, known)
    more = known + 1
    upper = more * (1 - 1 / (9 * more) + Z / (3 * np.sqrt(more))) ** 3
    return np.maximum(lower, 0.0) * times, upper * times


def _last(given: ArrayLike) -> Floats:
    """Take the last five points, filling up with NaN in front where there are fewer."""
    grid = np.atleast_2d(np.asarray(given, dtype=float))
    short = max(POINTS - grid.shape[1], 0)
    return np.asarray(np.pad(grid, ((0, 0), (short, 0)), constant_values=np.nan)[:, -POINTS:])


def _way(slope: Floats, y: Floats) -> Floats:
    """Give 1 for up, -1 for down, 0 for a slope that is only binary noise."""
    return np.where(np.abs(slope) > NOISE * np.abs(y).max(axis=1), np.sign(slope), 0.0)


def _fit(y: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Give the slopes of weighted lines through the points 1 to 5, and the weighted spread of the points."""
    x, total = np.arange(1.0, POINTS + 1), weight.sum(axis=1)
    off = x - ((weight * x).sum(axis=1) / total)[:, None]
    middle = ((weight * y).sum(axis=1) / total)[:, None]
    spread = (weight * off**2).sum(axis=1)
    return (weight * off * (y - middle)).sum(axis=1) / spread, spread
