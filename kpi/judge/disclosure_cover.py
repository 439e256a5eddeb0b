"""Chooses which further cells of a table to withhold, so that totals and differences give no withheld count back.

In: counts with totals, what is withheld, what else readers know. Out: what is withheld in the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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
    while (short := next(_short(layout, chosen, _to_protect(layout, chosen, hidden, sought)), None)) is not None:
        added = _helpers(layout, chosen, *short)
        if not added:
            # Nothing that may be withheld helps: all of it goes, and the reader still knows no more than before.
            added = _cells(layout.hideable & ~chosen)
        if not added:
            break
        for cell in added:
            chosen[cell] = True
    return _spared(layout, chosen, hidden, sought)


def unprotected(layout: Layout, chosen: Flags, hidden: Flags, sought: Flags) -> list[Cell]:
    """List the cells that a reader can bound more tightly than allowed, none unless something was known before."""
    return [cell for cell, _, _ in _short(layout, chosen, _to_protect(layout, chosen, hidden, sought))]


def _to_protect(layout: Layout, chosen: Flags, hidden: Flags, sought: Flags) -> Flags:
    return (sought | (chosen & ~hidden)) & ~layout.known


def _cells(flags: Flags) -> list[Cell]:
    return [(int(i), int(j)) for i, j in np.argwhere(flags)]


def _short(layout: Layout, chosen: Flags, wanted: Flags) -> Iterator[tuple[Cell, int, int]]:
    """Give cells that are not protected, with the step (1 up, -1 down) and how far they must be able to go."""
    told = layout.told(chosen)
    for cell in _cells(wanted):
        missing = _missing(layout, told, cell)
        if missing is not None:
            yield cell, *missing


def _missing(layout: Layout, told: Told, cell: Cell) -> tuple[int, int] | None:
    """Give in which direction a cell cannot go far enough, and how far it must; None when it is protected."""
    width, count = layout.threshold, int(layout.counts[cell])
    small = bool(layout.small[cell])
    # Shown zeros tell how many parts of a total are none: a small total goes down only to that many.
    down = reach(layout.told(_everything(layout)), cell, -1, max(count - 1, 0)) if small else 0
    below = reach(told, cell, -1, max(down, width))
    if below < down:
        return -1, down
    up = max(width + 1 - count if small else 0, width - below)
    return None if reach(told, cell, 1, up) >= up else (1, up)


def _everything(layout: Layout) -> Flags:
    return np.ones_like(layout.hideable)


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
        found = _short(layout, kept, _to_protect(layout, kept, hidden, sought))
        if any(short not in already for short, _, _ in found):
            kept[cell] = True
    return kept
