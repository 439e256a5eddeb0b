"""A paper as a Word document: real headings, lists and tables, the same bytes for the same report.

In: a Report, and the council's own template where it has one. Out: the bytes of a .docx file.
"""

import io

import docx
from docx.document import Document
from docx.shared import Cm, Emu

from kpi.reports.literal import line
from kpi.reports.model import Report, Section
from kpi.reports.package import repacked
from kpi.reports.word import access, styles
from kpi.reports.word.blocks import Draw, Writing, write
from kpi.reports.word.numbering import Lists


def word(report: Report, draw: Draw | None = None) -> bytes:
    """Write a report as a .docx file."""
    document = _default()
    access.speak_english(document)
    to = Writing(document, Lists(document), _text_width(document), draw)
    document.add_paragraph(line(report.title), "Title")
    for section in report.sections:
        _section(section, to)
    _describe(document, report)
    body = io.BytesIO()
    document.save(body)
    return repacked(body.getvalue(), report.made)


def _default() -> Document:
    """Make the document that ships: A4, with the looks of the dashboard."""
    document = docx.Document()
    styles.dress(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin, page.bottom_margin = Cm(2.4), Cm(2.4)
    return document


def _text_width(document: Document) -> Emu:
    """Give the width between the margins of the last section."""
    page = document.sections[-1]
    across, left, right = page.page_width or Cm(21), page.left_margin or Cm(2), page.right_margin or Cm(2)
    return Emu(across - left - right)


def _section(section: Section, to: Writing) -> None:
    to.document.add_paragraph(line(f"{section.number} {section.title}"), "Heading 1")
    for block in section.blocks:
        write(block, to)
    if section.clearance:
        to.document.add_paragraph(line(section.clearance), "Paper Clearance")


def _describe(document: Document, report: Report) -> None:
    """Set the properties of the file from the report: no clock, no name of a machine."""
    about = document.core_properties
    about.title, about.subject, about.language = line(report.title)[:255], line(report.kind)[:255], access.LANGUAGE
    about.author = about.last_modified_by = line(report.council)[:255]
    about.created = about.modified = report.made.replace(tzinfo=None)
    about.revision, about.comments, about.keywords = 1, "", ""
    about.version, about.identifier = f"Revision {report.revision}", report.seal[:255]
