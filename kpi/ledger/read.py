"""Reads the ledger as it stood at any revision.

In: an open ledger and a revision (None: the newest). Out: figures in the series contract, entries, definitions, the
history of all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa
from numpy.typing import NDArray

from kpi.entry import Entry, Key
from kpi.ledger import bulk, declared
from kpi.ledger.chain import Kind, Revision, in_force, revisions
from kpi.ledger.engine import Ledger
from kpi.ledger.figures import NUMBER_COLUMNS, TEXT_COLUMNS, WITHDRAWN, Figures, Texts, rising
from kpi.ledger.migrate import keeps_entries
from kpi.ledger.tables import definition, revision
from kpi.ledger.trace import FigureChange, figures_of
from kpi.problem import Problem, ProblemError
from kpi.series import COLUMNS

__all__ = ["FigureChange", "definitions", "entries", "figures_of", "frame", "head", "history"]

Numbers = NDArray[np.int64]


def head(ledger: Ledger) -> int:
    """Give the number of the newest revision, 0 in an empty ledger."""
    statement = sa.select(sa.func.max(revision.c.number)).where(revision.c.council == ledger.council)
    with ledger.reading() as connection:
        return connection.execute(statement).scalar() or 0


def history(ledger: Ledger) -> tuple[Revision, ...]:
    """List every revision, oldest first."""
    with ledger.reading() as connection:
        return revisions(connection, ledger.council)


def up_to(entries: tuple[Revision, ...], as_at: int | None) -> tuple[Revision, ...]:
    """Keep the revisions up to one; refuse one that is not there."""
    if as_at is None:
        return entries
    if not 0 <= as_at <= len(entries):
        there = f"The newest is revision {len(entries)}." if entries else "The ledger is empty."
        raise ProblemError([Problem("no-such-revision", f"There is no revision {as_at}.", there)])
    return entries[:as_at]


def definitions(ledger: Ledger, as_at: int | None = None) -> str:
    """Give the text of the definitions in force at a revision, '' before the first."""
    with ledger.reading() as connection:
        entries = up_to(revisions(connection, ledger.council), as_at)
        return definition_text(connection, ledger.council, entries[-1].definitions) if entries else ""


def definition_text(connection: sa.Connection, council: str, sha256: str) -> str:
    """Give the definitions that a hash names, '' when they are not there."""
    statement = sa.select(definition.c.text).where(definition.c.council == council, definition.c.sha256 == sha256)
    return connection.execute(statement).scalar() or ""


def frame(ledger: Ledger, as_at: int | None = None, kind: Kind = "load") -> pd.DataFrame:
    """Give every figure in force at a revision, in the series contract, ordered by indicator, area and period text.

    They are the council's own, or with the kind `benchmark` those of others. `revision` published the figure.
    Raises ProblemError no-such-revision.
    """
    with ledger.reading() as connection:
        loads = in_force(up_to(revisions(connection, ledger.council), as_at))
        number_of = {load.submission: load.number for load in loads if load.submission and load.kind == kind}
        found = bulk.select(connection, ledger.council, tuple(number_of))
    return _framed(ledger.council, *_latest(found, number_of))


def entries(
    ledger: Ledger, as_at: int | None = None, kind: str | None = None, every: bool = False
) -> tuple[Entry, ...]:
    """Give what was declared and is in force at a revision, ordered by kind, subject and period text.

    In force is the newest of each key; one laid aside never is. `every` gives all that were recorded up to then, oldest
    first, with what is in force told. Raises ProblemError no-such-revision.
    """
    with ledger.reading() as connection:
        known = up_to(revisions(connection, ledger.council), as_at)
        kept = known and keeps_entries(connection)
        held = declared.select(connection, ledger.council, {kind} if kind else ()) if kept else {}
    newest = _newest(known, held)
    if every:
        return tuple(_dated(known, held, newest))
    return declared.ordered(one for one in _dated(known, held, newest) if one.in_force)


def _newest(known: Sequence[Revision], held: Mapping[int, Sequence[Entry]]) -> dict[Key, int]:
    """Name the revision whose version of each entry is in force."""
    newest: dict[Key, int] = {}
    for load in in_force(known):
        newest |= dict.fromkeys(declared.touched(held.get(load.submission or 0, ())), load.number)
    return newest


def _dated(
    known: Sequence[Revision], held: Mapping[int, Sequence[Entry]], newest: Mapping[Key, int]
) -> Iterator[Entry]:
    """Give entries, oldest first, with who declared them, when and why, and whether they are in force."""
    for load in known:
        for one in held.get(load.submission or 0, ()):
            stands = not one.aside and newest.get(one.key) == load.number
            yield replace(one, revision=load.number, who=load.who, at=load.at, note=load.note, in_force=stands)


def _latest(found: bulk.Observations, number_of: Mapping[int, int]) -> tuple[Figures, Numbers]:
    """Keep the newest row of each figure, and none whose newest row withdraws it; give their revisions too."""
    numbers = np.zeros(max(number_of, default=0) + 1, dtype=np.int64)
    numbers[list(number_of)] = list(number_of.values())
    revision_of, figures = numbers[found.submission], found.figures.worded()
    key = figures.key()
    if not rising(key):
        order = np.lexsort((revision_of, key))
        newest = order[np.append(key[order][1:] != key[order][:-1], True)]
        figures, revision_of = figures.taken(newest), revision_of[newest]
    if WITHDRAWN not in figures.state.words:
        return figures, revision_of
    kept = np.flatnonzero(figures.state.codes != figures.state.words.index(WITHDRAWN))
    return figures.taken(kept).worded(), revision_of[kept]


def _framed(council: str, figures: Figures, revision_of: Numbers) -> pd.DataFrame:
    """Lay figures out in the series contract."""
    columns: dict[str, Any] = {name: _category(getattr(figures, name)) for name in TEXT_COLUMNS}
    columns |= {name: getattr(figures, name) for name in NUMBER_COLUMNS}
    one = Texts((council,) if len(figures) else (), np.zeros(len(figures), dtype=np.int32))
    columns |= {"council": _category(one), "revision": revision_of}
    return pd.DataFrame({name: columns[name] for name in COLUMNS}, copy=False)


def _category(text: Texts) -> pd.Categorical:
    return pd.Categorical.from_codes(text.codes, pd.Index(text.words, dtype="str"), validate=False)
