"""Adds one revision to the end of the chain.

In: a connection that holds the council's write lock, and what was done. Out: the number of the new revision.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import sqlalchemy as sa

from kpi.ledger.chain import BEGINNING, OF_CHAIN, Kind, Revision, seal, stamp
from kpi.ledger.guard import check_texts
from kpi.ledger.tables import definition, revision


def draft(kind: Kind, who: str, note: str, definitions: str, at: datetime | None = None) -> Revision:
    """Write down who did what and why, now unless told when; its place in the chain comes later."""
    check_texts(who=who, note=note, definitions=definitions)
    moment = at or datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("a time without its zone cannot be recorded")
    return Revision(
        number=0,
        kind=kind,
        who=who,
        at=moment.astimezone(UTC),
        note=note,
        definitions=sha256(definitions.encode()).hexdigest(),
    )


def append(connection: sa.Connection, council: str, entries: Sequence[Revision], entry: Revision, text: str) -> int:
    """Seal an entry to the last one and store it with the text of the definitions in force."""
    last = entries[-1] if entries else None
    placed = replace(entry, number=last.number + 1 if last else 1, previous=last.hash if last else BEGINNING)
    sealed = replace(placed, hash=seal(placed, council))
    _keep_definitions(connection, council, sealed.definitions, text)
    row = {name: getattr(sealed, name) for name in OF_CHAIN}
    row |= {"council": council, "at": stamp(sealed.at), "definition": sealed.definitions}
    connection.execute(sa.insert(revision).values(row))
    return sealed.number


def _keep_definitions(connection: sa.Connection, council: str, name: str, text: str) -> None:
    """Store a text of definitions that was not in force before."""
    known = sa.select(definition.c.sha256).where(definition.c.council == council, definition.c.sha256 == name)
    if connection.execute(known).first() is None:
        connection.execute(sa.insert(definition).values(council=council, sha256=name, text=text))
