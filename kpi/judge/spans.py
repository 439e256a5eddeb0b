"""Two spans of periods as two numbers, and how far apart they lie in words that follow stated thresholds.

In: arrays of figures, or of numerators and denominators. Out: totals, means and rates; a Distance with its code.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpi.judge.status import NOISE, Floats

LITTLE_SHARE: Final = 0.05
"""A change of this share of the earlier figure or less is little, where the indicator declares no threshold."""
LITTLE_POINTS: Final = 1.0
"""The same for percentages, in percentage points."""
WITHIN: Final = 0.025
"""How far a change may lie from the share that a word names, as a share of the earlier figure."""


class Size(StrEnum):
    """How far apart two figures lie."""

    UNCHANGED = "unchanged"
    LITTLE = "little_changed"
    TO_NOTHING = "fell_to_nothing"
    FROM_NOTHING = "rose_from_nothing"
    MORE_THAN_HALVED = "more_than_halved"
    FELL_THREE_QUARTERS = "fell_by_three_quarters"
    FELL_TWO_THIRDS = "fell_by_two_thirds"
    HALVED = "halved"
    FELL_THIRD = "fell_by_a_third"
    FELL_QUARTER = "fell_by_a_quarter"
    FELL = "fell"
    ROSE = "rose"
    ROSE_QUARTER = "rose_by_a_quarter"
    ROSE_THIRD = "rose_by_a_third"
    ROSE_HALF = "rose_by_half"
    DOUBLED = "doubled"
    MORE_THAN_DOUBLED = "more_than_doubled"
    TREBLED = "trebled"
    MORE_THAN_TREBLED = "more_than_trebled"


NAMED: Final = {
    -3 / 4: Size.FELL_THREE_QUARTERS,
    -2 / 3: Size.FELL_TWO_THIRDS,
    -1 / 2: Size.HALVED,
    -1 / 3: Size.FELL_THIRD,
    -1 / 4: Size.FELL_QUARTER,
    1 / 4: Size.ROSE_QUARTER,
    1 / 3: Size.ROSE_THIRD,
    1 / 2: Size.ROSE_HALF,
    1.0: Size.DOUBLED,
    2.0: Size.TREBLED,
}
"""Changes that have a word of their own, as shares of the earlier figure; each holds within WITHIN of it."""
BEYOND: Final = ((2.0, Size.MORE_THAN_TREBLED), (1.0, Size.MORE_THAN_DOUBLED), (0.0, Size.ROSE))
"""Rises without a word of their own: the first whose share they exceed."""


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a later figure lies from an earlier one.

    `change` is later minus earlier; `share` the change as a share of the earlier figure, NaN where that is not above 0.
    """

    change: float
    share: float
    size: Size


def total(values: ArrayLike) -> float:
    """Add up the figures of periods that do not overlap."""
    return float(np.sum(np.asarray(values, dtype=float)))


def mean(values: ArrayLike) -> float:
    """Average figures taken at single days, each counting the same."""
    return float(np.mean(np.asarray(values, dtype=float)))


def ratio(numerators: ArrayLike, denominators: ArrayLike, times: float) -> float:
    """Work a share, rate or average out again: numerators over denominators, both added up; NaN over nothing."""
    below = total(denominators)
    return total(numerators) / below * times if below else float("nan")


def of_each_period(to_date: ArrayLike, begins: ArrayLike) -> Floats:
    """Turn running totals into what each period added; `begins` marks where the total starts again.

    The first entry is the period before those asked for; it is dropped from the result.
    """
    running, anew = np.asarray(to_date, dtype=float), np.asarray(begins, dtype=bool)
    return np.asarray(np.where(anew[1:], running[1:], running[1:] - running[:-1]))


def distance(later: float, earlier: float, little: float) -> Distance:
    """Say how far a later figure lies from an earlier one, both as displayed; `little` is in their unit."""
    change = later - earlier
    share = change / earlier if earlier > 0 else float("nan")
    return Distance(change, share, _size(later, earlier, share, little))


def little_of(earlier: float, *, percentage: bool, declared: float = 0.0) -> float:
    """Give the largest change called little: the declared threshold, else a point of percentages, else a twentieth."""
    return declared or (LITTLE_POINTS if percentage else LITTLE_SHARE * abs(earlier))


def _size(later: float, earlier: float, share: float, little: float) -> Size:
    """Choose the word for a change."""
    change, noise = later - earlier, NOISE * max(abs(later), abs(earlier))
    if abs(change) <= noise:
        return Size.UNCHANGED
    if earlier == 0:
        return Size.FROM_NOTHING if later > 0 else Size.FELL
    if later == 0 and earlier > 0:
        return Size.TO_NOTHING
    if abs(change) <= little + noise:
        return Size.LITTLE
    return _by_share(share) if np.isfinite(share) else (Size.ROSE if change > 0 else Size.FELL)


def _by_share(share: float) -> Size:
    """Choose the word for a change by its share of the earlier figure."""
    shares: NDArray[np.float64] = np.array(list(NAMED))
    nearest = int(np.abs(shares - share).argmin())
    if abs(shares[nearest] - share) <= WITHIN + NOISE:
        return list(NAMED.values())[nearest]
    if share < 0:
        return Size.MORE_THAN_HALVED if share < -1 / 2 else Size.FELL
    return next(size for least, size in BEYOND if share > least)
