"""Direction of figures against earlier ones: improving, worsening, no change, or why nobody can tell.

In: figures as displayed, now and then, with what stands between them. Out: changes, direction codes and reason codes.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpi.judge.status import NOISE, Codes, Floats

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
    change = np.where(obstacle > 0, np.nan, new - old)
    direction, why = _judged(new, old, rule)
    told = obstacle == 0
    return Movement(
        change,
        np.where(told, direction, CANNOT_TELL).astype(np.int8),
        np.where(told, why, obstacle).astype(np.int8),
    )


def _obstacle(new: Floats, old: Floats, between: Between) -> Codes:
    """Give the Why code of the first thing that forbids a comparison, 0 where nothing does."""
    conditions = {
        Why.NOTHING_NOW: np.isnan(new),
        Why.YEAR_RESTARTS: between.year_restarts,
        Why.NONE_BEFORE: between.none_before,
        Why.NOTHING_THEN: np.isnan(old),
        Why.BREAK: between.break_,
        Why.DOUBT: between.doubt,
    }
    flags = np.broadcast_arrays(*(np.asarray(c, dtype=bool) for c in conditions.values()))
    return np.asarray(np.select(flags, [int(reason) for reason in conditions], default=0), dtype=np.int8)


def _judged(new: Floats, old: Floats, rule: Rule) -> tuple[Codes, Codes]:
    """Give direction and Why codes of comparable figures."""
    polarity, low, high = (np.asarray(a, dtype=float) for a in (rule.polarity, rule.low, rule.high))
    total = np.asarray(rule.running_total, dtype=bool)
    no_range = (polarity == Polarity.RANGE) & np.isnan(low) & np.isnan(high)
    ranged = (polarity == Polarity.RANGE) & ~no_range & ~total
    judged = ranged | (((polarity == Polarity.LOWER) | (polarity == Polarity.HIGHER)) & ~total)
    near, far = _distance(new, low, high), _distance(old, low, high)
    gain = np.select([ranged, judged & (polarity == Polarity.LOWER)], [far - near, old - new], default=new - old)
    allowed = np.asarray(rule.no_change) + NOISE * np.fmax(np.abs(new), np.abs(old))
    still, moved = np.abs(gain) <= allowed, np.abs(new - old) > allowed
    up, down = np.where(judged, IMPROVING, RISING), np.where(judged, WORSENING, FALLING)
    direction = np.where(still, NO_CHANGE, np.where(gain > 0, up, down))
    both_inside = ranged & moved & (near == 0) & (far == 0)
    tests = np.broadcast_arrays(total, both_inside, ranged & still & moved, no_range)
    reasons = [Why.RUNNING_TOTAL, Why.BOTH_INSIDE, Why.SAME_DISTANCE, Why.NO_RANGE]
    why = np.select(tests, [int(reason) for reason in reasons], default=int(Why.CHANGE))
    return direction.astype(np.int8), why.astype(np.int8)


def _distance(value: Floats, low: Floats, high: Floats) -> Floats:
    """Give how far values lie outside a range, 0 inside it."""
    return np.asarray(np.fmax(np.fmax(low - value, value - high), 0.0))
