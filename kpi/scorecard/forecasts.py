"""Forecasts of year ends for the cells of a scorecard, judged against the targets of those year ends.

In: cells with their series. Out: one Forecast a cell.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi import number
from kpi.definitions.expand import expand_series
from kpi.definitions.indicator import Indicator
from kpi.judge import forecast, status
from kpi.judge.forecast import METHODS, Kind, Method, Why
from kpi.judge.status import STATUSES, Floats, Status, Targets
from kpi.period import Period, PeriodError, containing
from kpi.scorecard.cells import Cells
from kpi.scorecard.columns import Places
from kpi.scorecard.judged import is_running_total
from kpi.scorecard.past import nullable
from kpi.story import breaks
from kpi.story.forecasts import Forecast

WHYS: Final = tuple(Why)
LOOKS: Final = 21
"""Places of an interval at which its status is looked at, both ends included."""


def of(cells: Cells) -> tuple[Forecast, ...]:
    """Forecast the next year end after each cell's figure, from figures up to that one."""
    made: list[Forecast] = [_refused(Why.NO_YEAR_END if cells.dated else Why.NOTHING_NOW)] * len(cells.columns.key)
    columns = set() if cells.dated else set(cells.columns.now.tolist()) - {-1}
    for column in columns:
        members = np.flatnonzero(cells.columns.now == column)
        for cell, found in zip(members.tolist(), _at(cells, column, cells.columns.key[members]), strict=True):
            made[cell] = found
    return tuple(made)


def next_year_end(period: Period) -> Period | None:
    """Give the period that ends the year a period belongs to, or the year after where it ends one itself.

    None where no such period can be written.
    """
    ends = period.last_day == period.year.last_day
    try:
        year = period.year.next() if ends else period.year
    except PeriodError:
        return None
    return containing(year.last_day, period.frequency, period.calendar)


def _refused(why: Why, period: Period | None = None) -> Forecast:
    """Give a cell without a forecast."""
    nothing = (None, None, None, None, None, None, None)
    return Forecast(period, *nothing, (), Method.SAME_AS_LAST_PERIOD, why, 0, ())


def _at(cells: Cells, column: int, keys: Places) -> list[Forecast]:
    """Forecast series from the figures of one column."""
    now = cells.matrix.periods[column]
    end = next_year_end(now)
    if end is None:
        return [_refused(Why.NO_YEAR_END)] * len(keys)
    definitions = [cells.definitions[key] for key in keys.tolist()]
    past = _comparable(cells, column, keys)
    found = forecast.year_end(
        past,
        [period.first_day == period.year.first_day for period in cells.matrix.periods[: column + 1]],
        [kind_of(definition) for definition in definitions],
        end.ordinal - now.ordinal,
        now.ordinal - now.year_before().ordinal,
        _barred(cells, column, keys, end),
    )
    return _told(cells, keys, definitions, end, found, past)


def _comparable(cells: Cells, column: int, keys: Places) -> Floats:
    """Give series up to a column; NaN for figures in doubt and those of other definitions than that column's."""
    upto = slice(column + 1)
    same = cells.pieces[keys, upto] == cells.pieces[keys, column][:, None]
    return np.where(same & ~cells.doubtful[keys, upto], cells.matrix.values[keys, upto], np.nan)


def kind_of(definition: Indicator) -> Kind:
    """Tell what an indicator's points are to a forecast."""
    if definition.basis != "year_to_date" or definition.frequency == "year":
        return Kind.LEVEL
    return Kind.TOTAL_TO_DATE if is_running_total(definition) else Kind.SHARE_TO_DATE


def _barred(cells: Cells, column: int, keys: Places, end: Period) -> NDArray[np.int8]:
    """Give the Why code of what forbids a forecast: a doubt now, or a new definition before the year ends."""
    now = cells.matrix.periods[column]
    ahead = [bool(breaks.between(cells.definitions[key], now, end)) for key in keys.tolist()]
    doubt = cells.doubtful[keys, column] & np.isfinite(cells.matrix.values[keys, column])
    return np.select([doubt, np.array(ahead, dtype=bool)], [Why.DOUBT, Why.BREAK_AHEAD], 0).astype(np.int8)


def _told(
    cells: Cells, keys: Places, definitions: list[Indicator], end: Period, found: forecast.Forecast, past: Floats
) -> list[Forecast]:
    """Judge forecasts as displayed, and cut the arrays into values."""
    least, most = np.array([definition.possible for definition in definitions]).T
    decimals = np.array([definition.shown_decimals for definition in definitions], dtype=np.int64)
    value, low, high = (
        number.displayed(np.clip(array, least, most), decimals) for array in (found.value, found.low, found.high)
    )
    edges = expand_series(cells.pack.by_id, [cells.matrix.keys[key] for key in keys.tolist()], [end])
    targets = Targets(*(edge[:, 0] for edge in edges))
    codes = status.rate(value, targets)
    told = found.why == Why.FORECAST
    fields = (
        *(nullable(array) for array in (value, low, high)),
        *(nullable(np.asarray(edge)) for edge in (targets.low, targets.high)),
        nullable(status.gaps(value, targets)),
        [STATUSES[code] if there else None for code, there in zip(codes.tolist(), told.tolist(), strict=True)],
        _reached(low, high, decimals, targets),
        [METHODS[code] for code in found.method.tolist()],
        [WHYS[code] for code in found.why.tolist()],
        found.checks.tolist(),
        cells.marks(np.where(np.isfinite(past), cells.matrix.rows[keys, : past.shape[1]], -1)),
    )
    return [Forecast(end, *cell) for cell in zip(*fields, strict=True)]


def _reached(low: Floats, high: Floats, decimals: NDArray[np.int64], targets: Targets) -> list[tuple[Status, ...]]:
    """Name the statuses between the ends of each interval; none without an interval or a target."""
    places = number.displayed(np.linspace(low, high, LOOKS), decimals)
    codes = status.rate(places, targets).T.tolist()
    return [tuple(STATUSES[code] for code in sorted(set(row)) if code <= status.RED) for row in codes]
