"""A sheet of text cells, as any spreadsheet gives them.

In: columns of text from a reader. Out: one frozen grid whose first row is row 1 of the spreadsheet.
Each column keeps its distinct texts once and a code a cell, so a million cells cost four million bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from kpi.problem import Problem, Where

Codes = NDArray[np.int32]
Counts = NDArray[np.int16]
Places = NDArray[np.int64]
Block = tuple[int, int, int, int]
"""First row and column, last row and column of a block of cells, from 0."""


@dataclass(frozen=True, eq=False)
class Column:
    """One column: `codes` (n,) says for each row which of the distinct `texts` stands there."""

    codes: Codes
    texts: pa.StringArray

    def __len__(self) -> int:
        return len(self.codes)

    def text(self, row: int) -> str:
        """Give the text at a row, counted from 0."""
        return str(self.texts[int(self.codes[row])].as_py())

    def labels(self) -> list[str]:
        """Give the distinct texts, in the order of their codes."""
        return [str(text) for text in self.texts.to_pylist()]

    def take(self, rows: Places) -> "Column":
        """Keep some rows, by position."""
        return Column(self.codes[rows], self.texts)

    def recoded(self, texts: pa.StringArray) -> "Column":
        """Put other texts in the place of the distinct ones, in their order; equal ones become one."""
        encoded = texts.dictionary_encode()
        return Column(encoded.indices.to_numpy()[self.codes].astype(np.int32, copy=False), encoded.dictionary)

    def filled_cells(self) -> NDArray[np.bool_]:
        """Tell for each row whether anything stands there, (n,)."""
        filled: NDArray[np.bool_] = pc.not_equal(self.texts, "").to_numpy(zero_copy_only=False)
        return filled[self.codes]

    def trimmed(self) -> "Column":
        """Take spaces of every kind from both ends; non-breaking spaces inside become plain ones."""
        return self.recoded(pc.utf8_trim_whitespace(pc.replace_substring(self.texts, "\u00a0", " ")))

    def beside(self, other: "Column") -> "Column":
        """Write the texts of another column behind these, row by row, with a space between."""
        width = len(other.texts)
        pairs, codes = np.unique(self.codes.astype(np.int64) * width + other.codes, return_inverse=True)
        own, more = self.labels(), other.labels()
        texts = [f"{own[pair // width]} {more[pair % width]}".strip() for pair in pairs.tolist()]
        return Column.of(texts).take(codes)

    @classmethod
    def of(cls, cells: Iterable[str]) -> Self:
        """Build a column from one text a cell."""
        return cls.encoded(pa.array(cells, pa.string()).dictionary_encode())

    @classmethod
    def encoded(cls, array: pa.DictionaryArray) -> Self:
        """Build a column from a dictionary array of Arrow."""
        return cls(array.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False), array.dictionary)

    @classmethod
    def labelled(cls, texts: Sequence[str], codes: NDArray[np.integer]) -> Self:
        """Build a column from distinct texts and a code a row."""
        return cls(codes.astype(np.int32, copy=False), pa.array(texts, pa.string()))

    @classmethod
    def filled(cls, text: str, length: int) -> Self:
        """Build a column that says the same in every row."""
        return cls(np.zeros(length, dtype=np.int32), pa.array([text], pa.string()))


@dataclass(frozen=True, eq=False)
class Sheet:
    """A grid of text: `columns` all of one length, `counts` (n,) the cells each row was written with.

    `title` is the worksheet's name, None for a text file; `hidden` worksheets are not read unless asked for by name.
    `problems` were found in cells while reading; `merged` are the blocks of cells that show one text,
    `comments` what people wrote on cells, by row and column from 0.
    """

    file: str
    title: str | None
    columns: tuple[Column, ...]
    counts: Counts
    problems: tuple[Problem, ...] = field(default=())
    hidden: bool = False
    merged: tuple[Block, ...] = ()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.counts)

    def cells(self, row: int) -> list[str]:
        """Give one row's texts, trimmed; `row` counts from 0."""
        return [column.text(row).replace("\u00a0", " ").strip() for column in self.columns]

    def where(self, row: int | None = None, column: str | None = None) -> Where:
        """Name a place; `row` counts from 0, and is shown from 1 as the spreadsheet does."""
        return Where(file=self.file, sheet=self.title, row=None if row is None else row + 1, column=column)


def letter(position: int) -> str:
    """Name a column as the spreadsheet does: 0 is A, 26 is AA."""
    name = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
