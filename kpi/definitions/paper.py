"""What a paper is made of: its sections in order, what fills each, and for whom it is.

In: papers/*.yaml, one recipe a file, and texts/*.yaml, words that came with the pack. Out: frozen models. A recipe
changes no figure; it decides what a paper says, so the text of the definitions holds it.
"""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from kpi.definitions.base import Definition, Id, Line, Text, Titled

Audience = Literal["leadership", "scrutiny", "corporate_parenting", "public"]
"""For whom a paper is."""
Kind = Literal["committee", "update", "public"]
"""A report to a meeting, a written update between meetings, or an edition for everyone."""
Part = Literal[
    "text",
    "headlines",
    "off_target",
    "statements",
    "statements_ahead",
    "standings",
    "figures",
    "key_figures",
    "comparisons",
    "plan_headlines",
    "plan_legend",
    "unfinished_actions",
    "questioned_actions",
    "plan_by_service_area",
    "key_priorities",
    "judgements",
    "judgements_later",
    "judgement_trace",
    "pledges",
    "self_evaluation",
    "questions",
    "open_questions",
    "claims",
    "background_papers",
    "record",
    "scorecard",
    "indicator_pages",
]
"""What can fill a section: `text` is what a person writes, everything else comes from the ledger."""
HeaderLine = Literal[
    "cabinet_member",
    "wards_affected",
    "accountable_director",
    "originating_service",
    "accountable_employee",
    "considered_by",
]
"""A line over a committee report; council.yaml says what stands in it."""
FIELD_LABELS: Final[dict[HeaderLine, str]] = {
    "cabinet_member": "Cabinet member with lead responsibility",
    "wards_affected": "Wards affected",
    "accountable_director": "Accountable director",
    "originating_service": "Originating service",
    "accountable_employee": "Accountable employee",
    "considered_by": "Report to be or has been considered by",
}
"""The lines over a committee report as people read them."""
LONGEST: Final = 20_000
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
"""What a person writes in a section: paragraphs with an empty line between them."""


class Comparison(Definition):
    """Two spans of periods that the paper of one quarter compares."""

    period: Line
    """The quarter whose paper tells it."""
    indicator: Id
    """The indicator compared."""
    area: Id | None = None
    """The area; the indicator's first when left out."""
    span: Line
    """The later span, such as 2018-11 to 2019-03."""
    against: Line
    """The earlier span."""


class Filling(Definition):
    """One thing that fills a section."""

    part: Part
    """What it is."""
    heading: Line | None = None
    """The heading over it."""
    indicators: tuple[Id, ...] = Field(default=(), max_length=500)
    """The indicators it is about; the paper's own when left out."""
    comparisons: tuple[Comparison, ...] = ()
    """The spans that the part comparisons tells."""


class PaperSection(Titled):
    """A part of a paper, and what fills it, in order."""

    parts: tuple[Filling, ...] = Field(min_length=1, max_length=60)
    """What fills it."""
    ask: Text | None = None
    """What whoever writes it is asked for."""
    if_none: Line | None = None
    """The sentence that a person writes where there is nothing to say."""
    needed: bool = True
    """Whether a paper without its text is a draft."""
    clearance: bool = False
    """Whether its text needs a clearance code with its date."""
    appendix: bool = False
    """Whether it stands behind the numbered sections."""
    new_page: bool = False
    """Whether it begins on a page of its own."""
    exempt: bool = False
    """Whether it is not for publication."""

    @property
    def is_written(self) -> bool:
        """Tell whether a person writes in it."""
        return any(one.part == "text" for one in self.parts)


class Paper(Titled):
    """The recipe of a paper."""

    kind: Kind
    """What it is."""
    audience: Audience
    """For whom it is."""
    body: Id | None = None
    """Id of the body of panel.yaml that it is for; left out for one between meetings."""
    fields: tuple[HeaderLine, ...] = ()
    """The lines over it, which council.yaml fills."""
    recommendations: tuple[Text, ...] = Field(default=(), max_length=20)
    """What the meeting is asked to decide or note."""
    indicators: tuple[Id, ...] = Field(default=(), max_length=500)
    """The indicators it tells of; every one when left out."""
    exempt_reason: Line | None = None
    """Why the sections that are exempt are not for publication; needed where there is one."""
    contents: bool = True
    """Whether it has a table of contents."""
    sections: tuple[PaperSection, ...] = Field(min_length=1, max_length=60)
    """Its sections, in order."""

    def section(self, section_id: str) -> PaperSection | None:
        """Find a section by its id, None where there is none."""
        return next((one for one in self.sections if one.id == section_id), None)


class Written(Definition):
    """What a person wrote in a section of a quarter's paper."""

    text: Words
    """The words."""
    clearance: Line | None = None
    """The code that cleared them."""
    cleared: Line | None = None
    """The day they were cleared."""
    source: Line | None = None
    """Where they were published."""
    illustrative: bool = False
    """Whether they were made up for a demonstration."""


class SectionText(Written):
    """What stands in one section of one paper."""

    paper: Id
    """Id of the paper."""
    section: Id
    """Id of the section."""


class TextFile(Definition):
    """texts/*.yaml: a quarter's words that came with the pack."""

    period: Line
    """The quarter."""
    texts: tuple[SectionText, ...] = Field(max_length=500)
    """The texts."""
