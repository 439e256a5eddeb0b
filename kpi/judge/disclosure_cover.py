"""Chooses which further cells to withhold, so that totals and differences give no withheld count back.

In: counts with totals, how they add up, what is withheld, what else readers know. Out: what is withheld in the end.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kpi.judge.disclosure_bounds import FAR, Cell, Ints, Reach, Told

Flags = NDArray[np.bool_]


class Sums(Protocol):
    """How cells add up: what follows for one of them from what is told of all."""

    def reach(self, told: Told, cell: Cell, step: int, limit: int) -> Reach:
        """Give how far, up to `limit`, a count could lie above (`step` 1) or below (-1) the truth."""
        ...

    def helpers(self, told: Told, withheld: Told, cost: Ints, cell: Cell, step: int, wanted: int) -> list[Cell]:
        """Find the cheapest cells to withhold so that a cell can go further; [] when none would help.

        `withheld` is what would be told of each cell once it is withheld. `cost` is what that costs, FAR where it
        cannot be.
        """
        ...


@dataclass(frozen=True, eq=False)
class Layout:
    """Cells before anything further is withheld; all arrays of one shape, a table's (n+1, m+1) with totals last.

    `least` and `most` are what readers know of each cell even where it is withheld: from its being withheld, or from
    elsewhere. `shown_least` and `shown_most` are what they know where it is shown. `small` counts need the whole
    protection interval, from 1 to one more than the threshold, `width`; `known` ones cannot be protected any more.
    `cost` is that of withholding a cell for the sake of others, FAR where it may not be.
    """

    sums: Sums
    counts: Ints
    least: Ints
    most: Ints
    shown_least: Ints
    shown_most: Ints
    small: Flags
    known: Flags
    cost: Ints
    width: Ints

    @cached_property
    def downs(self) -> Ints:
        """How far below the truth a reader must still think each small count possible: to 1, or as far as can be.

        Where zeros are shown they tell how many parts of a total are none, and it goes down only to that many.
        """
        downs, everything = np.zeros_like(self.counts), self.told(np.ones_like(self.small))
        for cell in places(self.small & (self.counts > 1)):
            downs[cell] = self.sums.reach(everything, cell, -1, int(self.counts[cell]) - 1).far
        return downs

    def told(self, hidden: Flags) -> Told:
        """Give what a publication that withholds these cells tells."""
        least = np.where(hidden, self.least, np.maximum(self.least, self.shown_least))
        most = np.where(hidden, self.most, np.minimum(self.most, self.shown_most))
        return Told(self.counts, least, most)


@dataclass(frozen=True)
class Proof:
    """That a reader cannot bound a cell too tightly, resting on what he does not know of the cells `used`.

    `missing` says where it fails: the direction (1 up, -1 down) in which the cell must go further, and how far.
    """

    used: frozenset[Cell]
    far: tuple[int, int]
    """How far down and up it can go, as far as was looked."""
    missing: tuple[int, int] | None = None

    def holds_as(self, before: "Proof") -> bool:
        """Tell whether the cell is protected, or at least as well as it was before."""
        return not self.missing or (
            self.far[0] >= before.far[0] and self.far[1] >= before.far[1] and bool(before.missing)
        )


def cover(layout: Layout, hidden: Flags, sought: Flags, begun: Flags | None = None) -> Flags:
    """Withhold what is needed until no cell can be bounded more tightly than its protection interval allows.

    `hidden` are the cells withheld for their own sake and those never printed; `sought` those of them to protect;
    `begun` what is withheld already for the sake of others, so far as it turns out to be needed.
    """
    chosen = hidden.copy() if begun is None else hidden | begun
    # Withholding more never tightens a bound: a cell once proved stays so, and each is looked at once.
    proofs: dict[Cell, Proof] = {}
    waiting = deque(places((sought | (chosen & ~hidden)) & ~layout.known))
    while waiting:
        cell = waiting.popleft()
        while (proof := _proof(layout, layout.told(chosen), cell)).missing:
            added = _added(layout, chosen, cell, *proof.missing)
            if not added:
                break
            for helper in added:
                chosen[helper] = True
            waiting.extend(helper for helper in added if not layout.known[helper])
        proofs[cell] = proof
    return _spared(layout, chosen, chosen & ~hidden, proofs)


def unprotected(layout: Layout, chosen: Flags, protected: Flags) -> Flags:
    """Mark the cells that a reader can bound more tightly than allowed, none unless something was known before."""
    told, failed = layout.told(chosen), np.zeros_like(chosen)
    for cell in places(protected & ~layout.known):
        failed[cell] = _proof(layout, told, cell).missing is not None
    return failed


def places(flags: Flags) -> list[Cell]:
    """List the cells that are marked."""
    return [tuple(place) for place in np.argwhere(flags).tolist()]


def _proof(layout: Layout, told: Told, cell: Cell) -> Proof:
    """Look how far a cell can go each way, and whether that is far enough."""
    width, count = int(layout.width[cell]), int(layout.counts[cell])
    down = int(layout.downs[cell])
    below = layout.sums.reach(told, cell, -1, max(down, width))
    up = max(width + 1 - count if layout.small[cell] else 0, width - below.far)
    above = layout.sums.reach(told, cell, 1, up)
    missing = (-1, down) if below.far < down else (1, up) if above.far < up else None
    return Proof(below.used | above.used, (below.far, above.far), missing)


def _added(layout: Layout, chosen: Flags, cell: Cell, step: int, wanted: int) -> list[Cell]:
    """Say what to withhold so that a cell can go further.

    Where nothing that may be withheld helps, all of it goes: then the reader knows no more than before.
    """
    cost = np.where(chosen, FAR, layout.cost)
    withheld = layout.told(np.ones_like(chosen))
    found = layout.sums.helpers(layout.told(chosen), withheld, cost, cell, step, wanted)
    return found or places(cost < FAR)


def _spared(layout: Layout, chosen: Flags, added: Flags, proofs: dict[Cell, Proof]) -> Flags:
    """Show again, dearest first, what turned out not to be needed."""
    kept = chosen.copy()
    for cell in sorted(places(added), key=lambda cell: (-int(layout.cost[cell]), cell)):
        kept[cell] = False
        # Only proofs that rest on this cell can fail, and one that does is enough.
        resting = [other for other, proof in proofs.items() if other != cell and cell in proof.used]
        again = _proved(layout, layout.told(kept), resting, proofs)
        kept[cell] = again is None
        if again is not None:
            proofs = {other: proof for other, proof in (proofs | again).items() if other != cell}
    return kept


def _proved(layout: Layout, told: Told, cells: Iterable[Cell], before: dict[Cell, Proof]) -> dict[Cell, Proof] | None:
    """Prove some cells anew; None when one of them holds less well than before."""
    again: dict[Cell, Proof] = {}
    for cell in cells:
        again[cell] = _proof(layout, told, cell)
        if not again[cell].holds_as(before[cell]):
            return None
    return again
