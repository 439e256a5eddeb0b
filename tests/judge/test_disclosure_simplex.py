"""The best move under sums that stay: the same worth as a solver of others finds, and a move that is allowed."""

import numpy as np
import pytest
from scipy.optimize import linprog

from kpi.judge.disclosure_simplex import best_move


@pytest.mark.parametrize("seed", range(40))
def test_the_best_move_is_as_good_as_that_of_another_solver(seed: int) -> None:
    draw = np.random.default_rng(seed)
    lines, cells = draw.integers(1, 15), draw.integers(2, 40)
    equations = draw.integers(-1, 2, (lines, cells)) * (draw.random((lines, cells)) < 0.4).astype(float)
    least, most = -draw.integers(0, 10, cells).astype(float), draw.integers(0, 10, cells).astype(float)
    wish = draw.integers(-3, 4, cells).astype(float)
    move = best_move(equations, least, most, wish)
    assert np.abs(equations @ move).max() < 1e-6
    assert (move >= least - 1e-6).all()
    assert (move <= most + 1e-6).all()
    told = linprog(-wish, A_eq=equations, b_eq=np.zeros(lines), bounds=list(zip(least, most, strict=True)))
    assert wish @ move == pytest.approx(-told.fun, abs=1e-6)


def test_what_nothing_can_make_up_for_does_not_move() -> None:
    alone = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert best_move(alone, np.full(2, -5.0), np.full(2, 5.0), np.array([1.0, 0.0])).tolist() == [0.0, 0.0]


def test_without_equations_each_moves_as_far_as_it_may() -> None:
    move = best_move(np.zeros((0, 2)), np.array([-3.0, -4.0]), np.array([5.0, 6.0]), np.array([1.0, -1.0]))
    assert move.tolist() == [5.0, -4.0]
