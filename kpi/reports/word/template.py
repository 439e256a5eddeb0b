"""The council's own template: its page, headers, styles and logo stay, and the paper goes where it says.

In: bytes of a .docx file. Out: a document whose places are filled; text of a paper is put in, never read as a template.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from kpi.problem import excerpt
from kpi.reports.word import guard
from kpi.reports.word.styles import complete

BLOCKS: Final = ("body", "details", "recommendations", "contents")
"""What takes a paragraph of its own; only the first is needed."""
_PLACE: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def open_template(content: bytes) -> Document:
    """Open a council's .docx after looking into it; ProblemError when it cannot serve."""
    guard.check(content)
    try:
        document = docx.Document(io.BytesIO(content))
        # A document without a body or a page would fail later, in the middle of a paper.
        if document.element.body is None or not len(document.sections):
            raise guard.damaged()
        complete(document)
    except (OpcError, KeyError, ValueError, SyntaxError, AttributeError, IndexError, TypeError) as fault:
        raise guard.damaged() from fault
    return document


def places(document: Document) -> dict[str, Any]:
    """Find the paragraphs that stand for blocks, by name; ProblemError where the body has no place or two."""
    found: dict[str, Any] = {}
    for paragraph in document.element.body.findall(qn("w:p")):
        whole = _PLACE.fullmatch("".join(text.text or "" for text in _texts(paragraph)).strip())
        if whole and whole[1] in BLOCKS:
            if whole[1] in found:
                raise guard.refuse("template-place-twice", f"{_shown(whole[1])} stands in it twice.", "Keep one.")
            found[whole[1]] = paragraph
    if "body" not in found:
        message = f"It has no paragraph {_shown('body')}, so that there is no place for the report."
        fix = f"Type {_shown('body')} as a paragraph of its own where the report begins, outside tables and text boxes."
        raise guard.refuse("template-without-body", message, fix)
    return found


def fill(document: Document, words: Mapping[str, str], taken: Mapping[str, Any]) -> set[str]:
    """Put words into their places in body, headers and footers, and give the names found in the body.

    ProblemError names a place that nothing fills. `taken` are the paragraphs of blocks.
    """
    named: set[str] = set()
    own = {id(paragraph) for paragraph in taken.values()}
    for root in _roots(document):
        for paragraph in root.iter(qn("w:p")):
            if id(paragraph) not in own:
                names = _fill_paragraph(paragraph, words)
                named |= names if root is document.element.body else set()
    return named


def width_at(document: Document, place: Any) -> Emu:
    """Give the width of the text on the pages where a paragraph stands."""
    before = 0 if place is None else len(place.xpath("preceding-sibling::w:p[w:pPr/w:sectPr]"))
    page = document.sections[min(before, len(document.sections) - 1)]
    across, left, right = page.page_width or Cm(21), page.left_margin or Cm(2), page.right_margin or Cm(2)
    return Emu(max(across - left - right, Cm(8)))


def _fill_paragraph(paragraph: Any, words: Mapping[str, str]) -> set[str]:
    """Fill every place of one paragraph, from the last to the first; Word may have cut its text anywhere."""
    texts = list(_texts(paragraph))
    found = list(_PLACE.finditer("".join(text.text or "" for text in texts)))
    for place in reversed(found):
        name = place[1]
        if name not in words:
            known = ", ".join(map(_shown, (*BLOCKS, *words)))
            message = f"It asks for {excerpt(place[0])}, which no paper has there."
            fix = f"Take it out, or write one of {known}; the first four stand as paragraphs of their own."
            raise guard.refuse("template-unknown-place", message, fix)
        _replace(texts, place.start(), place.end(), words[name])
    return {place[1] for place in found}


def _replace(texts: list[Any], start: int, end: int, by: str) -> None:
    """Replace characters that may stand in several runs; the words take the looks of the first of them."""
    at = 0
    for text in texts:
        content = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(content))
        if first < last:
            text.text = content[:first] + (by if at + first == start else "") + content[last:]
            text.set(qn("xml:space"), "preserve")
        at += len(content)


def _texts(paragraph: Any) -> Iterator[Any]:
    """Give the texts of a paragraph, without those of a text box that hangs on it."""
    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text


def _roots(document: Document) -> Iterator[Any]:
    yield document.element.body
    for part in document.part.package.iter_parts():
        if part.content_type.endswith((".header+xml", ".footer+xml")):
            yield part.element


def _shown(name: str) -> str:
    return "{{ " + name + " }}"
