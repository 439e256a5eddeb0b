"""Judges cells of a matrix and cuts the arrays into rows.

In: a batch of series with their targets, and the cells to judge. Out: immutable rows, in the order of the cells.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.definitions.expand import Edges
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.judge.direction import DIRECTIONS, Movement, Why
from kpi.judge.status import STATUSES
from kpi.period import Frequency, Period, containing
from kpi.scorecard.ahead import Outlook
from kpi.scorecard.cells import Cells
from kpi.scorecard.columns import Columns, Places, latest
from kpi.scorecard.judged import at, judge_cells
from kpi.scorecard.past import History, nullable
from kpi.scorecard.row import Row
from kpi.scorecard.trends import five
from kpi.series import Absence, Matrix
from kpi.story.facts import Comparison

WHYS = tuple(Why)
Earlier = Callable[[Period], Period]


@dataclass(frozen=True, eq=False)
class Batch:
    """Series of one frequency and calendar; `definitions` go with the matrix's rows.

    `edges` hold the targets of the columns from `edges_from` on.
    """

    frame: pd.DataFrame
    pack: Pack
    matrix: Matrix
    definitions: Sequence[Indicator]
    edges: Edges
    edges_from: int

    @property
    def frequency(self) -> Frequency:
        """The frequency that all its series share."""
        return Frequency(self.definitions[0].frequency)


def rows(batch: Batch, columns: Columns, asked: Sequence[Period], histories: Sequence[History]) -> list[Row]:
    """Judge cells and make one row of each."""
    judged = judge_cells(batch.matrix, batch.definitions, batch.edges, batch.edges_from, columns)
    keys = columns.key.tolist()
    definitions = [batch.definitions[key] for key in keys]
    areas = [batch.matrix.keys[key][1] for key in keys]
    themes, area_titles = batch.pack.theme_titles, batch.pack.area_titles
    shown = [_shown(batch.matrix, column, period) for column, period in zip(columns.now.tolist(), asked, strict=True)]
    places = _places(batch.matrix, columns.key, columns.now)
    fields = (
        definitions,
        [themes.get(definition.theme, definition.theme) for definition in definitions],
        areas,
        [area_titles.get(area, area) for area in areas],
        asked,
        shown,
        nullable(judged.value),
        *(numbers(batch.frame, name, places) for name in ("numerator", "denominator")),
        *(texts(batch.frame, name, places) for name in ("symbol", "note", "state")),
        _revisions(batch.frame, places),
        *(nullable(array) for array in (judged.low, judged.high, judged.gap)),
        [STATUSES[code] for code in judged.status.tolist()],
        _comparisons(batch, columns, columns.previous, judged.previous, shown, Period.previous),
        _comparisons(batch, columns, columns.year_before, judged.year_before, shown, Period.year_before),
        _last_figures(batch.matrix, columns, asked),
        repeat(Outlook(_cells(batch, columns)), len(keys)),
        range(len(keys)),
        histories,
    )
    return [Row(*cell) for cell in zip(*fields, strict=True)]


def _cells(batch: Batch, columns: Columns) -> Cells:
    """Keep of the frame what trends and forecasts need, so that rows do not hold all of it."""
    definitions = [batch.definitions[key] for key in columns.key.tolist()]
    figures = five(definitions, batch.matrix.periods, columns.now)
    places = _places(batch.matrix, columns.key[:, None], figures)
    parts = [np.append(batch.frame[name].to_numpy(), np.nan)[places] for name in ("numerator", "denominator")]
    states = batch.frame["state"].cat
    codes, names = states.codes.to_numpy(), tuple(states.categories)
    return Cells(batch.pack, batch.matrix, batch.definitions, columns, np.stack(parts), codes, names)


def _shown(matrix: Matrix, column: int, asked: Period) -> Period:
    """Give the period of a cell; the asked period's last day for a dated series without a figure."""
    return matrix.periods[column] if column >= 0 else containing(asked.last_day, Frequency.DATE, asked.calendar)


def _comparisons(
    batch: Batch, columns: Columns, then: Places, movement: Movement, shown: Sequence[Period], earlier: Earlier
) -> list[Comparison]:
    """Make the comparisons of all cells with the columns of `then`; `earlier` names the period that has no column."""
    places = _places(batch.matrix, columns.key, then)
    periods, dated = batch.matrix.periods, batch.frequency is Frequency.DATE
    fields = (
        [periods[c] if c >= 0 else None if dated else earlier(p) for c, p in zip(then.tolist(), shown, strict=True)],
        nullable(at(batch.matrix.values, columns.key, then)),
        *(texts(batch.frame, name, places) for name in ("symbol", "note", "state")),
        nullable(movement.change),
        [DIRECTIONS[code] for code in movement.direction.tolist()],
        [WHYS[code] for code in movement.why.tolist()],
    )
    return [Comparison(*cell) for cell in zip(*fields, strict=True)]


def _last_figures(matrix: Matrix, columns: Columns, asked: Sequence[Period]) -> list[tuple[Period, float] | None]:
    """Give each cell without a number the latest number before it."""
    found: list[tuple[Period, float] | None] = [None] * len(columns.key)
    if not matrix.periods:
        return found
    numbered = latest(matrix.absence == Absence.NUMBER)
    ended = np.array([period.last_day.toordinal() for period in matrix.periods])
    for cell in np.flatnonzero(np.isnan(at(matrix.values, columns.key, columns.now))).tolist():
        key = int(columns.key[cell])
        column = int(numbered[key, np.searchsorted(ended, asked[cell].last_day.toordinal(), side="right") - 1])
        found[cell] = (matrix.periods[column], float(matrix.values[key, column])) if column >= 0 else None
    return found


def _places(matrix: Matrix, key: Places, column: Places) -> Places:
    """Give each cell's row in the frame, -1 for none."""
    if not matrix.periods:
        return np.full(column.shape, -1, dtype=np.int64)
    return np.where(column >= 0, matrix.rows[key, column], -1)


def numbers(frame: pd.DataFrame, name: str, places: Places) -> list[Any]:
    """Take a column of numbers by place, None where there is none."""
    return nullable(np.append(frame[name].to_numpy(), np.nan)[places])


def texts(frame: pd.DataFrame, name: str, places: Places) -> list[str]:
    """Take a column of text by place, empty where there is none."""
    return list(words(frame, name, places).tolist())


def words(frame: pd.DataFrame, name: str, places: Places) -> NDArray[np.object_]:
    """Take a column of text by place as an array of its shape, empty where there is none."""
    column = frame[name].cat
    # One entry more than there are: what place -1, and the code -1 of an absent text, point at.
    known = np.array([*column.categories, ""], dtype=object)
    return np.asarray(known[np.append(column.codes.to_numpy(), -1)[places]])


def _revisions(frame: pd.DataFrame, places: Places) -> list[int | None]:
    """Take the revision that published each figure, None where there is none."""
    return [value if value >= 0 else None for value in np.append(frame["revision"].to_numpy(), -1)[places].tolist()]
