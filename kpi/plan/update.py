"""A quarter's update of an action: what its lead declares of it.

In: fields of a form or a spreadsheet row, or an Entry of the ledger. Out: a frozen Update, or the Entry that keeps it.
"""

from typing import Any, Final, Literal

from pydantic import Field

from kpi.definitions.base import Definition, Id, Line, Text
from kpi.definitions.legend import Stage
from kpi.definitions.plan import MilestoneState
from kpi.entry import Entry
from kpi.period import Period

KIND: Final = "action"
"""The kind of the entries that hold updates."""


class Update(Definition):
    """What is said of an action in one quarter; what is left out carries on as it was known.

    Whether it may be said is for `check_update` to tell, so that one place has the rules.
    """

    stage: Stage | None = None
    """How far the action has got."""
    status: Id | None = None
    """Id of a status of the council's legend."""
    percent: float | None = None
    """How much of it is done, 0 to 100."""
    commentary: Text | None = None
    """What happened, in words; never about one child."""
    due: Line | None = None
    """The new due date: a date, a period or `ongoing`."""
    due_reason: Text | None = None
    """Why the due date moves."""
    milestones: dict[Id, MilestoneState] = Field(default_factory=dict)
    """The states of milestones, by id."""
    state: Literal["final", "illustrative"] = "final"
    """Whether it was made up for a demonstration."""

    @property
    def said(self) -> dict[str, Any]:
        """What it says, by field; what it says nothing of is left out."""
        found = self.model_dump(exclude={"state"}, exclude_none=True)
        return found if self.milestones else {name: value for name, value in found.items() if name != "milestones"}

    def over(self, earlier: "Update | None") -> "Update":
        """Lay this over what the same quarter already said, so that one entry tells the whole quarter.

        The newest entry of a quarter takes the place of the one before: without this, its other fields would be lost.
        """
        if earlier is None:
            return self
        known = earlier.said
        if self.due is not None:
            known.pop("due_reason", None)
        milestones = {**earlier.milestones, **self.milestones}
        return Update.model_validate({**known, **self.said, "milestones": milestones, "state": self.state})


def subject_of(year: str, name: str) -> str:
    """Name what an entry is about: an action by its reference, or a service area by its id."""
    return f"{year}/{name}"


def entry(year: str, ref: str, period: Period, update: Update, *, aside: bool = False) -> Entry:
    """Make the entry of an update; equal updates make equal text. `aside` keeps the version that lost a conflict."""
    content = update.said | ({"state": update.state} if update.state != "final" else {})
    return Entry.of(KIND, subject_of(year, ref), period.text, content, aside=aside)


def read(found: Entry) -> Update:
    """Read the update that an entry keeps."""
    return Update.model_validate_json(found.body)
