"""The scorecard in a paper: every figure with its target, status and movement, one table a theme.

In: Sources and what a recipe says of it. Out: blocks with the scorecard's own words.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kpi import story
from kpi.definitions.paper import Filling
from kpi.judge.direction import Direction
from kpi.reports.model import Block, Cell, Column, Paragraph, Table
from kpi.reports.parts import figures
from kpi.reports.sources import Sources
from kpi.scorecard import Row
from kpi.story import Comparison, words

COLUMNS: Final = (
    Column("Indicator", weight=3),
    Column("Figure", "right", 1.2),
    Column("Target", weight=1.3),
    Column("Status", weight=1.2),
    Column("Since the period before", weight=1.6),
    Column("Since a year before", weight=1.6),
)
JUDGED: Final = {Direction.IMPROVING, Direction.WORSENING}


def scorecard(sources: Sources, filling: Filling) -> Iterator[Block]:
    """Give the counts, then every figure of the section, theme by theme."""
    card = sources.card_of(filling)
    yield from (Paragraph(line) for line in (story.counts_sentence(card), *story.marks(card)))
    themes = {theme.id: place for place, theme in enumerate(sources.pack.council.themes)}
    ordered = sorted(card.rows, key=lambda row: themes.get(row.theme, len(themes)))
    for title, rows in groupby(ordered, key=lambda row: row.theme_title):
        yield Table(f"{title}, {words.when(sources.period)}", COLUMNS, tuple(map(_cells, rows)))


def _cells(row: Row) -> tuple[Cell, ...]:
    mark = " (illustrative)" if row.state == "illustrative" else ""
    return (
        Cell(row.full_title),
        Cell(f"{row.text}{mark}"),
        Cell(row.target_text or figures.NO_TARGET),
        figures.status(row),
        Cell(moved(row.previous, row)),
        Cell(moved(row.year_before, row)),
    )


def moved(comparison: Comparison, row: Row) -> str:
    """Say a movement in a few words: 'up by 2.9 percentage points, improving', 'no change', 'cannot tell'."""
    direction = comparison.direction
    if not comparison.change:
        return direction.value.replace("_", " ")
    way = f"{'up' if comparison.change > 0 else 'down'} by {story.size_of_change(comparison, row)}"
    return f"{way}, {direction.value}" if direction in JUDGED else way
