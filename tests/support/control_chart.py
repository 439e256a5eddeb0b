"""The control chart in plain Python and exact fractions, point by point, written from the rules alone.

In: one series (None = no figure), where stretches start, a fixed baseline. Out: what `kpi.judge.spc` must find.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

Figures = Sequence[Fraction | None]
WIDE, SCREEN, NEAR = Fraction(266, 100), Fraction(3267, 1000), Fraction(2, 3)


@dataclass(frozen=True)
class Drawn:
    """Mean and average range of one stretch, None where there is nothing to average; how many figures and ranges."""

    mean: Fraction | None
    spread: Fraction | None
    figures: int
    ranges: int

    @property
    def refusal(self) -> str:
        """Say why the stretch is not judged, empty where it is."""
        if not self.figures:
            return "NO_FIGURE"
        if self.figures < 13:
            return "TOO_FEW"
        if self.ranges < 8:
            return "GAPS"
        return "" if self.spread else "NO_VARIATION"

    def reach(self, share: Fraction = Fraction(1)) -> tuple[Fraction, Fraction] | None:
        """Give the limits, or near limits for a share of two thirds."""
        if self.mean is None or self.spread is None:
            return None
        return self.mean - share * WIDE * self.spread, self.mean + share * WIDE * self.spread


def stretches(length: int, starts: Sequence[bool]) -> list[range]:
    """Part the points of a series into stretches that nothing crosses."""
    edges = [0, *(place for place in range(1, length) if starts[place]), length]
    return [range(first, last) for first, last in pairwise(edges)]


def draw(figures: Figures, baseline: int | None, *, screening: bool) -> Drawn:
    """Draw the limits of one stretch."""
    there = [place for place, figure in enumerate(figures) if figure is not None]
    based = there if baseline is None else there[:baseline]
    known = {place: figure for place in based if (figure := figures[place]) is not None}
    ranges = [abs(figure - known[place - 1]) for place, figure in known.items() if place - 1 in known]
    spread = _average(ranges)
    if screening and spread is not None:
        spread = _average([one for one in ranges if one < SCREEN * spread])
    return Drawn(_average(list(known.values())), spread, len(there), len(ranges))


def _average(numbers: Sequence[Fraction]) -> Fraction | None:
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def marks(figures: Figures, drawn: Drawn, *, outside_is_near: bool) -> list[tuple[str, int]]:
    """Mark each point of a stretch by the first rule that fits, with its side: 1 up, -1 down, 0 for no mark."""
    if drawn.mean is None:
        return [("common_cause", 0)] * len(figures)
    side = [0 if figure is None else _sign(figure - drawn.mean) for figure in figures]
    outside, beyond_near = (_beyond(figures, drawn.reach(share)) for share in (Fraction(1), NEAR))
    near = [0 if far and not outside_is_near else close for far, close in zip(outside, beyond_near, strict=True)]
    rules = {
        "outside": outside,
        "trend": _trends(figures),
        "two_of_three": _two_of_three(near, side),
        "shift": _shifts(side),
    }
    return [_first(rules, place) for place in range(len(figures))]


def _first(rules: dict[str, list[int]], place: int) -> tuple[str, int]:
    return next(((kind, marked[place]) for kind, marked in rules.items() if marked[place]), ("common_cause", 0))


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _beyond(figures: Figures, reach: tuple[Fraction, Fraction] | None) -> list[int]:
    if reach is None:
        return [0] * len(figures)
    return [0 if figure is None else (figure > reach[1]) - (figure < reach[0]) for figure in figures]


def _shifts(side: Sequence[int]) -> list[int]:
    """Mark the members of every seven in a row on one side."""
    marked = [0] * len(side)
    for first in range(len(side) - 6):
        if abs(sum(side[first : first + 7])) == 7:
            marked[first : first + 7] = side[first : first + 7]
    return marked


def _trends(figures: Figures) -> list[int]:
    """Mark the members of every seven in a row that rise or fall; the later of two writes over the earlier."""
    marked = [0] * len(figures)
    for first in range(len(figures) - 6):
        seven = [figure for figure in figures[first : first + 7] if figure is not None]
        steps = [_sign(later - one) for one, later in pairwise(seven)]
        if abs(sum(steps)) == 6:
            marked[first : first + 7] = [steps[0]] * 7
    return marked


def _two_of_three(near: Sequence[int], side: Sequence[int]) -> list[int]:
    """Mark those near a limit of every three in a row that are all on its side."""
    marked = [0] * len(side)
    for first in range(len(side) - 2):
        three = range(first, first + 3)
        if abs(sum(side[place] for place in three)) == 3 and sum(near[place] != 0 for place in three) >= 2:
            for place in three:
                marked[place] = marked[place] or near[place]
    return marked
