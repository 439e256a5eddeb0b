"""Tables of a paper in Word: captions, headings that repeat, statuses as chips, and large figures side by side.

In: a Table or KeyFigures. Out: tables at the end of a python-docx document.
"""

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kpi.charts.palette import LOOKS
from kpi.reports.literal import line, literal
from kpi.reports.model import Cell, KeyFigure, KeyFigures, Table
from kpi.reports.word import access
from kpi.reports.word.styles import TABLE
from kpi.reports.word.widths import LONGEST, shared, widths

SHAPES: Final = {"triangle": "▼", "diamond": "◆", "circle": "●", "square": "■", "ring": "○"}
EDGED: Final = ("amber", "unrated", "no_data", "grey")
"""Statuses whose fill is too light to stand out from the paper without an edge."""
FIGURES_IN_A_ROW: Final = 3


def write_table(document: Document, table: Table, width: Emu) -> None:
    """Write a table under its caption, and its note under it."""
    document.add_paragraph(line(table.caption), "Caption")
    heading = [column.heading for column in table.columns]
    written = start(document, heading, table.caption)
    style = document.styles["Paper Cell"].style_id
    for row in table.rows:
        for cell, value in zip(written.add_row().cells, row, strict=True):
            _fill(cell, value, style)
    finish(written, widths(table, width), [column.align == "right" for column in table.columns])
    if table.note:
        document.add_paragraph(literal(table.note), "Paper Note")
    else:
        gap(document)


def write_figures(document: Document, block: KeyFigures, width: Emu) -> None:
    """Write large figures side by side: what each is, the figure, its status and its sentence."""
    for place in range(0, len(block.figures), FIGURES_IN_A_ROW):
        few = block.figures[place : place + FIGURES_IN_A_ROW]
        labels = [figure.label for figure in few]
        written = start(document, labels, "Key figures: " + "; ".join(labels))
        for cell, figure in zip(written.add_row().cells, few, strict=True):
            _figure(cell, figure)
        finish(written, shared([1.0] * len(few), width))
        gap(document)


def start(document: Document, headings: Sequence[str], caption: str) -> WordTable:
    """Start a table with its row of headings, which repeats on every page."""
    table: WordTable = document.add_table(rows=1, cols=len(headings), style=TABLE)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    access.describe_table(table, line(caption), "Each row has its heading in the first column.")
    access.repeat_as_heading(table.rows[0])
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Paper Cell Heading"
        paragraph.add_run(literal(heading)).font.color.rgb = RGBColor(255, 255, 255)
    return table


def finish(table: WordTable, shares: Sequence[Emu], right: Sequence[bool] = ()) -> None:
    """Set the widths of columns and the side their cells stand on, and keep every row whole."""
    for column, share in zip(table.columns, shares, strict=True):
        column.width = share
    for row in table.rows:
        access.keep_whole(row)
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = share
        for cell, to_right in zip(row.cells, right, strict=False):
            if to_right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def gap(document: Document) -> None:
    """Keep a table apart from what follows it; Word would join two tables that touch."""
    document.add_paragraph("", "Paper Gap")


def chip(paragraph: Paragraph, status: str, word: str) -> None:
    """Write a status as shape, letter and word on its colour, with an edge where the colour is light."""
    look = LOOKS["blue" if status == "complete" else status]
    run = paragraph.add_run(f"\u00a0{SHAPES[look.shape]}\u00a0{look.letter}\u00a0{_unbroken(word or look.word)}\u00a0")
    run.bold, run.font.color.rgb = True, RGBColor.from_string(look.light.ink[1:])
    edge = look.light.ink if status in EDGED else look.light.fill
    properties = run._r.get_or_add_rPr()
    border = f'<w:bdr {nsdecls("w")} w:val="single" w:sz="8" w:space="0" w:color="{edge[1:]}"/>'
    fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{look.light.fill[1:]}"/>'
    properties.append(parse_xml(border))
    properties.append(parse_xml(fill))


def _unbroken(word: str) -> str:
    """Start a status with a capital, and keep a short one on one line."""
    said = line(word)
    said = said[:1].upper() + said[1:]
    return said.replace(" ", "\u00a0") if len(said) <= LONGEST else said


def _fill(cell: _Cell, value: Cell, style: str) -> None:
    """Write a cell; its style by id, since looking it up by name for each cell would take most of the time."""
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style
    if value.status:
        chip(paragraph, value.status, value.text)
    else:
        paragraph.add_run(literal(value.text))


def _figure(cell: _Cell, figure: KeyFigure) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Paper Key Figure"
    paragraph.add_run(line(figure.text))
    if figure.status:
        chip(cell.add_paragraph("", "Paper Cell"), figure.status, figure.status_word)
    if figure.sentence:
        cell.add_paragraph(literal(figure.sentence), "Paper Cell")
