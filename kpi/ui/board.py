"""The scorecard as words and one table: counts, what is off target, every figure with its line of recent ones.

In: a Scorecard and what to show of it. Out: Html; nothing here judges a figure or words a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import streamlit as st

from kpi.charts import sparkline
from kpi.charts.palette import STATUSES
from kpi.judge.direction import Direction
from kpi.judge.status import Status
from kpi.number import change_text
from kpi.period import reader_date
from kpi.plan import ActionView
from kpi.scorecard import Row, Scorecard
from kpi.story import Comparison, breaks, headlines, marks, value_text
from kpi.ui import address, ask, plan_words
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, hidden, join, link, listed, prose
from kpi.ui.parts import chip, empty, heading, mark, sentence
from kpi.ui.table import Column, Group, Line, Table, html

SORTS = {
    "order": "Theme",
    "status": "Status, off target first",
    "gap": "Gap, furthest off target first",
    "change": "Change in a year, worsening first",
    "title": "Name, A to Z",
}
STATUS_CHOICES = {"": "Every status"} | {status: look.word for status, look in STATUSES.items()}
SEEN_AT_ONCE = 12
"""Figures off target that are seen at once; the rest is one step away."""

Actions = Mapping[str, Sequence[ActionView]]
"""The actions of the plan by the indicator they should move."""
NO_ACTIONS: Actions = {}

_COLUMNS = (
    Column("Indicator", class_="kpi-col-title"),
    Column("Value", number=True, class_="kpi-col-value"),
    Column("Target and gap", class_="kpi-col-target"),
    Column("Status", class_="kpi-col-status"),
    Column("Since the period before", class_="kpi-col-change"),
    Column("Since a year before", class_="kpi-col-change"),
    Column("Recent figures", class_="kpi-col-recent"),
    Column("Figure to", class_="kpi-col-to"),
)
_WORDS = {
    Direction.NO_CHANGE: "no change",
    Direction.CANNOT_TELL: "cannot tell",
    Direction.RISING: "rising",
    Direction.FALLING: "falling",
}


@dataclass(frozen=True, slots=True)
class View:
    """What of a scorecard is shown, as the address has it."""

    status: str = ""
    sort: str = "order"
    as_at: int | None = None


def no_indicators() -> Html:
    """Say that the council has defined nothing yet, and where to begin."""
    return empty("There are no indicators yet.", "Add the first to the indicators folder of the council's pack.")


def lead(card: Scorecard) -> Html:
    """Say first how many stand where, and what not to quote."""
    first, *rest = headlines(card)
    asides = [*rest[card.counts[Status.RED] :], *marks(card)]
    return join([sentence(first, lead=True), listed(map(_aside, asides), class_="kpi-asides") if asides else None])


def _aside(text: str) -> Html:
    """Write a remark; one that names very many figures is opened on demand."""
    about, _, names = text.partition(": ")
    count = names.count("; ") + 1
    if count <= SEEN_AT_ONCE:
        return prose(text)
    return element("details", element("summary", f"{about}: {count:,} figures"), element("p", prose(names)))


def turn(periods: Sequence[str], labels: Mapping[str, str], here: str) -> Html:
    """Link to the periods before and after this one; `periods` are the newest first."""
    place = periods.index(here)
    earlier, later = periods[place + 1 : place + 2], periods[max(place - 1, 0) : place]
    steps = [("Earlier", period) for period in earlier] + [("Later", period) for period in later]
    links = (link(f"{word}: {labels[period]}", address.here("scorecard", period=period)) for word, period in steps)
    return element("nav", *links, class_="kpi-turn", aria_label="Other periods")


def counts(card: Scorecard, view: View) -> Html:
    """Count the rows by status; every count filters the table, and pressed again shows all."""
    return element("ul", *(_count(card, Status(status), view) for status in STATUSES), class_="kpi-counts")


def _count(card: Scorecard, status: Status, view: View) -> Html:
    pressed = status == view.status
    there = address.here("scorecard", status=None if pressed else status.value)
    words = join([element("strong", f"{card.counts[status]:,}"), chip(status.value)], " ")
    return element("li", link(words, there, aria_current="true" if pressed else None))


def off_target(card: Scorecard, view: View) -> Html:
    """Say every figure that is off target in its sentence, with who answers for it."""
    reds = [_said(row, view) for row in card.rows if row.status == "red"]
    if not reds:
        return NOTHING
    rest = reds[SEEN_AT_ONCE:]
    more = element(
        "details", element("summary", f"{len(rest):,} more off target"), element("ul", *rest, class_="kpi-said")
    )
    first = element("ul", *reds[:SEEN_AT_ONCE], class_="kpi-said")
    return element("section", heading(f"Off target ({len(reds):,})"), first, more if rest else None, class_="kpi-reds")


def _said(row: Row, view: View) -> Html:
    """Link the title in the sentence that begins with it."""
    rest = prose(row.sentence.removeprefix(row.full_title))
    return element("li", indicator_link(row, view.as_at), rest, " ", mark(row.mark), element("small", row.owner))


def indicator_link(row: Row, as_at: int | None) -> Html:
    """Link to an indicator's screen, in the same area and period and at the same revision."""
    area = None if row.area == row.definition.areas[0] else row.area
    return link(
        row.full_title,
        address.link("indicator", indicator=row.indicator, area=area, period=row.asked.text, as_at=as_at),
    )


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def kept_table(key: ask.Key, period: str, theme: str, owner: str, area: str, view: View) -> Html:
    """Give the table of a revision and choice, drawn once for everyone who asks for it."""
    card = ask.scorecard(period, key[2]).filtered(theme=theme, owner=owner, area=area, status=view.status)
    return table(card, view, ask.actions_by_indicator(period, key[2]))


def table(card: Scorecard, view: View, actions: Actions = NO_ACTIONS) -> Html:
    """Draw every row, under its theme when sorted by theme; the actions that should move it stand under its title."""
    rows = card.sorted_by(view.sort).rows
    groups = groupby(rows, key=lambda row: row.theme_title if view.sort == "order" else "")
    drawn = tuple(Group(tuple(_line(row, view, actions) for row in these), title) for title, these in groups)
    caption = f"{len(rows):,} {'figure' if len(rows) == 1 else 'figures'} for {card.period.label}"
    return html(
        Table(caption, _COLUMNS, drawn, class_="kpi-board kpi-scorecard", empty="No indicator matches this choice.")
    )


def _line(row: Row, view: View, actions: Actions) -> Line:
    about = plan_words.about(actions.get(row.indicator, ()), row.indicator, row.area)
    cells = (
        join([indicator_link(row, view.as_at), element("small", row.owner), plan_words.refs(about, view.as_at)]),
        element("span", row.text, class_=None if row.value is not None else "kpi-no-number"),
        join([row.target_text or "no target", element("small", row.gap_text) if row.gap_text else None]),
        chip(row.status.value, row.status_word.capitalize()),
        movement(row.previous, row),
        movement(row.year_before, row),
        recent(row),
        _age(row),
    )
    return Line(cells)


def movement(comparison: Comparison, row: Row) -> Html:
    """Show which way a figure moved: an arrow and the size for the eye, the whole said in words."""
    judged = _WORDS.get(comparison.direction, comparison.direction.value)
    if not comparison.change:
        return element("span", judged, class_="kpi-quiet" if comparison.change is None else None)
    definition = row.definition
    up = comparison.change > 0
    size = change_text(comparison.change, definition.unit, definition.decimals, definition.per).replace(
        "percentage ", ""
    )
    arrow = element("span", "↑" if up else "↓", aria_hidden="true", class_="kpi-arrow")
    return join([arrow, hidden("rose by " if up else "fell by "), size, element("small", judged)], "")


def recent(row: Row) -> Html:
    """Draw the line of recent figures with its words."""
    past, definition = row.history, row.definition
    told = [value_text(value, "", "", definition) if value is not None else "" for value in past.values]
    words = sparkline.label(row.full_title, [period.short_label for period in past.periods], told, row.target_text)
    changed = [pair for pair in pairwise(past.periods) if definition.breaks and breaks.between(definition, *pair)]
    broken = {past.periods.index(later) for _, later in changed}
    drawn = sparkline.Recent(past.values, past.target_lows, past.target_highs, past.states, broken)
    return Html(sparkline.sparkline(drawn, words, row.status.value))


def _age(row: Row) -> Html:
    """Say to which day the figure reaches; words and symbols reach to the end of their period."""
    to = row.data_to or (row.period.last_day if row.state else None)
    day = element("span", reader_date(to)) if to else element("span", "never", class_="kpi-quiet")
    return join([day, mark(row.state.capitalize()) if row.state not in ("", "final") else None], " ")


def csv(card: Scorecard, view: View) -> bytes:
    """Write the shown rows as a spreadsheet, with the sentence and its mark beside the figures."""
    headings = (
        "indicator,title,theme,area,owner,period,value,shown,target,gap,status",
        "since_previous,since_year,figure_to,state,sentence,mark",
    )
    return csv_file(",".join(headings).split(","), (_cells(row) for row in card.sorted_by(view.sort).rows))


def _cells(row: Row) -> tuple[object, ...]:
    where = (row.indicator, row.title, row.theme_title, row.area_title, row.owner, row.period.text)
    figure = (row.value, row.text, row.target_text, row.gap_text, row.status_word)
    moved = (row.direction_previous.replace("_", " "), row.direction_year.replace("_", " "), row.data_to, row.state)
    return (*where, *figure, *moved, row.sentence, row.mark)
