"""The recent past of a figure, for a sparkline.

In: arrays that many rows share. Out: tuples made when they are asked for, so that 25,000 rows stay light.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.judge.status import STATUSES, Codes, Floats, Status
from kpi.period import Period


@dataclass(frozen=True, eq=False)
class Past:
    """Series by the same recent periods: values, target edges, status codes and states (objects), read-only."""

    periods: tuple[Period, ...]
    values: Floats
    lows: Floats
    highs: Floats
    codes: Codes
    states: NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """One series' recent past, oldest first; None where there is no number or no target."""

    past: Past
    row: int

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods."""
        return self.past.periods

    @property
    def values(self) -> tuple[float | None, ...]:
        """Values as stored."""
        return tuple(nullable(self.past.values[self.row]))

    @property
    def target_lows(self) -> tuple[float | None, ...]:
        """The least that was on target."""
        return tuple(nullable(self.past.lows[self.row]))

    @property
    def target_highs(self) -> tuple[float | None, ...]:
        """The most that was on target."""
        return tuple(nullable(self.past.highs[self.row]))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The status of each period."""
        return tuple(STATUSES[code] for code in self.past.codes[self.row].tolist())

    @property
    def states(self) -> tuple[str, ...]:
        """The state of each figure, empty where there is none."""
        return tuple(self.past.states[self.row].tolist())


_NOTHING = np.empty((1, 0))
NO_HISTORY = History(Past((), _NOTHING, _NOTHING, _NOTHING, _NOTHING.astype(np.int8), _NOTHING.astype(object)), 0)


def nullable(values: NDArray[np.float64]) -> list[Any]:
    """Turn an array into (lists of) numbers, None for NaN."""
    cells = values.astype(object)
    cells[np.isnan(values)] = None
    return list(cells.tolist())
