"""Finds what others published between a preview and its publication.

In: the chain, the revision that was previewed, and what is about to be published. Out: nothing, or ProblemError.
"""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from kpi.ledger.chain import Revision, about
from kpi.ledger.tables import observation, series
from kpi.problem import Problem, ProblemError

LONDON: Final = ZoneInfo("Europe/London")
NAMED: Final = 5
"""Figures named in a message; the rest are counted."""

Key = tuple[str, str, str]


def already_landed(entries: Sequence[Revision], expected_head: int, entry: Revision) -> int | None:
    """Find the revision in which this very submission was published since the preview, as after a double click."""
    for found in entries[expected_head:]:
        if found.submission_hash == entry.submission_hash and found.who == entry.who and found.undone_by is None:
            return found.number
    return None


def refuse_moved(entries: Sequence[Revision], expected_head: int, entry: Revision) -> None:
    """Refuse to publish when definitions changed since the preview, or the ledger itself was exchanged."""
    if expected_head > len(entries):
        raise _refusal(f"Revision {expected_head} was previewed, but the ledger now ends at revision {len(entries)}.")
    previewed = entries[expected_head - 1].definitions if expected_head else ""
    for moved in entries[expected_head:]:
        if moved.definitions not in (entry.definitions, previewed):
            raise _refusal(f"The definitions were changed by {said(moved)}.")


def refuse_changed(
    connection: sa.Connection, entries: Sequence[Revision], expected_head: int, stored: Revision
) -> None:
    """Refuse a submission, already stored in this transaction, when a figure of it changed since the preview."""
    loads = about(entries)
    for moved in entries[expected_head:]:
        load = loads.get(moved.number)
        keys = shared(connection, entries[load - 1], stored) if load else ()
        if keys:
            raise _refusal(f"Since the preview {said(moved)} touched {listed(keys)}.")


def shared(connection: sa.Connection, first: Revision, second: Revision) -> tuple[Key, ...]:
    """Name figures that two stored loads have in common, one more than a message names."""
    few, many = (sa.alias(observation) for _ in range(2))
    ids = [load.submission for load in sorted((first, second), key=lambda load: load.rows)]
    statement = (
        sa.select(series.c.indicator, series.c.area, few.c.period)
        .join_from(few, many, (few.c.series == many.c.series) & (few.c.period == many.c.period))
        .join(series, series.c.id == few.c.series)
        .where(few.c.submission == ids[0], many.c.submission == ids[1])
        .limit(NAMED + 1)
    )
    return tuple(sorted((row.indicator, row.area, row.period) for row in connection.execute(statement)))


def listed(keys: Sequence[Key]) -> str:
    """Name the first figures, and say when there are more."""
    named = "; ".join(f"{indicator}, {area}, {period}" for indicator, area, period in keys[:NAMED])
    return f"{named}; and more" if len(keys) > NAMED else named


def said(entry: Revision) -> str:
    """Name a revision by what it did, who did it and when."""
    what = {"load": f"load of {entry.file}", "undo": f"undo of revision {entry.undoes}"}.get(
        entry.kind, "new definitions"
    )
    at = entry.at.astimezone(LONDON)
    return f"revision {entry.number} ({what} by {entry.who} at {at:%H:%M} on {at.day} {at:%B %Y})"


def _refusal(what: str) -> ProblemError:
    fix = "Nothing was published. Preview the file again to see what it would change now."
    return ProblemError([Problem("changed-beneath", what, fix)])
