"""A paper in Word, opened again, and what the tests ask of it."""

import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kpi.reports.word import word
from tests.support.office import report


class Opened:
    """A document of python-docx with what the tests ask of it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document: Document = docx.Document(io.BytesIO(content))

    def styled(self, style: str) -> list[str]:
        """The texts of the paragraphs of a style."""
        every = (Paragraph(one, self.document) for one in self.all("w:p"))
        return [one.text for one in every if one.style is not None and one.style.name == style]

    def all(self, name: str) -> list[Any]:
        """The elements of a name in the body, in order."""
        return list(self.document.element.body.iter(qn(name)))

    def text(self) -> str:
        """Every letter of the body, tables and lists included."""
        return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in self.all("w:p"))

    def part(self, name: str) -> str:
        """A member of the file as text."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as container:
            return container.read(name).decode("utf-8")

    def around(self, kind: str) -> str:
        """Every header or footer as XML text."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as container:
            names = [name for name in container.namelist() if name.startswith(f"word/{kind}")]
            return "".join(container.read(name).decode("utf-8") for name in names)


def opened(*blocks: Any, template: bytes | None = None, **other: Any) -> Opened:
    """Write a report with these blocks and open it."""
    return Opened(word(report(*blocks, **other), template))


def template(*paragraphs: str, **styles: str) -> Document:
    """A council's document with a logo's place, its own page and these paragraphs."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Council of the demonstration: {{ title }}"
    for text in paragraphs:
        made.add_paragraph(text, styles.get(text))
    return made


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    body = io.BytesIO()
    document.save(body)
    return body.getvalue()


def template_file(*paragraphs: str) -> bytes:
    """Give the same document as the bytes of its file."""
    body = io.BytesIO()
    template(*paragraphs).save(body)
    return body.getvalue()
