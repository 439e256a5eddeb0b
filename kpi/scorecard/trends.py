"""Recent trends of the cells of a scorecard: five figures with intervals from numerator and denominator.

In: cells with their series and the parts of five figures each. Out: one RecentTrend a cell.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.judge import trend
from kpi.judge.status import Floats
from kpi.judge.trend import POINTS, TRENDS, Trend
from kpi.period import Period
from kpi.scorecard.cells import Cells
from kpi.scorecard.columns import Places, existing
from kpi.scorecard.judged import at
from kpi.story.trends import RecentTrend, Why

YEARLY: Final = {"year_to_date", "rolling_12_months"}
"""Bases on which figures of one year hold each other or start again: they are taken a year apart."""
SHARES, EVENTS, COUNTS = "percent", "rate", "count"
WHYS: Final = tuple(Why)


def five(definitions: Sequence[Indicator], periods: Sequence[Period], now: Places) -> Places:
    """Give the columns of the five figures up to each cell, oldest first; -1 before the first column.

    `definitions` go with the cells. Figures of the year to date and of rolling 12 months are taken a year apart.
    """
    year = periods[0].ordinal - periods[0].year_before().ordinal if periods else 1
    step = np.array([year if definition.basis in YEARLY else 1 for definition in definitions], dtype=np.int64)
    columns = now[:, None] - step[:, None] * np.arange(POINTS - 1, -1, -1)
    return np.where(now[:, None] < 0, -1, np.maximum(columns, -1))


def of(cells: Cells) -> tuple[RecentTrend, ...]:
    """Judge the trend of the five figures up to each cell."""
    keys, now = cells.columns.key, cells.columns.now
    if cells.dated or not cells.matrix.periods:
        why = Why.DATED if cells.dated else Why.NOTHING_NOW
        return (RecentTrend(Trend.CANNOT_BE_CALCULATED, why, None, None, ()),) * len(keys)
    definitions = [cells.definitions[key] for key in keys.tolist()]
    columns = five(definitions, cells.matrix.periods, now)
    values = np.stack([at(cells.matrix.values, keys, column) for column in columns.T], axis=1)
    lower, upper = _intervals(definitions, values, *cells.parts)
    faults = _faults(cells, keys, columns, values, np.isnan(lower))
    whys, places = _first_fault(definitions, faults)
    barred = np.where(whys[:, None] > 0, np.nan, values)
    codes = trend.recent(barred, lower, upper).trend
    faulty = np.take_along_axis(columns, places[:, None], axis=1)[:, 0]
    begun = np.where(faulty >= existing(cells.matrix).argmax(axis=1)[keys], faulty, -1)
    states = cells.marks(cells.matrix.rows[keys[:, None], columns])
    lists = (codes.tolist(), whys.tolist(), columns[:, 0].tolist(), begun.tolist(), states)
    return tuple(_told(cells.matrix.periods, *one) for one in zip(*lists, strict=True))


def _told(
    periods: Sequence[Period], code: int, why: int, first: int, fault: int, states: tuple[str, ...]
) -> RecentTrend:
    """Name the periods of one cell's trend; a fault before the first figure of the series has no name."""
    if why:
        return RecentTrend(TRENDS[code], WHYS[why], None, periods[fault] if fault >= 0 else None, ())
    return RecentTrend(TRENDS[code], WHYS[why], periods[first], None, states)


def _intervals(
    definitions: Sequence[Indicator], values: Floats, numerators: Floats, denominators: Floats
) -> tuple[Floats, Floats]:
    """Give 95% intervals: of shares by Wilson's method, of rates and counts by Byar's; NaN where there is none."""
    unit = np.array([definition.unit for definition in definitions], dtype=object)[:, None]
    per = np.array([definition.per or np.nan for definition in definitions], dtype=float)[:, None]
    known = np.where(denominators > 0, denominators, np.nan)
    shares = trend.share_interval(numerators, denominators)
    rates = trend.count_interval(numerators, per / known)
    counts = trend.count_interval(values)
    lower, upper = (
        np.select([unit == SHARES, unit == EVENTS, unit == COUNTS], [share, rate, count], np.nan)
        for share, rate, count in zip(shares, rates, counts, strict=True)
    )
    return lower, upper


def _faults(
    cells: Cells, keys: Places, columns: Places, values: Floats, bare: NDArray[np.bool_]
) -> dict[Why, NDArray[np.bool_]]:
    """Mark what is wrong with each of the five figures, the gravest first."""
    there = columns >= 0
    doubt = cells.doubtful[keys[:, None], columns] & there & np.isfinite(values)
    pieces = cells.pieces[keys[:, None], columns]
    return {
        Why.DOUBT: doubt,
        Why.BREAK: there & (pieces != pieces[:, -1:]),
        Why.NOTHING_THEN: np.isnan(values),
        Why.NO_PARTS: bare,
    }


def _first_fault(definitions: Sequence[Indicator], faults: dict[Why, NDArray[np.bool_]]) -> tuple[Places, Places]:
    """Give each cell's Why code and the place of the latest figure at fault, 0 and the last where nothing is."""
    flags = {why: marked.any(axis=1) for why, marked in faults.items()}
    no_unit = np.array([definition.unit not in (SHARES, EVENTS, COUNTS) for definition in definitions], dtype=bool)
    conditions = [no_unit, faults[Why.NOTHING_THEN][:, -1], *flags.values()]
    codes = np.select(conditions, [Why.NO_INTERVAL, Why.NOTHING_NOW, *flags], 0)
    latest = {why: POINTS - 1 - marked[:, ::-1].argmax(axis=1) for why, marked in faults.items()}
    places = np.select([codes == why for why in latest], list(latest.values()), POINTS - 1)
    return codes.astype(np.int64), places.astype(np.int64)
