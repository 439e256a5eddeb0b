"""Checks that nothing in the ledger was altered, added or taken away behind its back.

In: an open ledger, and if at hand a head of the chain as printed on a paper. Out: Problems, the first bad entry first.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from kpi.ledger import bulk, declared
from kpi.ledger.chain import (
    BEGINNING,
    OF_FIGURES,
    Revision,
    altered,
    found_revisions,
    missing,
    revisions,
    seal,
    seal_of_load,
)
from kpi.ledger.engine import Ledger
from kpi.ledger.faults import RESTORE, problem
from kpi.ledger.figures import NO_FIGURES
from kpi.ledger.migrate import keeps_entries
from kpi.ledger.tables import GUARDS, definition, observation, submission
from kpi.problem import Problem, ProblemError, Severity

SHORTEST: Final = 8
"""Characters of a hash that are enough to find it by, where a paper prints only the beginning."""


def chain_head(ledger: Ledger) -> str:
    """Give the hash of the newest revision, which seals all before it; '' for an empty ledger."""
    with ledger.reading() as connection:
        entries = revisions(connection, ledger.council)
    return entries[-1].hash if entries else BEGINNING


def verify(ledger: Ledger, expected_head_hash: str | None = None) -> tuple[Problem, ...]:
    """Recompute every hash of the ledger and say what does not agree, the first bad entry first.

    `expected_head_hash` is a head printed earlier, or at least its first 8 characters: without one, a ledger whose
    newest revisions were taken off cannot be told from an older one. No Problem means that nothing was altered.
    """
    try:
        with ledger.reading() as connection:
            return tuple(_problems(connection, ledger, expected_head_hash))
    except ProblemError as error:
        return error.problems


def _problems(connection: sa.Connection, ledger: Ledger, expected: str | None) -> Iterator[Problem]:
    yield from _file_problems(connection, ledger)
    entries = found_revisions(connection, ledger.council)
    yield from _chain_problems(entries, ledger.council)
    yield from _load_problems(connection, entries, ledger.council)
    yield from _definition_problems(connection, entries, ledger.council)
    yield from _stray_problems(connection, entries, ledger.council)
    yield from _head_problems(entries, expected)
    yield from _guard_problems(connection)


def _file_problems(connection: sa.Connection, ledger: Ledger) -> Iterator[Problem]:
    """Let SQLite look for torn or flipped pages."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if found != "ok":
            yield problem("ledger-damaged", ledger.name)


def _chain_problems(entries: Sequence[Revision], council: str) -> Iterator[Problem]:
    """Check that numbers follow one another and each entry is sealed to the one before."""
    previous = BEGINNING
    for expected, entry in enumerate(entries, start=1):
        if entry.number != expected:
            yield missing(expected)
            return
        if seal(entry, council) != entry.hash:
            yield altered(entry.number, "what it says of who, when, what or why does not agree with its hash")
        elif entry.previous != previous:
            yield altered(entry.number, "it is not sealed to the revision before it")
        previous = entry.hash


def _load_problems(connection: sa.Connection, entries: Sequence[Revision], council: str) -> Iterator[Problem]:
    """Check every stored figure and entry against the hash of its submission."""
    filled = _with_figures(connection, council)
    held = declared.select(connection, council) if keeps_entries(connection) else {}
    for entry in entries:
        if entry.submission is None:
            continue
        rows, figures, many = held.get(entry.submission, ()), NO_FIGURES, 0
        if entry.submission in filled:
            found = bulk.select(connection, council, (entry.submission,)).figures.canonical()
            figures, many = found.hash(), len(found)
        if seal_of_load(entry, figures, declared.hash_of_entries(rows) if rows else "") != entry.submission_hash:
            yield _altered_load(entry, many + len(rows))


def _with_figures(connection: sa.Connection, council: str) -> set[int]:
    """Name the submissions that hold figures."""
    some = sa.exists().where(observation.c.submission == submission.c.id)
    return set(connection.execute(sa.select(submission.c.id).where(submission.c.council == council, some)).scalars())


def _altered_load(entry: Revision, found: int) -> Problem:
    what = "figures" if entry.kind in OF_FIGURES else "entries"
    if found != entry.rows:
        return altered(entry.number, f"{entry.file or 'it'} had {entry.rows:,} {what} and now has {found:,}")
    of = f"of {entry.file}" if entry.file else "in it"
    return altered(entry.number, f"the {what} {of}, its name or its counts are not those that were published")


def _definition_problems(connection: sa.Connection, entries: Sequence[Revision], council: str) -> Iterator[Problem]:
    """Check every text of definitions against the hash that names it, at the first revision that used it."""
    statement = sa.select(definition.c.sha256, definition.c.text).where(definition.c.council == council)
    sound = {row.sha256 for row in connection.execute(statement) if sha256(row.text.encode()).hexdigest() == row.sha256}
    seen: set[str] = set()
    for entry in entries:
        if entry.definitions not in sound and entry.definitions not in seen:
            yield altered(entry.number, "the definitions in force are not those that were recorded")
        seen.add(entry.definitions)


def _stray_problems(connection: sa.Connection, entries: Sequence[Revision], council: str) -> Iterator[Problem]:
    """Find submissions that no revision publishes."""
    known = {entry.submission for entry in entries}
    for row in connection.execute(sa.select(submission.c.id, submission.c.file).where(submission.c.council == council)):
        if row.id not in known:
            what = f"The file {row.file} stands in the ledger, but the revision that published it is missing."
            yield Problem("ledger-missing-entry", what, RESTORE)


def _head_problems(entries: Sequence[Revision], expected: str | None) -> Iterator[Problem]:
    """Check that the head a paper shows is still in the chain."""
    if expected is None:
        return
    if len(expected) < SHORTEST:
        yield Problem(
            "head-too-short", f"'{expected}' is too short to find a revision by.", "Give at least 8 characters."
        )
    elif not any(entry.hash.startswith(expected.lower()) for entry in entries):
        what = (
            f"No revision has the hash {expected}: revisions after {len(entries)} were taken off, or one was altered."
        )
        yield Problem("ledger-missing-entry", what, RESTORE)


def _guard_problems(connection: sa.Connection) -> Iterator[Problem]:
    """Warn when the triggers that refuse to change or delete rows are not all there."""
    on = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.dialect.name == "postgresql":
        on = "SELECT DISTINCT tgname FROM pg_trigger WHERE tgenabled = 'O' AND pg_table_is_visible(tgrelid)"
    found = {row[0] for row in connection.exec_driver_sql(on)}
    older = (
        () if keeps_entries(connection) else {guard for guard in GUARDS[connection.dialect.name] if "entry" in guard}
    )
    if not found.issuperset(set(GUARDS[connection.dialect.name]).difference(older)):
        what = "The triggers that keep rows of the ledger from being changed or deleted were taken off."
        fix = "Find out who did it and why; copy the ledger's rows into a new one that has them."
        yield Problem("ledger-unguarded", what, fix, severity=Severity.WARNING)
