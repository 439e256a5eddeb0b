"""Judges cells of a matrix: status against the targets of their periods, and both directions.

In: a matrix, its indicators, the cells to judge. Out: arrays, one entry a cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kpi import number
from kpi.definitions.expand import Edges
from kpi.definitions.indicator import Indicator
from kpi.judge import direction, status
from kpi.judge.direction import Between, Movement, Polarity, Rule
from kpi.judge.status import Codes, Floats, Targets
from kpi.scorecard.columns import Columns, Places, existing
from kpi.series import Matrix
from kpi.story import breaks, doubts

TOTALS = {"count", "pounds", "rate"}
POLARITY = {"higher": Polarity.HIGHER, "lower": Polarity.LOWER, "range": Polarity.RANGE, "none": Polarity.NONE}


@dataclass(frozen=True, eq=False)
class Judged:
    """Cells with their judgement; NaN where there is no number or no target."""

    value: Floats
    low: Floats
    high: Floats
    gap: Floats
    status: Codes
    previous: Movement
    year_before: Movement


def is_running_total(definition: Indicator) -> bool:
    """Tell a figure that can only grow through the year: a year-to-date count, sum or rate, not a share or average."""
    if definition.basis != "year_to_date" or definition.frequency == "year":
        return False
    return definition.unit in TOTALS or (definition.unit == "days" and not definition.denominator)


def at(grid: NDArray[np.float64], key: Places, column: Places) -> Floats:
    """Take cells of a grid of series by periods; NaN where the column is -1."""
    if not grid.shape[1]:
        return np.full(len(key), np.nan)
    return np.where(column >= 0, grid[key, column], np.nan)


def judge_cells(
    matrix: Matrix, definitions: Sequence[Indicator], edges: Edges, edges_from: int, columns: Columns
) -> Judged:
    """Judge cells; `definitions` go with the matrix's rows, `edges` with its columns from `edges_from` on."""
    key, now = columns.key, columns.now
    decimals = np.array([d.shown_decimals for d in definitions], dtype=np.int64)[key]
    value = at(matrix.values, key, now)
    shown = number.displayed(value, decimals)
    targets = Targets(*(at(edge, key, now - edges_from) for edge in edges))
    rule = _rule(definitions, key, targets)
    growing = np.array([is_running_total(d) for d in definitions])[key]
    previous, year_before = (
        _movement(matrix, definitions, columns, then, shown, said)
        for then, said in (
            (columns.previous, replace(rule, running_total=growing)),
            (columns.year_before, rule),
        )
    )
    return Judged(
        value,
        np.asarray(targets.low),
        np.asarray(targets.high),
        status.gaps(shown, targets),
        status.rate(shown, targets),
        previous,
        year_before,
    )


def _rule(definitions: Sequence[Indicator], key: Places, targets: Targets) -> Rule:
    polarity = np.array([POLARITY[d.polarity] for d in definitions], dtype=np.int64)[key]
    no_change = np.array([d.no_change for d in definitions], dtype=float)[key]
    return Rule(polarity, targets.low, targets.high, no_change)


def _movement(
    matrix: Matrix, definitions: Sequence[Indicator], columns: Columns, then: Places, shown: Floats, rule: Rule
) -> Movement:
    """Judge the movement since the columns of `then`; changes are rounded as displayed."""
    decimals = np.array([d.shown_decimals for d in definitions], dtype=np.int64)[columns.key]
    old = number.displayed(at(matrix.values, columns.key, then), decimals)
    moved = direction.compare(shown, old, rule, _between(matrix, definitions, columns, then))
    return Movement(number.displayed(moved.change, decimals), moved.direction, moved.why)


def _between(matrix: Matrix, definitions: Sequence[Indicator], columns: Columns, then: Places) -> Between:
    """Find what forbids comparing: a year that starts again, a series not yet begun, a changed definition, a doubt."""
    key, now = columns.key, columns.now
    began = existing(matrix).argmax(axis=1)[key] if matrix.periods else np.zeros_like(now)
    pieces = segments(matrix, definitions)
    broken = (then >= 0) & (now >= 0) & (pieces[key, now] != pieces[key, then]) if matrix.periods else then >= 0
    restarts = _restarts(matrix, definitions, columns) if then is columns.previous else np.zeros(len(now), dtype=bool)
    outside = (then < 0) & (definitions[0].frequency == "date")
    doubtful = in_doubt(matrix, definitions)
    doubt = (doubtful[key, now] | doubtful[key, then]) if matrix.periods else then >= 0
    return Between(restarts, (began >= now) | ((then < began) & ~outside), broken, doubt)


def in_doubt(matrix: Matrix, definitions: Sequence[Indicator]) -> NDArray[np.bool_]:
    """Mark the figures that are in doubt."""
    marked = np.zeros((len(matrix.keys), len(matrix.periods)), dtype=bool)
    column_of = {period.ordinal: column for column, period in enumerate(matrix.periods)}
    for row, definition in enumerate(definitions):
        for found in doubts.of(definition, matrix.keys[row][1]) if definition.doubts else ():
            if found.period.ordinal in column_of:
                marked[row, column_of[found.period.ordinal]] = True
    return marked


def segments(matrix: Matrix, definitions: Sequence[Indicator]) -> NDArray[np.int8]:
    """Count up each series' stretches of one definition, by column."""
    pieces = np.zeros((len(matrix.keys), len(matrix.periods)), dtype=np.int8)
    broken = [row for row, definition in enumerate(definitions) if definition.breaks]
    for row in broken:
        for begun in breaks.of(definitions[row]):
            pieces[row] += [period >= begun.period for period in matrix.periods]
    return pieces


def _restarts(matrix: Matrix, definitions: Sequence[Indicator], columns: Columns) -> NDArray[np.bool_]:
    """Tell where a year-to-date figure and the one before belong to different years."""
    to_date = np.array([d.basis == "year_to_date" and d.frequency != "year" for d in definitions])[columns.key]
    if not to_date.any():
        return to_date
    years = np.array([period.year.ordinal for period in matrix.periods], dtype=np.int64)
    first = np.array([period.year.first_day == period.first_day for period in matrix.periods])
    crossed = np.where(columns.previous >= 0, years[columns.now] != years[columns.previous], first[columns.now])
    return np.asarray(to_date & crossed & (columns.now >= 0))
