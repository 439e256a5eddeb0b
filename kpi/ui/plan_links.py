"""The actions of an indicator: who does what about it, how far that is, and whether it shows.

In: the indicator, and the actions that should move it. Out: Html for the Indicator screen.
"""

from collections.abc import Sequence

from kpi.plan import ActionView
from kpi.scorecard import Row
from kpi.ui import address, verdict
from kpi.ui.markup import Html, element, join, link, prose
from kpi.ui.parts import mark
from kpi.ui.plan_words import about, due_words, ref_link, stage_words, status_chip
from kpi.ui.table import Column, Group, Line, Table, html

SHOWN = 20
_COLUMNS = (
    Column("Action", class_="kpi-col-action"),
    Column("Due", class_="kpi-col-due"),
    Column("Stage", class_="kpi-col-stage"),
    Column("Declared status", class_="kpi-col-colour"),
    Column("Does it show?"),
)


def actions(known: Sequence[ActionView], row: Row, as_at: int | None) -> Html:
    """List the actions that should move a figure, each with what the figures answer."""
    found = about(known, row.indicator, row.area)
    if not found:
        return element("p", "No action is linked to it. ", link("See the plan", address.link("plan", as_at=as_at)))
    lines = tuple(_line(one, row, as_at) for one in found[:SHOWN])
    caption = f"Actions that should move it, as they stood in {found[0].period.label}"
    table = html(Table(caption, _COLUMNS, (Group(lines),), class_="kpi-plan"))
    more = len(found) - SHOWN
    return join([table, element("p", f"and {more:,} more.") if more > 0 else None])


def _line(one: ActionView, row: Row, as_at: int | None) -> Line:
    said = join([ref_link(one, as_at), " ", prose(one.text), " ", mark(one.mark), element("small", one.lead)])
    return Line((said, due_words(one), stage_words(one), status_chip(one.status), _answers(one, row)))


def _answers(one: ActionView, row: Row) -> Html:
    wanted = row.indicator, row.area
    answers = [answer for answer in one.answers if (answer.expectation.indicator, answer.expectation.area) == wanted]
    told = (
        element("p", verdict.verdict(answer), " ", prose(answer.sentence), " ", mark(answer.mark)) for answer in answers
    )
    return join(told)
