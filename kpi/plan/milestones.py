"""The milestones of an action as they stand.

In: milestones of the definitions and the states that updates declared. Out: frozen values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kpi.definitions.due import Due, read_due
from kpi.definitions.plan import Action, MilestoneState
from kpi.period import Calendar
from kpi.plan.reading import Reading

WORDS: Final[dict[MilestoneState, str]] = {"not_started": "not started", "in_progress": "in progress", "done": "done"}
"""States of milestones as people read them."""


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A step of an action: when it is due, where it stands, and whether it is late."""

    id: str
    title: str
    due: Due
    state: MilestoneState
    late: bool

    @property
    def word(self) -> str:
        """The state as people read it."""
        return WORDS[self.state]

    def as_dict(self) -> dict[str, str | bool]:
        """Give the JSON object of the command line."""
        return {"id": self.id, "title": self.title, "due": self.due.text, "state": self.state, "late": self.late}


def milestones(
    action: Action, states: Mapping[str, MilestoneState], reading: Reading, calendar: Calendar
) -> tuple[MilestoneView, ...]:
    """Lay the declared states over the agreed ones; late is what was due before and is not done."""
    found = []
    for milestone in action.milestones:
        due = read_due(milestone.due, calendar)
        state = states.get(milestone.id, milestone.state)
        found.append(MilestoneView(milestone.id, milestone.title, due, state, state != "done" and reading.passed(due)))
    return tuple(found)
