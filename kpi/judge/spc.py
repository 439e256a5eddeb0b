"""Statistical process control: is a figure a real change or ordinary variation, and can its target be relied on?

In: series by periods (NaN = no figure), where new stretches start, polarity and target. Out: limits and judgements.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kpi.judge.direction import Polarity
from kpi.judge.spc_block import HOUSE, Block, Profile, judged
from kpi.judge.spc_limits import LEAST_BASELINE, Counts, Refusal
from kpi.judge.spc_rules import Flags
from kpi.judge.status import Codes, Floats

BLOCK = 1024
"""Series judged at a time, so that the arrays between stay in the processor's cache."""


class Kind(StrEnum):
    """What marks a point; the first that fits counts, and a code is the place in this list."""

    COMMON = "common_cause"
    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


class Variation(StrEnum):
    """What a point says of the service; a code is the place in this list."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    NEUTRAL_HIGH = "special_cause_neutral_high"
    NEUTRAL_LOW = "special_cause_neutral_low"
    CANNOT_TELL = "cannot_tell"


class Assurance(StrEnum):
    """Whether the target can be relied on; a code is the place in this list."""

    MEETS = "consistently_meets"
    MISSES = "consistently_misses"
    HIT_AND_MISS = "hit_and_miss"
    NO_TARGET = "no_target"
    CANNOT_TELL = "cannot_tell"


KINDS, VARIATIONS, ASSURANCES = tuple(Kind), tuple(Variation), tuple(Assurance)
COMMON_CAUSE, IMPROVEMENT, CONCERN, NEUTRAL_HIGH, NEUTRAL_LOW, CANNOT_TELL = range(6)
MEETS, MISSES, HIT_AND_MISS, NO_TARGET, UNSURE = range(5)

# By polarity, then by direction: 0 none, 1 up, -1 (the last) down.
_SAYS: Final = np.array(
    [
        [COMMON_CAUSE, IMPROVEMENT, CONCERN],
        [COMMON_CAUSE, CONCERN, IMPROVEMENT],
        [COMMON_CAUSE, NEUTRAL_HIGH, NEUTRAL_LOW],
        [COMMON_CAUSE, NEUTRAL_HIGH, NEUTRAL_LOW],
    ],
    dtype=np.int8,
)


@dataclass(frozen=True, eq=False)
class Charted:
    """Control charts, read-only. By series and point: limits, Kind codes, directions (1 up, -1 down, 0), Variation
    codes and the Refusal code of the stretch that the point belongs to. By series: the place of the last figure (-1
    for none), its Variation and Refusal, and the Assurance of the limits that end there.
    """

    mean: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats
    kind: Codes
    direction: Codes
    says: Codes
    refusals: Codes
    last: Counts
    variation: Codes
    assurance: Codes
    refusal: Codes

    @property
    def trial(self) -> Flags:
        """Where limits are trial limits: drawn from fewer figures than a judgement needs."""
        return np.asarray((self.refusals == Refusal.TOO_FEW) & ~np.isnan(self.lower))


def chart(
    values: ArrayLike,
    starts: ArrayLike | None = None,
    baseline: ArrayLike | None = None,
    polarity: ArrayLike = Polarity.NONE,
    low: ArrayLike = np.nan,
    high: ArrayLike = np.nan,
    profile: Profile = HOUSE,
) -> Charted:
    """Chart series (rows) by periods (columns); one series may be given as a list.

    `starts` flags the first point of each new stretch, by point or by series and point. Limits come from the first
    `baseline` figures of a stretch, at least 12, or from all. It, polarity and the target's edges belong to a series.
    Raises ValueError for a shorter baseline.
    """
    figures = np.atleast_2d(np.asarray(values, dtype=float))
    first = None if baseline is None else np.broadcast_to(np.asarray(baseline, dtype=np.intp), figures.shape[:1])
    if first is not None and first.min(initial=LEAST_BASELINE) < LEAST_BASELINE:
        raise ValueError(f"a fixed baseline needs at least {LEAST_BASELINE} figures; {first.min()} were given")
    way = np.broadcast_to(np.asarray(polarity, dtype=np.int8), figures.shape[:1])
    least, most = (np.broadcast_to(np.asarray(edge, dtype=float), figures.shape[:1]) for edge in (low, high))
    points = _points(figures, _pieces(figures.shape, starts), first, profile)
    return _charted(points, _last(figures), way, (least, most), profile)


@dataclass(frozen=True, eq=False)
class _Points:
    """What is being made, time along the first axis; limits (mean, lower, upper, near lower, near upper, noise) have
    one row where the whole series is one stretch.
    """

    limits: Floats
    kind: Codes
    direction: Codes
    refusals: Codes

    def keep(self, rows: slice, block: Block, within: Flags | None) -> None:
        """Keep a block of series, at the points of one stretch only where they have several."""
        drawn = block.limits
        each = (drawn.mean, drawn.lower, drawn.upper, drawn.near_lower, drawn.near_upper, drawn.noise)
        where = True if within is None else within
        for made, limit in zip(self.limits, each, strict=True):
            np.copyto(made[:, rows], limit, where=where)
        for kept, codes in ((self.kind, block.kind), (self.direction, block.direction), (self.refusals, drawn.refusal)):
            np.copyto(kept[:, rows], codes, where=where)


def _pieces(shape: tuple[int, ...], starts: ArrayLike | None) -> Counts | None:
    """Tell which stretch of its series each point is in, from 0; None where each series is one stretch."""
    if starts is None:
        return None
    flags = np.broadcast_to(np.asarray(starts, dtype=bool), shape).copy()
    flags[:, :1] = False
    return np.cumsum(flags, axis=1) if flags.any() else None


def _points(figures: Floats, pieces: Counts | None, baseline: Counts | None, profile: Profile) -> _Points:
    """Judge the points of all series, block by block and stretch by stretch."""
    series, length = figures.shape
    codes = (np.zeros((length, series), dtype=np.int8) for _ in range(3))
    points = _Points(np.full((6, 1 if pieces is None else length, series), np.nan), *codes)
    for first in range(0, series, BLOCK):
        rows = slice(first, first + BLOCK)
        block, based = np.ascontiguousarray(figures[rows].T), None if baseline is None else baseline[rows]
        if pieces is None:
            points.keep(rows, judged(block, based, profile), None)
            continue
        for piece in range(int(pieces[rows].max(initial=0)) + 1):
            within = np.equal(pieces[rows].T, piece)
            points.keep(rows, judged(np.where(within, block, np.nan), based, profile), within)
    return points


def _last(figures: Floats) -> Counts:
    """Give the place of each series' last figure, -1 for none."""
    there = ~np.isnan(figures)
    if there.shape[1] and there[:, -1].all():
        return np.full(figures.shape[0], figures.shape[1] - 1)
    return np.asarray(np.where(there, np.arange(figures.shape[1]), -1).max(axis=1, initial=-1))


def _charted(points: _Points, last: Counts, way: Codes, edges: tuple[Floats, Floats], profile: Profile) -> Charted:
    """Say what each point means by polarity, and judge the last point and the limits that end there."""
    shape = points.kind.T.shape
    says = _SAYS[way[None, :], points.direction].T
    mean, lower, upper, near_lower, near_upper, noise = (np.broadcast_to(made.T, shape) for made in points.limits)
    refusal = ending(points.refusals.T, last, Refusal.NO_FIGURE).astype(np.int8)
    told = (refusal == 0) | ((last >= 0) & (not profile.refuses))
    least, most, slack = (ending(array, last, np.nan) for array in (lower, upper, noise))
    sure = assurance(least, most, way, *edges, noise=slack)
    charted = Charted(
        mean=mean,
        lower=lower,
        upper=upper,
        near_lower=near_lower,
        near_upper=near_upper,
        kind=points.kind.T,
        direction=points.direction.T,
        says=says,
        refusals=points.refusals.T,
        last=last,
        variation=np.where(told, ending(says, last, CANNOT_TELL), CANNOT_TELL).astype(np.int8),
        assurance=np.where(told | (sure == NO_TARGET), sure, UNSURE).astype(np.int8),
        refusal=refusal,
    )
    for array in vars(charted).values():
        array.setflags(write=False)
    return charted


def ending(grid: NDArray[Any], last: Counts, missing: float) -> NDArray[Any]:
    """Take each series' entry at the place of its last figure, and what is missing where that is -1."""
    if not grid.shape[1]:
        return np.full(grid.shape[0], missing)
    return np.where(last >= 0, grid[np.arange(grid.shape[0]), last], missing)


def assurance(
    lower: ArrayLike, upper: ArrayLike, polarity: ArrayLike, low: ArrayLike, high: ArrayLike, noise: ArrayLike = 0.0
) -> Codes:
    """Compare limits with the edges of a target (NaN = none); an edge on a limit is hit and miss.

    Without polarity, and without a target, there is nothing to be sure of.
    """
    least, most, slack, good, bad = (np.asarray(a, dtype=float) for a in (lower, upper, noise, low, high))
    none = (np.asarray(polarity) == Polarity.NONE) | (np.isnan(good) & np.isnan(bad))
    meets = ((least > good + slack) | np.isnan(good)) & ((most < bad - slack) | np.isnan(bad))
    misses = (most < good - slack) | (least > bad + slack)
    tests = np.broadcast_arrays(none, np.isnan(least), meets, misses)
    return np.asarray(np.select(tests, [NO_TARGET, UNSURE, MEETS, MISSES], default=HIT_AND_MISS), dtype=np.int8)
