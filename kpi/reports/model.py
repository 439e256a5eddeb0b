"""A paper as a value: everything it says, in order, before anyone lays it out.

In: sentences, tables and charts made elsewhere. Out: frozen parts; every renderer is a function of a Report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from string import ascii_uppercase
from typing import Literal

from kpi.charts.model import Chart
from kpi.definitions.paper import Audience as Audience
from kpi.problem import Problem

Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as plain text. `number` is its number in the paper (3.1), empty where it has none."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points as plain text, `ordered` where the order counts."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section; `level` 2 under a section's title, 3 under another."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, the side its cells stand on, and its share of the width."""

    heading: str
    align: Align = "left"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table as plain text; `status` (green, amber, red, unrated, no_data, complete) asks for its chip.

    The text of a cell with a status is that status in words: a renderer adds letter, shape and colour to it.
    """

    text: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption that says what it holds; the first cell of each row is the row's heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        if {len(row) for row in self.rows} - {len(self.columns)}:
            raise ValueError("every row of a table needs one cell for every column")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the caption under it; its alternative text is the chart's own."""

    chart: Chart
    caption: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure: what it is, as displayed, its status (empty for none) in words, and its sentence."""

    label: str
    text: str
    status: str = ""
    status_word: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few large figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Something nobody may overlook, such as that figures are illustrative."""

    text: str


Block = Paragraph | Bullets | Subheading | Table | Picture | KeyFigures | Callout


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper. `number` is '3' or 'A' for an appendix; `clearance` the code and date that cleared it.

    An `exempt` section never reaches a public copy.
    """

    id: str
    title: str
    number: str
    blocks: tuple[Block, ...]
    clearance: str = ""
    exempt: bool = False
    appendix: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing for publication: the section it concerns, what, and what to do."""

    section: str
    text: str
    fix: str


@dataclass(frozen=True, slots=True)
class Report:
    """One paper, whole: the same value gives the same bytes in every format.

    `fields` are the lines over a committee report (label, text). `made` is when the revision was recorded (aware, UTC):
    no renderer looks at a clock. `seal` is the head of the ledger's chain. `illustrative` says which figures were
    invented, empty for none. A report with gaps is a draft; `mismatches` are figures in its words that the ledger does
    not hold. `exempt_reason` is what the cover of a private copy says.
    """

    id: str
    title: str
    kind: str
    audience: Audience
    council: str
    service: str
    period: str
    meeting: str
    meeting_day: date | None
    deadline: date | None
    revision: int
    made: datetime
    seal: str
    fields: tuple[tuple[str, str], ...]
    recommendations: tuple[str, ...]
    sections: tuple[Section, ...]
    gaps: tuple[Gap, ...] = ()
    mismatches: tuple[Problem, ...] = ()
    illustrative: str = ""
    exempt_reason: str = ""
    contents: bool = True
    """Whether it has a table of contents."""

    @property
    def is_draft(self) -> bool:
        """Tell whether something is missing, so that it may not be published."""
        return bool(self.gaps)

    @property
    def body(self) -> tuple[Section, ...]:
        """The numbered sections."""
        return tuple(section for section in self.sections if not section.appendix)

    @property
    def appendices(self) -> tuple[Section, ...]:
        """The appendices, after the sections."""
        return tuple(section for section in self.sections if section.appendix)

    @property
    def has_exempt(self) -> bool:
        """Tell whether some of it is not for publication."""
        return any(section.exempt for section in self.sections)

    def pictures(self) -> Iterator[Picture]:
        """Give every chart in the order of the paper."""
        for section in self.sections:
            yield from (block for block in section.blocks if isinstance(block, Picture))

    def public_copy(self) -> "Report":
        """Give the copy for the public: without exempt sections, and without a word that there was one."""
        kept = tuple(section for section in self.sections if not section.exempt)
        ids = {section.id for section in kept}
        known = {section.id for section in self.sections}
        gaps = tuple(gap for gap in self.gaps if gap.section in ids or gap.section not in known)
        hidden = {section.title for section in self.sections} - {section.title for section in kept}
        mismatches = tuple(one for one in self.mismatches if one.where.column not in hidden)
        return replace(self, sections=numbered(kept), gaps=gaps, mismatches=mismatches, exempt_reason="")


def numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Give sections and their paragraphs numbers (3, 3.1) and appendices, which come last, letters; none is missing."""
    every = tuple(sections)
    body = (section for section in every if not section.appendix)
    appendices = (section for section in every if section.appendix)
    return (
        *(_with_number(section, str(place)) for place, section in enumerate(body, 1)),
        *(replace(section, number=_letters(place)) for place, section in enumerate(appendices)),
    )


def _with_number(section: Section, number: str) -> Section:
    """Give a section and its paragraphs their numbers."""
    places = count(1)
    blocks = (
        replace(block, number=f"{number}.{next(places)}") if isinstance(block, Paragraph) else block
        for block in section.blocks
    )
    return replace(section, number=number, blocks=tuple(blocks))


def _letters(place: int) -> str:
    """Letter an appendix: A to Z, then AA, AB."""
    more, one = divmod(place, len(ascii_uppercase))
    return f"{_letters(more - 1) if more else ''}{ascii_uppercase[one]}"
