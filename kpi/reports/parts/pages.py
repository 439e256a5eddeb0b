"""Indicator pages in a paper: the sentence, the chart and every figure behind it.

In: Sources and what a recipe says of it. Out: blocks; figures of later periods than the paper's are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

from kpi.charts.indicator import chart
from kpi.charts.model import MOST_LINES
from kpi.definitions.indicator import Indicator
from kpi.definitions.paper import Filling
from kpi.period import Period
from kpi.reports.model import Block, Cell, Column, Paragraph, Picture, Subheading, Table
from kpi.reports.parts import figures
from kpi.reports.sources import Sources
from kpi.scorecard import IndicatorHistory, Row
from kpi.scorecard.card import WORST_FIRST

ALONE: Final = (
    Column("Period", weight=1.2),
    Column("Figure", "right"),
    Column("Target"),
    Column("Status"),
    Column("Note", weight=2),
)
"""The columns of one area's figures."""
MOST: Final = 13
"""Periods that a page has room for: the latest, the same one of one to three years before, and those between."""


def indicator_pages(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Give each indicator its sentence, its definition, its chart and its figures."""
    found: dict[str, list[Row]] = {}
    for row in sources.rows(filling):
        found.setdefault(row.indicator, []).append(row)
    for name, rows in found.items():
        yield from _page(sources, sources.pack.by_id[name], rows)


def _page(sources: Sources, definition: Indicator, rows: Sequence[Row]) -> Iterator[Block]:
    yield Subheading(definition.title)
    for row in rows:
        yield Paragraph(figures.stands(row))
    yield Paragraph(f"{definition.definition} Answers for it: {definition.owner}.")
    histories = [_newest(sources.history(definition.id, row.area)) for row in rows][:MOST_LINES]
    if any(row.value is not None for history in histories for row in history.rows):
        lead = min(rows, key=lambda row: WORST_FIRST.index(row.status))
        drawn = chart(histories, lead.year_statement or lead.sentence, lead.period)
        yield Picture(drawn, f"{definition.title}, to {sources.period.label}")
        yield _table(definition, histories)


def _newest(history: IndicatorHistory) -> IndicatorHistory:
    """Keep the periods that a page has room for; the record has them all."""
    return replace(history, rows=history.rows[-MOST:])


def _table(definition: Indicator, histories: Sequence[IndicatorHistory]) -> Table:
    """Give the figures of a chart, the newest first."""
    caption = f"{definition.title}: the figures of the chart"
    if len(histories) == 1:
        return _alone(caption, tuple(reversed(histories[0].rows)))
    columns = Column("Period"), *(Column(history.area_title, "right") for history in histories)
    periods = sorted({row.period for history in histories for row in history.rows}, reverse=True)
    return Table(caption, columns, tuple(_across(period, histories) for period in periods))


def _alone(caption: str, rows: Sequence[Row]) -> Table:
    """Give the figures of one area; columns that would say nothing are left out."""
    rated, notes = any(row.target_text for row in rows), [_note(row) for row in rows]
    kept = (True, True, rated, rated, any(notes))
    lines = (tuple(compress((*_cells(row), Cell(note)), kept)) for row, note in zip(rows, notes, strict=True))
    return Table(caption, tuple(compress(ALONE, kept)), tuple(lines))


def _cells(row: Row) -> tuple[Cell, ...]:
    target = Cell(row.target_text or figures.NO_TARGET)
    return Cell(row.period.short_label), Cell(row.text), target, figures.status(row)


def _note(row: Row) -> str:
    """Say what should be known of a figure: made up, in doubt, or the first of a new definition."""
    state = "" if row.state in ("", "final") else f"{row.state.capitalize()}."
    broken = f"New definition. {row.break_reason}" if row.break_reason else ""
    doubt = f"In doubt: {row.doubt_reason}." if row.doubt_reason else ""
    return " ".join(part for part in (state, broken, doubt) if part)


def _across(period: Period, histories: Sequence[IndicatorHistory]) -> tuple[Cell, ...]:
    """Give the figures of one period, an area each; what is illustrative says so."""
    rows = (history.at(period) for history in histories)
    return Cell(period.short_label), *(Cell(_text(row)) for row in rows)


def _text(row: Row | None) -> str:
    if row is None:
        return "no figure"
    return f"{row.text} (illustrative)" if row.state == "illustrative" else row.text
