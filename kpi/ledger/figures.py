"""The figures of one submission as arrays, in the one order and form over which its hash is taken.

In: a DataFrame in the series contract, or columns read from the database. Out: Figures, their hash, tuples to insert.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import repeat
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

WITHDRAWN: Final = "withdrawn"
"""The state of a row that takes an older figure away."""
NO_FIGURES: Final = sha256(b"[0,[[],[],[],[],[],[]]]").hexdigest()
"""The hash of a submission's figures where it has none."""
BLOCK: Final = 20_000
"""Rows handled as Python tuples at a time."""

Codes = NDArray[np.int32]
Floats = NDArray[np.float64]
Key = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Texts:
    """A column of text: `words[codes]`, where every word occurs and, once in canonical form, words are sorted."""

    words: tuple[str, ...]
    codes: Codes

    def canonical(self) -> "Texts":
        """Drop words that do not occur and sort the rest by code point."""
        used = np.flatnonzero(np.bincount(self.codes, minlength=len(self.words))).tolist()
        words = tuple(sorted({self.words[code] for code in used}))
        if words == self.words:
            return self
        rank = {word: code for code, word in enumerate(words)}
        place = np.zeros(len(self.words), dtype=np.int32)
        place[used] = [rank[self.words[code]] for code in used]
        return Texts(words, place[self.codes])

    def taken(self, rows: Any) -> "Texts":
        """Take rows by place, keeping the words."""
        return Texts(self.words, self.codes[rows])

    def listed(self, rows: slice) -> list[str]:
        """Write rows out as words."""
        return list(np.array(self.words, dtype=object)[self.codes[rows]]) if self.words else []


TEXT_COLUMNS: Final = ("indicator", "area", "period", "symbol", "state", "note")
NUMBER_COLUMNS: Final = ("value", "numerator", "denominator")


@dataclass(frozen=True, eq=False)
class Figures:
    """Rows of a submission, tombstones among them with the state `withdrawn`; every column has n entries.

    Canonical form: rows by indicator, area and period text; missing numbers one kind of NaN; no negative zero.
    """

    indicator: Texts
    area: Texts
    period: Texts
    symbol: Texts
    state: Texts
    note: Texts
    value: Floats
    numerator: Floats
    denominator: Floats

    def __len__(self) -> int:
        """Give the number of rows."""
        return len(self.value)

    def key(self) -> NDArray[np.int64]:
        """Give each row a whole number that orders canonical rows by indicator, area and period."""
        series = self.indicator.codes.astype(np.int64) * len(self.area.words) + self.area.codes
        return series * len(self.period.words) + self.period.codes

    def canonical(self) -> "Figures":
        """Put words, numbers and rows into the one form over which the hash is taken."""
        figures = self.worded()
        key = figures.key()
        return figures if rising(key) else figures.taken(np.argsort(key, kind="stable"))

    def worded(self) -> "Figures":
        """Sort the words of each column and settle its numbers; rows stay in their order."""
        texts: dict[str, Any] = {name: getattr(self, name).canonical() for name in TEXT_COLUMNS}
        numbers: dict[str, Any] = {name: _settled(getattr(self, name)) for name in NUMBER_COLUMNS}
        return replace(self, **texts, **numbers)

    def taken(self, rows: NDArray[np.intp]) -> "Figures":
        """Take rows by place."""
        texts: dict[str, Any] = {name: getattr(self, name).taken(rows) for name in TEXT_COLUMNS}
        return replace(self, **texts, **{name: getattr(self, name)[rows] for name in NUMBER_COLUMNS})

    def repeated(self) -> tuple[str, str, str] | None:
        """Give the first indicator, area and period that canonical figures hold twice, if any."""
        key = self.key()
        twice = np.flatnonzero(key[1:] == key[:-1])
        return self.named(int(twice[0])) if len(twice) else None

    def named(self, row: int) -> tuple[str, str, str]:
        """Give the indicator, area and period of a row."""
        texts = (self.indicator, self.area, self.period)
        indicator, area, period = (text.words[text.codes[row]] for text in texts)
        return indicator, area, period

    def hash(self) -> str:
        """Hash canonical figures: their words as JSON, then each column as little-endian bytes."""
        words = [getattr(self, name).words for name in TEXT_COLUMNS]
        digest = sha256(json.dumps([len(self), words], ensure_ascii=False, separators=(",", ":")).encode())
        for name in TEXT_COLUMNS:
            digest.update(getattr(self, name).codes.astype("<i4").tobytes())
        for name in NUMBER_COLUMNS:
            digest.update(getattr(self, name).astype("<f8").tobytes())
        return digest.hexdigest()

    def series(self) -> tuple[tuple[Key, ...], Codes]:
        """Give the pairs of indicator and area that occur, in order, and each row's place among them."""
        areas = max(len(self.area.words), 1)
        pair = self.indicator.codes.astype(np.int64) * areas + self.area.codes
        found = np.flatnonzero(np.bincount(pair, minlength=len(self.indicator.words) * areas))
        place = np.zeros(len(self.indicator.words) * areas, dtype=np.int32)
        place[found] = np.arange(len(found), dtype=np.int32)
        keys = tuple((self.indicator.words[code // areas], self.area.words[code % areas]) for code in found.tolist())
        return keys, place[pair]

    def rows(self, submission: int, series: Codes) -> Iterator[tuple[Any, ...]]:
        """Give tuples in the order of the observation table; `series` holds each row's series id."""
        for start in range(0, len(self), BLOCK):
            block = slice(start, start + BLOCK)
            numbers = (_nullable(getattr(self, name)[block]) for name in NUMBER_COLUMNS)
            marks = (text.listed(block) for text in (self.symbol, self.state, self.note))
            ids = series[block].tolist()
            yield from zip(repeat(submission), ids, self.period.listed(block), *numbers, *marks, strict=False)


def rising(key: NDArray[np.int64]) -> bool:
    """Tell whether keys are in order and none occurs twice."""
    return bool(np.all(key[1:] > key[:-1]))


def _settled(numbers: Floats) -> Floats:
    """Make every NaN the same and every zero positive, as databases do."""
    settled = numbers + 0.0
    settled[np.isnan(settled)] = np.nan
    return settled


def _nullable(numbers: Floats) -> Iterable[float | None]:
    """List numbers with None for NaN."""
    missing = np.isnan(numbers)
    if missing.all():
        return repeat(None)
    listed = numbers.astype(object)
    listed[missing] = None
    filled: list[float | None] = listed.tolist()
    return filled


def of_frames(published: pd.DataFrame, withdrawn: pd.DataFrame) -> Figures:
    """Join the figures of a submission and the keys it withdraws, in canonical form."""
    texts: dict[str, Any] = {name: _texts(published, withdrawn, name) for name in TEXT_COLUMNS}
    numbers: dict[str, Any] = {name: _numbers(published, name, len(withdrawn)) for name in NUMBER_COLUMNS}
    return Figures(**texts, **numbers).canonical()


def _texts(published: pd.DataFrame, withdrawn: pd.DataFrame, name: str) -> Texts:
    if name in ("symbol", "state", "note"):
        gone = pd.Series([WITHDRAWN if name == "state" else ""] * len(withdrawn), dtype="str")
    else:
        gone = withdrawn[name]
    return _joined(_encoded(published[name]), _encoded(gone))


def _joined(first: Texts, second: Texts) -> Texts:
    """Put two columns one under the other."""
    if not len(second.codes):
        return first
    words = tuple(dict.fromkeys(first.words + second.words))
    place = {word: code for code, word in enumerate(words)}
    moved = np.array([place[word] for word in second.words], dtype=np.int32)
    return Texts(words, np.concatenate([first.codes, moved[second.codes]]))


def _encoded(column: "pd.Series[Any]") -> Texts:
    """Give a column of text as words and codes; a missing text is the empty one."""
    if column.hasnans:
        column = column.astype(object).fillna("")
    coded = column.cat if isinstance(column.dtype, pd.CategoricalDtype) else column.astype("category").cat
    return Texts(tuple(str(word) for word in coded.categories), coded.codes.to_numpy().astype(np.int32))


def _numbers(published: pd.DataFrame, name: str, withdrawn: int) -> Floats:
    """Give a column of numbers with NaN for each withdrawn row."""
    numbers = published[name].to_numpy(dtype=np.float64)
    return np.concatenate([numbers, np.full(withdrawn, np.nan)])
