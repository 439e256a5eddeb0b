"""The blocks of a paper in Word, each as what it is: paragraphs, lists, headings, tables, pictures, notices.

In: blocks of a Report. Out: content at the end of a python-docx document.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from docx.document import Document
from docx.shared import Emu
from docx.text.paragraph import Paragraph as WordParagraph

from kpi.charts.model import Chart
from kpi.reports.literal import line, literal
from kpi.reports.model import Block, Bullets, Callout, KeyFigures, Paragraph, Picture, Subheading, Table
from kpi.reports.word import access
from kpi.reports.word.numbering import Lists
from kpi.reports.word.tables import write_figures, write_table

SHORT: Final = 400
"""A longer paragraph would take most of a page with it."""
Draw = Callable[[Chart], bytes]
"""What draws a chart as a PNG."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What writing a paper needs: the document, its lists, the width of its text, and what draws a chart as PNG."""

    document: Document
    lists: Lists
    width: Emu
    draw: Draw


def write(blocks: Sequence[Block], to: Writing) -> None:
    """Write blocks at the end of the document; a few words over a table or picture stay on its page."""
    for place, block in enumerate(blocks):
        follows = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Paragraph):
            written = numbered(to.document, block.number, block.text)
            leads = isinstance(follows, Table | Picture | KeyFigures) and len(block.text) <= SHORT
            written.paragraph_format.keep_with_next = leads or None
        else:
            _write(block, to)


def _write(block: Block, to: Writing) -> None:
    match block:
        case Bullets():
            points(block, to)
        case Subheading():
            to.document.add_paragraph(line(block.text), f"Heading {min(max(block.level, 2), 3)}")
        case Table():
            write_table(to.document, block, to.width)
        case KeyFigures():
            write_figures(to.document, block, to.width)
        case Picture():
            _picture(block, to)
        case Callout():
            to.document.add_paragraph(literal(block.text), "Paper Notice")


def numbered(document: Document, number: str, text: str) -> WordParagraph:
    """Write a paragraph with its number beside it, or without one."""
    if not number:
        return document.add_paragraph(literal(text))
    return document.add_paragraph(f"{line(number)}\t{literal(text)}", "Paper Numbered")


def points(block: Bullets, to: Writing) -> None:
    """Write points as a list of Word."""
    number = to.lists.new(ordered=block.ordered)
    for item in block.items:
        paragraph = to.document.add_paragraph(literal(item), "List Number" if block.ordered else "List Bullet")
        to.lists.join(paragraph, number)


def _picture(block: Picture, to: Writing) -> None:
    paragraph = to.document.add_paragraph("", "Paper Chart")
    drawn = paragraph.add_run().add_picture(io.BytesIO(to.draw(block.chart)), width=to.width)
    access.describe_picture(drawn._inline, literal(block.chart.alt), line(block.chart.title))
    to.document.add_paragraph(literal(block.caption or block.chart.title), "Paper Note")
