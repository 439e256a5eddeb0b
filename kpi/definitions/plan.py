"""The improvement plan as it was agreed: service areas, priorities, actions, milestones and the impact expected.

In: plan/*.yaml and plan/<plan year>/*.yaml. Out: frozen models. What happens afterwards is declared quarter by quarter
and kept in the ledger.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kpi.definitions.base import Definition, Id, Line, Text
from kpi.definitions.expectation import Expectation
from kpi.definitions.legend import Stage

REF_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9 .\-]*$"
Ref = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30, pattern=REF_PATTERN)]
"""The reference people use, such as `PMQA 2.1`: letters, digits, spaces, full stops and hyphens."""

Origin = Literal[
    "inspection", "monitoring_visit", "statutory_direction", "self_evaluation", "peer_review", "audit", "council_plan"
]
"""Why an action is in the plan."""
ORIGIN_WORDS: dict[Origin, str] = {
    "inspection": "inspection recommendation",
    "monitoring_visit": "monitoring visit",
    "statutory_direction": "statutory direction",
    "self_evaluation": "self-evaluation",
    "peer_review": "peer review",
    "audit": "audit",
    "council_plan": "council plan",
}
"""Origins as people read them."""

MilestoneState = Literal["not_started", "in_progress", "done"]


class Milestone(Definition):
    """A step of an action with a due date of its own."""

    id: Id
    """Id within the action, used in spreadsheets."""
    title: Line
    """What is reached."""
    due: Line
    """A date, a period or `ongoing`."""
    state: MilestoneState = "not_started"
    """Where it stood when the plan was agreed."""


class Qualitative(Definition):
    """Evidence that is no figure."""

    kind: Literal["practice_week", "voice_of_the_child", "case_audit", "other"]
    """Where it comes from."""
    date: Line
    """The day, month or period it is about."""
    text: Text
    """What was seen or heard; never about one child."""
    source: Line | None = None
    """Where it can be read."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class DueMove(Definition):
    """A due date that was moved before the dashboard kept the record."""

    to: Line
    """The due date from then on."""
    on: Line
    """The day it was moved."""
    reason: Text
    """Why."""


class CarriedFrom(Definition):
    """The action of an earlier plan year that this one goes on from."""

    year: Line
    """The earlier plan year."""
    ref: Ref
    """Its reference there."""


class Action(Definition):
    """Who does what by when, why, and what figures should show for it."""

    ref: Ref
    """Reference, unique in its plan year."""
    text: Text
    """What is to be done."""
    origin: Origin
    """Why it is in the plan."""
    recommendations: tuple[Ref, ...] = ()
    """References of the recommendations of inspections.yaml that it answers."""
    lead: Line
    """The role that leads, not a person's name."""
    partners: tuple[Line, ...] = ()
    """Who takes part."""
    start: Line | None = None
    """The day or period it starts; left out, the plan year's first day."""
    due: Line
    """The due date first agreed: a date, a period, or `ongoing`. It is never edited; moves are declared."""
    moves: tuple[DueMove, ...] = ()
    """Moves of the due date before the dashboard kept the record, oldest first."""
    milestones: tuple[Milestone, ...] = Field(default=(), max_length=50)
    """Steps with due dates of their own."""
    indicators: tuple[Expectation, ...] = Field(default=(), max_length=50)
    """Figures that should show its impact: direction, and by when (`period`)."""
    evidence: tuple[Qualitative, ...] = Field(default=(), max_length=200)
    """Evidence of impact that is no figure."""
    stage: Stage = "not_started"
    """The stage when the plan was agreed."""
    carried_from: CarriedFrom | None = None
    """The action it goes on from, when it was carried forward."""
    source: Line | None = None
    """Where the action was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Priority(Definition):
    """What a group of actions is for."""

    ref: Ref
    """Reference, such as `PMQA 2`."""
    title: Line
    """The priority."""
    actions: tuple[Action, ...] = ()
    """Its actions, in order."""


class PlanFile(Definition):
    """One service area's part of a plan year."""

    plan_year: Line
    """The plan year, such as 2018-19."""
    id: Id
    """Stable id of the service area, used in addresses."""
    title: Line
    """The service area."""
    head: Line
    """The role that signs off its quarters: the Head of Service."""
    order: int = Field(default=0, ge=0)
    """Place among the service areas."""
    priorities: tuple[Priority, ...]
    """Its priorities with their actions."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every action, in order."""
        return tuple(action for priority in self.priorities for action in priority.actions)


class KeyPriority(Definition):
    """One of the few things a plan year is about."""

    title: Line
    """The priority."""
    text: Text | None = None
    """A sentence of explanation."""
    indicators: tuple[Id, ...] = ()
    """Indicators that tell whether it goes well."""


class PlanYear(Definition):
    """A year of the plan, whether or not it has actions yet."""

    year: Line
    """The plan year, such as 2018-19."""
    title: Line
    """Its title."""
    key_priorities: tuple[KeyPriority, ...] = Field(default=(), max_length=50)
    """The key priorities, in order."""
    source: Line | None = None
    """Where they were published."""


class PlanYearsFile(Definition):
    """plan/years.yaml: the years of the plan."""

    years: tuple[PlanYear, ...] = Field(max_length=100)
    """The plan years."""
