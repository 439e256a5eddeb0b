"""Pieces of a slide: text in a box, a status as a chip, a large figure, a table.

In: texts and boxes in inches. Out: shapes on a slide, in the order in which they are read.
"""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from kpi.charts.palette import LOOKS, Status
from kpi.reports.literal import line
from kpi.reports.model import Cell, KeyFigure, Table
from kpi.reports.powerpoint.fit import lines, size_for
from kpi.reports.powerpoint.look import ACCENT, PAPER, QUIET, SMALLEST, Box, colour, sized

SHAPES: Final = {"triangle": "▼", "diamond": "◆", "circle": "●", "square": "■", "ring": "○"}
CHIP: Final = 0.42
"""Height of the chip of a status in inches."""
FIGURE_SIZES: Final = (66, 60, 54, 48, 40, 32, 28)
EDGED: Final = ("amber", "unrated", "no_data", "grey")


_RULES: Final = tuple(
    f'<a:{side} {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{QUIET[1:]}"/></a:solidFill></a:{side}>'
    for side in ("lnB", "lnT")
)
"""The lines under and over a cell."""


def look_of(status: str) -> Status:
    """Give the look of a status; what is complete is blue."""
    return LOOKS["blue" if status == "complete" else status]


def chip_text(status: str, word: str) -> str:
    """Give a status as shape, letter and word."""
    look, said = look_of(status), line(word)
    return f"{SHAPES[look.shape]} {look.letter} {said[:1].upper()}{said[1:] or look.word}"


def box_of(page: Any, box: Box, name: str) -> Any:
    """Add an empty box of text whose letters stay inside it, and give its text."""
    shape = page.shapes.add_textbox(*map(Inches, box))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Inches(0.05)
    frame.margin_top = frame.margin_bottom = Inches(0.02)
    return frame


def add_line(frame: Any, text: str, size: float, *, bold: bool = False, code: str = "#0B0C0C", after: int = 0) -> None:
    """Add a paragraph to a box of text."""
    empty = len(frame.paragraphs) == 1 and not frame.paragraphs[0].runs
    paragraph = frame.paragraphs[0] if empty else frame.add_paragraph()
    paragraph.space_after = Pt(after)
    run = paragraph.add_run()
    run.text = line(text)
    sized(run, size, bold=bold, code=code)


def figure(page: Any, one: KeyFigure, box: Box, beside: Sequence[KeyFigure] = ()) -> tuple[float, str]:
    """Write a large figure with its label, status and sentence from the top of a box.

    Labels and figures stand as high as those `beside` it. Give the height it took, and its sentence where that had no
    room.
    """
    left, top, width, room = box
    row = beside or (one,)
    label = min(size_for([other.label], width, 0.75, (22, 20, SMALLEST)) for other in row)
    head = max(lines(other.label, width, label) for other in row) * label / 60 + 0.1
    under = (CHIP + 0.08 if one.status else 0) + (0.4 if one.sentence else 0)
    high = max(room - head - under, 0.5)
    large = min(size_for([other.text], width, min(high, 1.2), FIGURE_SIZES) for other in row)
    height = head + lines(one.text, width, large) * large / 58
    frame = box_of(page, (left, top, width, height), f"Figure: {line(one.label)[:60]}")
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    add_line(frame, one.label, label, bold=True)
    add_line(frame, one.text, large, bold=True, code=ACCENT)
    if one.status:
        height += chip(page, one.status, one.status_word, (left, top + height, width, CHIP)) + 0.08
    left_over = room - height
    size = size_for([one.sentence], width, left_over, (22, 20, SMALLEST))
    needed = lines(one.sentence, width, size) * size / 60 + 0.05
    if not one.sentence or needed > left_over + 0.1:
        return height, one.sentence
    add_line(box_of(page, (left, top + height, width, needed), "Sentence"), one.sentence, size)
    return height + needed, ""


def chip(page: Any, status: str, word: str, box: Box) -> float:
    """Write a status on its colour, as wide as its words; give its height."""
    look, text = look_of(status), chip_text(status, word)
    left, top, width, height = box
    rows = lines(text, width, 20)
    wide = min(len(text) * 0.165 + 0.3, width) if rows == 1 else width
    shape = page.shapes.add_shape(1, Inches(left + 0.05), Inches(top), Inches(wide), Inches(height * rows))
    shape.name = "Status"
    # The style of the theme would add a shadow and take letters from somewhere else.
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(look.light.fill)
    shape.line.color.rgb = colour(look.light.ink if status in EDGED else look.light.fill)
    shape.line.width = Pt(1.5)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = rows > 1, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.1)
    frame.margin_top = frame.margin_bottom = 0
    add_line(frame, text, 20, bold=True, code=look.light.ink)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return height * rows


def table(page: Any, one: Table, box: Box) -> None:
    """Write a table with its heading row and its caption as alternative text."""
    left, top, width, _ = box
    rows, columns = len(one.rows) + 1, len(one.columns)
    frame = page.shapes.add_table(rows, columns, Inches(left), Inches(top), Inches(width), Inches(0.42 * rows))
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("name", "Table")
    about.set("descr", line(one.caption))
    drawn = frame.table
    drawn.first_row, drawn.first_col, drawn.horz_banding = True, True, False
    total = sum(column.weight for column in one.columns)
    for place, column in enumerate(one.columns):
        drawn.columns[place].width = Inches(width * column.weight / total)
        _cell(drawn.cell(0, place), Cell(column.heading), right=column.align == "right", fill=ACCENT, ink=PAPER)
    for number, row in enumerate(one.rows, 1):
        for place, cell in enumerate(row):
            _cell(drawn.cell(number, place), cell, right=one.columns[place].align == "right", bold=place == 0)


def _cell(to: Any, cell: Cell, *, right: bool, fill: str = PAPER, ink: str = "#0B0C0C", bold: bool = False) -> None:
    """Write a cell; one with a status takes its colour, letter and shape."""
    text = cell.text
    if cell.status:
        look = look_of(cell.status).light
        text, fill, ink, bold = chip_text(cell.status, cell.text), look.fill, look.ink, True
    to.fill.solid()
    to.fill.fore_color.rgb = colour(fill)
    for rule in _RULES:
        to._tc.get_or_add_tcPr().insert(0, parse_xml(rule))
    to.margin_top = to.margin_bottom = Inches(0.04)
    to.vertical_anchor = MSO_ANCHOR.MIDDLE
    add_line(to.text_frame, text, SMALLEST, bold=bold or ink == PAPER, code=ink)
    to.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
