"""The bodies that ask: their meetings and work programme, their questions, and what was claimed before them.

In: panel.yaml. Out: frozen models. Questions and claims made later are declared on screen and kept in the ledger.
"""

from typing import Literal

from pydantic import Field

from kpi.definitions.base import Definition, Id, Line, Text, Titled
from kpi.definitions.expectation import Expectation
from kpi.definitions.plan import Ref

QuestionState = Literal["open", "answered", "withdrawn"]


class Body(Titled):
    """A panel, board or leadership team."""

    public: bool = True
    """Whether its meetings are open to the public unless a meeting says otherwise."""


class Meeting(Definition):
    """One meeting."""

    id: Id
    """Stable id, used in addresses."""
    body: Id
    """Id of the body that meets."""
    date: Line
    """The day."""
    venue: Line | None = None
    """Where."""
    public: bool | None = None
    """Whether it is open to the public; left out, as the body usually is."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class WorkItem(Definition):
    """An item of the work programme."""

    meeting: Id
    """Id of the meeting it goes to."""
    title: Line
    """What it is."""
    kind: Literal["report", "written_update", "presentation", "visit"] = "report"
    """In what form it comes."""
    owner: Line
    """The role that brings it."""
    period: Line | None = None
    """The period whose figures it needs."""
    indicators: tuple[Id, ...] = ()
    """The indicators it needs; left out, all that the period asks for."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Question(Definition):
    """A question or request, and its answer."""

    ref: Ref
    """Reference, unique among questions and claims."""
    kind: Literal["question", "request"] = "question"
    """Whether something was asked or asked for."""
    meeting: Id | None = None
    """Id of the meeting it was asked at, where at one."""
    asked: Line | None = None
    """The day it was asked, where not at a meeting."""
    where: Line | None = None
    """Where it was asked, where not at a meeting."""
    text: Text
    """What was asked."""
    owner: Line
    """The role that answers."""
    due: Line
    """A date or a period."""
    state: QuestionState = "open"
    """open, answered or withdrawn."""
    answer: Text | None = None
    """The answer."""
    answered: Line | None = None
    """The day it was answered."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Claim(Definition):
    """A statement about the future, made in public, that a figure will bear out or not."""

    ref: Ref
    """Reference, unique among questions and claims."""
    meeting: Id | None = None
    """Id of the meeting it was made at, where at one."""
    made: Line | None = None
    """The day it was made, where not at a meeting."""
    where: Line | None = None
    """Where it was made, where not at a meeting."""
    by: Line
    """The role that made it, not a person's name."""
    text: Text
    """The words."""
    expectation: Expectation
    """Indicator, period and what the figure should do."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class PanelFile(Definition):
    """panel.yaml: bodies, meetings, work programme, questions and claims."""

    clear_days: int = Field(default=5, ge=0, le=30)
    """Clear working days that papers are published before a meeting; neither that day nor the meeting's counts."""
    bodies: tuple[Body, ...] = ()
    """Who meets."""
    meetings: tuple[Meeting, ...] = Field(default=(), max_length=2000)
    """Meetings, in any order."""
    work_programme: tuple[WorkItem, ...] = ()
    """What goes to which meeting."""
    questions: tuple[Question, ...] = ()
    """Questions and requests from before the dashboard kept the record."""
    claims: tuple[Claim, ...] = ()
    """Claims from before the dashboard kept the record."""
