"""The plan of a year as at a quarter: its actions, counts that add up, filters and headlines.

In: actions as they stand. Out: the value that screens, papers and the command line print from.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from kpi.definitions.legend import STAGES, Legend, Stage
from kpi.definitions.plan import KeyPriority
from kpi.period import Period
from kpi.plan import headlines
from kpi.plan.action import UNDECLARED, ActionView
from kpi.plan.signoff import SignedOff
from kpi.scorecard import Row


@dataclass(frozen=True, slots=True)
class Area:
    """A service area of the plan, who signs its quarters off, and whether this one is."""

    id: str
    title: str
    head: str
    signed_off: SignedOff | None = None


DUE: Final[dict[str, Callable[[ActionView], bool]]] = {
    "overdue": lambda action: action.overdue,
    "this_quarter": lambda action: action.due.within(action.period.first_day, action.period.last_day),
    "next_quarter": lambda action: action.due.within(action.period.next().first_day, action.period.next().last_day),
    "later": lambda action: action.due.day is not None and action.due.day > action.period.next().last_day,
    "ongoing": lambda action: action.due.day is None,
    "moved": lambda action: bool(action.moves),
}
"""Ways to filter by due date; whether an action is done matters to `overdue` only."""


@dataclass(frozen=True)
class PlanView:
    """A plan year as it stands at a quarter, read on a day, known at a revision."""

    year: str
    title: str
    period: Period
    day: date
    revision: int
    legend: Legend | None
    areas: tuple[Area, ...]
    actions: tuple[ActionView, ...]
    key_priorities: tuple[KeyPriority, ...]
    off_target_without_action: tuple[Row, ...]
    next_year: str

    @cached_property
    def counts_by_stage(self) -> dict[Stage, int]:
        """Actions by stage, every stage named; the numbers add up to all actions."""
        counted = Counter(action.stage for action in self.actions)
        return {stage: counted[stage] for stage in STAGES}

    @cached_property
    def counts_by_status(self) -> dict[str, int]:
        """Actions by declared status, every status of the legend and `undeclared` named; they add up to all actions."""
        counted = Counter(action.status_id for action in self.actions)
        named = [status.id for status in self.legend.statuses] if self.legend else []
        return {status: counted[status] for status in (*named, UNDECLARED)}

    @cached_property
    def counts_by_conclusion(self) -> dict[str, int]:
        """Actions by what is concluded of them, in order of weight; an action may count more than once."""
        counted = Counter(code for action in self.actions for code in action.codes)
        return {code: counted[code] for code in headlines.CONCLUSIONS if counted[code]}

    @property
    def leads(self) -> tuple[str, ...]:
        """The roles that lead its actions, in alphabetical order."""
        return tuple(sorted({action.lead for action in self.actions}))

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """The first lines: how many stand where, what moves on, and what deserves a question."""
        return headlines.headlines(self)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Say how many actions are illustrative."""
        return headlines.marks(self)

    def action(self, ref: str) -> ActionView | None:
        """Find an action by its reference, None where there is none."""
        return self._by_ref.get(ref)

    @cached_property
    def _by_ref(self) -> dict[str, ActionView]:
        return {action.ref: action for action in self.actions}

    def in_area(self, area: str) -> tuple[ActionView, ...]:
        """Give the actions of a service area, in order."""
        return self._by_area.get(area, ())

    @cached_property
    def _by_area(self) -> dict[str, tuple[ActionView, ...]]:
        found: dict[str, list[ActionView]] = {area.id: [] for area in self.areas}
        for action in self.actions:
            found.setdefault(action.area_id, []).append(action)
        return {area: tuple(actions) for area, actions in found.items()}

    def of_indicator(self, indicator: str) -> tuple[ActionView, ...]:
        """Give the actions that are expected to move an indicator, in order."""
        return tuple(a for a in self.actions if any(one.indicator == indicator for one in a.action.indicators))

    def filtered(
        self,
        area: str | None = None,
        stage: str | None = None,
        status: str | None = None,
        lead: str | None = None,
        origin: str | None = None,
        conclusion: str | None = None,
        text: str | None = None,
        due: str | None = None,
    ) -> "PlanView":
        """Keep the actions of a service area (id), stage, status (id or `undeclared`), lead, origin, conclusion (code).

        `text` is looked for in reference, text, lead and priority whatever its case; `due` is one of DUE. What is empty
        or None, and a `due` that is not known, does not filter.
        """
        wanted = {"area_id": area, "stage": stage, "status_id": status, "lead": lead, "origin": origin}
        asked = {name: value for name, value in wanted.items() if value}
        kept = [action for action in self.actions if all(getattr(action, name) == asked[name] for name in asked)]
        if conclusion:
            kept = [action for action in kept if conclusion in action.codes]
        if due in DUE:
            kept = [action for action in kept if DUE[due](action)]
        if text and text.strip():
            kept = [action for action in kept if _says(action, text.strip().casefold())]
        return replace(self, actions=tuple(kept))

    def as_rows(self) -> list[dict[str, Any]]:
        """Give the actions as the command line prints them."""
        return [action.as_dict() for action in self.actions]


def _says(action: ActionView, sought: str) -> bool:
    """Tell whether an action holds a text."""
    return any(sought in part.casefold() for part in (action.ref, action.text, action.lead, action.priority))
