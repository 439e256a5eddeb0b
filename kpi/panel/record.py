"""What was asked and claimed: from the definitions, and declared later and kept in the ledger.

In: models of the definitions and entries. Out: the one that stands for each reference, with who recorded it and when.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from kpi.definitions.due import read_day
from kpi.definitions.panel import Claim, Question
from kpi.entry import Entry
from kpi.panel.meetings import MeetingDay

Declared = TypeVar("Declared", Question, Claim)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[Declared]):
    """A question or claim as it stands; `revision` 0 where it stands in the definitions and was never declared."""

    value: Declared
    who: str = ""
    at: datetime | None = None
    revision: int = 0


def standing(
    defined: Sequence[Declared], entries: Iterable[Entry], kind: str, model: type[Declared]
) -> tuple[Recorded[Declared], ...]:
    """Give what stands for each reference: the newest entry in force, else the definitions."""
    found = {one.ref: Recorded(one) for one in defined}
    for entry in sorted(entries, key=lambda one: one.revision):
        if entry.kind == kind and entry.in_force and not entry.aside:
            value = model.model_validate_json(entry.body)
            found[value.ref] = Recorded(value, entry.who, entry.at, entry.revision)
    return tuple(found.values())


def happened(day: str | None, meeting: MeetingDay | None) -> date | None:
    """Give the day something was said: its own, else the meeting's; None where neither is known."""
    return read_day(day) if day else meeting.day if meeting else None
