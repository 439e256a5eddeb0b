"""What the Briefing screen says of its slides: how many there are and why, and a list of them in order.

In: slides in their places. Out: Html.
"""

from collections import Counter
from collections.abc import Sequence

from kpi.entry import Entry
from kpi.reports.briefing import RULES, Arranged
from kpi.story import grammar
from kpi.ui import address
from kpi.ui.markup import Html, element, join, link
from kpi.ui.parts import sentence
from kpi.ui.surround import moment
from kpi.ui.table import Column, Group, Line, Table, html


def lead(placed: Sequence[Arranged], audience: str, kept: Entry | None) -> Html:
    """Say how many slides there are for whom, and who chose them."""
    shown = [one for one in placed if one.shown]
    left = len(placed) - len(shown)
    slides = f"{len(shown)} {'slide' if len(shown) == 1 else 'slides'} for the {audience.lower()}"
    out = f"; {left} {'is' if left == 1 else 'are'} left out" if left else ""
    return join([sentence(f"{slides}{out}.", lead=True), sentence(_kept(kept))])


def _kept(kept: Entry | None) -> str:
    """Say who chose the slides and when, or that they are as proposed."""
    if kept is None:
        return "Nobody has chosen yet: these are the slides that the rules propose."
    when = f", {moment(kept.at)}" if kept.at else ""
    return f"Chosen by {kept.who}{when}, as revision {kept.revision}."


def reasons(placed: Sequence[Arranged]) -> str:
    """Say why slides are there, and how many for each reason: 'every figure that is off target (9)'."""
    counts = Counter(one.slide.why for one in placed if one.shown)
    told = [f"{RULES[why].lower()} ({counts[why]})" for why in RULES if counts[why]]
    return (
        f"Why they are here, with the number of slides: {grammar.listed(told)}."
        if told
        else "No rule proposes a slide."
    )


def listed(placed: Sequence[Arranged], chosen: str) -> Html:
    """List the slides in order; each leads to the place where it is changed."""
    lines = tuple(_line(place, one, chosen) for place, one in enumerate(placed, 1))
    columns = (Column("Slide"), Column("Message"), Column("Why it is here"), Column("State"))
    return html(Table("Slides in their order", columns, (Group(lines),), caption_seen=False, class_="kpi-slides"))


def _line(place: int, one: Arranged, chosen: str) -> Line:
    message = link(one.slide.title or "(no words yet)", address.here("briefing", edit=one.slide.id))
    state = ", ".join(_states(one)) or "As proposed"
    here = "kpi-at" if one.slide.id == chosen else None
    return Line((f"{place}", message, RULES[one.slide.why], state), here)


def _states(one: Arranged) -> list[str]:
    """Say what a person did to a slide."""
    done = {"Left out": not one.shown, "Reworded": one.worded, "Written by a person": one.proposed is None}
    return [word for word, holds in done.items() if holds]


def named(placed: Sequence[Arranged]) -> dict[str, str]:
    """Name the slides for a list to choose from, by names that neither a new order nor new words change.

    A list whose names change while one is chosen forgets which.
    """
    return {one.slide.id: one.proposed.title if one.proposed else _own(one) for one in placed}


def _own(one: Arranged) -> str:
    return f"Slide of your own, number {one.slide.id.rpartition(':')[2]}"


def proposed(one: Arranged) -> Html:
    """Tell the words proposed for a slide, where a person wrote others."""
    if not one.worded or one.proposed is None:
        return Html("")
    points = [element("li", point) for point in one.proposed.points]
    told = (element("p", one.proposed.title), element("ul", *points) if points else None)
    return element("details", element("summary", "The words proposed"), *told)
