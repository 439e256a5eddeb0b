"""Figures in a paper: sentences, large figures and small tables.

In: Sources and a section. Out: blocks; every sentence is the scorecard's own.
"""

from collections.abc import Iterator

from kpi import story
from kpi.definitions.paper import PaperSection
from kpi.reports.model import Block, Paragraph
from kpi.reports.sources import Sources
from kpi.scorecard import Row


def headlines(sources: Sources, _section: PaperSection) -> Iterator[Block]:
    """Say how many figures stand where."""
    yield Paragraph(story.counts_sentence(sources.card))


def statements(sources: Sources, section: PaperSection) -> Iterator[Block]:
    """Compare each figure with a year before; where that cannot be done, say where it stands."""
    for row in sources.rows(section):
        yield Paragraph(told(row))


def told(row: Row) -> str:
    """Say a year's movement, else where a figure stands, with what of it is illustrative."""
    year = row.year_statement
    return f"{year} {story.year_mark(row)}".strip() if year else f"{row.sentence} {row.mark}".strip()
