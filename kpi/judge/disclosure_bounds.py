"""What a reader can work out about the cells of a table with totals: exact bounds, found as flows through the table.

In: counts with their totals, and the least and most that is told of each. Out: how far each could lie from the truth.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Cell = tuple[int, ...]
"""The place of a cell: row and column, or one number where cells stand in a line."""
Step = tuple[int, int, int]
"""A cell and whether its part of the flow grows (1) or shrinks (-1)."""

OPEN = 1 << 40
"""More than any count: what is told of a cell of which nothing is told."""
ENDLESS = OPEN // 2
"""A bound from here on is none."""
FAR = 1 << 60
"""The cost of what cannot be passed."""


@dataclass(frozen=True, eq=False)
class Told:
    """What is told of cells: `counts` lie between `least` and `most`; whole numbers, a table's are (n+1, m+1)."""

    counts: Ints
    least: Ints
    most: Ints


@dataclass(frozen=True, eq=False)
class Flow:
    """What can still be moved through each cell of a table; totals count against their rows and columns."""

    up: Ints
    down: Ints
    used: set[Cell] = field(default_factory=set)
    """The cells through which something was moved."""

    def push(self, source: int, sink: int, limit: int) -> int:
        """Move up to `limit` from a node to another along shortest ways, and give how much could be moved."""
        moved = 0
        while moved < limit:
            steps = way(np.where(self.up > 0, 1, FAR), np.where(self.down > 0, 1, FAR), source, sink)
            if not steps:
                break
            amount = min(limit - moved, *(int((self.up if sign > 0 else self.down)[i, j]) for i, j, sign in steps))
            for i, j, sign in steps:
                self.up[i, j] -= sign * amount
                self.down[i, j] += sign * amount
                self.used.add((i, j))
            moved += amount
        return moved


def with_totals(inner: Ints) -> Ints:
    """Put row totals to the right of counts and column totals beneath them."""
    wide = np.hstack([inner, inner.sum(axis=1, keepdims=True)])
    return np.asarray(np.vstack([wide, wide.sum(axis=0, keepdims=True)]))


def signs(shape: tuple[int, ...]) -> Ints:
    """Give 1 for cells and the grand total, -1 for row and column totals: so signed, each row and column adds to 0."""
    sign = np.ones(shape, dtype=np.int64)
    sign[-1, :] *= -1
    sign[:, -1] *= -1
    return sign


def flow(told: Told, cell: Cell) -> Flow:
    """Give what can be moved through all cells but one."""
    above, below = told.most - told.counts, told.counts - told.least
    plain = signs(told.counts.shape) > 0
    up, down = np.where(plain, above, below), np.where(plain, below, above)
    up[cell] = down[cell] = 0
    return Flow(up, down)


def ends(shape: tuple[int, ...], cell: Cell, step: int) -> tuple[int, int]:
    """Give the nodes (rows, then columns) between which a flow makes up for a cell that moves by `step`."""
    row, column = cell[0], shape[0] + cell[1]
    return (column, row) if step * signs(shape)[cell] > 0 else (row, column)


@dataclass(frozen=True)
class Reach:
    """How far a count could lie from the truth, and the other cells that would have to differ for it."""

    far: int
    used: frozenset[Cell]


def reach(told: Told, cell: Cell, step: int, limit: int) -> Reach:
    """Give how far, up to `limit`, a count could lie above (`step` 1) or below (-1) it, for all a reader knows."""
    own = told.most[cell] - told.counts[cell] if step > 0 else told.counts[cell] - told.least[cell]
    through = flow(told, cell)
    far = through.push(*ends(told.counts.shape, cell, step), min(limit, int(own)))
    return Reach(far, frozenset(through.used))


def bounds(told: Told, cell: Cell) -> tuple[int, int]:
    """Give the least and most that a count can be for all a reader knows; ENDLESS or more is no end."""
    count = int(told.counts[cell])
    return count - reach(told, cell, -1, OPEN).far, count + reach(told, cell, 1, OPEN).far


def way(forward: Ints, back: Ints, source: int, sink: int) -> list[Step]:
    """Find the cheapest way from node to node, row to column by `forward` and column to row by `back`; [] for none.

    Costs are whole numbers from 1; FAR cannot be passed.
    """
    rows = len(forward)
    distance = np.full(sum(forward.shape), FAR, dtype=np.int64)
    distance[source] = 0
    to_rows, to_columns = distance[:rows], distance[rows:]
    for _ in range(len(distance)):
        before = distance.copy()
        np.minimum(to_columns, (to_rows[:, None] + forward).min(axis=0), out=to_columns)
        np.minimum(to_rows, (to_columns + back).min(axis=1), out=to_rows)
        if np.array_equal(before, distance):
            break
    return _walked(forward, back, distance, source, sink) if distance[sink] < FAR else []


def _walked(forward: Ints, back: Ints, distance: Ints, source: int, sink: int) -> list[Step]:
    """Walk a cheapest way back from its end."""
    rows = len(forward)
    steps: list[Step] = []
    at = sink
    while at != source:
        if at >= rows:
            nearest = int(np.argmin(distance[:rows] + forward[:, at - rows]))
            steps.append((nearest, at - rows, 1))
            at = nearest
        else:
            nearest = int(np.argmin(distance[rows:] + back[at]))
            steps.append((at, nearest, -1))
            at = rows + nearest
    return steps


@dataclass(frozen=True)
class GridSums:
    """How the cells of a table with totals add up: by rows and by columns."""

    def reach(self, told: Told, cell: Cell, step: int, limit: int) -> Reach:
        """Give how far, up to `limit`, a count could lie above (`step` 1) or below (-1) the truth."""
        return reach(told, cell, step, limit)

    def helpers(self, told: Told, withheld: Told, cost: Ints, cell: Cell, step: int, wanted: int) -> list[Cell]:
        """Find the cheapest cells to withhold so that a cell can go further; [] when none would help."""
        through, then = flow(told, cell), flow(withheld, cell)
        source, sink = ends(told.counts.shape, cell, step)
        missing = wanted - through.push(source, sink, wanted)
        for amount in dict.fromkeys((missing, 1)):
            forward = _passage(through.up, then.up, cost, amount)
            back = _passage(through.down, then.down, cost, amount)
            steps = way(forward, back, source, sink)
            added = {(i, j) for i, j, sign in steps if (forward if sign > 0 else back)[i, j] > 1}
            if added:
                return sorted(added)
        return []


def _passage(now: Ints, withheld: Ints, cost: Ints, amount: int) -> Ints:
    """Give the cost of moving an amount through each cell: 1 where it can be moved now, else that of withholding it."""
    return np.where(now >= amount, 1, np.where(withheld >= amount, cost, FAR))
