"""A paper as a Word document: real headings, lists and tables, the same bytes for the same report.

In: a Report, and the council's own template where it has one. Out: the bytes of a .docx file.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from kpi.charts.static import picture
from kpi.reports import said
from kpi.reports.literal import line
from kpi.reports.model import Report, Section
from kpi.reports.package import repacked
from kpi.reports.word import access, frame, front, template, turn
from kpi.reports.word.blank import default
from kpi.reports.word.blocks import Writing, write
from kpi.reports.word.contents import write_contents
from kpi.reports.word.numbering import Lists


def word(report: Report, given: bytes | None = None) -> bytes:
    """Write a report as a .docx file, in the council's own template where one is `given`; ProblemError refuses it."""
    document = default() if given is None else template.open_template(given)
    places = {} if given is None else template.places(document)
    named = set() if given is None else template.fill(document, said.words(report), places)
    access.speak_english(document)
    page = turn.page_at(document, places.get("body"))
    to = Writing(document, Lists(document), template.width_at(document, places.get("body")), picture)
    frame.surround(document, report, to.width)
    _fill(report, to, places, page, titled="title" in named)
    turn.close(document)
    _describe(document, report)
    body = io.BytesIO()
    document.save(body)
    return repacked(body.getvalue(), report.made)


def check(report: Report, given: bytes) -> None:
    """Raise ProblemError where the council's own template could not take a report, without laying it out."""
    document = template.open_template(given)
    template.fill(document, said.words(report), template.places(document))


def _fill(report: Report, to: Writing, places: dict[str, Any], page: Any, *, titled: bool) -> None:
    """Write every part of the paper into its own place, or into the body one after the other."""
    if not titled:
        _put(to, places.get("body"), lambda: front.title(report, to))
    _put(to, places.get("body"), lambda: front.notices(report, to))
    _put(to, places.get("details", places.get("body")), lambda: front.details(report, to))
    _put(to, places.get("recommendations", places.get("body")), lambda: front.recommendations(report, to))
    first = _put(to, places.get("body"), lambda: _sections(report, to, page))
    if report.contents and first is not None:
        _contents(to, places, first)
    for paragraph in places.values():
        _take_out(paragraph)


def _put(to: Writing, place: Any, write_part: Callable[[], None]) -> Any:
    """Write a part and give its first element; what was written moves before its place, or stays at the end."""
    body = to.document.element.body
    before = len(body)
    write_part()
    written = list(body)[before - 1 : -1]
    if place is not None:
        for element in written:
            place.addprevious(element)
    return written[0] if written else None


def _sections(report: Report, to: Writing, page: Any) -> None:
    """Write every section, those with wide tables on pages on their side."""
    for place, section in enumerate(report.sections):
        if place and turn.is_wide(section, to.width):
            turn.upright_ends(to.document, page)
            _section(section, replace(to, width=turn.turned_width(page)))
            turn.turned_ends(to.document, page)
        else:
            _section(section, to)


def _section(section: Section, to: Writing) -> None:
    """Write a section under its heading, with who cleared it at its end."""
    name = f"Appendix {section.number}: {section.title}" if section.appendix else f"{section.number} {section.title}"
    heading = to.document.add_paragraph(line(name), "Heading 1")
    heading.paragraph_format.page_break_before = section.new_page or None
    if section.exempt:
        to.document.add_paragraph("Exempt: this part is not for publication.", "Paper Warning")
    write(section.blocks, to)
    if section.clearance:
        to.document.add_paragraph(f"[{line(section.clearance).strip('[]')}]", "Paper Clearance")


def _contents(to: Writing, places: dict[str, Any], first: Any) -> None:
    """Write the contents, once every heading stands, where the template has them or before the first section."""
    headings = [one for one in to.document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    _put(
        to,
        places.get("contents", first),
        lambda: write_contents(to.document, headings, own_page="contents" not in places),
    )


def _take_out(paragraph: Any) -> None:
    """Take the paragraph of a place away; one that ends a section of the template stays, empty."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        paragraph.getparent().remove(paragraph)
    else:
        for run in paragraph.findall(qn("w:r")):
            paragraph.remove(run)


def _describe(document: Document, report: Report) -> None:
    """Set the properties of the file from the report: no clock, no name of a machine."""
    about = document.core_properties
    about.title, about.subject, about.language = line(report.title)[:255], said.kind(report)[:255], access.LANGUAGE
    about.author = about.last_modified_by = line(report.council)[:255]
    about.created = about.modified = report.made.replace(tzinfo=None)
    about.revision, about.comments, about.keywords = 1, "", ""
    about.version, about.identifier = f"Revision {report.revision}", line(report.seal)[:255]
