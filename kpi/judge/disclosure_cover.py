"""Chooses which further cells of a table to withhold, so that totals and differences give no withheld count back.

In: counts with totals, what is withheld, what else readers know. Out: what is withheld in the end.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kpi.judge.disclosure_bounds import FAR, OPEN, Cell, Ints, Told, ends, flow, reach, signs, way

Flags = NDArray[np.bool_]
A_CELL, A_TOTAL = 100_000, 2_000_000
"""What it costs to withhold a cell, and a total: about twenty cells for one total; the count is added, so that of
equals the smaller goes."""


@dataclass(frozen=True, eq=False)
class Layout:
    """A table before anything further is withheld; all arrays (n+1, m+1), totals last.

    `least` and `most` are what readers know of each cell even where it is withheld: from its being withheld, or from
    elsewhere. `shown_least` and `shown_most` are what they know where it is shown. `small` counts need the whole
    protection interval, from 1 to one more than `threshold`; `known` ones cannot be protected any more. `hideable`
    marks what may be withheld for the sake of others.
    """

    counts: Ints
    least: Ints
    most: Ints
    shown_least: Ints
    shown_most: Ints
    small: Flags
    known: Flags
    hideable: Flags
    threshold: int

    @cached_property
    def downs(self) -> Ints:
        """How far below the truth a reader must still think each small count possible: to 1, or as far as can be.

        Where zeros are shown they tell how many parts of a total are none, and it goes down only to that many.
        """
        downs, everything = np.zeros_like(self.counts), self.told(np.ones_like(self.small))
        for cell in _cells(self.small):
            downs[cell] = reach(everything, cell, -1, max(int(self.counts[cell]) - 1, 0))
        return downs

    def told(self, hidden: Flags) -> Told:
        """Give what a publication that withholds these cells tells of the table."""
        least = np.where(hidden, self.least, np.maximum(self.least, self.shown_least))
        most = np.where(hidden, self.most, np.minimum(self.most, self.shown_most))
        return Told(self.counts, least, most)


def cover(layout: Layout, hidden: Flags, sought: Flags) -> Flags:
    """Withhold what is needed until no cell can be bounded more tightly than its protection interval allows.

    `hidden` are the cells withheld for their own sake and those never printed; `sought` those of them to protect.
    """
    chosen = hidden.copy()
    # Withholding more never tightens a bound: a cell once protected stays so, and each is looked at once.
    waiting = deque(_cells(sought & ~layout.known))
    while waiting:
        cell = waiting.popleft()
        while (missing := _missing(layout, layout.told(chosen), cell)) is not None:
            # Where nothing that may be withheld helps, all of it goes: then the reader knows no more than before.
            added = _helpers(layout, chosen, cell, *missing) or _cells(layout.hideable & ~chosen)
            if not added:
                break
            for helper in added:
                chosen[helper] = True
            waiting.extend(added)
    return _spared(layout, chosen, hidden, sought)


def unprotected(layout: Layout, chosen: Flags, hidden: Flags, sought: Flags) -> list[Cell]:
    """List the cells that a reader can bound more tightly than allowed, none unless something was known before."""
    return list(_short(layout, chosen, _cells(_to_protect(layout, chosen, hidden, sought))))


def _to_protect(layout: Layout, chosen: Flags, hidden: Flags, sought: Flags) -> Flags:
    return (sought | (chosen & ~hidden)) & ~layout.known


def _cells(flags: Flags) -> list[Cell]:
    return [(int(i), int(j)) for i, j in np.argwhere(flags)]


def _short(layout: Layout, chosen: Flags, cells: Iterable[Cell]) -> Iterator[Cell]:
    """Give those of some cells that are not protected."""
    told = layout.told(chosen)
    return (cell for cell in cells if _missing(layout, told, cell) is not None)


def _missing(layout: Layout, told: Told, cell: Cell) -> tuple[int, int] | None:
    """Give in which direction (1 up, -1 down) a cell cannot go far enough, and how far it must; None for neither."""
    width, count = layout.threshold, int(layout.counts[cell])
    small = bool(layout.small[cell])
    down = int(layout.downs[cell])
    below = reach(told, cell, -1, max(down, width))
    if below < down:
        return -1, down
    up = max(width + 1 - count if small else 0, width - below)
    return None if reach(told, cell, 1, up) >= up else (1, up)


def _helpers(layout: Layout, chosen: Flags, cell: Cell, step: int, wanted: int) -> list[Cell]:
    """Find the cheapest cells to withhold so that a cell can go further; [] when none would help."""
    through = flow(layout.told(chosen), cell)
    source, sink = ends(layout.counts.shape, cell, step)
    missing = wanted - through.push(source, sink, wanted)
    plain = signs(layout.counts.shape) > 0
    above, below = np.full_like(layout.counts, OPEN), layout.counts - layout.least
    cost = np.where(layout.hideable & ~chosen, _weights(layout.counts), FAR)
    cost[cell] = FAR
    for amount in dict.fromkeys((missing, 1)):
        forward = _passage(through.up, np.where(plain, above, below), cost, amount)
        back = _passage(through.down, np.where(plain, below, above), cost, amount)
        steps = way(forward, back, source, sink)
        added = {(i, j) for i, j, sign in steps if (forward if sign > 0 else back)[i, j] > 1}
        if added:
            return sorted(added)
    return []


def _weights(counts: Ints) -> Ints:
    """Give what withholding each cell costs: more for a total, and more for a larger count."""
    total = np.zeros_like(counts)
    total[-1, :] += A_TOTAL
    total[:, -1] += A_TOTAL
    return np.asarray(A_CELL + total + np.minimum(counts, A_CELL))


def _passage(now: Ints, withheld: Ints, cost: Ints, amount: int) -> Ints:
    """Give the cost of moving an amount through each cell: 1 where it can be moved now, else that of withholding it."""
    return np.where(now >= amount, 1, np.where(withheld >= amount, cost, FAR))


def _spared(layout: Layout, chosen: Flags, hidden: Flags, sought: Flags) -> Flags:
    """Show again, dearest first, what turned out not to be needed."""
    kept, weights = chosen.copy(), _weights(layout.counts)
    already = set(unprotected(layout, kept, hidden, sought))
    for cell in sorted(_cells(chosen & ~hidden), key=lambda cell: (-int(weights[cell]), cell)):
        kept[cell] = False
        cells = set(_cells(_to_protect(layout, kept, hidden, sought))) - already
        # Those in its row and column are most likely to need it, and one that does is enough.
        near_first = sorted(cells, key=lambda other: (other[0] != cell[0] and other[1] != cell[1], other))
        kept[cell] = any(True for _ in _short(layout, kept, near_first))
    return kept
