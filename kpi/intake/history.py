"""Lays the series of a file out in time, together with what is in force of them.

In: the figures of a file and those in force. Out: History: each figure's neighbours and its series' usual change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.intake.figures import Figures
from kpi.intake.match import Flags, Match
from kpi.intake.sheet import Places
from kpi.period import Calendar, Frequency, Period, PeriodError, parse, read_as

Floats = NDArray[np.float64]
DAYS = date.max.toordinal() + 1
"""More than any day's number."""
FAR: Final[Mapping[str, int]] = MappingProxyType({"month": 460, "quarter": 460})
"""Days between a figure and the next one in force that are more than a gap of a year, by how often figures come."""
FAR_OF_YEARS: Final = 1200
"""The same for figures that come once a year or on single days."""


@dataclass(frozen=True, eq=False)
class History:
    """For the n figures of a file: the number before and after in the series, NaN for none.

    `usual` is the middle size of the series' changes and `count` the numbers that stand before the figure. Numbers on
    the other side of a break, or of a new year for a year to date, are no neighbours. `days` are the last days of the
    periods before, 0 for none. `doubted` are the figures that the definitions put in doubt: they have no neighbours
    and are none. `published` tells figures of a series of which something is in force, `apart` those of a stretch far
    from all that is.
    """

    before: Floats
    after: Floats
    usual: Floats
    count: Places
    days: Places
    doubted: Flags
    published: Flags
    apart: Flags


@dataclass(frozen=True, eq=False)
class _Points:
    """Numbers in time: those of one `series` and `segment` may be compared; `row` is the file's, or -1."""

    series: Places
    segment: Places
    day: Places
    value: Floats
    row: Places

    def kept(self, which: Flags | Places) -> "_Points":
        """Keep some points, by flags or by position."""
        taken = (self.series[which], self.segment[which], self.day[which])
        return _Points(*taken, self.value[which], self.row[which])

    def joined(self, other: "_Points") -> "_Points":
        """Put the points of two sources together."""
        return _Points(
            np.concatenate([self.series, other.series]),
            np.concatenate([self.segment, other.segment]),
            np.concatenate([self.day, other.day]),
            np.concatenate([self.value, other.value]),
            np.concatenate([self.row, other.row]),
        )


def history(figures: Figures, current: pd.DataFrame, found: Match) -> History:
    """Lay out the series in which the file has something new or changed."""
    own = _own(figures)
    in_doubt = _in_doubt(own, figures)
    doubted = np.zeros(len(figures), dtype=bool)
    doubted[own.row[in_doubt]] = True
    own = own.kept(~in_doubt)
    moving = np.zeros(len(figures.pack.by_id) * len(figures.pack.area_titles) + 1, dtype=bool)
    moving[own.series[~found.unchanged[own.row]]] = True
    theirs = _theirs(figures, current).kept(~found.held) if len(current) else own.kept(np.arange(0))
    theirs = theirs.kept(~_in_doubt(theirs, figures))
    points = own.kept(moving[own.series]).joined(theirs.kept(moving[theirs.series]))
    order = np.lexsort((points.day, points.series))
    points = points.kept(order)
    return _neighbours(points, doubted, *_stretches(points, figures, found))


def _stretches(points: _Points, figures: Figures, found: Match) -> tuple[Flags, Flags]:
    """Tell of each figure whether its series has one in force, and whether it lies in a stretch far from all those."""
    far = np.array([FAR.get(one.frequency, FAR_OF_YEARS) for one in figures.definitions] + [FAR_OF_YEARS])
    limit = far[points.series // len(figures.pack.area_titles)]
    new_series = np.diff(points.series, prepend=-1) != 0
    stretch = np.cumsum(new_series | (np.diff(points.day, prepend=0) > limit)) - 1
    known = points.row < 0
    known[~known] = found.places[points.row[~known]] >= 0
    published, apart = (np.zeros(len(found.places), dtype=bool) for _ in range(2))
    mine = points.row >= 0
    of_series = np.bincount(points.series[known], minlength=int(points.series.max(initial=0)) + 1) > 0
    of_stretch = np.bincount(stretch[known], minlength=int(stretch.max(initial=0)) + 1) > 0
    published[points.row[mine]] = of_series[points.series[mine]]
    apart[points.row[mine]] = (of_series[points.series] & ~of_stretch[stretch])[mine]
    return published, apart


def _neighbours(points: _Points, doubted: Flags, published: Flags, apart: Flags) -> History:
    """Compare each number with the one before it in its series and segment."""
    length = len(doubted)
    together = (points.series[1:] == points.series[:-1]) & (points.segment[1:] == points.segment[:-1])
    change = np.where(together, np.diff(points.value), np.nan)
    before, after, usual = (np.full(length, np.nan) for _ in range(3))
    count, days = np.zeros(length, dtype=np.int64), np.zeros(length, dtype=np.int64)
    mine = points.row >= 0
    rows = points.row[mine]
    none = np.array([np.nan])
    before[rows] = np.concatenate([none, np.where(together, points.value[:-1], np.nan)])[: len(mine)][mine]
    after[rows] = np.concatenate([np.where(together, points.value[1:], np.nan), none])[: len(mine)][mine]
    days[rows] = np.concatenate([[0], np.where(together, points.day[:-1], 0)])[: len(mine)][mine]
    usual[rows] = _usual(points.series, np.concatenate([none, np.abs(change)])[: len(mine)])[mine]
    count[rows] = _rank(points.series)[mine]
    return History(before, after, usual, count, days, doubted, published, apart)


def _usual(series: Places, size: Floats) -> Floats:
    """Give each point the middle size of its series' changes, NaN where there is none; `series` is sorted."""
    known = ~np.isnan(size)
    order = np.lexsort((size[known], series[known]))
    sizes, of = size[known][order], series[known][order]
    starts = np.flatnonzero(np.diff(of, prepend=-1))
    lengths = np.diff(np.append(starts, len(of)))
    middle = (sizes[starts + (lengths - 1) // 2] + sizes[starts + lengths // 2]) / 2
    table = np.full(int(series.max(initial=0)) + 1, np.nan)
    table[of[starts]] = middle
    return table[series]


def _rank(series: Places) -> Places:
    """Count the points before each one in its series; `series` is sorted."""
    starts = np.flatnonzero(np.diff(series, prepend=-1))
    lengths = np.diff(np.append(starts, len(series)))
    return np.arange(len(series)) - np.repeat(starts, lengths)


def _own(figures: Figures) -> _Points:
    """Give the file's numbers whose indicator, area and period are known."""
    values = figures.numbers["value"].values
    rows = np.flatnonzero(figures.known & ~np.isnan(values))
    timing = np.array([_time(period) for period in figures.periods.periods], dtype=np.int64).reshape(-1, 2)
    indicators = figures.indicators[rows].astype(np.int64)
    day, year = timing[figures.periods.places[rows]].T
    series = indicators * len(figures.pack.area_titles) + figures.areas[rows]
    return _Points(series, _segments(figures.definitions, indicators, day, year), day, values[rows], rows)


def _theirs(figures: Figures, current: pd.DataFrame) -> _Points:
    """Give the numbers in force; those of unknown indicators come last, in a series of their own."""
    pack, definitions = figures.pack, figures.definitions
    indicators = _places(current["indicator"], list(pack.by_id))
    areas = _places(current["area"], list(pack.area_titles))
    labels = list(current["period"].cat.categories)
    kinds = list(dict.fromkeys((one.frequency, one.calendar) for one in definitions))
    kind_of = np.array([kinds.index((one.frequency, one.calendar)) for one in definitions] + [0])
    table = np.array([[_canonical(label, *kind) for label in labels] for kind in kinds], dtype=np.int64)
    day, year = table[kind_of[indicators], current["period"].cat.codes.to_numpy()].T
    values = current["value"].to_numpy()
    nowhere = (indicators < 0) | (areas < 0) | (day == 0) | np.isnan(values)
    series = indicators * len(pack.area_titles) + areas
    series[nowhere] = len(definitions) * len(pack.area_titles)
    segment = _segments(definitions, indicators, day, year)
    return _Points(series, segment, day, values, np.full(len(current), -1, dtype=np.int64))


def _places(column: "pd.Series[str]", known: list[str]) -> Places:
    place_of = {text: place for place, text in enumerate(known)}
    table = np.array([*(place_of.get(text, -1) for text in column.cat.categories), -1], dtype=np.int64)
    return table[column.cat.codes.to_numpy()]


def _segments(definitions: list[Indicator], indicators: Places, day: Places, year: Places) -> Places:
    """Tell the stretches of a series apart: the years of a year to date, and what lies between breaks."""
    to_date = np.array([*(one.basis == "year_to_date" for one in definitions), False])
    segment = np.where(to_date[indicators], year, 0) * 100
    for place, definition in enumerate(definitions):
        for fault in definition.breaks:
            first = _last_day(fault.period, definition.frequency, definition.calendar)
            segment[(indicators == place) & (day >= first)] += 1
    return segment


def _in_doubt(points: _Points, figures: Figures) -> Flags:
    """Mark the numbers that the definitions put in doubt."""
    areas = {area: place for place, area in enumerate(figures.pack.area_titles)}
    known = [
        (place * len(areas) + areas[area]) * DAYS + _last_day(doubt.period, definition.frequency, definition.calendar)
        for place, definition in enumerate(figures.definitions)
        for doubt in definition.doubts
        for area in (definition.areas if doubt.areas is None else doubt.areas)
    ]
    return np.isin(points.series * DAYS + points.day, known)


@lru_cache(maxsize=4096)
def _last_day(text: str, frequency: str, calendar: str) -> int:
    return read_as(text, Frequency(frequency), Calendar(calendar), Calendar(calendar)).period.last_day.toordinal()


@lru_cache(maxsize=65_536)
def _canonical(label: str, frequency: str, calendar: str) -> tuple[int, int]:
    """Give the last day and the year of a canonical period text; zeros when it is none of that kind."""
    try:
        period = parse(label, Calendar(calendar))
    except PeriodError:
        return 0, 0
    return _time(period) if period.frequency == frequency else (0, 0)


def _time(period: Period) -> tuple[int, int]:
    return period.last_day.toordinal(), period.year.ordinal
