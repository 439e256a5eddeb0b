"""An attacker on printed tables, written apart from the code that protects them: whole numbers tried one by one.

In: what is printed of each count, and which counts add up. Out: every number that a count could be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpi.judge.disclosure import Protected, Reason

Ends = tuple[int, int]
Sum = tuple[int, ...]
"""Places of a whole, the first, and of its parts."""


@dataclass(frozen=True)
class Print:
    """What a reader holds: the ends of each count by itself, and sums that hold between counts."""

    ends: tuple[Ends, ...]
    sums: tuple[Sum, ...]

    def could_be(self, at: int) -> set[int]:
        """Find every number that a count could be."""
        low, high = self.ends[at]
        return {n for n in range(low, high + 1) if _completed(_with(self.ends, at, (n, n)), self.sums)}

    def and_also(self, other: "Print", same: Sequence[tuple[int, int]]) -> "Print":
        """Lay another print beside this one; `same` pairs counts of the two that are known to be equal."""
        begin = len(self.ends)
        moved = tuple(tuple(begin + at for at in one) for one in other.sums)
        equal = tuple((one, begin + two) for one, two in same)
        return Print(self.ends + other.ends, self.sums + moved + equal)

    def adding(self, whole: int, *parts: int) -> "Print":
        """Say of further counts that they add up."""
        return replace(self, sums=(*self.sums, (whole, *parts)))


def printed(protected: Protected, largest: int) -> Print:
    """Read a table as it is printed; no single count is taken to be above `largest`."""
    rows, columns = len(protected.rows), len(protected.columns)
    place = np.arange(rows * columns).reshape(rows, columns)
    sums = [(*line[-1:], *line[:-1]) for line in (*place.tolist(), *place.T.tolist())]
    cells = [(i, j) for i in range(rows) for j in range(columns)]
    return Print(tuple(_ends(protected, cell, largest) for cell in cells), tuple(sums))


def nearest(count: int, base: int) -> int:
    """Round half up; what is not zero never becomes zero."""
    return max((2 * count + base) // (2 * base) * base, base) if count else 0


def _ends(protected: Protected, cell: tuple[int, int], largest: int) -> Ends:
    rules, value = protected.rules, protected.published[cell]
    if protected.reasons[cell] == Reason.NOT_PRINTED:
        return 0, largest
    if np.isnan(value):
        # Whoever sees zeros printed knows that what is withheld is none.
        return int(rules.zeros != "hidden" and protected.counts[cell] > 0), largest
    inner = cell[0] < len(protected.rows) - 1 and cell[1] < len(protected.columns) - 1
    base = 1 if rules.rounded == "totals" and inner else rules.rounding
    could = [n for n in range(int(value) + base + 1) if n == 0 or n > rules.threshold]
    could = [n for n in could if nearest(n, base) == value]
    return min(could), max(could)


def _with(ends: tuple[Ends, ...], at: int, new: Ends) -> tuple[Ends, ...]:
    return (*ends[:at], new, *ends[at + 1 :])


def _completed(ends: tuple[Ends, ...], sums: tuple[Sum, ...]) -> bool:
    """Tell whether whole numbers can be put in for all counts."""
    narrowed = _narrowed(ends, sums)
    if narrowed is None:
        return False
    loose = [at for at, (low, high) in enumerate(narrowed) if low < high]
    if not loose:
        return True
    at = min(loose, key=lambda one: narrowed[one][1] - narrowed[one][0])
    return any(_completed(_with(narrowed, at, (n, n)), sums) for n in _outward(*narrowed[at]))


def _outward(low: int, high: int) -> Iterator[int]:
    """Try the middle first: most often it will do."""
    middle = (low + high) // 2
    return iter(sorted(range(low, high + 1), key=lambda n: abs(n - middle)))


def _narrowed(ends: tuple[Ends, ...], sums: tuple[Sum, ...]) -> tuple[Ends, ...] | None:
    """Narrow every count by every sum until nothing changes; None where nothing fits."""
    found, before = list(ends), None
    while found != before:
        before = list(found)
        for whole, *parts in sums:
            for one in (whole, *parts):
                low, high = _by_sum(found, whole, parts, one)
                found[one] = max(found[one][0], low), min(found[one][1], high)
                if found[one][0] > found[one][1]:
                    return None
    return tuple(found)


def _by_sum(ends: Sequence[Ends], whole: int, parts: Sequence[int], one: int) -> Ends:
    """Say what a sum leaves for one of its counts."""
    others = [ends[at] for at in parts if at != one]
    least, most = sum(low for low, _ in others), sum(high for _, high in others)
    return (least, most) if one == whole else (ends[whole][0] - most, ends[whole][1] - least)
