"""Where words can stand on a drawn chart so that neither lines nor other words cross them.

In: what is drawn as strokes, what is written as boxes, all in points, and places that would do. Out: the best place.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

COVERED: Final = 4.0
"""How much worse it is to cover other words than to lie on a stroke, by length."""
OUTSIDE: Final = 1000.0
"""What a place costs that reaches out of the chart."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, other: "Box") -> bool:
        """Tell whether it lies inside another."""
        across = self.left >= other.left - 0.01 and self.right <= other.right + 0.01
        return across and self.bottom >= other.bottom - 0.01 and self.top <= other.top + 0.01


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line on the sheet; `weight` says how much it disturbs words."""

    start: tuple[float, float]
    end: tuple[float, float]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What is on the sheet so far: the part where words may stand, strokes, and boxes of words."""

    frame: Box
    strokes: tuple[Stroke, ...]
    words: tuple[Box, ...] = ()

    def best(self, places: Sequence[Box]) -> tuple[int, float]:
        """Give the number of the place that is crossed least, of equal ones the first, and how much it is crossed."""
        cost, number = min((self._cost(place), number) for number, place in enumerate(places))
        return number, cost

    def _cost(self, box: Box) -> float:
        crossed = sum(stroke.weight * _inside(stroke, box) for stroke in self.strokes)
        covered = sum(COVERED * _shared(box, other) for other in self.words)
        return round(crossed + covered + (0 if box.within(self.frame) else OUTSIDE), 3)


def through(xs: Iterable[float], ys: Iterable[float], weight: float = 1.0) -> list[Stroke]:
    """Give the strokes of a line through points; a point that is no number parts it."""
    pairs = pairwise(zip(xs, ys, strict=True))
    return [Stroke(one, other, weight) for one, other in pairs if not math.isnan(one[1] + other[1])]


def _shared(box: Box, other: Box) -> float:
    """Give the width of what two boxes share, none where they do not meet."""
    high = min(box.top, other.top) - max(box.bottom, other.bottom)
    wide = min(box.right, other.right) - max(box.left, other.left)
    return wide if high > 0 and wide > 0 else 0.0


def _inside(stroke: Stroke, box: Box) -> float:
    """Give the length of the stroke inside the box: cut it at the four edges in turn."""
    (x, y), (to_x, to_y) = stroke.start, stroke.end
    across, up = to_x - x, to_y - y
    first, last = 0.0, 1.0
    for slope, room in ((-across, x - box.left), (across, box.right - x), (-up, y - box.bottom), (up, box.top - y)):
        if slope == 0:
            if room < 0:
                return 0.0
        elif slope < 0:
            first = max(first, room / slope)
        else:
            last = min(last, room / slope)
    return max(last - first, 0.0) * math.hypot(across, up)
