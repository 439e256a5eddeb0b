"""What a person made of the proposed slides: which, in which order, in which words.

In: proposed slides and a Chosen, as an entry of the ledger keeps it. Out: the slides as they are shown.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import Field

from kpi.definitions.base import Definition, Line, Text
from kpi.entry import Entry
from kpi.reports.slides import Slide

KIND: Final = "briefing"
"""The kind of the entries that hold what was chosen; the subject is the audience, the period the quarter."""
WRITTEN: Final = "written"
MOST_SLIDES: Final = 1000


class Choice(Definition):
    """What a person said of one slide; empty words leave those proposed."""

    id: Line
    """The slide's id; one that a person wrote begins with `written:`."""
    shown: bool = True
    """Whether it is in the briefing."""
    title: Text | None = None
    """The message, instead of the sentence proposed."""
    points: tuple[Line, ...] = Field(default=(), max_length=5)
    """Points under the message, instead of those proposed."""
    notes: Text | None = None
    """The speaker's notes, instead of those proposed."""


class Chosen(Definition):
    """What a person chose for an audience and quarter, in order."""

    slides: tuple[Choice, ...] = Field(default=(), max_length=MOST_SLIDES)
    """Slides in their order; a proposed one that is not named follows at the end, in its place among the rules."""

    def entry(self, audience: str, period: str) -> Entry:
        """Make the entry that keeps it with the quarter."""
        return Entry.of(KIND, audience, period, self.model_dump(mode="json", exclude_none=True))


BLANK: Final = Chosen()
"""Nothing chosen yet: what the rules propose."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """A slide in its place: as shown, as proposed (None for a written one), and whether it is in the briefing."""

    slide: Slide
    proposed: Slide | None
    shown: bool

    @property
    def worded(self) -> bool:
        """Whether a person changed its words."""
        return self.proposed is not None and self.slide != self.proposed


def chosen_from(content: dict[str, Any]) -> Chosen:
    """Read a choice back from an entry; raises ValidationError for what is none."""
    return Chosen.model_validate(content)


def arranged(proposed: tuple[Slide, ...], chosen: Chosen) -> tuple[Arranged, ...]:
    """Put slides in the order and the words chosen; what is no longer proposed and was not written is left out."""
    by_id = {slide.id: slide for slide in proposed}
    named = [found for choice in chosen.slides if (found := _placed(choice, by_id.get(choice.id)))]
    ids = {choice.id for choice in chosen.slides}
    return (*named, *(Arranged(slide, slide, shown=True) for slide in proposed if slide.id not in ids))


def _placed(choice: Choice, proposed: Slide | None) -> Arranged | None:
    """Give a slide in the words chosen; None for one that is neither proposed nor written."""
    if proposed is None and not choice.id.startswith(f"{WRITTEN}:"):
        return None
    base = proposed or Slide(choice.id, "", WRITTEN)
    slide = replace(
        base,
        title=choice.title or base.title,
        points=choice.points or base.points,
        notes=choice.notes if choice.notes is not None else base.notes,
    )
    return Arranged(slide, proposed, choice.shown)
