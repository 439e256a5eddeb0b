"""Status of figures against the targets of their periods, judged on the value as displayed.

In: arrays of values, targets with allowances in the same unit, decimals shown. Out: an int8 array of codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpi import number

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]

NOISE = 1e-9
"""Differences this small, relative to the figures compared, come from binary arithmetic and not from the service."""


class Status(StrEnum):
    """Where a figure stands against its target; a code is the place in this list."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNRATED = "unrated"
    NO_DATA = "no_data"


STATUSES = tuple(Status)
GREEN, AMBER, RED, UNRATED, NO_DATA = range(5)


@dataclass(frozen=True, eq=False)
class Targets:
    """Targets as arrays that broadcast against the values; NaN means none.

    `low` is the least and `high` the most that is on target. The allowances are in the unit of the values: off target
    by `green_*` is still green, by `amber_*` amber. A value beyond its floor (`floor_low` below, `floor_high` above)
    is red whatever the allowances.
    """

    low: ArrayLike = np.nan
    high: ArrayLike = np.nan
    green_below: ArrayLike = np.nan
    green_above: ArrayLike = np.nan
    amber_below: ArrayLike = np.nan
    amber_above: ArrayLike = np.nan
    floor_low: ArrayLike = np.nan
    floor_high: ArrayLike = np.nan


def judge(values: ArrayLike, targets: Targets, decimals: ArrayLike) -> Codes:
    """Judge values against targets as people see them: rounded to `decimals`, half away from zero."""
    return rate(number.displayed(np.asarray(values, dtype=float), np.asarray(decimals, dtype=int)), targets)


def rate(shown: ArrayLike, targets: Targets) -> Codes:
    """Judge values that are already as displayed; NaN is no data, a value without a target is unrated."""
    value, low, high = (np.asarray(a, dtype=float) for a in (shown, targets.low, targets.high))
    noise = _noise(value, low, high)
    below, above = _off(value, low, high)
    conditions = (
        (~np.isfinite(value), NO_DATA),
        (np.isnan(low) & np.isnan(high), UNRATED),
        ((below <= noise) & (above <= noise), GREEN),
        (_beyond_floor(value, targets), RED),
        (_within(below, targets.green_below, noise) & _within(above, targets.green_above, noise), GREEN),
        (_within(below, targets.amber_below, noise) & _within(above, targets.amber_above, noise), AMBER),
    )
    return first_true(conditions, RED)


def first_true(conditions: Sequence[tuple[ArrayLike, int]], otherwise: ArrayLike) -> Codes:
    """Give the code of the first condition that holds, place by place; conditions broadcast against each other."""
    flags = [(np.asarray(condition, dtype=bool), np.int8(code)) for condition, code in conditions]
    rest = np.asarray(otherwise, dtype=np.int8)
    codes = np.zeros(np.broadcast_shapes(rest.shape, *(flag.shape for flag, _ in flags)), dtype=np.int8)
    free = np.ones(codes.shape, dtype=bool)
    # Sums of flags times codes, since choosing place by place takes twenty times as long.
    for flag, code in flags:
        if flag.ndim or flag:
            codes += (flag & free).view(np.int8) * code
            free &= ~flag
    return codes + free.view(np.int8) * rest


def gaps(shown: ArrayLike, targets: Targets) -> Floats:
    """Give value minus the nearest edge of its target: 0 when on target, NaN without a value or a target."""
    value, low, high = (np.asarray(a, dtype=float) for a in (shown, targets.low, targets.high))
    below, above = _off(value, low, high)
    gap = np.where(np.maximum(below, above) <= _noise(value, low, high), 0.0, above - below)
    return np.asarray(np.where(np.isnan(value) | (np.isnan(low) & np.isnan(high)), np.nan, gap))


def against(value: float | None, targets: Targets, decimals: int = 0) -> Status:
    """Judge one value against one target; None is no data."""
    return STATUSES[int(judge(np.nan if value is None else value, targets, decimals))]


def _off(value: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Give how far values lie below the low edge and above the high edge, never negative; no edge is no distance."""
    return np.fmax(low - value, 0.0), np.fmax(value - high, 0.0)


def _noise(value: Floats, low: Floats, high: Floats) -> Floats:
    """Give the largest difference that is only binary noise, in proportion to the figures compared."""
    return np.asarray(NOISE * np.fmax(np.abs(value), np.fmax(np.abs(low), np.abs(high))))


def _within(off: Floats, allowance: ArrayLike, noise: Floats) -> NDArray[np.bool_]:
    """Tell where a distance is allowed; no allowance allows nothing."""
    return np.asarray(off <= np.nan_to_num(np.asarray(allowance, dtype=float)) + noise)


def _beyond_floor(value: Floats, targets: Targets) -> NDArray[np.bool_]:
    """Tell where a value is worse than the worst that needs no action; comparisons with no floor are false."""
    low, high = np.asarray(targets.floor_low, dtype=float), np.asarray(targets.floor_high, dtype=float)
    noise = _noise(value, low, high)
    return np.asarray((value < low - noise) | (value > high + noise))
