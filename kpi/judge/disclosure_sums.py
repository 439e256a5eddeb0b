"""How cells in a line add up by any equations: what follows for one of them from what is told of all.

In: equations over the places of cells. Out: how far a count could lie from the truth, and what would widen that.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi.judge.disclosure_bounds import FAR, Cell, Ints, Reach, Told
from kpi.judge.disclosure_simplex import Floats, best_move

SIZES: Final = (60, 240)
"""How many cells around one are looked at, until that is enough; what lies farther away is taken as known."""
FAR_ENOUGH: Final = 64
"""How many times as far as a cell itself the others may move."""
NEAR: Final = 1e-6
DEAR, A_MOVE, SCALE = 1e5, 1e-4, 1e-6
"""The worth of a step of the cell that is to move, the cost of one of a cell that can move anyway, and the scale of the
costs of withholding; far enough apart that none is taken for another."""
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Equation:
    """Cells that, each with its sign of 1 or -1, add up to 0."""

    cells: Places
    signs: Floats


@dataclass(frozen=True, eq=False)
class LinkedSums:
    """How cells in a line add up."""

    equations: Sequence[Equation]
    size: int

    def reach(self, told: Told, cell: Cell, step: int, limit: int) -> Reach:
        """Give how far, up to `limit`, a count could lie above (`step` 1) or below (-1) the truth.

        No less is possible; more may be, by way of cells far away.
        """
        least, most = told.least - told.counts, told.most - told.counts
        found = Reach(0, frozenset())
        loose = self.loose(most > least)
        for cells in _around(self, np.where(loose, least - most, FAR), cell) if limit and loose[cell] else ():
            wish = np.zeros(len(cells))
            wish[0] = step
            move = best_move(self.over(cells), *_within(least[cells], most[cells], limit), wish)
            found = Reach(int(abs(move[0]) + NEAR), frozenset((at,) for at in cells[np.abs(move) > NEAR].tolist()))
            if found.far >= limit:
                break
        return found

    def helpers(self, told: Told, withheld: Told, cost: Ints, cell: Cell, step: int, wanted: int) -> list[Cell]:
        """Find the cheapest cells to withhold so that a cell can go further; [] when none would help."""
        can = cost < FAR
        least = np.where(can, withheld.least, told.least) - told.counts
        most = np.where(can, withheld.most, told.most) - told.counts
        order = np.where(self.loose(most > least), np.where(can, cost, 0), FAR)
        for cells in _around(self, order, cell) if order[cell] < FAR else ():
            low, high = _within(least[cells], most[cells], wanted)
            price = np.where(can[cells], cost[cells] * SCALE, A_MOVE)
            move = self._cheapest(cells, low, high, price, step)
            past = (move < (told.least - told.counts)[cells] - NEAR) | (move > (told.most - told.counts)[cells] + NEAR)
            added = [(int(at),) for at in cells[past & can[cells]]]
            if added:
                return sorted(added)
        return []

    def _cheapest(self, cells: Places, low: Floats, high: Floats, price: Floats, step: int) -> Floats:
        """Move the first of some cells as far as can be, and of all ways to do so take the cheapest."""
        equations = self.over(cells)
        worth = np.zeros(len(cells))
        worth[0] = DEAR * step
        # Up and down are two quantities, so that both cost.
        both = np.hstack([equations, -equations])
        nothing = np.zeros(2 * len(cells))
        moves = best_move(both, nothing, np.hstack([high, -low]), np.hstack([worth - price, -worth - price]))
        return np.asarray(moves[: len(cells)] - moves[len(cells) :])

    def over(self, cells: Places) -> Floats:
        """Write the equations of some cells as a matrix, the others left as they are."""
        place = {int(cell): at for at, cell in enumerate(cells)}
        touched = sorted({one for cell in place for one in self.of_cell[cell]})
        matrix = np.zeros((len(touched), len(cells)))
        for line, one in enumerate(touched):
            for cell, sign in zip(self.equations[one].cells.tolist(), self.equations[one].signs.tolist(), strict=True):
                if cell in place:
                    matrix[line, place[cell]] = sign
        return matrix

    def loose(self, can: Flags) -> Flags:
        """Keep of the cells that can move those that do not follow from the others: not alone in an equation."""
        lines, cells = self._entries
        while True:
            number = np.bincount(lines, weights=can[cells], minlength=len(self.equations))
            alone = cells[(number[lines] == 1) & can[cells]]
            if not len(alone):
                return can
            can = can.copy()
            can[alone] = False

    @cached_property
    def _entries(self) -> tuple[Places, Places]:
        """List each equation's cells, by the number of the equation."""
        lines = [np.full(len(one.cells), number) for number, one in enumerate(self.equations)]
        return np.concatenate(lines), np.concatenate([one.cells for one in self.equations])

    @cached_property
    def of_cell(self) -> list[list[int]]:
        """List the equations in which each cell stands."""
        found: list[list[int]] = [[] for _ in range(self.size)]
        for number, equation in enumerate(self.equations):
            for cell in equation.cells.tolist():
                found[cell].append(number)
        return found


def _within(least: Ints, most: Ints, limit: int) -> tuple[Floats, Floats]:
    """Give the ends of moves; the first cell moves no farther than is asked."""
    end = np.full(len(least), float(FAR_ENOUGH * limit))
    end[0] = limit
    return np.maximum(least, -end), np.minimum(most, end)


def _around(sums: LinkedSums, order: Ints, cell: Cell) -> Iterator[Places]:
    """Give the cells around one that can move, itself first: more and more of them, those first in `order` first."""
    before = 0
    for size in SIZES:
        cells, everything = _nearest(sums, order, cell[0], size)
        if len(cells) > before:
            yield cells
        if everything:
            return
        before = len(cells)


def _nearest(sums: LinkedSums, order: Ints, start: int, size: int) -> tuple[Places, bool]:
    """Collect up to `size` cells that stand in equations with one another; tell whether these are all."""
    found, waiting, everything = {start: None}, deque([start]), True
    while waiting and len(found) < size:
        for one in sums.of_cell[waiting.popleft()]:
            cells = sums.equations[one].cells
            can = cells[order[cells] < FAR]
            fresh = [cell for cell in can[np.argsort(order[can], kind="stable")].tolist() if cell not in found]
            # Of a long equation only a part, so that there is room for what goes with each.
            taken = fresh[: max(8, size // 8)]
            everything = everything and len(taken) == len(fresh)
            found.update(dict.fromkeys(taken))
            waiting.extend(taken)
    return np.array(list(found), dtype=np.int64), everything and not waiting
