"""The table of contents: a field of Word that is already filled, so that nobody has to update it to see it.

In: the headings of a document as they were written. Out: a linked entry for each, in Word's own form.
"""

from typing import Any, Final

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

# \n leaves page numbers out: only the program that lays the pages out knows them, and a wrong one is worse than none.
FIELD: Final = r' TOC \o "1-1" \n \h \z \u '

SHORT: Final = 8
"""So many entries follow the front of a paper on its first page."""

_BLOCK: Final = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
)


def mark(heading: Paragraph, place: int) -> str:
    """Set a bookmark around the text of a heading and give its name."""
    name = f"_Toc{place:08d}"
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(place))
    start.set(qn("w:name"), name)
    first = heading._p.find(qn("w:r"))
    if first is not None:
        first.addprevious(start)
        heading._p.append(end)
    return name


def write_contents(document: Document, headings: list[Paragraph], *, own_page: bool) -> None:
    """Write a heading and an entry for each of `headings` at the end of the document, as one block of Word.

    Long contents start a page where they may, so that they do not run over two.
    """
    title = document.add_paragraph("Contents", "TOC Heading")
    title.paragraph_format.page_break_before = (own_page and len(headings) > SHORT) or None
    entries = [_entry(document, heading.text, mark(heading, place)) for place, heading in enumerate(headings, 1)]
    for run in reversed((_char("begin"), _instruction(), _char("separate"))):
        entries[0]._p.get_or_add_pPr().addnext(run)
    entries[-1]._p.append(_char("end"))
    block = parse_xml(_BLOCK)
    title._p.addprevious(block)
    for paragraph in (title, *entries):
        block[-1].append(paragraph._p)


def _entry(document: Document, text: str, name: str) -> Paragraph:
    paragraph = document.add_paragraph("", "toc 1")
    run = paragraph.add_run(text)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    run._r.addprevious(link)
    link.append(run._r)
    return paragraph


def _char(kind: str) -> Any:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _instruction() -> Any:
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve">{FIELD}</w:instrText></w:r>')
