"""Direction of figures against earlier ones: improving, worsening, no change, or why nobody can tell.

In: figures as displayed, now and then, with what stands between them. Out: changes, direction codes and reason codes.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpi.judge.status import NOISE, Codes, Floats, first_true

Flags = NDArray[np.bool_]


class Direction(StrEnum):
    """Which way a figure moved; a code is the place in this list."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no_change"
    RISING = "rising"
    FALLING = "falling"
    CANNOT_TELL = "cannot_tell"


DIRECTIONS = tuple(Direction)
IMPROVING, WORSENING, NO_CHANGE, RISING, FALLING, CANNOT_TELL = range(6)


class Polarity(IntEnum):
    """Which way is good."""

    HIGHER = 0
    LOWER = 1
    RANGE = 2
    NONE = 3


class Why(IntEnum):
    """What a direction rests on, or why it cannot be told."""

    CHANGE = 0
    """The size of the change, by polarity."""
    BOTH_INSIDE = 1
    """Both figures lie inside the target range: no change in judgement."""
    SAME_DISTANCE = 2
    """The figure is about as far from its target range as before, on one side or the other."""
    NO_RANGE = 3
    """Good is close to a target range and none was set: the figure only rises or falls."""
    RUNNING_TOTAL = 4
    """The figure adds up from the one period to the other, so that growing is neither good nor bad."""
    NOTHING_NOW = 5
    """There is no figure to compare."""
    YEAR_RESTARTS = 6
    """A year-to-date figure starts again between the two periods."""
    NONE_BEFORE = 7
    """The series has no earlier figure."""
    NOTHING_THEN = 8
    """The earlier figure is missing, suppressed, or not a number."""
    BREAK = 9
    """The definition changed between the two periods."""
    DOUBT = 10
    """One of the two figures is in doubt: shown as published, and never compared."""


@dataclass(frozen=True, eq=False)
class Between:
    """What stands between two figures and forbids comparing them, as flags that broadcast against the values."""

    year_restarts: ArrayLike = False
    none_before: ArrayLike = False
    break_: ArrayLike = False
    doubt: ArrayLike = False


@dataclass(frozen=True, eq=False)
class Rule:
    """How a movement is judged, as arrays that broadcast against the values.

    `low` and `high` are the target range now (NaN = none); `no_change` is the largest change called no change;
    `running_total` marks figures that add up from `then` to `now`, which only rise or fall.
    """

    polarity: ArrayLike
    low: ArrayLike = np.nan
    high: ArrayLike = np.nan
    no_change: ArrayLike = 0.0
    running_total: ArrayLike = False


@dataclass(frozen=True, eq=False)
class Movement:
    """Changes (now minus then, NaN where they cannot be told), direction codes and Why codes, of one shape."""

    change: Floats
    direction: Codes
    why: Codes


def compare(now: ArrayLike, then: ArrayLike, rule: Rule, between: Between) -> Movement:
    """Judge the movement from `then` to `now`, both as displayed, NaN = no figure."""
    new, old = np.broadcast_arrays(np.asarray(now, dtype=float), np.asarray(then, dtype=float))
    obstacle = _obstacle(new, old, between)
    told = obstacle == 0
    direction, why = _judged(new, old, rule)
    return Movement(
        np.where(told, new - old, np.nan),
        first_true([(~told, CANNOT_TELL)], direction),
        np.where(told, why, obstacle),
    )


def _obstacle(new: Floats, old: Floats, between: Between) -> Codes:
    """Give the Why code of the first thing that forbids a comparison, 0 where nothing does."""
    conditions: list[tuple[ArrayLike, int]] = [
        (np.isnan(new), Why.NOTHING_NOW),
        (between.year_restarts, Why.YEAR_RESTARTS),
        (between.none_before, Why.NONE_BEFORE),
        (np.isnan(old), Why.NOTHING_THEN),
        (between.break_, Why.BREAK),
        (between.doubt, Why.DOUBT),
    ]
    return first_true(conditions, 0)


def _judged(new: Floats, old: Floats, rule: Rule) -> tuple[Codes, Codes]:
    """Give direction and Why codes of comparable figures."""
    polarity, low, high = (np.asarray(a, dtype=float) for a in (rule.polarity, rule.low, rule.high))
    total = np.asarray(rule.running_total, dtype=bool)
    no_range = (polarity == Polarity.RANGE) & np.isnan(low) & np.isnan(high)
    ranged = (polarity == Polarity.RANGE) & ~no_range & ~total
    judged = ranged | (((polarity == Polarity.LOWER) | (polarity == Polarity.HIGHER)) & ~total)
    moved = new - old
    gain = np.where(judged & (polarity == Polarity.LOWER), -1.0, 1.0) * moved
    allowed = np.asarray(rule.no_change) + NOISE * np.fmax(np.abs(new), np.abs(old))
    conditions: list[tuple[ArrayLike, int]] = [(total, Why.RUNNING_TOTAL)]
    if ranged.any():
        near, far = _distance(new, low, high), _distance(old, low, high)
        gain = np.where(ranged, far - near, gain)
        shifted = ranged & (np.abs(moved) > allowed)
        conditions.append((shifted & (near == 0) & (far == 0), Why.BOTH_INSIDE))
        conditions.append((shifted & (np.abs(gain) <= allowed), Why.SAME_DISTANCE))
    return _way(gain, allowed, judged), first_true([*conditions, (no_range, Why.NO_RANGE)], Why.CHANGE)


def _way(gain: Floats, allowed: Floats, judged: Flags) -> Codes:
    """Name the way that figures moved: better or worse where one way is better, up or down where none is."""
    up, down = first_true([(judged, IMPROVING)], RISING), first_true([(judged, WORSENING)], FALLING)
    still, risen = np.abs(gain) <= allowed, gain > 0
    moved = risen.view(np.int8) * up + (~risen).view(np.int8) * down
    return first_true([(still, NO_CHANGE)], moved)


def _distance(value: Floats, low: Floats, high: Floats) -> Floats:
    """Give how far values lie outside a range, 0 inside it."""
    return np.asarray(np.fmax(np.fmax(low - value, value - high), 0.0))
