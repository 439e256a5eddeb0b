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
from kpi.definitions.recipe import Recipe
from kpi.intake.header import NUMBER_ROLES
from kpi.intake.numbers import Numbers, as_percentages, read_numbers, worked_out
from kpi.intake.periods import Periods, read_periods
from kpi.intake.shape import LongCells
from kpi.intake.sheet import Codes, Column
from kpi.number import symbols_of
from kpi.period import Calendar

STATES = ("final", "provisional", "illustrative")
_STATE_OF = {"final": 0, "provisional": 1, "illustrative": 2, "": 0, "prov": 1, "p": 1, "revised": 0, "rev": 0, "r": 0}
_GUARDED = r"^'('*[=+\-@\t\r])"


@dataclass(frozen=True, eq=False)
class Figures:
    """Cells with their meaning, row by row; -1 in a code means that the text is unknown.

    `indicators` points into `pack.by_id` in its order, `areas` into `pack.area_titles`, `states` into STATES.
    `skipped` rows held no figure and are left out of everything else. `percent_told`: somebody said how percentages
    are written; `symbols_told`: whose symbols the file uses.
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
    percent_told: bool = False
    symbols_told: bool = False

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


def read_meaning(cells: LongCells, pack: Pack, told: Calendar | None, recipe: Recipe | None = None) -> Figures:
    """Read the texts of a long table; `told` is the calendar a person named for ambiguous periods.

    A `recipe` says what the file's own names and symbols mean, and how it writes percentages.
    """
    held = _holds_a_figure(cells)
    skipped = int(len(held) - held.sum())
    if skipped:
        cells = cells.take(np.flatnonzero(held))
    definitions = list(pack.by_id.values())
    indicators = _codes(cells.columns["indicator_id"], _indicator_ids(pack, recipe))
    areas = _codes(cells.columns["area"], _area_ids(pack, recipe))
    periods = read_periods(cells.columns["period"], indicators, definitions, told)
    numbers = _numbers(cells, indicators, definitions, recipe)
    states = _states(cells.columns["state"], periods)
    notes = _unguarded(cells.columns["note"])
    percent_told = recipe is not None and recipe.percentages is not None
    symbols_told = recipe is not None and recipe.dialect is not None
    told_of = (percent_told, symbols_told)
    return Figures(pack, cells, indicators, areas, periods, numbers, states, notes, skipped, *told_of)


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


def _indicator_ids(pack: Pack, recipe: Recipe | None) -> dict[str, int]:
    """Name indicators by id, and by the names that a recipe gives."""
    ids = list(pack.by_id)
    told = recipe.indicators if recipe else {}
    return _ids(ids) | {name(text): ids.index(one) for text, one in told.items() if one in pack.by_id}


def _area_ids(pack: Pack, recipe: Recipe | None) -> dict[str, int]:
    """Areas by id, by title and by the names that a recipe gives; an empty cell means the whole service."""
    ids = list(pack.area_titles)
    told = recipe.areas if recipe else {}
    titles = {name(title): place for place, title in enumerate(pack.area_titles.values())}
    own = {name(text): ids.index(one) for text, one in told.items() if one in pack.area_titles}
    return titles | _ids(ids) | {"": ids.index(WHOLE_SERVICE)} | own


def _numbers(
    cells: LongCells, indicators: Codes, definitions: list[Indicator], recipe: Recipe | None
) -> dict[str, Numbers]:
    """Read the three columns of figures; a value left empty is worked out from its parts, or takes their symbol."""
    asked = [(one.unit, one.per) for one in definitions]
    units = list(dict.fromkeys(asked))
    groups = np.array([*(units.index(unit) for unit in asked), len(units)])[indicators]
    any_unit = np.zeros(len(cells), dtype=np.int64)
    where = {role: cells.sheet.where(column=cells.headers[role]) for role in NUMBER_ROLES}
    symbols = symbols_of(recipe.dialect, recipe.symbols) if recipe else {}
    value = read_numbers(cells.columns["value"], groups, [*units, (None, None)], where["value"], symbols)
    numerator, denominator = (
        read_numbers(cells.columns[role], any_unit, [(None, None)], where[role], symbols) for role in NUMBER_ROLES[1:]
    )
    if recipe and recipe.percentages == "fraction":
        percent = np.array([*(one.unit == "percent" for one in definitions), False])[indicators]
        value = as_percentages(value, percent & ~_says_percent(cells.columns["value"]))
    empty = ~cells.columns["value"].filled_cells()
    scales = np.array([*(scale(one) for one in definitions), 1.0])[indicators]
    value = worked_out(value, numerator, denominator, empty, scales)
    return {"value": value, "numerator": numerator, "denominator": denominator}


def _says_percent(column: Column) -> NDArray[np.bool_]:
    """Tell for each row whether its text is marked as a percentage, (n,)."""
    marked: NDArray[np.bool_] = pc.match_substring(column.texts, "%").to_numpy(zero_copy_only=False)
    return marked[column.codes]


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
