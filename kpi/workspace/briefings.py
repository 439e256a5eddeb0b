"""Briefings through the one door: proposed from the record, arranged by people, kept with the quarter.

In: a workspace, an audience, a quarter, and what a person chose. Out: Decks at a revision; new revisions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from kpi import story
from kpi.entry import Entry
from kpi.period import Period
from kpi.problem import Problem, ProblemError, Severity, Where
from kpi.quoted import Quotations
from kpi.reports.briefing import BLANK, Chosen, Sources, arranged, narrowed, propose
from kpi.reports.briefing.choice import KIND, Arranged, chosen_from
from kpi.reports.briefing.edit import Placed
from kpi.reports.model import Audience
from kpi.reports.slides import Deck, Slide
from kpi.reports.split import TITLE, parts
from kpi.workspace.declaring import Declares
from kpi.workspace.known import known
from kpi.workspace.made import made, panel_of, plan_of
from kpi.workspace.place import Workspace

AUDIENCES: Final[dict[Audience, str]] = {
    "leadership": "Leadership team",
    "scrutiny": "Scrutiny panel",
    "corporate_parenting": "Corporate parenting board",
}
"""Who is briefed, by id."""


@dataclass(frozen=True)
class Briefings(Declares):
    """What is asked and declared of the slides of a meeting."""

    def deck(self, audience: Audience, period: str | Period | None = None, as_at: int | None = None) -> Deck:
        """Give the slides that are shown, in their order, as known at a revision."""
        quarter, stamp = self.quarter(period, as_at), made(self.place, as_at)
        council = self.place.pack_at(as_at).council
        slides = tuple(one.slide for one in self.slides(audience, quarter, as_at) if one.shown)
        return Deck(
            title=f"{council.plan}: {quarter.label}",
            audience=audience,
            council=council.name,
            period=quarter.label,
            revision=stamp.revision,
            made=stamp.at,
            seal=stamp.seal,
            slides=slides,
            illustrative=" ".join(_marks(_sources(self.place, audience, quarter, as_at))),
        )

    def slides(
        self, audience: Audience, period: str | Period | None = None, as_at: int | None = None
    ) -> tuple[Arranged, ...]:
        """Give every slide in its order, those left out as well, with what was proposed for each."""
        quarter = self.quarter(period, as_at)
        return arranged(_proposed(self.place, audience, quarter, as_at), self.chosen(audience, quarter, as_at))

    def chosen(self, audience: Audience, period: str | Period | None = None, as_at: int | None = None) -> Chosen:
        """Give what was chosen for an audience and quarter; nothing where nobody has chosen yet."""
        found = self.kept(audience, period, as_at)
        return chosen_from(found.content) if found else BLANK

    def kept(self, audience: Audience, period: str | Period | None = None, as_at: int | None = None) -> Entry | None:
        """Give the entry that keeps what was chosen, with who and when; None where nobody has chosen yet."""
        subject = (KIND, audience, self.quarter(period, as_at).text)
        entries = (one for one in known(self.place, as_at).entries if one.in_force and not one.aside)
        return next((one for one in entries if one.key == subject), None)

    def choose(
        self,
        chosen: Chosen,
        audience: Audience,
        period: str | Period | None = None,
        *,
        who: str,
        base: int | None = None,
    ) -> int:
        """Keep what was chosen with the quarter and give the revision; ProblemError: changed-beneath, no-slides."""
        quarter = self.quarter(period)
        slides = arranged(_proposed(self.place, audience, quarter), chosen)
        if not any(one.shown for one in slides):
            fix = "Keep at least one slide."
            raise ProblemError([Problem("no-slides", "The briefing would have no slide.", fix)])
        entry = chosen.entry(audience, quarter.text)
        note = f"Briefing of the {AUDIENCES[audience].lower()}: {quarter.short_label}"
        return self.record([entry], "briefing", who, note, self.place.head() if base is None else base)

    def warnings(self, chosen: Chosen, audience: Audience, period: str | Period | None = None) -> tuple[Problem, ...]:
        """Warn of what a choice would show otherwise than a person may think: figures quoted, words too long."""
        placed = arranged(_proposed(self.place, audience, self.quarter(period)), chosen)
        return (*self.mismatches(placed, period), *too_long(placed))

    def mismatches(self, placed: Placed, period: str | Period | None = None) -> tuple[Problem, ...]:
        """Warn of figures that the words of a person quote otherwise than the ledger has them."""
        quarter, now = self.quarter(period), known(self.place)
        quotations = Quotations(now.pack, now.figures)
        found = (
            problem
            for where, one in _own(placed)
            for problem in quotations.check("\n".join(_own_words(one)), quarter, where)
        )
        return tuple(dict.fromkeys(found))


def too_long(placed: Placed) -> tuple[Problem, ...]:
    """Warn of words of a person that a slide has no room for, so that they go on to another slide."""
    return tuple(problem for where, one in _own(placed) for problem in _no_room(one.slide, where))


def _own(placed: Placed) -> Iterator[tuple[Where, Arranged]]:
    """Give the slides that are shown in words of a person, each with its place among all: 'Slide 3'."""
    for place, one in enumerate(placed, 1):
        if one.shown and (one.worded or one.proposed is None):
            yield Where(f"Slide {place}"), one


def _no_room(slide: Slide, where: Where) -> Iterator[Problem]:
    of = len(parts(slide))
    if len(slide.title) > TITLE:
        fix = f"Say the message in {TITLE} letters or fewer; the rest would stand on the slide after."
        what = f"The message has {len(slide.title):,} letters."
        yield Problem("slide-too-long", what, fix, where, Severity.WARNING)
    elif of > 1:
        fix = "Say less, or make two slides of it, so that each has its own message."
        yield Problem("slide-too-long", f"This is shown as {of} slides.", fix, where, Severity.WARNING)


def _own_words(one: Arranged) -> tuple[str, ...]:
    """Give the words of a slide that are a person's own."""
    slide, base = one.slide, one.proposed
    if base is None:
        return (slide.title, *slide.points, slide.notes)
    pairs = ((slide.title, base.title), ("\n".join(slide.points), "\n".join(base.points)), (slide.notes, base.notes))
    return tuple(said for said, proposed in pairs if said != proposed)


def read_chosen(text: str) -> Chosen:
    """Read a choice from JSON text; ProblemError where it is none."""
    try:
        return Chosen.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        fix = "Write what `python -m kpi briefing --format json` prints under 'chosen', with your changes."
        raise ProblemError([Problem("briefing-unreadable", f"{where}: {first['msg']}.", fix)]) from error


def _proposed(place: Workspace, audience: Audience, quarter: Period, as_at: int | None = None) -> tuple[Slide, ...]:
    """Propose the slides of a quarter."""
    return propose(_sources(place, audience, quarter, as_at))


def _sources(place: Workspace, audience: Audience, quarter: Period, as_at: int | None) -> Sources:
    """Gather what an audience is told of; beyond the leadership without figures that could point at a child."""
    guarded = audience != "leadership"
    now = known(place, as_at, for_print=guarded)
    sources = Sources(
        audience,
        now.scorecard(quarter),
        plan_of(place, quarter, as_at, for_print=guarded),
        panel_of(place, quarter, as_at, for_print=guarded),
        lambda row: now.figures(row.indicator, row.area).until(quarter),
    )
    return narrowed(sources, now.pack)


def _marks(sources: Sources) -> tuple[str, ...]:
    """Say which of the figures and actions told of are illustrative."""
    return (*story.marks(sources.card), *(sources.plan.marks if sources.plan else ()))
