"""Status, direction and control charts of whole series, against a bare numpy pass over the same arrays.

In: made figures. Out: one ratio.
"""

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from bench.timing import Ratio, median_seconds
from kpi import number
from kpi.judge import direction, spc, status
from kpi.judge.direction import Between, Polarity, Rule
from kpi.judge.status import Targets

SERIES, POINTS = 25_000, 40
BLOCK = 1024
"""Series judged at a time: their arrays stay in the processor's cache, and a block's are gone before the next."""

Floats = NDArray[np.float64]


def measure() -> Iterator[Ratio]:
    """Judge the million figures both ways."""
    figures = np.round(np.random.default_rng(2019).normal(80, 5, (SERIES, POINTS)), 2)
    ours = median_seconds(lambda: _ours(figures), runs=7)
    bare = median_seconds(lambda: _bare(figures), runs=7)
    note = f"{_ours(figures):,} figures marked"
    yield Ratio(f"Status, direction and control chart of {SERIES:,} series x {POINTS} points", ours, bare, 3, note)


def _ours(figures: Floats) -> int:
    """Judge every figure: status against its target, direction since the one before, control chart of its series."""
    return sum(_judged(figures[first : first + BLOCK]) for first in range(0, len(figures), BLOCK))


def _judged(figures: Floats) -> int:
    targets = Targets(low=80.0, amber_below=8.0)
    shown = number.displayed(figures, 1)
    status.rate(shown, targets)
    direction.compare(shown[:, 1:], shown[:, :-1], Rule(Polarity.HIGHER, targets.low), Between())
    return int(np.count_nonzero(spc.chart(figures, polarity=Polarity.HIGHER, low=80.0).kind))


def _bare(figures: Floats) -> int:
    """Work out mean, moving ranges and limits, and look for seven in a row on one side: no gaps, no words, no rules."""
    mean = figures.mean(axis=1, keepdims=True)
    wide = 2.66 * np.abs(np.diff(figures, axis=1)).mean(axis=1, keepdims=True)
    outside = (figures > mean + wide) | (figures < mean - wide)
    runs = np.abs(sliding_window_view(np.sign(figures - mean), 7, axis=1).sum(axis=-1)) == 7
    return int(np.count_nonzero(outside) + np.count_nonzero(runs))
