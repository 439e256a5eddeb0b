"""The figures that were published of many areas, found by measure, year and area.

In: published figures in the series contract, as the ledger keeps them. Out: grids of years by areas; names of areas.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from kpi.definitions.benchmark import Compared
from kpi.definitions.indicator import Indicator
from kpi.judge.status import Floats
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, parse
from kpi.series import Places
from kpi.story.others import Published

_NAMES: Final = "/name"
_FOUR_DIGITS: Final = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, eq=False)
class Grid:
    """One measure: `rows` (periods, areas) point into the frame, -1 for none; `values` are NaN without a number."""

    periods: tuple[Period, ...]
    areas: tuple[str, ...]
    rows: Places
    values: Floats

    def of(self, areas: Sequence[str]) -> Floats:
        """Take the columns of some areas (periods, areas), NaN for one that is not there."""
        column = {area: place for place, area in enumerate(self.areas)}
        padded = np.hstack([self.values, np.full((len(self.values), 1), np.nan)])
        return np.asarray(padded[:, [column.get(area, -1) for area in areas]])


@dataclass(frozen=True, eq=False)
class Register:
    """Every published figure that is in force."""

    frame: pd.DataFrame

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of areas by code, as the first file that names one has it."""
        measures = [text for text in self._measures if text.endswith(_NAMES)]
        named: dict[str, str] = {}
        for row in np.concatenate([np.zeros(0, dtype=np.int64), *map(self._rows, measures)]).tolist():
            named.setdefault(self._text("area", row), self._text("note", row).partition("; ")[2])
        return named

    def listed(self, source: str, columns: str, own: str) -> tuple[str, ...]:
        """Give the codes that stand in an area's numbered columns, in the order of the numbers: SN_1, SN_2 ..."""
        form = re.compile(rf"{re.escape(f'{source}/{columns}')}([0-9]+)")
        found: dict[int, str] = {}
        for measure in self._measures:
            numbered = form.fullmatch(measure)
            for row in self._rows(measure).tolist() if numbered else ():
                value = float(self.frame["value"].iloc[row])
                if numbered and self._text("area", row) == own and not np.isnan(value):
                    found[int(numbered[1])] = f"{value:.0f}"
        return tuple(found[number] for number in sorted(found))

    def grid(self, one: Compared, definition: Indicator) -> Grid:
        """Lay out a measure by the indicator's years and the areas that the file has."""
        chosen = self._rows(f"{one.source}/{one.measure}")
        labels, areas = ([self._text(name, row) for row in chosen.tolist()] for name in ("period", "area"))
        read = {text: year_of(text, definition, one.four_digits) for text in dict.fromkeys(labels)}
        periods = tuple(sorted({period for period in read.values() if period}))
        line, column = {period: n for n, period in enumerate(periods)}, dict[str, int]()
        cells = [
            (line[period], column.setdefault(area, len(column)), row)
            for text, area, row in zip(labels, areas, chosen.tolist(), strict=True)
            if (period := read[text])
        ]
        rows = np.full((len(periods), len(column)), -1, dtype=np.int64)
        for at, where, row in cells:
            rows[at, where] = row
        return Grid(periods, tuple(column), rows, np.append(self.frame["value"].to_numpy(), np.nan)[rows])

    def figure(self, grid: Grid, place: int, area: str) -> Published | None:
        """Give the figure of a grid's year and an area, None where the file has none."""
        row = int(grid.rows[place, grid.areas.index(area)]) if area in grid.areas else -1
        if row < 0:
            return None
        value = float(self.frame["value"].iloc[row])
        return Published(
            area=area,
            name=self.names.get(area, area),
            value=None if np.isnan(value) else value,
            symbol=self._text("symbol", row),
            state=self._text("state", row),
            row=int(self._text("note", row).partition(";")[0].removeprefix("row ")),
            revision=int(self.frame["revision"].iloc[row]),
        )

    @cached_property
    def _measures(self) -> dict[str, int]:
        return {text: code for code, text in enumerate(self.frame["indicator"].cat.categories)}

    @cached_property
    def _by_measure(self) -> tuple[Places, Places]:
        """Sort the rows by measure once, and tell where each measure begins."""
        codes = self.frame["indicator"].cat.codes.to_numpy()
        order = np.argsort(codes, kind="stable")
        return order, np.searchsorted(codes[order], np.arange(len(self._measures) + 1))

    def _rows(self, measure: str) -> Places:
        order, begins = self._by_measure
        code = self._measures.get(measure)
        return order[:0] if code is None else order[begins[code] : begins[code + 1]]

    def _text(self, name: str, row: int) -> str:
        words, codes = self._columns[name]
        return words[int(codes[row])]

    @cached_property
    def _columns(self) -> dict[str, tuple[list[str], Places]]:
        columns = {name: self.frame[name].cat for name in ("area", "period", "symbol", "state", "note")}
        return {
            name: ([str(text) for text in one.categories], one.codes.to_numpy().astype(np.int64))
            for name, one in columns.items()
        }


def year_of(label: str, definition: Indicator, four_digits: str = "year_ends") -> Period | None:
    """Read the label of a published year for an indicator; None for what is no single year of its calendar.

    2019 is the calendar year, or by `four_digits` the year that ends (2018-19) or starts (2019-20) in it.
    """
    calendar = Calendar(definition.calendar)
    try:
        if _FOUR_DIGITS.fullmatch(label):
            year = parse(label, Calendar.CALENDAR)
            day = year.last_day if four_digits == "year_starts" else year.first_day
            return year if calendar is Calendar.CALENDAR else containing(day, Frequency.YEAR, calendar)
        period = parse(label, calendar)
    except PeriodError:
        return None
    return period if (period.frequency, period.calendar) == (Frequency.YEAR, calendar) else None
