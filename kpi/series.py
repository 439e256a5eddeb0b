"""The one shape in which figures travel between rooms, and the matrix that judgement works on.

In: a DataFrame of figures, one row a figure. Out: the same in its contract, or series by periods as arrays.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.period import Calendar, Frequency, Period, PeriodError, parse

COLUMNS = (
    "council",
    "indicator",
    "area",
    "period",
    "value",
    "numerator",
    "denominator",
    "symbol",
    "state",
    "note",
    "revision",
)
TEXTS = ("council", "indicator", "area", "period", "symbol", "state", "note")
NUMBERS = ("value", "numerator", "denominator")
DEFAULTS: Mapping[str, object] = {"area": "all", "state": "final", "revision": 0}
SUPPRESSED = "c"
"""The symbol of a figure that is withheld so that no child can be recognised."""

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)
Key = tuple[str, str]


class Absence(IntEnum):
    """Whether a period has a number, and if not what it has instead."""

    NUMBER = 0
    MISSING = 1
    SUPPRESSED = 2
    SYMBOL = 3
    WORDS = 4


def empty() -> pd.DataFrame:
    """Give the contract without figures."""
    return conform({})


def conform(columns: Mapping[str, Sequence[object]] | pd.DataFrame) -> pd.DataFrame:
    """Put figures into the contract: its columns in order, text as categories, numbers as float64.

    Columns left out get their default: no text, no number, area `all`, state `final`, revision 0.
    """
    given = pd.DataFrame(columns)
    frame = pd.DataFrame(index=given.index)
    for name in COLUMNS:
        default = np.nan if name in NUMBERS else DEFAULTS.get(name, "")
        frame[name] = _typed(given[name] if name in given else pd.Series(default, index=given.index), name)
    return frame


def _typed(column: "pd.Series[Any]", name: str) -> "pd.Series[Any]":
    if name in NUMBERS or name == "revision":
        return column.astype("float64" if name in NUMBERS else "int64")
    if isinstance(column.dtype, pd.CategoricalDtype) and not column.isna().any():
        return column
    return column.astype(object).where(column.notna(), "").astype(str).astype("category")


@dataclass(frozen=True, eq=False)
class Matrix:
    """Series (rows, by `keys`) by periods (columns), read-only.

    Periods are consecutive, except that dated snapshots have only the dates that occur. `rows` points into the frame,
    -1 where there is no figure; `absence` holds Absence codes.
    """

    keys: tuple[Key, ...]
    periods: tuple[Period, ...]
    values: Floats
    rows: Places
    absence: NDArray[np.int8]

    def column(self, period: Period) -> int:
        """Give the column of a period, -1 when the matrix does not hold it."""
        return self.periods.index(period) if period in self.periods else -1


def matrix(
    frame: pd.DataFrame, keys: Sequence[Key], frequency: Frequency, calendar: Calendar, within: Sequence[Period] = ()
) -> Matrix:
    """Lay out the figures of `keys`, which share a frequency and a calendar, from their first to their last period.

    `within` asks for columns that must be there whether or not a figure is. Figures of other keys are left out.
    """
    key_rows = _key_rows(frame, keys)
    mine = np.flatnonzero(key_rows >= 0)
    codes = frame["period"].cat.codes.to_numpy()[mine]
    by_code = _periods_by_code(frame, frequency, calendar)
    held = {by_code[code] for code in np.flatnonzero(np.bincount(codes[codes >= 0])).tolist() if code in by_code}
    periods = _columns(held | set(within), frequency)
    places = np.full((len(keys), len(periods)), -1, dtype=np.int64)
    column_of = {period: column for column, period in enumerate(periods)}
    columns = _lookup(frame["period"], {code: column_of[p] for code, p in by_code.items() if p in column_of})[codes]
    known = columns >= 0
    places[key_rows[mine[known]], columns[known]] = mine[known]
    return _filled(frame, tuple(keys), periods, places)


def _filled(frame: pd.DataFrame, keys: tuple[Key, ...], periods: tuple[Period, ...], rows: Places) -> Matrix:
    """Take values and absences by place, and close the arrays against writing."""
    values = _taken(frame["value"].to_numpy(), rows, np.nan)
    absence = _taken(absences(frame), rows, np.int8(Absence.MISSING))
    for array in (values, rows, absence):
        array.setflags(write=False)
    return Matrix(keys, periods, values, rows, absence)


def _taken(source: NDArray[Scalar], rows: NDArray[Any], missing: Any) -> NDArray[Scalar]:
    """Take by place; the last entry, which -1 points at, is what is missing."""
    return np.asarray(np.append(source, np.asarray(missing, dtype=source.dtype))[rows], dtype=source.dtype)


def _key_rows(frame: pd.DataFrame, keys: Sequence[Key]) -> Places:
    """Give for each figure the place of its series in `keys`, -1 for none."""
    indicators, areas = frame["indicator"].cat, frame["area"].cat
    indicator_code = {text: code for code, text in enumerate(indicators.categories)}
    area_code = {text: code for code, text in enumerate(areas.categories)}
    # One row and column more than there are categories: what an absent text, code -1, points at.
    table = np.full((len(indicator_code) + 1, len(area_code) + 1), -1, dtype=np.int64)
    for place, (indicator, area) in enumerate(keys):
        if indicator in indicator_code and area in area_code:
            table[indicator_code[indicator], area_code[area]] = place
    return table[indicators.codes.to_numpy(), areas.codes.to_numpy()]


def _periods_by_code(frame: pd.DataFrame, frequency: Frequency, calendar: Calendar) -> dict[int, Period]:
    """Read the period texts that belong to a frequency and calendar, by category code."""
    read = {code: _period(text, calendar) for code, text in enumerate(frame["period"].cat.categories)}
    return {code: period for code, period in read.items() if period is not None and period.frequency is frequency}


@lru_cache(maxsize=10_000)
def _period(text: str, calendar: Calendar) -> Period | None:
    """Read a canonical period text; None when it is not one in this calendar."""
    try:
        period = parse(text, calendar)
    except PeriodError:
        return None
    return period if period.text == text else None


def _columns(periods: Set[Period], frequency: Frequency) -> tuple[Period, ...]:
    """Give the periods from the first to the last without a gap; dates as they are."""
    if not periods or frequency is Frequency.DATE:
        return tuple(sorted(periods))
    first, last = min(periods), max(periods)
    return tuple(first.shift(step) for step in range(last.ordinal - first.ordinal + 1))


def _lookup(column: "pd.Series[str]", place_of_code: Mapping[int, int]) -> Places:
    """Turn places by category code into an array that codes index, -1 for none."""
    table = np.full(len(column.cat.categories) + 1, -1, dtype=np.int64)
    for code, place in place_of_code.items():
        table[code] = place
    return table


def absences(frame: pd.DataFrame) -> NDArray[np.int8]:
    """Tell for each figure whether it is a number and, if not, what stands in its place."""
    symbols, notes = frame["symbol"].cat, frame["note"].cat
    by_symbol = np.array([_symbol_absence(symbol) for symbol in symbols.categories], dtype=np.int8)
    by_note = np.array([Absence.WORDS if note else Absence.MISSING for note in notes.categories], dtype=np.int8)
    of_symbol = _taken(by_symbol, symbols.codes.to_numpy(), Absence.NUMBER)
    of_note = _taken(by_note, notes.codes.to_numpy(), Absence.MISSING)
    absent = np.where(of_symbol > 0, of_symbol, of_note)
    return np.where(np.isnan(frame["value"].to_numpy()), absent, np.int8(Absence.NUMBER))


def _symbol_absence(symbol: str) -> Absence:
    if not symbol:
        return Absence.NUMBER
    return Absence.SUPPRESSED if symbol == SUPPRESSED else Absence.SYMBOL
