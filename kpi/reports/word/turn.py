"""Pages turned on their side for tables that do not fit upright, with the same headers and footers.

In: a python-docx document and the properties of the page where a paper stands. Out: sections of Word.
"""

import copy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu

from kpi.reports.model import Section, Table
from kpi.reports.word.access import child
from kpi.reports.word.widths import needed

POINT = 12_700
"""EMU of a point."""


def is_wide(section: Section, width: Emu) -> bool:
    """Tell an appendix with a table whose longest words do not fit side by side on an upright page."""
    tables = (block for block in section.blocks if isinstance(block, Table))
    return section.appendix and any(sum(needed(table)) * POINT > width for table in tables)


def page_at(document: Document, place: Any) -> Any:
    """Give the properties of the page on which a paragraph of the body stands; of the last page without one."""
    body = document.element.body
    after = list(body)[list(body).index(place) :] if place is not None else []
    breaks = (one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") for one in after)
    return next((found for found in breaks if found is not None), body.find(qn("w:sectPr")))


def upright_ends(document: Document, page: Any) -> None:
    """End the upright pages before what comes next, where they have not ended yet."""
    last = _last(document)
    if last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        last.get_or_add_pPr().append(copy.deepcopy(page))
        # A first page of its own, and numbers from 1, belong to where the paper starts, not to each of its parts.
        for found in [*page.findall(qn("w:titlePg")), *page.findall(qn("w:pgNumType"))]:
            page.remove(found)


def turned_ends(document: Document, page: Any) -> None:
    """End pages on their side; upright pages follow."""
    turned = copy.deepcopy(page)
    size = child(turned, "w:pgSz")
    across, down = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), down)
    size.set(qn("w:h"), across)
    size.set(qn("w:orient"), "landscape")
    _last(document).get_or_add_pPr().append(turned)


def turned_width(page: Any) -> Emu:
    """Give the width of the text on a page on its side."""
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    twentieths = int(size.get(qn("w:h"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))
    return Emu(twentieths * POINT // 20)


def close(document: Document) -> None:
    """Let the last pages be the last: a break at the very end would add an empty page."""
    body, last = document.element.body, _last(document)
    found = last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if last is not None else None
    if found is not None:
        body.remove(body.find(qn("w:sectPr")))
        body.append(found)


def _last(document: Document) -> Any:
    return document.element.body.findall(qn("w:p"))[-1]
