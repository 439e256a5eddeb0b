"""Finds what others published or declared between a look at the ledger and what somebody wants to add to it.

In: the chain, the revision that was looked at, and what is about to be added. Out: nothing, or ProblemError.
"""

from collections.abc import Collection, Sequence
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from kpi.entry import Entry
from kpi.entry import Key as EntryKey
from kpi.ledger import declared
from kpi.ledger.chain import OF_FIGURES, Kind, Revision, about
from kpi.ledger.tables import observation, series
from kpi.problem import Problem, ProblemError

LONDON: Final = ZoneInfo("Europe/London")
NAMED: Final = 5
"""Figures or entries named in a message."""
WORDS: Final = {
    "load": "load of {file}",
    "undo": "undo of revision {undoes}",
    "definitions": "new definitions",
    "update": "update of the plan",
    "sign-off": "sign-off of the plan",
    "panel": "entry in the panel's record",
    "benchmark": "figures of others",
    "paper": "text of a paper",
    "briefing": "briefing",
    "publication": "publication",
}
"""What each kind of revision did."""

Key = tuple[str, str, str]


def already_landed(entries: Sequence[Revision], expected_head: int, entry: Revision) -> int | None:
    """Find the revision in which this very submission was published since the preview, as after a double click."""
    for found in entries[expected_head:]:
        if found.submission_hash == entry.submission_hash and found.who == entry.who and found.undone_by is None:
            return found.number
    return None


def already_recorded(
    connection: sa.Connection, council: str, later: Sequence[Revision], entry: Revision, rows: Sequence[Entry]
) -> int | None:
    """Find the revision in which these very entries were recorded since they were looked at."""
    same = (entry.kind, entry.who, entry.file, entry.sha256, entry.rows)
    alike = {
        found.submission: found.number
        for found in later
        if found.submission
        and (found.kind, found.who, found.file, found.sha256, found.rows) == same
        and not found.undone_by
    }
    held = declared.select(connection, council, since=min(alike)) if alike else {}
    return next((number for place, number in alike.items() if held.get(place, ()) == tuple(rows)), None)


def refuse_moved(entries: Sequence[Revision], expected_head: int, entry: Revision) -> None:
    """Refuse to publish when definitions changed since the preview, or the ledger itself was exchanged."""
    if expected_head > len(entries):
        what = f"Revision {expected_head} was previewed, but the ledger now ends at revision {len(entries)}."
        raise _refusal(what, entry.kind)
    previewed = entries[expected_head - 1].definitions if expected_head else ""
    for moved in entries[expected_head:]:
        if moved.definitions not in (entry.definitions, previewed):
            raise _refusal(f"The definitions were changed by {said(moved)}.", entry.kind)


def refuse_changed(
    connection: sa.Connection, entries: Sequence[Revision], expected_head: int, stored: Revision
) -> None:
    """Refuse a submission, already stored in this transaction, when a figure of it changed since the preview."""
    loads = about(entries)
    for moved in entries[expected_head:]:
        load = loads.get(moved.number)
        keys = shared(connection, entries[load - 1], stored) if load else ()
        if keys:
            raise _refusal(f"Since the preview {said(moved)} touched {listed(keys)}.", stored.kind)


def refuse_touched(
    connection: sa.Connection,
    council: str,
    entries: Sequence[Revision],
    expected_head: int,
    keys: Collection[EntryKey],
) -> None:
    """Refuse to record entries when another revision touched one of their keys since they were looked at."""
    loads = about(entries)
    places = {
        moved.number: entries[loads[moved.number] - 1].submission or 0
        for moved in entries[expected_head:]
        if moved.number in loads
    }
    held = declared.keys(connection, council, min(places.values())) if places else {}
    for moved in entries[expected_head:]:
        common = sorted(held.get(places.get(moved.number, 0), frozenset()) & set(keys))
        if common:
            raise _refusal(f"Since you looked, {said(moved)} touched {named(common)}.", "update")


def shared(connection: sa.Connection, first: Revision, second: Revision) -> tuple[Key, ...]:
    """Name figures that two stored loads have in common, one more than a message names."""
    if first.kind != second.kind or first.kind not in OF_FIGURES:
        return ()
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


def named(keys: Sequence[EntryKey]) -> str:
    """Name the first entries by subject and period, and say when there are more."""
    names = list(dict.fromkeys(", ".join(part for part in key[1:] if part) for key in keys))
    first = "; ".join(names[:NAMED])
    return f"{first}; and more" if len(names) > NAMED else first


def said(entry: Revision) -> str:
    """Name a revision by what it did, who did it and when."""
    what = WORDS[entry.kind].format(file=entry.file, undoes=entry.undoes)
    if entry.file and entry.kind != "load":
        what = f"{what} from {entry.file}"
    at = entry.at.astimezone(LONDON)
    return f"revision {entry.number} ({what} by {entry.who} at {at:%H:%M} on {at.day} {at:%B %Y})"


def _refusal(what: str, kind: Kind) -> ProblemError:
    fix = "Nothing was recorded. Look at what stands there now, and choose which of the two is to count."
    if kind in OF_FIGURES:
        fix = "Nothing was published. Preview the file again to see what it would change now."
    return ProblemError([Problem("changed-beneath", what, fix)])
