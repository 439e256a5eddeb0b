"""Figures in a paper: sentences, large figures, small tables, and two spans compared.

In: Sources and what a recipe says of it. Out: blocks; every sentence is the scorecard's own.
"""

from collections.abc import Iterator
from typing import Final

from kpi import story
from kpi.definitions.paper import Comparison, Filling
from kpi.judge.status import Status
from kpi.period import Calendar
from kpi.problem import ProblemError
from kpi.reports import counts
from kpi.reports.model import Block, Bullets, Cell, Column, KeyFigure, KeyFigures, Paragraph, Table
from kpi.reports.sources import Sources
from kpi.scorecard import Row, compare_spans
from kpi.story import grammar, spans, words

NO_TARGET: Final = "no target"


def headlines(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Say how many figures stand where, what deserves a question, and what not to quote."""
    card = sources.card_of(filling)
    first, *rest = story.headlines(card)
    asides = (*rest[card.counts[Status.RED] :], *story.marks(card))
    yield Paragraph(first)
    if asides:
        yield Bullets(asides)


def off_target(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Say every figure that is off target, how far, and who answers for it."""
    card = sources.card_of(filling)
    count = card.counts[Status.RED]
    if count:
        yield Paragraph(f"{counts.begin(count, 'figure is', 'figures are')} off target.")
        yield Bullets(story.headlines(card)[1 : 1 + count])


def statements(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Compare each figure with a year before; where that cannot be done, say where it stands."""
    yield from (Paragraph(told(row)) for row in sources.rows(filling))


def statements_ahead(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Say the same of the year that follows, of figures that are known ahead such as a budget."""
    year = sources.period.year.next()
    for definition, area in sources.series(filling):
        row = sources.figures(definition.id, area).at(year)
        if row is not None and row.value is not None:
            yield Paragraph(told(row))


def standings(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Say where each figure stands against its target, and how it moved."""
    yield from (Paragraph(stands(row)) for row in sources.rows(filling))


def told(row: Row) -> str:
    """Say a year's movement, else where a figure stands, with what of it is illustrative."""
    year = row.year_statement
    return f"{year} {story.year_mark(row)}".strip() if year else stands(row)


def stands(row: Row) -> str:
    """Say where a figure stands, with what of it is illustrative."""
    return f"{row.sentence} {row.mark}".strip()


def figures(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Give figures with their targets in a small table."""
    columns = (
        Column("Indicator", weight=3),
        Column("Figure", "right", 1.4),
        Column("Target", weight=1.4),
        Column("Status", weight=1.2),
        Column("Note", weight=1.2),
    )
    rows = tuple(
        (Cell(row.full_title), Cell(row.text), Cell(row.target_text or NO_TARGET), status(row), Cell(row.mark))
        for row in sources.rows(filling)
    )
    if rows:
        caption = filling.heading or grammar.listed(list(dict.fromkeys(row.title for row in sources.rows(filling))))
        yield Table(f"{caption}, {words.when(sources.period)}", columns, rows)


def status(row: Row) -> Cell:
    """Give a figure's status as a chip with its word."""
    return Cell(row.status_word.capitalize(), row.status.value)


def key_figures(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Give large figures side by side."""
    found = tuple(
        KeyFigure(row.full_title, row.text, row.status.value, row.status_word.capitalize(), told(row))
        for row in sources.rows(filling)
    )
    if found:
        yield KeyFigures(found)


def comparisons(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Tell the spans that this quarter's paper compares."""
    for one in filling.comparisons:
        if sources.quarter(one.period) == sources.period:
            yield Paragraph(_compared(sources, one))


def _compared(sources: Sources, one: Comparison) -> str:
    """Say a comparison, or why it cannot be made."""
    definition = sources.pack.by_id[one.indicator]
    history = sources.figures(one.indicator, one.area or definition.areas[0])
    told_calendar = None if sources.calendar is Calendar.FINANCIAL else sources.calendar.value
    try:
        return " ".join(spans.told(compare_spans(history, one.span, one.against, told_calendar)))
    except ProblemError as error:
        return f"{definition.title} cannot be compared: {error.problems[0].message}"
