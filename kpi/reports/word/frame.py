"""What stands around every page: marks at the head, council, revision, seal and page at the foot, DRAFT across.

In: a python-docx document and a Report. Out: the document with its headers and footers.
"""

from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer, _Header
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from kpi.reports import said
from kpi.reports.literal import line
from kpi.reports.model import Report

_VML: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_PLACE: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:440pt;height:150pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def surround(document: Document, report: Report, width: Emu) -> None:
    """Put marks and page numbers on every kind of page that the document has; what a template brings stays."""
    for header in _parts(document, "header"):
        for mark in said.marks(report):
            _next(header).add_run(mark).bold = True
        header.paragraphs[-1].paragraph_format.space_after = Pt(12)
        if report.is_draft:
            _watermark(header.paragraphs[-1])
    for footer in _parts(document, "footer"):
        first = _next(footer)
        first.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        first.add_run(f"{line(report.council)}. {said.revision(report)}\tPage ")
        _field(first, "PAGE")
        first.add_run(" of ")
        _field(first, "NUMPAGES")
        seal = _next(footer).add_run(f"Seal of the record: {line(report.seal)}")
        seal.font.size = Pt(9)


def _parts(document: Document, kind: str) -> Iterator[Any]:
    """Give the headers or footers of each section: those of all pages, of its first page, of even pages."""
    for place, section in enumerate(document.sections):
        found = [getattr(section, kind)]
        if section.different_first_page_header_footer:
            found.append(getattr(section, f"first_page_{kind}"))
        if document.settings.odd_and_even_pages_header_footer:
            found.append(getattr(section, f"even_page_{kind}"))
        yield from (part for part in found if place == 0 or not part.is_linked_to_previous)


def _next(part: _Header | _Footer) -> Paragraph:
    """Give the first paragraph while it is empty, else a new one at the end."""
    first = part.paragraphs[0] if part.paragraphs else part.add_paragraph()
    free = len(part.paragraphs) == 1 and not len(first.runs) and not part.tables
    style = "Header" if isinstance(part, _Header) else "Footer"
    paragraph = first if free else part.add_paragraph()
    paragraph.style = style
    return paragraph


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word works out by itself, such as PAGE."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def _watermark(paragraph: Paragraph) -> None:
    """Put DRAFT across the page, behind the text."""
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {_VML}><w:pict>"
            '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
            'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
            '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
            '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
            '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
            '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="Draft" '
            f'style="{_PLACE}" fillcolor="#d8d8d8" stroked="f" o:allowincell="f">'
            '<v:fill opacity=".5"/><v:textpath style="font-family:\'Arial\';font-size:1pt" string="DRAFT"/>'
            '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
        )
    )
