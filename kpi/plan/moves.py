"""Every move of an action's due date, in order, with its reason: no due date disappears.

In: the due date first agreed, moves before the record, earlier texts of the definitions, and updates. Out: Moves.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kpi.definitions.due import Due, read_day, read_due
from kpi.definitions.plan import Action
from kpi.period import Calendar, Period
from kpi.plan import words
from kpi.plan.record import UpdateView

Origin = Literal["declared", "before", "definitions", "carried"]
"""Where a move is found: in an update, before the record, in the definitions, at the start of a new plan year."""


@dataclass(frozen=True, slots=True)
class RecordedDue:
    """The due date that the definitions gave an action from a revision on."""

    year: str
    ref: str
    due: str
    revision: int
    at: datetime | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a due date; `at` (UTC) and `revision` tell when it was recorded, `on` the day where that is known.

    `period` is the quarter whose update moved it, None for other origins; `reason` is empty where none was given.
    """

    from_: Due
    to: Due
    reason: str
    who: str
    at: datetime | None
    revision: int
    period: Period | None
    origin: Origin
    on: date | None = None

    @property
    def sentence(self) -> str:
        """Say it: 'Moved from 31 December 2018 to 31 March 2019 in Q3 2018-19: the supplier is late.'"""
        reason = self.reason.rstrip(".") or "no reason given"
        return f"Moved from {words.due_name(self.from_)} to {words.due_name(self.to)}{self._where}: {reason}."

    @property
    def _where(self) -> str:
        match self.origin:
            case "declared":
                return f" in {self.period.short_label}" if self.period else ""
            case "definitions":
                return " in the definitions"
            case "carried":
                return " when it was carried forward"
            case "before":
                return f" on {words.day(self.on)}" if self.on else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A due date that was set, whether or not it differs from the one before."""

    to: Due
    origin: Origin
    reason: str = ""
    who: str = ""
    at: datetime | None = None
    revision: int = 0
    period: Period | None = None
    on: date | None = None


def agreed_dues(text: str) -> dict[tuple[str, str], str]:
    """Read the due dates out of a recorded text of definitions, by plan year and reference, and nothing else of it."""
    plans = json.loads(text).get("plans", ())
    return {
        (plan["plan_year"], action["ref"]): action["due"]
        for plan in plans
        for priority in plan["priorities"]
        for action in priority["actions"]
    }


def recorded_dues(
    agreed: Iterable[tuple[int, datetime | None, str, Mapping[tuple[str, str], str]]],
) -> tuple[RecordedDue, ...]:
    """List the due dates of earlier definitions: each action's first, and each that differs from the one before.

    `agreed` are the due dates of the definitions in force one after another: revision, when, who and the dates.
    """
    known: dict[tuple[str, str], str] = {}
    found = []
    for revision, at, who, dues in agreed:
        for key, due in dues.items():
            if known.get(key) != due:
                known[key] = due
                found.append(RecordedDue(*key, due, revision, at, who))
    return tuple(found)


def first_due(action: Action, recorded: Sequence[RecordedDue], calendar: Calendar) -> Due:
    """Give the due date that was agreed first, whatever the definitions say now."""
    return read_due(recorded[0].due if recorded else action.due, calendar)


def steps(
    action: Action, recorded: Sequence[RecordedDue], updates: Sequence[UpdateView], calendar: Calendar
) -> list[Step]:
    """List the due dates set after the first one, in the order they were set.

    `updates` come oldest first. A change of the definitions stands before the updates that were recorded after it.
    """
    found = [Step(read_due(m.to, calendar), "before", m.reason, on=read_day(m.on)) for m in action.moves]
    edited = _edits(action, recorded, calendar)
    for update in updates:
        said = update.current
        if said is None or said.update.due is None:
            continue
        while edited and 0 < edited[0].revision < said.revision:
            found.append(edited.pop(0))
        due = read_due(said.update.due, calendar)
        reason = said.update.due_reason or ""
        found.append(Step(due, "declared", reason, said.who, said.at, said.revision, update.period))
    return found + edited


def _edits(action: Action, recorded: Sequence[RecordedDue], calendar: Calendar) -> list[Step]:
    """Give the changes of the due date that were made in the definitions themselves."""
    later = [
        Step(read_due(one.due, calendar), "definitions", who=one.who, at=one.at, revision=one.revision)
        for one in recorded[1:]
    ]
    now = read_due(action.due, calendar)
    last = later[-1].to if later else first_due(action, recorded, calendar)
    return later if now == last else [*later, Step(now, "definitions")]


def moved(first: Due, taken: Iterable[Step]) -> tuple[Move, ...]:
    """Turn due dates set one after another into moves; setting the same date again is none."""
    found: list[Move] = []
    known = first
    for step in taken:
        if step.to.day != known.day:
            place = step.reason, step.who, step.at, step.revision, step.period, step.origin, step.on
            found.append(Move(known, step.to, *place))
            known = step.to
    return tuple(found)
