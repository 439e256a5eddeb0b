"""The only writer of the ledger: publishes figures, records entries or new definitions, whole or not at all.

In: an open ledger, a checked Submission or Entries, who and why. Out: the number of the new revision.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import numpy as np
import pandas as pd
import sqlalchemy as sa
from numpy.typing import NDArray

from kpi.entry import Entry
from kpi.ledger import beneath, bulk, declared
from kpi.ledger.append import append, draft
from kpi.ledger.chain import COUNTS, OF_FILE, Declaring, Kind, Revision, in_force, revisions, seal_of_load
from kpi.ledger.engine import Ledger
from kpi.ledger.figures import NO_FIGURES, Figures, of_frames
from kpi.ledger.guard import check_entries, check_figures, check_texts
from kpi.ledger.tables import series, submission
from kpi.ledger.undo import Later, undo

__all__ = ["Later", "Submission", "publish", "record", "record_definitions", "undo"]


CHANGES: Final = ("new", "changed", "unchanged", "withdrawn")


@dataclass(frozen=True, eq=False)
class Submission:
    """A checked file: every figure in it (series contract; council and revision are not read), and what it withdraws.

    `withdrawn` has the columns indicator, area, period. `sha256` is the file's; `counts` has new, changed, unchanged,
    withdrawn, as they were previewed.
    """

    frame: pd.DataFrame
    withdrawn: pd.DataFrame
    file: str
    sha256: str
    counts: Mapping[str, int]


def publish(
    ledger: Ledger,
    handed_in: Submission,
    *,
    who: str,
    note: str,
    definitions: str,
    expected_head: int | None,
    at: datetime | None = None,
    kind: Kind = "load",
) -> int:
    """Publish a submission as the next revision and give its number.

    The kind is `benchmark` for published figures of others, which stand beside the council's own and never among them.
    `expected_head` is the revision that was previewed; None asks for no such check. Publishing again what landed since
    then, as a double click does, gives the revision that it became. Raises ProblemError: changed-beneath (a figure of
    the submission or the definitions changed since), ledger-busy, ledger-read-only, disk-full, or what is wrong with
    the rows.
    """
    figures = of_frames(handed_in.frame, handed_in.withdrawn)
    check_figures(figures)
    entry = _load(handed_in, figures, draft(kind, who, note, definitions, at))
    with ledger.writing() as connection:
        entries = revisions(connection, ledger.council)
        since = len(entries) if expected_head is None else expected_head
        landed = beneath.already_landed(entries, since, entry)
        if landed is not None:
            return landed
        beneath.refuse_moved(entries, since, entry)
        stored = replace(entry, submission=_store(connection, ledger.council, entry, figures))
        beneath.refuse_changed(connection, entries, since, stored)
        return append(connection, ledger.council, entries, stored, definitions)


def record(
    ledger: Ledger,
    entries: Sequence[Entry],
    *,
    kind: Declaring,
    who: str,
    note: str,
    file: str = "",
    sha256: str = "",
    definitions: str,
    expected_head: int | None,
    at: datetime | None = None,
) -> int:
    """Record what somebody declared as the next revision and give its number.

    `expected_head` is the revision that was looked at, and in a conflict the one whose other version the person has
    seen and chosen about; None asks for no such check. Recording again what landed since then, as a double click does,
    gives the revision that it became. Raises ProblemError: changed-beneath (another revision touched an entry, or the
    definitions changed, since), ledger-busy, ledger-read-only, disk-full, duplicate-entry, long-name, unstorable-text.
    """
    check_texts(file=file, sha256=sha256)
    rows = declared.ordered(entries)
    check_entries(rows)
    entry = replace(draft(kind, who, note, definitions, at), file=file, sha256=sha256, rows=len(rows))
    with ledger.writing() as connection:
        chain = revisions(connection, ledger.council)
        since = len(chain) if expected_head is None else expected_head
        landed = beneath.already_recorded(connection, ledger.council, chain[since:], entry, rows)
        if landed is not None:
            return landed
        beneath.refuse_moved(chain, since, entry)
        beneath.refuse_touched(connection, ledger.council, chain, since, declared.touched(rows))
        counted = replace(entry, **_counts(connection, ledger.council, chain, rows))
        sealed = replace(counted, submission_hash=seal_of_load(counted, NO_FIGURES, declared.hash_of_entries(rows)))
        stored = replace(sealed, submission=_keep(connection, ledger.council, sealed))
        declared.insert(connection, int(stored.submission or 0), rows)
        return append(connection, ledger.council, chain, stored, definitions)


def record_definitions(ledger: Ledger, text: str, *, who: str, note: str, at: datetime | None = None) -> int | None:
    """Record definitions as a revision of their own; None when they are the ones in force already."""
    entry = draft("definitions", who, note, text, at)
    with ledger.writing() as connection:
        entries = revisions(connection, ledger.council)
        if entries and entries[-1].definitions == entry.definitions:
            return None
        return append(connection, ledger.council, entries, entry, text)


def _load(handed_in: Submission, figures: Figures, entry: Revision) -> Revision:
    """Write down what a submission is, sealed over its figures."""
    check_texts(file=handed_in.file, sha256=handed_in.sha256)
    counts: dict[str, Any] = {name: int(handed_in.counts.get(name, 0)) for name in CHANGES}
    load = replace(entry, file=handed_in.file, sha256=handed_in.sha256, rows=len(figures), **counts)
    return replace(load, submission_hash=seal_of_load(load, figures.hash()))


def _store(connection: sa.Connection, council: str, load: Revision, figures: Figures) -> int:
    """Store a submission and its figures; give its id."""
    number = _keep(connection, council, load)
    keys, places = figures.series()
    bulk.insert(connection, figures.rows(number, _series_ids(connection, council, keys)[places]))
    return number


def _keep(connection: sa.Connection, council: str, load: Revision) -> int:
    """Store what a submission is, without its rows; give its id."""
    row = {name: getattr(load, name) for name in (*OF_FILE, *COUNTS)}
    statement = sa.insert(submission).values(council=council, **row, hash=load.submission_hash)
    return int(connection.execute(statement.returning(submission.c.id)).scalar_one())


def _counts(
    connection: sa.Connection, council: str, chain: Sequence[Revision], rows: Sequence[Entry]
) -> dict[str, Any]:
    """Count entries that are new, changed or as they stand now; one laid aside is none of these."""
    held = declared.select(connection, council, {one.kind for one in rows}, {one.subject for one in rows})
    stands = {
        one.key: one.body for load in in_force(chain) for one in held.get(load.submission or 0, ()) if not one.aside
    }
    olds = [(one, stands.get(one.key)) for one in rows if not one.aside]
    return dict(Counter("new" if old is None else "unchanged" if old == one.body else "changed" for one, old in olds))


def _series_ids(connection: sa.Connection, council: str, keys: tuple[tuple[str, str], ...]) -> NDArray[np.int32]:
    """Give the ids of indicators and areas, in the order of `keys`; make those that are new."""
    statement = sa.select(series.c.indicator, series.c.area, series.c.id).where(series.c.council == council)
    known = {(row.indicator, row.area): row.id for row in connection.execute(statement)}
    new = [{"council": council, "indicator": key[0], "area": key[1]} for key in keys if key not in known]
    if new:
        connection.execute(sa.insert(series), new)
        known = {(row.indicator, row.area): row.id for row in connection.execute(statement)}
    return np.array([known[key] for key in keys], dtype=np.int32)
