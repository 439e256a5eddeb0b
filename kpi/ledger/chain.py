"""The chain of revisions: what each says, which loads are in force, and the hash that seals each to the last.

In: rows of the revision and submission tables. Out: Revisions, oldest first; hashes.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, Literal

import sqlalchemy as sa

from kpi.ledger.faults import RESTORE
from kpi.ledger.tables import revision, submission
from kpi.problem import Problem, ProblemError, excerpt

Kind = Literal[
    "load", "undo", "definitions", "update", "sign-off", "panel", "benchmark", "paper", "briefing", "publication"
]
OF_FIGURES: Final = ("load", "benchmark")
"""Kinds of revision that hold figures: the council's own, and those of others."""
Declaring = Literal["update", "sign-off", "panel", "paper", "briefing", "publication"]
"""Kinds of revision that hold entries."""
BEGINNING: Final = ""
"""What stands as the previous hash of the first revision."""


OF_CHAIN: Final = ("number", "kind", "who", "note", "submission", "undoes", "previous", "hash")
OF_FILE: Final = ("file", "sha256")
COUNTS: Final = ("new", "changed", "unchanged", "withdrawn", "rows")
"""Columns of the revision and submission tables that a Revision holds by the same name."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of the ledger: who did what, when (aware, UTC), and the seal on it.

    `file`, `sha256` (of the file; both empty for a form) and the counts belong to loads of figures or entries; `undoes`
    to undos. `undone_by` is the later revision that took this one back. `definitions` is the hash of the definitions in
    force. `submission` is an id of the ledger.
    """

    number: int
    kind: Kind
    who: str
    at: datetime
    note: str
    definitions: str
    file: str | None = None
    sha256: str | None = None
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    rows: int = 0
    undoes: int | None = None
    undone_by: int | None = None
    previous: str = BEGINNING
    hash: str = ""
    submission: int | None = None
    submission_hash: str | None = None


def hash_of(**parts: object) -> str:
    """Hash named parts in one canonical form: JSON, keys sorted, UTF-8, no spaces."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def stamp(at: datetime) -> str:
    """Write a moment as the ledger stores it: ISO 8601, UTC, microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def seal(entry: Revision, council: str) -> str:
    """Hash a revision: its place, who, when and why, what it holds, and the hash of the one before."""
    return hash_of(
        number=entry.number,
        council=council,
        kind=entry.kind,
        who=entry.who,
        at=stamp(entry.at),
        note=entry.note,
        submission=entry.submission_hash,
        undoes=entry.undoes,
        definitions=entry.definitions,
        previous=entry.previous,
    )


def seal_of_load(entry: Revision, figures: str, entries: str = "") -> str:
    """Hash a submission: its file, what it changed, the hash of its figures, and that of its entries if any."""
    declared = {"entries": entries} if entries else {}
    return hash_of(
        **declared,
        file=entry.file,
        sha256=entry.sha256,
        new=entry.new,
        changed=entry.changed,
        unchanged=entry.unchanged,
        withdrawn=entry.withdrawn,
        rows=entry.rows,
        figures=figures,
    )


def revisions(connection: sa.Connection, council: str) -> tuple[Revision, ...]:
    """Read a council's chain, oldest first; raise ProblemError where an entry is missing from it."""
    found = found_revisions(connection, council)
    for expected, entry in enumerate(found, start=1):
        if entry.number != expected:
            raise ProblemError([missing(expected)])
    return found


def found_revisions(connection: sa.Connection, council: str) -> tuple[Revision, ...]:
    """Read what there is of a council's chain, oldest first."""
    of_load = (submission.c[name] for name in (*OF_FILE, *COUNTS))
    statement = (
        sa.select(*revision.c, *of_load, submission.c.hash.label("submission_hash"))
        .outerjoin(submission, revision.c.submission == submission.c.id)
        .where(revision.c.council == council)
        .order_by(revision.c.number)
    )
    found = [_revision(row) for row in connection.execute(statement).mappings()]
    taken_back = undone(found)
    return tuple(replace(entry, undone_by=taken_back.get(entry.number)) for entry in found)


def _revision(row: sa.RowMapping) -> Revision:
    """Make a value of a row; what took it back is not known yet."""
    same: dict[str, Any] = {name: row[name] for name in (*OF_CHAIN, *OF_FILE, "submission_hash")}
    counts: dict[str, Any] = {name: row[name] or 0 for name in COUNTS}
    return Revision(**same, **counts, at=_moment(row["at"], row["number"]), definitions=row["definition"])


def _moment(text: str, number: int) -> datetime:
    """Read a stored time; one that cannot be read was altered."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError as error:
        raise ProblemError([altered(number, f"its time {excerpt(text)} is not one the program writes")]) from error


def missing(number: int) -> Problem:
    """Say that a revision was taken away."""
    return Problem("ledger-missing-entry", f"Revision {number} is missing: it was recorded and taken away.", RESTORE)


def altered(number: int, what: str) -> Problem:
    """Say that a revision is not as it was recorded."""
    fix = "Compare with a backup and restore the newest one that verifies, as docs/ledger.md says."
    return Problem("ledger-altered", f"Revision {number} was altered after it was recorded: {what}.", fix)


def about(entries: Sequence[Revision]) -> dict[int, int]:
    """Map each load, and each undo that is about it, to the number of the load."""
    loads: dict[int, int] = {}
    for entry in entries:
        if entry.undoes is not None:
            loads[entry.number] = loads.get(entry.undoes, entry.undoes)
        elif entry.submission is not None:
            loads[entry.number] = entry.number
    return loads


def undone(entries: Sequence[Revision]) -> dict[int, int]:
    """Map each revision that is taken back to the one that did it.

    The newest revision about a load has the last word: each undo about it takes it back and puts it in force by turns.
    """
    loads, taken_back, words = about(entries), dict[int, int](), dict[int, int]()
    for entry in entries:
        if entry.undoes is None:
            continue
        load = loads[entry.number]
        if load in words:
            taken_back[words[load]] = entry.number
        words[load] = entry.number
        if taken_back.pop(load, None) is None:
            taken_back[load] = entry.number
    return taken_back


def in_force(entries: Sequence[Revision]) -> tuple[Revision, ...]:
    """Give the loads that count after the last of `entries`, oldest first; the newest wins a shared figure."""
    taken_back = undone(entries)
    return tuple(entry for entry in entries if entry.submission is not None and entry.number not in taken_back)
