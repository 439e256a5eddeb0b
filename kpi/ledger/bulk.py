"""Moves rows of observations in and out of the database by the million, past SQLAlchemy's row objects.

In: a connection and tuples, or the submissions to read. Out: rows stored, or columns of arrays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray

from kpi.ledger.figures import Codes, Figures, Floats, Key, Texts
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


def select(connection: sa.Connection, council: str, submissions: Sequence[int]) -> Observations:
    """Read every observation of a council's submissions, in the database's order."""
    gathered = _Gathered()
    for block in _blocks(connection, submissions):
        gathered.add(block)
    return gathered.observations(_series_names(connection, council, gathered.series), submissions)


def _series_names(connection: sa.Connection, council: str, found: Sequence[Codes]) -> dict[int, Key]:
    """Read what a council's series ids stand for, from the least that was found to the greatest.

    A council's own series and the many that are published of others lie apart, as they were loaded.
    """
    ends = [(int(ids.min()), int(ids.max())) for ids in found if len(ids)]
    least, most = min((low for low, _ in ends), default=0), max((high for _, high in ends), default=0)
    between = (series.c.council == council) & series.c.id.between(least, most)
    statement = sa.select(series.c.id, series.c.indicator, series.c.area).where(between)
    return {number: (indicator, area) for number, indicator, area in connection.execute(statement)}


def _blocks(connection: sa.Connection, submissions: Sequence[int]) -> Iterator[list[tuple[Any, ...]]]:
    """Give rows as the driver makes them, a block at a time; the submission is left out when there is only one."""
    if not submissions:
        return
    columns = ", ".join(COLUMNS[1:] if len(submissions) == 1 else (*COLUMNS[1:], COLUMNS[0]))
    chosen = ", ".join(str(int(number)) for number in submissions)
    text = f"SELECT {columns} FROM observation WHERE submission IN ({chosen})"  # noqa: S608 - our own names
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
        self.series: list[Codes] = []
        self.submission: list[Codes] = []
        self.numbers: tuple[list[Floats], ...] = ([], [], [])
        self.words = (_Words(), _Words(), _Words(), _Words())

    def add(self, block: list[tuple[Any, ...]]) -> None:
        series, period, *rest = zip(*block, strict=True)
        self.series.append(_integers(series))
        self.submission.extend(_integers(column) for column in rest[6:])
        for floats, column in zip(self.numbers, rest[:3], strict=True):
            floats.append(_floats(column))
        for words, column in zip(self.words, (period, *rest[3:6]), strict=True):
            words.add(column)

    def observations(self, names: Mapping[int, Key], submissions: Sequence[int]) -> Observations:
        series = _joined(self.series, np.int32)
        only = np.full(len(series), submissions[0] if submissions else 0, dtype=np.int32)
        submission = _joined(self.submission, np.int32) if self.submission else only
        period, symbol, state, note = (words.texts() for words in self.words)
        value, numerator, denominator = (_joined(blocks, np.float64) for blocks in self.numbers)
        named = _by_id(names, series, 0), _by_id(names, series, 1)
        return Observations(submission, Figures(*named, period, symbol, state, note, value, numerator, denominator))


def _by_id(names: Mapping[int, Key], ids: Codes, part: int) -> Texts:
    """Write series ids out as indicators (part 0) or areas (part 1); an id that is not the council's as no word."""
    words = dict.fromkeys(("", *(key[part] for key in names.values())))
    code = {word: place for place, word in enumerate(words)}
    codes = np.zeros(max(int(ids.max(initial=0)), *names, 0) + 1, dtype=np.int32)
    codes[list(names)] = [code[key[part]] for key in names.values()]
    return Texts(tuple(code), codes[ids])


def _joined(blocks: list[Any], form: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(blocks) if blocks else np.zeros(0, dtype=form)


def _integers(column: tuple[int, ...]) -> Codes:
    return np.fromiter(column, dtype=np.int32, count=len(column))


def _floats(column: tuple[float | None, ...]) -> Floats:
    """Make an array of numbers, NaN for None."""
    if column.count(None) == len(column):
        return np.full(len(column), np.nan)
    return np.array(column, dtype=np.float64)
