"""Gives the cells of a published table their meaning: numbers, signs, words, and periods with what their label adds.

In: a Table. Out: a DataFrame in the form of the series contract, and a Problem for each kind of fault.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.intake.benchmarks.table import Labels, Table
from kpi.intake.numbers import significant
from kpi.intake.sheet import Column
from kpi.number import read_column
from kpi.number.symbols import symbol_of
from kpi.problem import Problem, Severity, excerpt

NAME: Final = "name"
"""The measure under which a source keeps the names of areas."""
ALWAYS: Final = "always"
"""The period of a name."""
_QUALIFIED: Final = re.compile(r"(?P<label>.*?)\s*\((?P<said>[^()]+)\)")
_PROVISIONAL: Final = frozenset({"p", "prov", "provisional"})
_NO_YEAR: Final = frozenset({"", "0"})
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


def read_cells(table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Give one row a figure, by measure and row of the file; empty cells are left out, and signs are kept."""
    read = _read(table)
    labels = [_label(text) for text in table.periods.texts]
    known = np.array([label not in _NO_YEAR for label, _ in labels], dtype=bool)[table.periods.codes]
    located = np.array([bool(text) for text in table.areas.texts], dtype=bool)[table.areas.codes]
    number = ~np.isnan(read.values)
    held = number | (read.signs.codes > 0) | (read.words.codes > 0)
    lost = {"no-year": (held & ~known, "no year"), "no-area": (held & ~located, "no area")}
    problems = [*_faults(table, read.faults), *_lost(table, lost, number)]
    return _frame(table, read, labels, np.flatnonzero(held & known & located)), problems


@dataclass(frozen=True, eq=False)
class _Read:
    """The n cells of a table as read; code 0 of signs and words is none."""

    values: NDArray[np.float64]
    signs: Labels
    words: Labels
    faults: Flags


def _read(table: Table) -> _Read:
    """Read each column's distinct texts once; what cannot be read is words where the source allows them."""
    signs, texts = [""], [""]
    values, of_sign, of_word, faults = [], [], [], []
    for column in table.cells:
        numbers, found, unread = _column(column, table.source.symbols)
        values.append(numbers[column.codes])
        of_sign.append(np.where(found != "", np.arange(len(found)) + len(signs), 0)[column.codes])
        of_word.append(np.where(unread, np.arange(len(unread)) + len(texts), 0)[column.codes])
        faults.append(unread[column.codes] & (not table.source.words))
        signs += found.tolist()
        texts += column.labels()
    joined = np.concatenate
    return _Read(joined(values), Labels.of(signs, joined(of_sign)), Labels.of(texts, joined(of_word)), joined(faults))


def _column(column: Column, meant: Mapping[str, str]) -> tuple[NDArray[np.float64], NDArray[np.object_], Flags]:
    """Read distinct texts: numbers to fifteen digits, signs by the source's dialect, and which are neither."""
    read = read_column(pd.Series(column.labels(), dtype="str"))
    numbers = significant(np.where(np.isnan(read.values), np.nan, read.values))
    signs = np.asarray(read.symbols, dtype=object)
    unread = np.zeros(len(signs), dtype=bool)
    unread[read.faults] = True
    for place, text in enumerate(column.labels()):
        other = meant.get(text)
        if other is not None:
            numbers[place], signs[place], unread[place] = np.nan, symbol_of(other) or other, False
    return numbers, signs, unread


def _label(text: str) -> tuple[str, str]:
    """Part a year's label from what stands in brackets behind it: '2025 (prov)' is 2025, provisional."""
    found = _QUALIFIED.fullmatch(text)
    return (found["label"], found["said"]) if found else (text, "")


def _faults(table: Table, faults: Flags) -> Iterator[Problem]:
    """Name the first cell that is neither a number nor a sign, and say how many there are."""
    if not faults.any():
        return
    place = int(np.flatnonzero(faults)[0])
    row = int(table.rows[place])
    per_column = len(table.rows) // len(table.cells)
    text = table.cells[place // per_column].text(place % per_column)
    what = f"{excerpt(text)} is neither a number nor a sign that the file may use; {_many(faults)} so."
    fix = "Add the sign to symbols of this source in benchmarks.yaml, or correct the cell."
    column = table.measures.texts[int(table.measures.codes[place])]
    yield Problem("not-a-number", what, fix, table.sheet.where(row, column))


def _lost(table: Table, lost: Mapping[str, tuple[Flags, str]], number: Flags) -> Iterator[Problem]:
    """Tell of cells that cannot be kept: notes where they are signs only, errors where a number would be lost."""
    for code, (cells, what) in lost.items():
        if not cells.any():
            continue
        where = table.sheet.where(int(table.rows[np.flatnonzero(cells)[0]]))
        if (cells & number).any():
            message = f"{_many(cells)} of {what}, and a number is among them."
            fix = "Correct the file, or its description in benchmarks.yaml."
            yield Problem(code, message, fix, where)
        else:
            message = f"{_many(cells)} of {what}; none of them is a number, and they were left out."
            yield Problem(code, message, "", where, Severity.NOTE)


def _many(cells: Flags) -> str:
    count = int(cells.sum())
    return "1 cell is" if count == 1 else f"{count:,} cells are"


def _frame(table: Table, read: _Read, labels: Sequence[tuple[str, str]], kept: Places) -> pd.DataFrame:
    """Lay the figures out; `note` says the row, and after a semicolon what else the cell or the label says."""
    measures = [f"{table.source.id}/{text}" for text in table.measures.texts]
    said = np.array([text for _, text in labels], dtype=object)[table.periods.codes[kept]]
    state = np.array([text.lower() in _PROVISIONAL for _, text in labels], dtype=np.int64)[table.periods.codes[kept]]
    none = np.full(len(kept), np.nan)
    return pd.DataFrame(
        {
            "indicator": _category(measures, table.measures.codes[kept]),
            "area": _category(table.areas.texts, table.areas.codes[kept]),
            "period": _category([label for label, _ in labels], table.periods.codes[kept]),
            "value": read.values[kept],
            "numerator": none,
            "denominator": none,
            "symbol": _category(read.signs.texts, read.signs.codes[kept]),
            "state": _category(("final", "provisional"), state),
            "note": _notes(table.rows[kept], said, np.array(read.words.texts, dtype=object)[read.words.codes[kept]]),
            "file_row": table.rows[kept] + 1,
        }
    )


def names_of(table: Table) -> pd.DataFrame:
    """Give the names of a table's areas in the same form: words without a number, in the period 'always'."""
    codes, many = np.arange(len(table.names)), len(table.names)
    rows = np.array([row for _, _, row in table.names], dtype=np.int64)
    words = np.array([name for _, name, _ in table.names], dtype=object)
    nothing = np.zeros(many, dtype=np.int64)
    numbers = dict.fromkeys(("value", "numerator", "denominator"), np.full(many, np.nan))
    return pd.DataFrame(
        {
            "indicator": _category([f"{table.source.id}/{NAME}"], nothing),
            "area": _category([area for area, _, _ in table.names], codes),
            "period": _category([ALWAYS], nothing),
            **numbers,
            "symbol": _category([""], nothing),
            "state": _category(["final"], nothing),
            "note": _notes(rows, np.full(many, "", dtype=object), words),
            "file_row": rows + 1,
        }
    )


def _notes(rows: Places, said: NDArray[np.object_], words: NDArray[np.object_]) -> "pd.Categorical[str]":
    """Say where each figure stands: 'row 17', 'row 17; Rev', 'row 17; Good'."""
    plain = [f"row {row}" for row in (rows + 1).tolist()]
    for place in np.flatnonzero((said != "") | (words != "")).tolist():
        plain[place] = "; ".join(part for part in (plain[place], said[place], words[place]) if part)
    codes, texts = pd.factorize(np.array(plain, dtype=object))
    return pd.Categorical.from_codes(codes, categories=pd.Index(texts, dtype="str"))


def _category(texts: Sequence[str], codes: Places) -> "pd.Categorical[str]":
    """Make a column of text; equal texts become one."""
    labels = Labels.of(texts, codes)
    return pd.Categorical.from_codes(labels.codes, categories=pd.Index(labels.texts, dtype="str"))
