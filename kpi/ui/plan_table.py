"""The actions of a plan as one table, grouped by service area and priority; and the same as a spreadsheet.

In: a PlanView, a Choice and a page. Out: Html and CSV; nothing here judges an action or words a conclusion.
"""

from collections.abc import Iterator
from itertools import groupby

import streamlit as st

from kpi.plan import ActionView, PlanView
from kpi.ui import ask
from kpi.ui.download import csv_file
from kpi.ui.markup import Html, element, join, listed, prose
from kpi.ui.parts import empty, mark
from kpi.ui.plan_choice import PER_PAGE, Choice, on_page
from kpi.ui.plan_timeline import timeline
from kpi.ui.plan_words import due_words, ref_link, stage_words, status_chip
from kpi.ui.table import Column, Group, Line, Table, html

Asked = tuple[str, str, str]
"""Plan year, quarter, and the day on which they are read: what was not late yesterday may be so today."""
_COLUMNS = (
    Column("Action", class_="kpi-col-action"),
    Column("Due", class_="kpi-col-due"),
    Column("Stage", class_="kpi-col-stage"),
    Column("Declared status", class_="kpi-col-colour"),
    Column("What the record concludes"),
)
_HEADINGS = (
    "plan_year,quarter,service_area,head,priority,ref,action,origin,lead,start,original_due,due,moves,stage,declared,"
    "status,percent,last_update,signed_off,concluded,suggested,sentence,mark"
)


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def kept(key: ask.Key, asked: Asked, choice: Choice, page: int, show: str, as_at: int | None) -> Html:
    """Give the table or the timeline of a revision, a day and a choice, drawn once for everyone who asks for it."""
    view = choice.narrow(choice.broad(ask.plan(*asked[:2], key[2])))
    return (timeline if show else table)(view, page, choice, as_at)


def no_plan() -> Html:
    """Say that the council has no plan yet, and where to begin."""
    return empty("There is no plan yet.", "Add the first service area to the plan folder of the council's pack.")


def no_actions(view: PlanView) -> Html:
    """Say that a plan year has no actions yet, and how it gets them."""
    start = "Start it from the year before, with the actions that are not finished, or add service areas to the pack."
    return empty(f"{view.title} has no actions yet.", start)


def table(view: PlanView, page: int, choice: Choice, as_at: int | None) -> Html:
    """Draw one page of actions under their service areas and priorities."""
    actions = on_page(view.actions, page)
    groups = tuple(_groups(actions, choice, as_at))
    nothing = "No action matches this choice."
    return html(Table(caption(view, page), _COLUMNS, groups, class_="kpi-plan", empty=nothing))


def caption(view: PlanView, page: int) -> str:
    """Say which actions are drawn: '1 to 100 of 5,000 actions, as at Q4 2018-19'."""
    count = len(view.actions)
    first, last = (page - 1) * PER_PAGE + 1, min(page * PER_PAGE, count)
    some = f"Actions {first:,} to {last:,} of {count:,}" if count > PER_PAGE else "Actions"
    return f"{some} as they stood in {view.period.label}"


def _groups(actions: tuple[ActionView, ...], choice: Choice, as_at: int | None) -> Iterator[Group]:
    """Group actions by priority; the first group of a service area names the area and its head."""
    area = ""
    for (area_id, _), these in groupby(actions, key=lambda one: (one.area_id, one.priority_ref)):
        group = tuple(these)
        yield Group(tuple(_line(one, choice, as_at) for one in group), _title(group[0], named=area_id != area))
        area = area_id


def _title(one: ActionView, *, named: bool) -> Html:
    area = join([one.area_title, element("small", one.head)])
    return join([element("span", area, class_="kpi-area") if named else None, f"{one.priority_ref} {one.priority}"])


def _line(one: ActionView, choice: Choice, as_at: int | None) -> Line:
    said = join([ref_link(one, as_at), " ", prose(one.text), " ", mark(one.mark), element("small", one.lead)])
    return Line((said, due_words(one), stage_words(one), status_chip(one.status), _concluded(one, choice)))


def _concluded(one: ActionView, choice: Choice) -> Html:
    """Name what is concluded; what was chosen is said in its whole sentence."""
    told = [c.sentence if c.code == choice.conclusion else c.title for c in one.conclusions]
    return listed(map(prose, told)) if told else element("span", "nothing", class_="kpi-quiet")


def csv(view: PlanView) -> bytes:
    """Write the actions as a spreadsheet, with what was declared and what the record concludes."""
    return csv_file(_HEADINGS.split(","), map(_cells, view.actions))


def _cells(one: ActionView) -> tuple[object, ...]:
    where = (one.year, one.period.short_label, one.area_title, one.head, f"{one.priority_ref} {one.priority}")
    agreed = (one.ref, one.text, one.origin_word, one.lead, one.start, one.original_due.short_label)
    stands = (one.due.short_label, len(one.moves), one.stage_word, one.declared_word, one.status_label, one.percent)
    last = one.last_updated.short_label if one.last_updated else ""
    signed = f"{one.signed_off.role}, revision {one.signed_off.revision}" if one.signed_off else ""
    concluded = " ".join(conclusion.sentence for conclusion in one.conclusions)
    suggested = one.suggested.status.label if one.suggested else ""
    return (*where, *agreed, *stands, last, signed, concluded, suggested, one.sentence, one.mark)
