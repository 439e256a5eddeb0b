"""What stands beside the actions of a plan: its service areas, key priorities, figures without an action, other years.

In: a PlanView, the scorecard of its quarter, the years there are. Out: Html.
"""

from collections.abc import Mapping, Sequence

from kpi.definitions.legend import COMPLETE
from kpi.definitions.plan import KeyPriority
from kpi.plan import ActionView, Area, PlanView
from kpi.scorecard import Row, Scorecard
from kpi.ui import address, board
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.parts import chip, heading, mark
from kpi.ui.surround import moment
from kpi.ui.table import Column, of_rows


def years(titles: Mapping[str, str], shown: str, as_at: int | None) -> Html:
    """Link to the other plan years; nothing where there is only one."""
    others = {year: title for year, title in sorted(titles.items()) if year != shown}
    if not others:
        return NOTHING
    links = (link(title, address.link("plan", year=year, as_at=as_at)) for year, title in others.items())
    return element("nav", "Other plan years: ", join(links, ", "), class_="kpi-chosen", aria_label="Other plan years")


def areas(view: PlanView, chosen: str) -> Html:
    """Count for each service area how far its actions have got, and say whether its quarter is signed off."""
    columns = (
        Column("Service area"),
        *(Column(name, number=True) for name in ("Actions", "Complete", "Overdue", "Not updated")),
        Column(f"{view.period.short_label} signed off"),
    )
    rows = (_area(area, view.in_area(area.id), chosen) for area in view.areas)
    caption = f"Service areas as at {view.period.label}"
    return of_rows(caption, columns, rows, caption_seen=False, class_="kpi-areas")


def _area(area: Area, actions: Sequence[ActionView], chosen: str) -> tuple[str | Html, ...]:
    here = area.id == chosen
    there = address.here("plan", page=None, area=None if here else area.id)
    name = link(area.title, there, aria_current="true" if here else None)
    complete = sum(one.stage in COMPLETE for one in actions)
    concluded = (sum(code in one.codes for one in actions) for code in ("overdue", "not-updated"))
    counts = (f"{count:,}" for count in (len(actions), complete, *concluded))
    return (join([name, element("small", area.head)]), *counts, signed_off(area))


def signed_off(area: Area) -> Html:
    """Say who signed a quarter off and when, and that it changed since; or that nobody has."""
    signed = area.signed_off
    if signed is None:
        return element("span", "not yet", class_="kpi-quiet")
    when = f"{signed.who}, {moment(signed.at)}" if signed.at else signed.who
    changed = mark("Changed since") if signed.changed_since else None
    return join([f"by the {signed.role}", element("small", when), changed])


def key_priorities(view: PlanView, card: Scorecard, as_at: int | None) -> Html:
    """List the key priorities of the plan year, each with the figures that tell whether it goes well."""
    if not view.key_priorities:
        return NOTHING
    items = (_priority(one, card, as_at) for one in view.key_priorities)
    known = element("p", f"Figures of {card.period.label}.", class_="kpi-quiet")
    title = heading(f"Key priorities of {view.year}")
    return join([title, known, element("ol", *items, class_="kpi-priorities")])


def _priority(one: KeyPriority, card: Scorecard, as_at: int | None) -> Html:
    first = [next((row for row in card.rows if row.indicator == name), None) for name in one.indicators]
    figures = [element("li", figure(row, as_at)) for row in first if row]
    title = join([element("strong", one.title), prose(f": {one.text}") if one.text else None])
    return element("li", title, element("ul", *figures, class_="kpi-figures") if figures else None)


def figure(row: Row, as_at: int | None) -> Html:
    """Show an indicator's status and link to it."""
    return join([chip(row.status.value), board.indicator_link(row, as_at), mark(row.mark)], " ")


def without_action(view: PlanView, as_at: int | None) -> Html:
    """List the figures that are off target and that no action is about."""
    rows = view.off_target_without_action
    if not rows:
        return NOTHING
    title = heading(f"Off target with no action ({len(rows):,})")
    items = (element("li", board.indicator_link(row, as_at), " ", element("small", row.owner)) for row in rows)
    return element("section", title, element("ul", *items, class_="kpi-said"), class_="kpi-reds")
