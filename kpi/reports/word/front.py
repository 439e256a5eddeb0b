"""The front of a paper: whose it is, what nobody may overlook, its details and its recommendations.

In: a Report. Out: content at the end of a python-docx document, block by block.
"""

from typing import Final

from kpi.reports import said
from kpi.reports.literal import line, literal
from kpi.reports.model import Bullets, Report
from kpi.reports.word.blocks import Writing, points
from kpi.reports.word.tables import finish, gap, start
from kpi.reports.word.widths import shared

DETAILS: Final = "Details of this report"


def title(report: Report, to: Writing) -> None:
    """Write council, title, and the meeting it goes to."""
    document = to.document
    document.add_paragraph(line(report.council), "Paper Council")
    document.add_paragraph(line(report.title), "Title")
    where = f" for {said.meeting(report)}" if report.meeting else f", {report.period}"
    document.add_paragraph(line(said.kind(report) + where), "Subtitle")


def notices(report: Report, to: Writing) -> None:
    """Write that it is exempt, that it is a draft with what is missing, and which figures are illustrative."""
    if report.exempt_reason:
        to.document.add_paragraph(literal(f"Not for publication. {report.exempt_reason}"), "Paper Warning")
    if report.illustrative:
        to.document.add_paragraph(literal(report.illustrative), "Paper Notice")
    if report.is_draft or report.mismatches:
        _missing(report, to)


def details(report: Report, to: Writing) -> None:
    """Write the lines over a committee report as a table."""
    if report.fields:
        gap(to.document)
        table = start(to.document, (DETAILS, "Entry"), DETAILS)
        for label, text in report.fields:
            cells = table.add_row().cells
            for cell, value, style in zip(cells, (label, text), ("Paper Cell Heading", "Paper Cell"), strict=True):
                cell.paragraphs[0].style = style
                cell.paragraphs[0].add_run(literal(value or "Not given"))
        finish(table, shared([2.0, 3.0], to.width))
        gap(to.document)


def recommendations(report: Report, to: Writing) -> None:
    """Write what the meeting is asked to do."""
    if report.recommendations:
        to.document.add_paragraph("Recommendations", "Heading 1")
        to.document.add_paragraph(line(said.asked(report)))
        points(Bullets(report.recommendations, ordered=True), to)


def _missing(report: Report, to: Writing) -> None:
    """List what is missing for publication, and what to do about each."""
    draft = "Draft, not for publication: what is missing" if report.is_draft else "Figures to check"
    to.document.add_paragraph(draft, "Heading 1")
    gaps = tuple(" ".join((gap.text, gap.fix)) for gap in report.gaps)
    points(Bullets((*gaps, *map(str, report.mismatches))), to)
