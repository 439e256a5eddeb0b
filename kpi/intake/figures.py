"""Gives every cell of a long table its meaning: indicator, area, period, numbers, symbol, state, note.

In: LongCells and the definitions. Out: Figures, one row for each row that holds a figure; what could not be read is
marked, for the rules to tell. All work is done once for each distinct text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow.compute as pc
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import WHOLE_SERVICE, Pack
from kpi.intake.numbers import Numbers, read_numbers, worked_out
from kpi.intake.periods import Periods, read_periods
from kpi.intake.shape import NUMBER_ROLES, LongCells
from kpi.intake.sheet import Codes, Column
from kpi.period import Calendar

STATES = ("final", "provisional", "illustrative")
_STATE_OF = {"final": 0, "provisional": 1, "illustrative": 2, "": 0, "prov": 1, "p": 1, "revised": 0, "rev": 0, "r": 0}
_GUARDED = r"^'('*[=+\-@\t\r])"


@dataclass(frozen=True, eq=False)
class Figures:
    """Cells with their meaning, row by row; -1 in a code means that the text is unknown.

    `indicators` points into `pack.by_id` in its order, `areas` into `pack.area_titles`, `states` into STATES.
    `skipped` rows held no figure and are left out of everything else.
    """

    pack: Pack
    cells: LongCells
    indicators: Codes
    areas: Codes
    periods: Periods
    numbers: dict[str, Numbers]
    states: Codes
    notes: Column
    skipped: int

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def definitions(self) -> list[Indicator]:
        """The definitions that `indicators` points into."""
        return list(self.pack.by_id.values())

    @property
    def known(self) -> NDArray[np.bool_]:
        """Whether indicator, area and period of each row are known, so that it names a figure."""
        return (self.indicators >= 0) & (self.areas >= 0) & (self.periods.places >= 0)

    def frame(self) -> pd.DataFrame:
        """Give the figures in the series contract without council and revision, with `file_row` from 1."""
        value = self.numbers["value"]
        return pd.DataFrame(
            {
                "indicator": _category(self.indicators, self.pack.by_id),
                "area": _category(self.areas, self.pack.area_titles),
                "period": _category(self.periods.codes, self.periods.texts),
                "value": value.values,
                "numerator": self.numbers["numerator"].values,
                "denominator": self.numbers["denominator"].values,
                "symbol": _category(value.symbols, value.symbol_texts),
                "state": _category(self.states, STATES),
                "note": _category(self.notes.codes, self.notes.labels()),
                "file_row": self.cells.rows + 1,
            }
        )


def _category(codes: Codes, texts: Iterable[str]) -> "pd.Categorical[str]":
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(texts), dtype="str"))


def read_meaning(cells: LongCells, pack: Pack, told: Calendar | None) -> Figures:
    """Read the texts of a long table; `told` is the calendar a person named for ambiguous periods."""
    held = _holds_a_figure(cells)
    skipped = int(len(held) - held.sum())
    if skipped:
        cells = cells.take(np.flatnonzero(held))
    definitions = list(pack.by_id.values())
    indicators = _codes(cells.columns["indicator_id"], _ids(list(pack.by_id)))
    areas = _codes(cells.columns["area"], _area_ids(pack))
    periods = read_periods(cells.columns["period"], indicators, definitions, told)
    numbers = _numbers(cells, indicators, definitions)
    states = _states(cells.columns["state"], periods)
    notes = _unguarded(cells.columns["note"])
    return Figures(pack, cells, indicators, areas, periods, numbers, states, notes, skipped)


def _holds_a_figure(cells: LongCells) -> NDArray[np.bool_]:
    held = np.zeros(len(cells), dtype=bool)
    for role in (*NUMBER_ROLES, "note"):
        held |= cells.columns[role].filled_cells()
    return held


def _codes(column: Column, known: dict[str, int]) -> Codes:
    by_label = np.array([known.get(name(text), -1) for text in column.labels()], dtype=np.int32)
    return by_label[column.codes]


def name(text: str) -> str:
    """Give an id or title as it is compared: without case, runs of spaces and underscores as one underscore."""
    return re.sub(r"[\s_]+", "_", text.strip().lower())


def _ids(ids: Sequence[str]) -> dict[str, int]:
    return {name(one): place for place, one in enumerate(ids)}


def _area_ids(pack: Pack) -> dict[str, int]:
    """Areas by id and by title; an empty cell means the whole service."""
    titles = {name(title): place for place, title in enumerate(pack.area_titles.values())}
    return titles | _ids(list(pack.area_titles)) | {"": list(pack.area_titles).index(WHOLE_SERVICE)}


def _numbers(cells: LongCells, indicators: Codes, definitions: list[Indicator]) -> dict[str, Numbers]:
    """Read the three columns of figures; a value left empty is worked out from its parts, or takes their symbol."""
    asked = [(one.unit, one.per) for one in definitions]
    units = list(dict.fromkeys(asked))
    groups = np.array([*(units.index(unit) for unit in asked), len(units)])[indicators]
    any_unit = np.zeros(len(cells), dtype=np.int64)
    where = {role: cells.sheet.where(column=cells.headers[role]) for role in NUMBER_ROLES}
    value = read_numbers(cells.columns["value"], groups, [*units, (None, None)], where["value"])
    numerator, denominator = (
        read_numbers(cells.columns[role], any_unit, [(None, None)], where[role]) for role in NUMBER_ROLES[1:]
    )
    empty = ~cells.columns["value"].filled_cells()
    scales = np.array([*(scale(one) for one in definitions), 1.0])[indicators]
    value = worked_out(value, numerator, denominator, empty, scales)
    return {"value": value, "numerator": numerator, "denominator": denominator}


def scale(indicator: Indicator) -> float:
    """Say what numerator over denominator is multiplied by: 100 for percent, N for a rate per N, else 1."""
    return {"percent": 100.0, "rate": float(indicator.per or 1)}.get(indicator.unit, 1.0)


def _states(column: Column, periods: Periods) -> Codes:
    """Read states; an empty one is final, or provisional when the period's label says so."""
    states = _codes(column, _STATE_OF)
    return np.where(~column.filled_cells() & periods.provisional, STATES.index("provisional"), states).astype(np.int32)


def _unguarded(column: Column) -> Column:
    """Take off the apostrophe that the export puts before text that could be read as a formula."""
    return column.recoded(pc.replace_substring_regex(column.texts, _GUARDED, r"\1"))
