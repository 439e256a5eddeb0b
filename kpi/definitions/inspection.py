"""What inspectors found, what was promised, and how the service sees itself.

In: inspections.yaml. Out: frozen models.
"""

from typing import Literal

from pydantic import Field

from kpi.definitions.base import Definition, Id, Line, Text, Titled
from kpi.definitions.expectation import Expectation
from kpi.definitions.plan import Qualitative, Ref

Grade = Literal["outstanding", "good", "requires_improvement", "inadequate"]
GRADE_WORDS: dict[Grade, str] = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}
"""Grades as inspectors write them, the best first."""


class JudgementArea(Titled):
    """What inspectors give a grade for; the areas themselves change over the years."""

    since: int | None = Field(default=None, ge=1900, le=2200)
    """The first year in which it is judged, where it is not older than the record."""
    until: int | None = Field(default=None, ge=1900, le=2200)
    """The last year in which it was judged, where it ended."""
    replaces: tuple[Id, ...] = ()
    """The areas it took the place of, so that a history can be read across the change."""


class Judgement(Definition):
    """A grade for one area."""

    area: Id
    """Id of the judgement area."""
    grade: Grade
    """The grade."""
    text: Text | None = None
    """What the report says, in a sentence."""


class Recommendation(Definition):
    """What inspectors asked to be better."""

    ref: Ref
    """Reference, unique among all inspections; actions name it."""
    kind: Literal["recommendation", "area_for_improvement", "priority_action"] = "recommendation"
    """What the report calls it."""
    paragraph: Line | None = None
    """Where it stands in the report."""
    text: Text
    """What is asked."""
    source: Line | None = None
    """Where it was published, where not in the inspection's report."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Inspection(Definition):
    """One visit of inspectors or peers."""

    id: Id
    """Stable id, used in addresses."""
    title: Line
    """What people call it."""
    kind: Literal["inspection", "focused_visit", "monitoring_visit", "peer_review"]
    """What kind of visit it was."""
    inspectorate: Line = "Ofsted"
    """Who came."""
    date: Line
    """The date it is known by: a day, a month, or a year where no more is known."""
    began: Line | None = None
    """The first day of the visit."""
    ended: Line | None = None
    """The last day of the visit."""
    published: Line | None = None
    """The day the report was published."""
    summary: Text | None = None
    """What it found, in a sentence or two."""
    judgements: tuple[Judgement, ...] = ()
    """Its grades; areas that are not named were not judged, or are not known."""
    recommendations: tuple[Recommendation, ...] = ()
    """What it asked for."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Direction(Definition):
    """A statutory direction: government telling the council what to do."""

    id: Id
    """Stable id."""
    title: Line
    """What people call it."""
    issued: Line
    """The day it was issued."""
    ended: Line | None = None
    """The day it was lifted; left out while it stands."""
    text: Text
    """What it requires."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Pledge(Definition):
    """A promise made in public, such as to children in care."""

    ref: Ref
    """Reference."""
    to: Line
    """To whom."""
    text: Text
    """What was promised."""
    made: Line
    """When."""
    indicators: tuple[Expectation, ...] = ()
    """Figures that tell whether it is kept."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class Statement(Definition):
    """One statement of the self-evaluation."""

    ref: Ref
    """Reference, unique in the self-evaluation."""
    year: Line
    """The year it was written for, such as 2018-19."""
    theme: Id
    """Id of a theme of council.yaml."""
    kind: Literal["strength", "development"]
    """A strength, or an area for development."""
    text: Text
    """The statement."""
    indicators: tuple[Expectation, ...] = ()
    """Figures that support it: while they hold, the statement stands."""
    evidence: tuple[Qualitative, ...] = ()
    """Evidence that is no figure."""
    source: Line | None = None
    """Where it was published."""
    illustrative: bool = False
    """Whether it was made up for a demonstration."""


class InspectionFile(Definition):
    """inspections.yaml: judgements, recommendations, directions, pledges and the self-evaluation."""

    judgement_areas: tuple[JudgementArea, ...] = ()
    """What grades are given for, in order."""
    inspections: tuple[Inspection, ...] = ()
    """Visits, in any order."""
    directions: tuple[Direction, ...] = ()
    """Statutory directions."""
    pledges: tuple[Pledge, ...] = ()
    """Promises made in public."""
    self_evaluation: tuple[Statement, ...] = ()
    """Statements of the self-evaluation."""
