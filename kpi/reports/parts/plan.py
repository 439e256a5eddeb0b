"""The improvement plan in a paper: its headlines, unfinished actions, priorities and every action by service area.

In: Sources and what a recipe says of it. Out: blocks; every sentence is the plan's own.
"""

from collections.abc import Iterator
from typing import Final

from kpi.definitions.legend import FINISHED
from kpi.definitions.paper import Filling
from kpi.plan import ActionView, Area, PlanView, words
from kpi.reports import counts
from kpi.reports.model import Block, Bullets, Cell, Column, Paragraph, Subheading, Table
from kpi.reports.sources import Sources

CHIPS: Final = {"blue": "complete", "green": "green", "amber": "amber", "red": "red", "grey": "unrated"}
"""The chip of a legend's colour; its word is always the legend's own."""
NOT_UPDATED: Final = "Nothing was said this quarter."
COLUMNS: Final = (
    Column("Action", weight=3),
    Column("Lead", weight=1.3),
    Column("Due", weight=1.1),
    Column("Stage", weight=1.2),
    Column("Status", weight=1.2),
    Column("Progress", weight=3),
)


def headlines(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say how many actions stand where, and what deserves a question."""
    if sources.plan:
        first, *rest = sources.plan.headlines
        yield Paragraph(first)
        if rest or sources.plan.marks:
            yield Bullets((*rest, *sources.plan.marks))


def legend(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say what the colours of the plan mean."""
    found = sources.plan.legend if sources.plan else None
    if found:
        yield Paragraph("The colours of the plan mean:")
        yield Bullets(tuple(f"{one.colour.capitalize()}, {one.label.lower()}: {one.meaning}" for one in found.statuses))


def unfinished(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say of every action that is not finished what it is, what was said of it and where it stands."""
    open_ = [one for one in sources.plan.actions if one.stage not in FINISHED] if sources.plan else []
    if open_:
        yield Paragraph(f"{counts.begin(len(open_), 'action is', 'actions are')} not finished.")
        yield Bullets(tuple(map(_told, open_)))


def questioned(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say of every action that deserves a question what is concluded of it."""
    found = [one for one in sources.plan.actions if one.conclusions] if sources.plan else []
    if found:
        yield Paragraph(f"{counts.begin(len(found), 'action deserves', 'actions deserve')} a question.")
        yield Bullets(tuple(map(_concluded, found)))


def _concluded(action: ActionView) -> str:
    mark = f"{action.mark}." if action.mark else ""
    return words.joined((f"{action.ref}, {action.text}", *(one.sentence for one in action.conclusions), mark))


def _told(action: ActionView) -> str:
    mark = f"{action.mark}." if action.mark else ""
    return words.joined((f"{action.ref}, {action.text}", action.commentary, action.sentence, mark))


def by_service_area(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Give every action, one table a service area, each with whether its quarter is signed off."""
    for area in sources.plan.areas if sources.plan else ():
        actions = sources.plan.in_area(area.id) if sources.plan else ()
        if sources.plan and actions:
            yield Subheading(area.title)
            yield Paragraph(_signed(area, sources.plan))
            yield Table(f"{area.title}: actions of {sources.plan.year}", COLUMNS, tuple(map(_cells, actions)))


def _signed(area: Area, plan: PlanView) -> str:
    """Say whether the quarter is signed off, and whether something changed since."""
    quarter, signed = plan.period.short_label, area.signed_off
    if signed is None:
        return f"{quarter} is not signed off yet by the {area.head}."
    changed = " Something was changed since." if signed.changed_since else ""
    comment = f" {signed.comment}" if signed.comment else ""
    return f"{quarter} is signed off by the {signed.role}.{changed}{comment}"


def _cells(action: ActionView) -> tuple[Cell, ...]:
    chip = CHIPS[action.status.colour] if action.status else ""
    said = words.joined((action.commentary or NOT_UPDATED, f"{action.mark}." if action.mark else ""))
    return (
        Cell(f"{action.ref} {action.text}"),
        Cell(action.lead),
        Cell(words.due_name(action.due)),
        Cell(action.stage_word.capitalize()),
        Cell(action.status_label, chip),
        Cell(said),
    )


def key_priorities(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """List the key priorities of the plan year that follows, or of this one where the next has none yet."""
    plan = sources.plan
    wanted = (plan.next_year, plan.year) if plan else ()
    years = {year.year: year for year in sources.pack.years if year.key_priorities}
    found = next((years[year] for year in wanted if year in years), None)
    if found is None:
        return
    count = len(found.key_priorities)
    yield Paragraph(f"The {counts.number(count)} key {'priority' if count == 1 else 'priorities'} for {found.year}:")
    yield Bullets(tuple(f"{one.title}. {one.text}" if one.text else one.title for one in found.key_priorities), True)
