"""Forecast of the year end from a series' own past, with an interval made of what the same forecast missed by before.

In: series up to now, (series, points). Out: values, interval ends, method and Why codes, one a series.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike, NDArray

from kpi.judge.status import Codes, Floats

LEAST_CHECKS: Final = 4
"""Past forecasts of the same reach that must be there to compare with what came."""
SURE: Final = 80
"""Per cent of year ends that the interval is made to hold."""
_STUDENT: Final = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345)
"""The 90th percentile of Student's t by degrees of freedom from 1."""
_NORMAL: Final = 1.3
"""The same for more degrees of freedom, rounded up."""


class Method(StrEnum):
    """How a year end is forecast; a code is the place in this list."""

    SAME_AS_LAST_PERIOD = "same_as_last_period"
    """The year ends where the figure is now."""
    REST_AS_LAST_YEAR = "rest_as_last_year"
    """What the rest of the year brings is what the same periods brought a year before."""


METHODS: Final = tuple(Method)
LAST_PERIOD, LAST_YEAR = range(2)


class Kind(IntEnum):
    """What the points of a series are."""

    LEVEL = 0
    """Figures on their own: on a day, of a period, of 12 months."""
    SHARE_TO_DATE = 1
    """Shares and averages of the year to date: they start again with the year and do not add up in it."""
    TOTAL_TO_DATE = 2
    """Totals of the year to date: they start again with the year and add up in it."""


class Why(IntEnum):
    """Why there is no forecast, 0 where there is one."""

    FORECAST = 0
    """There is a forecast."""
    NO_YEAR_END = 1
    """A dated figure has no year end."""
    NOTHING_NOW = 2
    """There is no figure to start from."""
    DOUBT = 3
    """The figure to start from is in doubt."""
    NOTHING_LAST_YEAR = 4
    """What the same periods brought a year before is not known."""
    TOO_FEW = 5
    """Fewer than LEAST_CHECKS past forecasts can be compared with what came."""
    BREAK_AHEAD = 6
    """The definition changes before the year ends."""


@dataclass(frozen=True, eq=False)
class Forecast:
    """Values with the ends of their intervals (NaN without a forecast), method, Why codes, past forecasts checked."""

    value: Floats
    low: Floats
    high: Floats
    method: Codes
    why: Codes
    checks: NDArray[np.int64]


def year_end(
    values: ArrayLike, starts: ArrayLike, kind: ArrayLike, reach: int, season: int, barred: ArrayLike = 0
) -> Forecast:
    """Forecast each series `reach` points beyond its last one; `season` points make a year.

    `values` are oldest first with NaN for gaps, figures in doubt and other definitions; `starts` marks the points that
    begin a year; `kind` holds Kind codes, one a series, and `barred` the Why codes of what forbids a forecast from
    outside. At a year's last point `reach` is `season`.
    """
    grid, first, kinds = _padded(values, reach + season), np.asarray(starts, bool), np.asarray(kind)
    first = np.concatenate([np.zeros(grid.shape[1] - len(first), bool), first])
    total = kinds == Kind.TOTAL_TO_DATE
    value, errors = _as_now(grid, np.where(kinds == Kind.LEVEL, 0, 1), first, reach, season)
    if total.any():
        added, missed = _as_last_year(grid[total], first, reach, season)
        value[total] = added
        errors[total] = np.nan
        errors[total, -missed.shape[1] :] = missed
    checks = np.isfinite(errors).sum(axis=1)
    why = _refused(grid[:, -1], value, checks, barred)
    middle = np.where(why == Why.FORECAST, value, np.nan)
    spread = _spread(errors, checks)
    method = np.where(total, LAST_YEAR, LAST_PERIOD)
    return Forecast(
        middle, middle - spread, middle + spread, method.astype(np.int8), why.astype(np.int8), checks.astype(np.int64)
    )


def _refused(now: Floats, value: Floats, checks: NDArray[np.int64], barred: ArrayLike) -> Codes:
    """Give the Why code of the first thing that forbids a forecast, 0 where nothing does."""
    outside = np.broadcast_to(np.asarray(barred, dtype=np.int64), now.shape)
    reasons = (Why.NOTHING_NOW, Why.NOTHING_LAST_YEAR, Why.TOO_FEW)
    conditions = [outside > 0, np.isnan(now), np.isnan(value), checks < LEAST_CHECKS]
    return np.select(conditions, [outside, *(np.int64(why) for why in reasons)], default=0).astype(np.int8)


def _padded(values: ArrayLike, most: int) -> Floats:
    """Put points without a figure in front, so that every look back finds a column."""
    grid = np.atleast_2d(np.asarray(values, dtype=float))
    return np.asarray(np.pad(grid, ((0, 0), (most, 0)), constant_values=np.nan))


def _as_now(
    grid: Floats, to_date: NDArray[np.int64], first: NDArray[np.bool_], reach: int, season: int
) -> tuple[Floats, Floats]:
    """Forecast the figure of now, and give by how much every point differed from the one `reach` before it."""
    errors = grid[:, reach:] - grid[:, :-reach]
    year = np.cumsum(first)
    crossed = (year[reach:] != year[:-reach]) & (reach % season != 0)
    return grid[:, -1].copy(), np.where(crossed & (to_date[:, None] > 0), np.nan, errors)


def _as_last_year(grid: Floats, first: NDArray[np.bool_], reach: int, season: int) -> tuple[Floats, Floats]:
    """Add the rest of last year to the year so far, and give by how much such rests differed from the year before."""
    before = np.concatenate([np.full((len(grid), 1), np.nan), grid[:, :-1]], axis=1)
    brought = grid - np.where(first, 0.0, before)
    rests = sliding_window_view(brought, reach, axis=1).sum(axis=-1)
    so_far = np.where(reach == season, 0.0, grid[:, -1])
    return so_far + rests[:, grid.shape[1] - season], rests[:, season:] - rests[:, :-season]


def _spread(errors: Floats, checks: NDArray[np.int64]) -> Floats:
    """Give half the width of the interval from past errors: their root mean square, widened where they are few."""
    many = np.maximum(checks, 1)
    table = np.array([np.inf, *_STUDENT, _NORMAL])
    times = table[np.minimum(many, len(table) - 1)]
    return np.asarray(times * np.sqrt(np.nansum(errors**2, axis=1) / many * (1 + 1 / many)))
