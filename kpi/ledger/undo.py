"""Takes a revision back by a new one; nothing is deleted.

In: an open ledger and the revision. Out: the number of the newest undo; a Problem where later revisions built on it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

import sqlalchemy as sa

from kpi.entry import Key
from kpi.ledger import declared
from kpi.ledger.append import append, draft
from kpi.ledger.beneath import said, shared
from kpi.ledger.chain import OF_FIGURES, Revision, about, in_force, revisions, undone
from kpi.ledger.engine import Ledger
from kpi.problem import Problem, ProblemError

Later = Literal["ask", "keep", "undo"]


def undo(
    ledger: Ledger,
    revision: int,
    *,
    who: str,
    note: str,
    later: Later = "ask",
    definitions: str,
    at: datetime | None = None,
) -> int:
    """Take a load back, or take an undo back, which puts its load in force again; give the newest revision made.

    Where later loads in force hold some of the same figures or entries, `later` says what happens to them:
    'ask' refuses with built-on, 'keep' leaves them in force, 'undo' takes them back too, newest first, each by its own.
    Raises ProblemError: no-such-revision, not-undoable (definitions), already-undone, built-on.
    """
    entry = draft("undo", who, note, definitions, at)
    with ledger.writing() as connection:
        entries = revisions(connection, ledger.council)
        target = _undoable(entries, revision)
        built_on = _built_on(connection, ledger.council, entries, target)
        if built_on and later == "ask":
            raise _asked(target, built_on)
        taken_back = (*reversed(built_on), target) if later == "undo" else (target,)
        for taken in taken_back:
            append(connection, ledger.council, entries, replace(entry, undoes=taken.number), definitions)
            entries = revisions(connection, ledger.council)
        return entries[-1].number


def _undoable(entries: Sequence[Revision], number: int) -> Revision:
    """Find the revision to take back; refuse what cannot be."""
    if not 1 <= number <= len(entries):
        raise _refusal("no-such-revision", f"There is no revision {number}.", "See the history for those there are.")
    target = entries[number - 1]
    if target.kind == "definitions":
        fix = "Edit the definitions in their files; the change is recorded as a new revision."
        raise _refusal("not-undoable", f"Revision {number} records definitions, which are not taken back here.", fix)
    taken_back = undone(entries)
    if number in taken_back:
        by = taken_back[number]
        fix = f"To put it in force again, undo revision {by}." if by not in taken_back else "See the history."
        raise _refusal("already-undone", f"Revision {number} was already undone by {said(entries[by - 1])}.", fix)
    return target


def _built_on(
    connection: sa.Connection, council: str, entries: Sequence[Revision], target: Revision
) -> tuple[Revision, ...]:
    """Give the loads in force after `target` that share figures or entries with it or one another, oldest first."""
    load = entries[about(entries)[target.number] - 1]
    after = tuple(later for later in in_force(entries) if later.number > target.number)
    if load.kind in OF_FIGURES:
        return _sharing_figures(connection, load, after)
    return _sharing_entries(declared.keys(connection, council, load.submission or 0), load, after)


def _sharing_figures(connection: sa.Connection, load: Revision, after: Sequence[Revision]) -> tuple[Revision, ...]:
    touched = [load]
    for later in after:
        if any(shared(connection, one, later) for one in touched):
            touched.append(later)
    return tuple(touched[1:])


def _sharing_entries(
    keys: Mapping[int, frozenset[Key]], load: Revision, after: Sequence[Revision]
) -> tuple[Revision, ...]:
    touched, sharing = keys.get(load.submission or 0, frozenset()), list[Revision]()
    for later in after:
        held = keys.get(later.submission or 0, frozenset())
        if held & touched:
            touched |= held
            sharing.append(later)
    return tuple(sharing)


def _asked(target: Revision, built_on: Sequence[Revision]) -> ProblemError:
    later = "; ".join(said(entry) for entry in built_on)
    figures = any(entry.kind in OF_FIGURES for entry in built_on)
    held, they = ("figures", "their figures stay") if figures else ("entries", "what they say stays")
    what = f"Later {'loads' if figures else 'revisions'} hold {held} that revision {target.number} holds too: {later}."
    fix = f"Choose whether to keep them, so that {they}, or to undo them as well."
    return _refusal("built-on", what, fix)


def _refusal(code: str, message: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix)])
