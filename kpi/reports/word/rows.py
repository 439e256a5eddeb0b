"""Rows of a table in Word as XML at once: the library would look for each cell's place anew, which takes most of it.

In: Cells, the width and side of each column. Out: <w:tr> elements; text is escaped, never markup.
"""

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu

from kpi.charts.palette import LOOKS
from kpi.reports.literal import line, literal
from kpi.reports.model import Cell

SHAPES: Final = {"triangle": "▼", "diamond": "◆", "circle": "●", "square": "■", "ring": "○"}
EDGED: Final = ("amber", "unrated", "no_data", "grey")
"""Statuses whose fill is too light to stand out from the paper without an edge."""
_NAMES: Final = nsdecls("w")
_LEADS: Final = "<w:keepNext/>"
_RIGHT: Final = '<w:jc w:val="right"/>'
_ENDS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def row(cells: Sequence[Cell], style: str, shares: Sequence[Emu], right: Sequence[bool], *, leads: bool) -> Any:
    """Write a row that stays whole; it `leads` where it stays on the page of the next one. `style` is an id."""
    each = zip(cells, shares, right, strict=True)
    written = "".join(
        _cell(cell, style, Emu(share).twips, _LEADS * (leads and not place) + _RIGHT * to_right)
        for place, (cell, share, to_right) in enumerate(each)
    )
    return parse_xml(f"<w:tr {_NAMES}><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>")


def _cell(cell: Cell, style: str, twips: int, more: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{_run(cell)}</w:p>'
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{twips}"/></w:tcPr>{paragraph}</w:tc>'


def chip(status: str, word: str) -> Any:
    """Write a status as shape, letter and word on its colour, with an edge where the colour is light."""
    return parse_xml(_chip(status, word, _NAMES))


def _run(cell: Cell) -> str:
    return _chip(cell.status, cell.text) if cell.status else f"<w:r>{_text(literal(cell.text))}</w:r>"


def _chip(status: str, word: str, names: str = "") -> str:
    look = LOOKS["blue" if status == "complete" else status]
    ink, fill = look.light.ink[1:], look.light.fill[1:]
    edge = f'<w:bdr w:val="single" w:sz="8" w:space="0" w:color="{ink}"/>' if status in EDGED else ""
    paint = f'<w:b/><w:color w:val="{ink}"/>{edge}<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    told = _text(f" {SHAPES[look.shape]} {look.letter} {_capital(line(word) or look.word)} ")
    return f"<w:r {names}><w:rPr>{paint}</w:rPr>{told}</w:r>"


def _text(text: str) -> str:
    """Write text with its line breaks and tabs."""
    told, piece = "", ""
    for char in text:
        if char in _ENDS:
            told, piece = f"{told}{_piece(piece)}{_ENDS[char]}", ""
        else:
            piece += char
    return told + _piece(piece)


def _piece(text: str) -> str:
    if not text:
        return ""
    keep = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{keep}>{escape(text)}</w:t>"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
