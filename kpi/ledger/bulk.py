"""Moves rows of observations in and out of the database by the million, past SQLAlchemy's row objects.

In: a connection and tuples, or the submissions to read. Out: rows stored, or columns of arrays.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from kpi.ledger.figures import Codes, Figures, Floats, Texts
from kpi.ledger.tables import series

COLUMNS: Final = ("submission", "series", "period", "value", "numerator", "denominator", "symbol", "state", "note")
TYPES: Final = ("int4", "int4", "text", "float8", "float8", "float8", "text", "text", "text")
NAMES: Final = ", ".join(COLUMNS)
FETCHED: Final = 2_000
"""Rows read at a time: few enough that their Python objects stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Observations:
    """Rows of the observation table as they were read: their submission ids, and their figures in the same order."""

    submission: NDArray[np.int32]
    figures: Figures


def insert(connection: sa.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    """Store observation tuples within the transaction of `connection`; they are taken one by one, never all at once."""
    raw: Any = connection.connection.driver_connection
    with closing(raw.cursor()) as cursor:
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(COLUMNS))
            cursor.executemany(f"INSERT INTO observation ({NAMES}) VALUES ({marks})", rows)  # noqa: S608 - our own names
            return
        with cursor.copy(f"COPY observation ({NAMES}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(TYPES)
            for row in rows:
                copy.write_row(row)


def select(connection: sa.Connection, council: str, submissions: Sequence[int], where: str = "") -> Observations:
    """Read the observations of a council's submissions; `where` narrows them in SQL. Their order is the database's."""
    gathered = _Gathered()
    for block in _blocks(connection, submissions, where):
        gathered.add(block)
    return gathered.observations(*_series_words(connection, council))


def _series_words(connection: sa.Connection, council: str) -> tuple[Texts, Texts]:
    """Read what series ids stand for: indicator and area, with codes by id."""
    statement = sa.select(series.c.id, series.c.indicator, series.c.area).where(series.c.council == council)
    found = connection.execute(statement).all()
    ids = [row.id for row in found]
    return _by_id(ids, [row.indicator for row in found]), _by_id(ids, [row.area for row in found])


def _by_id(ids: list[int], words: list[str]) -> Texts:
    """Code words so that `codes[id]` is the word of an id; ids that are not the council's have the code -1."""
    code = {word: place for place, word in enumerate(dict.fromkeys(words))}
    codes = np.full(max(ids, default=-1) + 1, -1, dtype=np.int32)
    codes[ids] = [code[word] for word in words]
    return Texts(tuple(code), codes)


def _blocks(connection: sa.Connection, submissions: Sequence[int], where: str) -> Iterator[list[tuple[Any, ...]]]:
    """Give rows as the driver makes them, a block at a time."""
    if not submissions:
        return
    chosen = ", ".join(str(int(number)) for number in submissions)
    text = f"SELECT {NAMES} FROM observation WHERE submission IN ({chosen}){where}"  # noqa: S608 - whole numbers
    raw: Any = connection.connection.driver_connection
    sqlite = connection.dialect.name == "sqlite"
    with closing(raw.cursor() if sqlite else raw.cursor(name="observations")) as cursor:
        cursor.execute(text) if sqlite else cursor.execute(text, binary=True)
        # A server is asked less often, as each asking is a journey there and back.
        while block := cursor.fetchmany(FETCHED if sqlite else 10 * FETCHED):
            yield block


class _Words:
    """Collects a column of text as codes; a block of one word, the common case, costs one look-up."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self.blocks: list[Codes] = []

    def add(self, column: tuple[str, ...]) -> None:
        words = set(column)
        for word in words:
            self.codes.setdefault(word, len(self.codes))
        if len(words) == 1:
            self.blocks.append(np.full(len(column), self.codes[column[0]], dtype=np.int32))
        else:
            self.blocks.append(np.fromiter(map(self.codes.__getitem__, column), dtype=np.int32, count=len(column)))

    def texts(self) -> Texts:
        return Texts(tuple(self.codes), np.concatenate(self.blocks or [np.zeros(0, dtype=np.int32)]))


class _Gathered:
    """Turns blocks of tuples into columns, so that only one block of Python objects lives at a time."""

    def __init__(self) -> None:
        self.integers: tuple[list[NDArray[np.int32]], ...] = ([], [])
        self.numbers: tuple[list[Floats], ...] = ([], [], [])
        self.words = (_Words(), _Words(), _Words(), _Words())

    def add(self, block: list[tuple[Any, ...]]) -> None:
        submission, series, period, *rest = zip(*block, strict=True)
        for blocks, column in zip(self.integers, (submission, series), strict=True):
            blocks.append(np.fromiter(column, dtype=np.int32, count=len(column)))
        for floats, column in zip(self.numbers, rest[:3], strict=True):
            floats.append(_floats(column))
        for words, column in zip(self.words, (period, *rest[3:]), strict=True):
            words.add(column)

    def observations(self, indicator: Texts, area: Texts) -> Observations:
        none: list[Any] = [np.zeros(0)]
        submission, series = (np.concatenate(blocks or none).astype(np.int32) for blocks in self.integers)
        value, numerator, denominator = (np.concatenate(blocks or none) for blocks in self.numbers)
        period, symbol, state, note = (words.texts() for words in self.words)
        names = indicator.taken(series), area.taken(series)
        return Observations(submission, Figures(*names, period, symbol, state, note, value, numerator, denominator))


def _floats(column: tuple[float | None, ...]) -> Floats:
    """Make an array of numbers, NaN for None."""
    if column.count(None) == len(column):
        return np.full(len(column), np.nan)
    return np.array(column, dtype=np.float64)
