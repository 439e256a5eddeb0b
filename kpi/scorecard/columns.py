"""Which columns of a matrix are shown and compared: the figure now, the one before, the same time last year.

In: a matrix and the period asked for. Out: whole-number arrays, one entry a cell, -1 where there is no column.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpi.period import Calendar, Frequency, Period, containing
from kpi.series import Matrix

Places = NDArray[np.int64]
NEAR_A_YEAR = 31
"""Days by which a dated figure may miss the same day last year and still be compared with it."""


@dataclass(frozen=True, eq=False)
class Columns:
    """Cells of a matrix to judge: the row of each, and the columns of its figure and of what it is compared with."""

    key: Places
    now: Places
    previous: Places
    year_before: Places


def shown_period(asked: Period, frequency: Frequency, calendar: Calendar) -> Period:
    """Give the latest period of a frequency that ended by the last day of the one asked for."""
    period = containing(asked.last_day, frequency, calendar)
    return period if period.last_day == asked.last_day else period.previous()


def at_period(matrix: Matrix, asked: Period, frequency: Frequency, calendar: Calendar) -> Columns:
    """Choose one cell a series: what a scorecard of the period asked for shows."""
    key = np.arange(len(matrix.keys))
    if frequency is Frequency.DATE:
        return _dated(matrix, key, _latest_dates(matrix, asked))
    now = matrix.column(shown_period(asked, frequency, calendar))
    return _consecutive(matrix, key, np.full(len(key), now))


def every(matrix: Matrix, frequency: Frequency) -> Columns:
    """Choose every cell of a matrix of one series, in order."""
    now = np.arange(len(matrix.periods))
    key = np.zeros(len(now), dtype=np.int64)
    return _dated(matrix, key, now) if frequency is Frequency.DATE else _consecutive(matrix, key, now)


def existing(matrix: Matrix) -> NDArray[np.bool_]:
    """Tell where a figure, a symbol or words were returned."""
    return np.asarray(matrix.rows >= 0)


def latest(flags: NDArray[np.bool_]) -> Places:
    """Give for each cell the last column up to and including it where the flag is set, -1 for none."""
    columns = np.where(flags, np.arange(flags.shape[1]), -1)
    return np.asarray(np.maximum.accumulate(columns, axis=1)) if flags.shape[1] else columns


def _consecutive(matrix: Matrix, key: Places, now: Places) -> Columns:
    steps = _year_steps(matrix.periods)
    return Columns(key, now, np.maximum(now - 1, -1), np.maximum(now - steps, -1))


def _year_steps(periods: Sequence[Period]) -> int:
    """Give how many columns lie between a period and the same one last year."""
    return periods[0].ordinal - periods[0].year_before().ordinal if periods else 1


def _latest_dates(matrix: Matrix, asked: Period) -> Places:
    """Give each series' latest dated figure in the 12 months up to the period's last day."""
    end = containing(asked.last_day, Frequency.DATE, asked.calendar)
    days = np.array([period.ordinal for period in matrix.periods], dtype=np.int64)
    recent = (days <= end.ordinal) & (days > end.year_before().ordinal)
    found = latest(existing(matrix) & recent)
    return found[:, -1] if found.shape[1] else np.full(len(matrix.keys), -1)


def _dated(matrix: Matrix, key: Places, now: Places) -> Columns:
    """Compare dated figures with the dated one before, and the one nearest to a year before."""
    there = existing(matrix)
    before = latest(there)
    previous = np.array([before[k, n - 1] if n > 0 else -1 for k, n in zip(key, now, strict=True)], dtype=np.int64)
    year = [_near_a_year_before(matrix, there[k], n) for k, n in zip(key, now, strict=True)]
    return Columns(key, now, previous, np.array(year, dtype=np.int64))


def _near_a_year_before(matrix: Matrix, there: NDArray[np.bool_], now: int) -> int:
    """Give the column of the dated figure nearest to a year before, -1 when none is near."""
    if now < 0:
        return -1
    wanted = matrix.periods[now].year_before().ordinal
    near = [(abs(matrix.periods[c].ordinal - wanted), int(c)) for c in np.flatnonzero(there[:now])]
    distance, column = min(near, default=(NEAR_A_YEAR + 1, -1))
    return column if distance <= NEAR_A_YEAR else -1
