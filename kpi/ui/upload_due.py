"""How complete a quarter is: what is due, what has arrived, who owes the rest and by when.

In: the figures that a period asks for. Out: Html, and the quarters to choose from.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from kpi.intake.due import Due, Owed, by_owner
from kpi.period import Frequency, Period, containing, reader_date
from kpi.ui import ask
from kpi.ui.markup import Html, element, join, listed
from kpi.ui.parts import mark, sentence
from kpi.ui.table import Column, of_rows

_COLUMNS = (
    Column("Who answers for it"),
    Column("Due", number=True),
    Column("Arrived", number=True),
    Column("Missing", number=True),
    Column("Expected by"),
    Column("What is missing"),
)

NAMED = 40
"""Missing figures of one owner that are named."""


def quarters(known: Sequence[Period], today: date) -> tuple[Period, ...]:
    """List the quarters figures can be returned for, the newest first.

    `known` are those with figures, the newest first. The list runs on to the quarter that is under way.
    """
    under_way = containing(today, Frequency.QUARTER, known[0].calendar)
    found = [max(known[0].next(), under_way)]
    while found[-1] > known[-1]:
        found.append(found[-1].previous())
    return tuple(found)


def usual(known: Sequence[Period], today: date) -> Period:
    """Choose the quarter to begin with: the first without figures if it is over, else the newest with some."""
    following = known[0].next()
    return following if following.last_day < today else known[0]


def of(period: Period, as_at: int | None) -> tuple[Due, ...]:
    """List what a quarter asks for, as known at a revision."""
    return _due(ask.key(as_at), period.text)


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _due(key: ask.Key, period: str) -> tuple[Due, ...]:
    return ask.workspace().due(period, key[2])


def lead(period: Period, figures: Sequence[Due], today: date) -> Html:
    """Say in a sentence how complete the quarter is."""
    missing = [figure for figure in figures if not figure.arrived]
    due, arrived = len(figures), len(figures) - len(missing)
    if not figures:
        return sentence(f"No figure is due for {period.label}.", lead=True)
    if not missing:
        return sentence(f"All {due:,} figures due for {period.label} have arrived.", lead=True)
    have = "none has" if not arrived else "one has" if arrived == 1 else f"{arrived:,} have"
    late = [figure for figure in missing if figure.expected < today]
    overdue = f"; {_overdue(len(late), len(missing))}" if late else ""
    return sentence(f"Of {due:,} figures due for {period.label}, {have} arrived{overdue}.", lead=True)


def _overdue(late: int, missing: int) -> str:
    if late < missing:
        return f"{late:,} of the {missing:,} missing {'is' if late == 1 else 'are'} overdue"
    return "the missing one is overdue" if missing == 1 else f"all {missing:,} missing are overdue"


def table(figures: Sequence[Due], period: Period, today: date) -> Html:
    """Count what is due, has arrived and is missing by who answers for it."""
    rows = (_row(owed, today) for owed in by_owner(figures))
    caption = f"Figures for {period.label}, by who answers for them"
    return of_rows(caption, _COLUMNS, rows, class_="kpi-due", empty="No figure is due.")


def _row(owed: Owed, today: date) -> tuple[str | Html, ...]:
    expected: str | Html = "all have arrived"
    if owed.expected:
        late = any(figure.expected < today for figure in owed.missing)
        expected = join([reader_date(owed.expected), mark("Overdue") if late else None], " ")
    counts = (f"{owed.due:,}", f"{owed.arrived:,}", f"{len(owed.missing):,}")
    return (owed.owner, *counts, expected, _missing(owed.missing))


def _missing(figures: Sequence[Due]) -> Html:
    """List what is missing, folded away."""
    if not figures:
        return element("span", "nothing", class_="kpi-quiet")
    more = len(figures) - NAMED
    rest = element("p", f"and {more:,} more; the template lists them all.") if more > 0 else None
    words = "Show the one figure" if len(figures) == 1 else f"Show the {len(figures):,} figures"
    return element("details", element("summary", words), listed(map(_named, figures[:NAMED])), rest)


def _named(figure: Due) -> Html:
    title = figure.title if figure.area == "all" else f"{figure.title}: {figure.area_title}"
    return join([title, element("small", f"{figure.period.label}, expected by {reader_date(figure.expected)}")])
