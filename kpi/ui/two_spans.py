"""Two spans of periods of one indicator, compared when asked for: the sentence first, then the table and the choices.

In: the history of one area and its row for the chosen period. Out: elements; the spans stand in the address.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from kpi.period import Frequency, Period
from kpi.problem import ProblemError
from kpi.scorecard import IndicatorHistory, Row, compare_spans
from kpi.story import spans
from kpi.story.spans import Spans
from kpi.ui import address
from kpi.ui.markup import Html, draw, element, join, prose
from kpi.ui.parts import problem, sentence
from kpi.ui.table import Column, of_rows

ENDS: Final = {"from": "From", "to": "To", "against_from": "Against, from", "against_to": "Against, to"}
"""The first and last period of both spans, by their names in the address."""
PERIODS: Final = {Frequency.MONTH: "months", Frequency.QUARTER: "quarters", Frequency.YEAR: "years"}

Pair = tuple[Period, Period]
"""The first and the last period of a span."""


def show(history: IndicatorHistory, row: Row) -> None:
    """Offer the comparison, and show it once it is opened."""
    known = [one.period for one in history.rows]
    if len(known) < 2:
        return
    noun = PERIODS.get(known[-1].frequency, "dates")
    if not st.toggle(f"Compare two spans of {noun}", key="compare", bind="query-params"):
        return
    ends = dict(zip(ENDS, sum(opening(history, row.period), ()), strict=True))
    options = {period.text: period.short_label for period in reversed(known)}
    asked = {key: address.asked(key, options, period.text) for key, period in ends.items()}
    one, other = (between(known, asked[begin], asked[end]) for begin, end in (("from", "to"), tuple(ENDS)[2:]))
    draw(*told(compared(history, one, other)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for key, period in ends.items():
            address.choose(ENDS[key], key, options, period.text, width=190)


def opening(history: IndicatorHistory, now: Period) -> tuple[Pair, Pair]:
    """Choose what is compared first: the year so far with the same periods before, else the last two figures."""
    known = {row.period for row in history.rows}
    so_far = sorted(period for period in known if period.year == now.year and period <= now)
    before = [period.year_before() for period in so_far]
    if known.issuperset(before) and len(so_far) > 1:
        pairs = (so_far[0], so_far[-1]), (before[0], before[-1])
        if isinstance(compared(history, *map(_written, pairs)), Spans):
            return pairs
    figures = [row.period for row in history.rows if row.value is not None and row.period <= now]
    earlier, last = (figures if len(figures) > 1 else sorted(known))[-2:]
    return (last, last), (earlier, earlier)


def between(known: Sequence[Period], one: str, other: str) -> str:
    """Write the span between two periods, whichever comes first."""
    found = [period for period in known if period.text in (one, other)]
    return _written((found[0], found[-1]))


def _written(pair: Pair) -> str:
    return " to ".join(dict.fromkeys(period.text for period in pair))


def compared(history: IndicatorHistory, one: str, other: str) -> Spans | ProblemError:
    """Compare two spans, or give what forbids it."""
    calendar = history.definition.calendar
    try:
        return compare_spans(history, one, other, None if calendar == "financial" else calendar)
    except ProblemError as refused:
        return refused


def told(found: Spans | ProblemError) -> Sequence[Html]:
    """Say the comparison, how it was made, and list both spans; or say why they cannot be compared."""
    if isinstance(found, ProblemError):
        return [element("p", join(map(problem, found.problems), " "), role="status")]
    first, *rest = spans.told(found)
    marked = spans.mark(found)
    quiet = " ".join(line for line in rest if line != marked)
    return [sentence(first, marked), element("p", prose(quiet), class_="kpi-quiet"), table(found)]


def table(found: Spans) -> Html:
    """List the later span over the earlier one, with what each comes to."""
    both: Mapping[str, Mapping[str, str]] = {one.label: spans.cells(found, one) for one in (found.later, found.earlier)}
    columns = [Column("Span"), *(Column(name, number=True) for name in next(iter(both.values())))]
    rows = [(label, *cells.values()) for label, cells in both.items()]
    return of_rows("What each span comes to", columns, rows, caption_seen=False, class_="kpi-spans")
