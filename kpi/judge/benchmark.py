"""How a figure stands among those of others: neighbours' mean and median, place, ties, quarter of the list.

In: figures of one measure as published, series (rows) by areas (columns), NaN where there is none. Out: frozen arrays.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi.judge.direction import Polarity
from kpi.judge.status import NOISE, Floats

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
FEWEST: Final = 12
"""Figures that a list must have to be cut into quarters; of fewer, a quarter is one or two councils."""


@dataclass(frozen=True, eq=False)
class Summary:
    """Mean and median of n rows over the others with a figure, NaN where none had one; how many had, of how many."""

    mean: Floats
    median: Floats
    had: Counts
    asked: int


@dataclass(frozen=True, eq=False)
class Standing:
    """The place of n figures in their lists, by polarity 1 for the best; 0 where no place can be told.

    `listed` counts the figures in the list with one's own, `ties` the others with the same figure, and `quarter` is 1
    (best) to 4, 0 for lists that are too short.
    """

    place: Counts
    listed: Counts
    ties: Counts
    quarter: Counts


def summary(others: Floats) -> Summary:
    """Sum up the figures of others (n, m), each counted once however large its council."""
    there = ~np.isnan(others)
    had = there.sum(axis=1)
    total = np.where(there, others, 0.0).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(had > 0, total / had, np.nan)
    return Summary(mean, _median(others, had), had, others.shape[1])


def standing(own: Floats, others: Floats, polarity: NDArray[np.integer]) -> Standing:
    """Place each figure (n,) among those of others (n, m): figures that are the same share the better place.

    There is no place without a figure, without others, or where the polarity (n,) is neither higher nor lower: then
    first and last say nothing.
    """
    sign = np.where(polarity == Polarity.HIGHER, 1.0, -1.0)
    noise = NOISE * np.fmax(np.abs(own), 1.0)
    ahead = sign[:, None] * (others - own[:, None])
    better = (ahead > noise[:, None]).sum(axis=1)
    ties = (np.abs(ahead) <= noise[:, None]).sum(axis=1)
    had = (~np.isnan(others)).sum(axis=1)
    ranked = ~np.isnan(own) & (had > 0) & ((polarity == Polarity.HIGHER) | (polarity == Polarity.LOWER))
    listed = np.where(ranked, had + 1, 0)
    quarter = np.where(listed >= FEWEST, 4 * better // np.maximum(listed, 1) + 1, 0)
    return Standing(np.where(ranked, better + 1, 0), listed, np.where(ranked, ties, 0), quarter)


def _median(others: Floats, had: Counts) -> Floats:
    """Give the middle of each row; missing figures are sorted to its end."""
    if not others.shape[1]:
        return np.full(len(others), np.nan)
    ordered, rows = np.sort(others, axis=1), np.arange(len(others))
    low, high = np.maximum(had - 1, 0) // 2, had // 2
    return np.where(had > 0, (ordered[rows, low] + ordered[rows, np.minimum(high, others.shape[1] - 1)]) / 2, np.nan)
