"""Follows one figure through the revisions.

In: an open ledger, an indicator, an area and a period. Out: every revision that changed the figure, oldest first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

import sqlalchemy as sa

from kpi.ledger.chain import Kind, Revision, about, in_force, revisions
from kpi.ledger.engine import Ledger
from kpi.ledger.figures import WITHDRAWN
from kpi.ledger.tables import observation, series, submission

Change = Literal["published", "changed", "withdrawn"]


class Held(NamedTuple):
    """What one submission says of a figure."""

    value: float | None
    numerator: float | None
    denominator: float | None
    symbol: str
    state: str
    note: str


GONE = Held(None, None, None, "", WITHDRAWN, "")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One revision that changed a figure: who, when (aware, UTC) and why, and what the figure was from then on.

    `why` is the note of the revision, `note` the figure's own. A withdrawn figure has no value, its state `withdrawn`.
    """

    revision: int
    kind: Kind
    who: str
    at: datetime
    why: str
    change: Change
    value: float | None
    numerator: float | None
    denominator: float | None
    symbol: str
    state: str
    note: str


def figures_of(ledger: Ledger, indicator: str, area: str, period: str) -> tuple[FigureChange, ...]:
    """List every revision that changed one figure, oldest first; empty when there never was one."""
    with ledger.reading() as connection:
        entries = revisions(connection, ledger.council)
        held = _held(connection, ledger.council, indicator, area, period)
    return tuple(_changes(entries, held))


def _held(connection: sa.Connection, council: str, indicator: str, area: str, period: str) -> dict[int, Held]:
    """Read what each submission says of the figure, by submission id."""
    wanted = (series.c.council == council) & (series.c.indicator == indicator) & (series.c.area == area)
    statement = (
        sa.select(submission.c.id, *(observation.c[name] for name in Held._fields))
        .join_from(submission, observation, observation.c.submission == submission.c.id)
        .join(series, series.c.id == observation.c.series)
        .where(submission.c.council == council, wanted, observation.c.period == period)
    )
    return {row[0]: Held(*row[1:]) for row in connection.execute(statement)}


def _changes(entries: Sequence[Revision], held: Mapping[int, Held]) -> Iterator[FigureChange]:
    """Walk the revisions and give those after which the figure was another."""
    loads, before = about(entries), GONE
    touching = {entry.number for entry in entries if entry.submission in held}
    for count, entry in enumerate(entries, start=1):
        now = _after(entries[:count], held) if loads.get(entry.number) in touching else before
        if now != before:
            yield _change(entry, before, now)
        before = now


def _after(entries: Sequence[Revision], held: Mapping[int, Held]) -> Held:
    """Give what the newest load in force says of the figure."""
    submissions = [load.submission for load in in_force(entries) if load.submission is not None]
    newest = next((held[load] for load in reversed(submissions) if load in held), GONE)
    return GONE if newest.state == WITHDRAWN else newest


def _change(entry: Revision, before: Held, now: Held) -> FigureChange:
    change: Change = "withdrawn" if now == GONE else "published" if before == GONE else "changed"
    return FigureChange(entry.number, entry.kind, entry.who, entry.at, entry.note, change, *now)
