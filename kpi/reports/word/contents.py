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


def write_contents(document: Document, headings: list[Paragraph]) -> list[Any]:
    """Write an entry for each heading at the end of the document; give the paragraphs' XML."""
    entries = [_entry(document, heading.text, mark(heading, place)) for place, heading in enumerate(headings, 1)]
    if entries:
        opening = [_char("begin"), _instruction(), _char("separate")]
        place = 1 if entries[0]._p.pPr is not None else 0
        for run in reversed(opening):
            entries[0]._p.insert(place, run)
        entries[-1]._p.append(_char("end"))
    return [entry._p for entry in entries]


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
