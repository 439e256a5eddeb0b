"""The recent past that a sparkline draws.

In: a batch of series and the cells whose past is wanted. Out: one History a cell.
"""

import numpy as np

from kpi.judge import status
from kpi.judge.status import Targets
from kpi.period import Frequency
from kpi.scorecard.build import Batch, words
from kpi.scorecard.columns import Columns, Places, existing
from kpi.scorecard.past import History, Past


def recent(batch: Batch, columns: Columns, length: int) -> list[History]:
    """Give each cell's last `length` periods up to its own; a dated series has only the dates that occur."""
    if batch.frequency is Frequency.DATE:
        there = existing(batch.matrix)
        dates = [np.flatnonzero(there[k, : n + 1])[-length:] for k, n in zip(columns.key, columns.now, strict=True)]
        return [_past(batch, np.array([key]), found)[0] for key, found in zip(columns.key, dates, strict=True)]
    last = int(columns.now[0])
    return _past(batch, columns.key, np.arange(max(last - length + 1, 0), last + 1))


def _past(batch: Batch, keys: Places, columns: Places) -> list[History]:
    """Give the same columns of several series."""
    rows, ahead = keys[:, None], columns - batch.edges_from
    values = batch.matrix.values[rows, columns]
    decimals = np.array([definition.shown_decimals for definition in batch.definitions], dtype=np.int64)[keys]
    targets = Targets(*(edge[rows, ahead] for edge in batch.edges))
    codes = status.judge(values, targets, decimals[:, None])
    periods = tuple(batch.matrix.periods[column] for column in columns.tolist())
    states = words(batch.frame, "state", batch.matrix.rows[rows, columns])
    past = Past(periods, values, np.asarray(targets.low), np.asarray(targets.high), codes, states)
    return [History(past, row) for row in range(len(keys))]
