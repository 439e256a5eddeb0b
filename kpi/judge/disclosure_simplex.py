"""How far some quantities can move together while sums of them stay as they are: a small linear programme, solved.

In: equations, how far each quantity may move, what is wished for. Out: the best move, by a bounded simplex.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NEAR: Final = 1e-9
"""What is nearer to 0 than this is 0; coefficients are small whole numbers."""


def best_move(equations: Floats, least: Floats, most: Floats, wish: Floats) -> Floats:
    """Find the move (k,) with `equations @ move == 0` and `least <= move <= most` that makes `wish @ move` largest.

    `equations` is (n, k). 0 must be allowed: `least <= 0 <= most`; all bounds are finite.
    """
    table, basis = _solved(equations)
    move, still = np.zeros(len(wish)), False
    while True:
        price = wish - wish[basis] @ table
        useful = ((price > NEAR) & (move < most - NEAR)) | ((price < -NEAR) & (move > least + NEAR))
        useful[basis] = False
        if not useful.any():
            return move
        # The first in line instead of the most useful after a step of no length: so that it never goes in circles.
        enters = int(np.argmax(useful if still else np.where(useful, np.abs(price), -1)))
        still = _step(table, basis, move, (least, most), enters, 1 if price[enters] > 0 else -1)


def _solved(equations: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Solve equations for as many quantities as there are equations that say something new."""
    table, basis = equations.astype(np.float64), list[int]()
    for column in range(table.shape[1]):
        at = len(basis)
        if at == len(table):
            break
        pivot = at + int(np.argmax(np.abs(table[at:, column])))
        if abs(table[pivot, column]) > NEAR:
            table[[at, pivot]] = table[[pivot, at]]
            _pivot(table, at, column)
            basis.append(column)
    return table[: len(basis)], np.array(basis, dtype=np.int64)


def _pivot(table: Floats, row: int, column: int) -> None:
    """Solve a row for a column, and put it into the other rows."""
    table[row] /= table[row, column]
    others = table[:, column].copy()
    others[row] = 0
    touched = np.abs(others) > NEAR
    table[touched] -= others[touched, None] * table[row]


def _step(
    table: Floats, basis: NDArray[np.int64], move: Floats, ends: tuple[Floats, Floats], enters: int, sign: int
) -> bool:
    """Move one quantity, and those solved for with it, until one meets its end; tell whether nothing moved."""
    least, most = ends
    slope = sign * table[:, enters]
    room = np.full(len(basis), np.inf)
    falls, rises = slope > NEAR, slope < -NEAR
    room[falls] = (move[basis] - least[basis])[falls] / slope[falls]
    room[rises] = (most[basis] - move[basis])[rises] / -slope[rises]
    own = float(most[enters] - move[enters] if sign > 0 else move[enters] - least[enters])
    length = max(min(own, float(room.min(initial=np.inf))), 0.0)
    move[enters] += sign * length
    move[basis] -= slope * length
    if length < own - NEAR:
        tied = np.flatnonzero(room <= length + NEAR)
        leaves = int(tied[np.argmin(basis[tied])])
        _pivot(table, leaves, enters)
        basis[leaves] = enters
    return length <= NEAR
