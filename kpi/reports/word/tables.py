"""Tables of a paper in Word: captions, headings that repeat, statuses as chips, and large figures side by side.

In: a Table or KeyFigures. Out: tables at the end of a python-docx document.
"""

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell

from kpi.reports.literal import line, literal
from kpi.reports.model import KeyFigure, KeyFigures, Table
from kpi.reports.word import access, rows
from kpi.reports.word.styles import TABLE
from kpi.reports.word.widths import shared, widths

FIGURES_IN_A_ROW: Final = 3
ON_ONE_PAGE: Final = 6
"""Rows of a small table, its headings included, which stays on one page."""
BRIEF: Final = 60
"""Letters of the longest cell of a table that stays on one page: rows of sentences would leave a page half empty."""


def write_table(document: Document, table: Table, width: Emu) -> None:
    """Write a table under its caption, and its note under it."""
    document.add_paragraph(line(table.caption), "Caption")
    heading = [column.heading for column in table.columns]
    written = start(document, heading, table.caption)
    shares, right = widths(table, width), [column.align == "right" for column in table.columns]
    finish(written, shares, right)
    style = document.styles["Paper Cell"].style_id
    few = len(table.rows) < ON_ONE_PAGE and all(len(cell.text) <= BRIEF for row in table.rows for cell in row)
    if few and table.rows:
        _lead(written.rows[0]._tr.tc_lst)
    for place, row in enumerate(table.rows, 1):
        written._tbl.append(rows.row(row, style, shares, right, leads=few and place < len(table.rows)))
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
    """Set the widths of columns and the side their cells stand on; keep every row, and a small table, whole."""
    for column, share in zip(table.columns, shares, strict=True):
        column.width = share
    written = list(table.rows)
    for number, row in enumerate(written, 1):
        access.keep_whole(row)
        # Cells as XML: the library would work out merged cells anew for each of them.
        cells: Any = row._tr.tc_lst
        for cell, share in zip(cells, shares, strict=True):
            cell.width = share
        if len(written) <= ON_ONE_PAGE and number < len(written):
            _lead(cells)
        for cell in (cell for cell, to_right in zip(cells, right, strict=False) if to_right):
            cell.p_lst[0].get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT


def gap(document: Document) -> None:
    """Keep a table apart from what follows it; Word would join two tables that touch."""
    document.add_paragraph("", "Paper Gap")


def _lead(cells: Any) -> None:
    """Keep a row, given by its cells, on the page of the next one."""
    cells[0].p_lst[0].get_or_add_pPr().keepNext_val = True


def _figure(cell: _Cell, figure: KeyFigure) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Paper Key Figure"
    paragraph.add_run(line(figure.text))
    if figure.status:
        cell.add_paragraph("", "Paper Cell")._p.append(rows.chip(figure.status, figure.status_word))
    if figure.sentence:
        cell.add_paragraph(literal(figure.sentence), "Paper Cell")
