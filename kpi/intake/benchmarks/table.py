"""Reads a published table by the description of its columns: one figure a row and measure, nothing left out.

In: a Sheet and its Source. Out: columns of codes and texts, one entry a figure, in the order of measure and row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.benchmark import Source
from kpi.intake.benchmarks.recognise import tidy
from kpi.intake.sheet import Column, Sheet
from kpi.problem import Problem, ProblemError

Codes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Labels:
    """A column of text: `texts[codes]`, every text once."""

    texts: tuple[str, ...]
    codes: Codes

    @classmethod
    def of(cls, texts: Iterable[str], codes: Codes) -> "Labels":
        """Keep each text once, in the order of its first appearance."""
        known: dict[str, int] = {}
        place = np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)
        return cls(tuple(known), place[codes])

    def repeated(self, times: int) -> "Labels":
        """Put the column under itself."""
        return Labels(self.texts, np.tile(self.codes, times))


@dataclass(frozen=True, eq=False)
class Table:
    """The figures of a published table, n entries: the measure, area and period of each, its cell and its row.

    `cells` are the text columns that hold figures, one under the other; `rows` (n,) count from 0 in the sheet.
    `names` are pairs of area and name, each once, with the row where it first stands.
    """

    sheet: Sheet
    source: Source
    measures: Labels
    areas: Labels
    periods: Labels
    cells: tuple[Column, ...]
    rows: Codes
    names: tuple[tuple[str, str, int], ...]


def read_table(sheet: Sheet, source: Source, own: str) -> Table:
    """Lay out every figure of a sheet; `own` is the area of a file that names none.

    ProblemError column-missing names every column of the description that the sheet lacks.
    """
    headers = [tidy(cell) for cell in sheet.cells(0)]
    _refuse_missing(sheet, source, headers)
    rows = _filled_rows(sheet)
    columns = {name: column.trimmed().take(rows) for name, column in zip(headers, sheet.columns, strict=True) if name}
    titles = {tidy(cell): cell for cell in sheet.cells(0)}
    areas = _areas([columns[tidy(name)] for name in source.areas], source, own, len(rows))
    splits = _joined([columns[tidy(name)] for name in source.by], len(rows))
    if source.measure and source.value:
        measures = _under(_labels(columns[tidy(source.measure)]), splits)
        held = [tidy(source.value)]
    else:
        held = [name for name in columns if name not in _described(source)]
        whole = Labels(tuple(titles[name] for name in held), np.repeat(np.arange(len(held)), len(rows)))
        measures = _under(whole, splits.repeated(len(held)))
    periods = _labels(columns[tidy(source.period)]) if source.period else _same(source.dated or "", len(rows))
    cells = tuple(columns[name] for name in held)
    times = len(cells)
    names = _names(areas, [columns[tidy(name)] for name in source.names], rows)
    many = np.tile(rows, times)
    return Table(sheet, source, measures, areas.repeated(times), periods.repeated(times), cells, many, names)


def _refuse_missing(sheet: Sheet, source: Source, headers: Sequence[str]) -> None:
    named = (*source.areas, *source.names, *source.by, source.period, source.measure, source.value)
    missing = [name for name in named if name is not None and tidy(name) not in headers]
    twice = sorted({name for name in headers if name and headers.count(name) > 1})
    where = sheet.where(0)
    if missing:
        fix = "Correct the description of the file in benchmarks.yaml, or download the file again."
        what = f"{source.title}: the column {', '.join(missing)} is missing."
        raise ProblemError([Problem("column-missing", what, fix, where)])
    if twice:
        fix = "Take one of the two columns out."
        raise ProblemError([Problem("column-twice", f"The column {', '.join(twice)} stands there twice.", fix, where)])


def _filled_rows(sheet: Sheet) -> Codes:
    """Give the rows below the header that hold anything, from 0."""
    filled = np.zeros(len(sheet), dtype=bool)
    for column in sheet.columns:
        filled |= column.filled_cells()
    filled[:1] = False
    return np.flatnonzero(filled)


def _described(source: Source) -> set[str]:
    named = (*source.areas, *source.names, *source.by, *source.leave_out, source.period)
    return {tidy(name) for name in named if name is not None}


def _labels(column: Column) -> Labels:
    return Labels.of(column.labels(), column.codes.astype(np.int64))


def _same(text: str, length: int) -> Labels:
    return Labels((text,), np.zeros(length, dtype=np.int64))


def _areas(columns: Sequence[Column], source: Source, own: str, length: int) -> Labels:
    """Take the first filled code of each row, without the '.0' that a number leaves behind."""
    if not columns:
        return _same(own, length)
    texts: list[str] = [""]
    chosen = np.zeros(length, dtype=np.int64)
    for column in reversed(columns):
        filled = column.filled_cells()
        chosen[filled] = column.codes[filled] + len(texts)
        texts += column.labels()
    codes = (text.removesuffix(".0") for text in texts)
    return Labels.of((source.codes.get(code, code) for code in codes), chosen)


def _joined(columns: Sequence[Column], length: int) -> Labels:
    """Join the cells that split a measure, one after the other."""
    joined = _same("", length)
    for column in columns:
        joined = _under(joined, _labels(column))
    return joined


def _under(first: Labels, second: Labels) -> Labels:
    """Join two columns of text by a slash, where both are filled."""
    size = max(len(second.texts), 1)
    pairs, codes = np.unique(first.codes * size + second.codes, return_inverse=True)
    texts = ("/".join(filter(None, (first.texts[pair // size], second.texts[pair % size]))) for pair in pairs.tolist())
    return Labels.of(texts, codes.astype(np.int64))


def _names(areas: Labels, columns: Sequence[Column], rows: Codes) -> tuple[tuple[str, str, int], ...]:
    """Give each area its name where it first stands: of several columns the first that is filled."""
    found: dict[str, tuple[str, str, int]] = {}
    first_of = dict(zip(*(part.tolist() for part in np.unique(areas.codes, return_index=True)), strict=True))
    for code, place in first_of.items():
        name = next((text for column in columns if (text := column.text(place))), "")
        if name and areas.texts[code]:
            found.setdefault(areas.texts[code], (areas.texts[code], name, int(rows[place])))
    return tuple(found.values())
