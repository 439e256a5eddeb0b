"""Entries on their way in and out of the database: their one order, the hash over them, and which key each touches.

In: a connection and Entries, or a council. Out: rows stored, or Entries by the submission that holds them.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

import sqlalchemy as sa

from kpi.entry import Entry, Key
from kpi.ledger.tables import entry, submission

MANY = 500
"""Subjects by which the database is asked; for more it is quicker to read what there is."""


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Put entries into the one order over which their hash is taken."""
    return tuple(sorted(entries, key=_place))


def hash_of_entries(entries: Sequence[Entry]) -> str:
    """Hash ordered entries: a JSON list of kind, subject, period, body and aside of each."""
    rows = [[one.kind, one.subject, one.period, one.body, one.aside] for one in entries]
    return sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def insert(connection: sa.Connection, number: int, entries: Sequence[Entry]) -> None:
    """Store the entries of a submission."""
    rows = [
        {"kind": one.kind, "subject": one.subject, "period": one.period, "body": one.body, "aside": int(one.aside)}
        | {"submission": number}
        for one in entries
    ]
    if rows:
        connection.execute(sa.insert(entry), rows)


def select(
    connection: sa.Connection, council: str, kinds: Collection[str] = (), subjects: Collection[str] = (), since: int = 0
) -> dict[int, tuple[Entry, ...]]:
    """Read a council's entries by submission, each in order; `since` is the first submission looked at.

    Naming kinds leaves out others; naming subjects may do so.
    """
    columns = (entry.c[name] for name in ("submission", "kind", "subject", "period", "body", "aside"))
    statement = (
        sa.select(*columns)
        .join(submission, submission.c.id == entry.c.submission)
        .where(submission.c.council == council, submission.c.id >= since)
    )
    if kinds:
        statement = statement.where(entry.c.kind.in_(sorted(kinds)))
    if 0 < len(subjects) <= MANY:
        statement = statement.where(entry.c.subject.in_(sorted(subjects)))
    found: dict[int, list[Entry]] = defaultdict(list)
    for number, kind, subject, period, body, aside in connection.execute(statement):
        found[number].append(Entry(kind, subject, period, body, bool(aside)))
    return {number: ordered(held) for number, held in found.items()}


def keys(connection: sa.Connection, council: str, since: int = 0) -> dict[int, frozenset[Key]]:
    """Give the keys that each submission touches, from one on; what is laid aside touches nothing."""
    statement = (
        sa.select(entry.c.submission, entry.c.kind, entry.c.subject, entry.c.period)
        .join(submission, submission.c.id == entry.c.submission)
        .where(submission.c.council == council, submission.c.id >= since, entry.c.aside == 0)
    )
    found: dict[int, set[Key]] = defaultdict(set)
    for number, *key in connection.execute(statement):
        found[number].add((key[0], key[1], key[2]))
    return {number: frozenset(held) for number, held in found.items()}


def touched(entries: Iterable[Entry]) -> frozenset[Key]:
    """Give the keys that entries put in force."""
    return frozenset(one.key for one in entries if not one.aside)


def _place(one: Entry) -> tuple[str, str, str, bool]:
    return one.kind, one.subject, one.period, one.aside
