"""A report as plain data for typst: every word a string, every chart a drawing, nothing that could be markup.

In: a Report. Out: a dictionary that JSON can hold.
"""

from dataclasses import asdict
from functools import singledispatch
from typing import Any, Final

from kpi.charts.fonts import SANS, SYMBOLS, showable
from kpi.charts.palette import LOOKS, Status
from kpi.charts.static import vector
from kpi.reports.literal import literal
from kpi.reports.model import (
    Block,
    Bullets,
    Callout,
    Cell,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Report,
    Section,
    Subheading,
    Table,
)

SEAL_SHOWN: Final = 12
"""Letters of the seal that stand in the footer."""
LONG_CELL: Final = 400
"""A cell with more letters than this may break across pages."""


def document(report: Report) -> dict[str, Any]:
    """Give everything the paper says."""
    name = f"Draft: {report.title}" if report.is_draft else report.title
    return {
        "title": text(name),
        "description": text(f"{report.kind}, {report.period}, revision {report.revision}"),
        "council": text(report.council),
        "kind": text(report.kind),
        "made": [report.made.year, report.made.month, report.made.day],
        "fonts": [SANS, SYMBOLS],
        "draft": report.is_draft,
        "gaps": [text(f"{gap.text} {gap.fix}".strip()) for gap in report.gaps],
        "exempt": text(report.exempt_reason),
        "illustrative": text(report.illustrative),
        "sealed": text(f"Figures as at revision {report.revision}, sealed {report.seal[:SEAL_SHOWN]}"),
        "fields": [[text(label), text(told)] for label, told in report.fields],
        "recommendations": [text(each) for each in report.recommendations],
        "contents": report.contents,
        "sections": [_section(section) for section in (*report.body, *report.appendices)],
    }


def text(told: str) -> str:
    """Make text fit for the page: literal, and with a name in place of what the letters cannot show."""
    return showable(literal(told))


def _section(section: Section) -> dict[str, Any]:
    number = f"Appendix {section.number}: " if section.appendix else f"{section.number} " if section.number else ""
    return {
        "title": text(f"{number}{section.title}"),
        "apart": section.new_page,
        "clearance": text(section.clearance),
        "blocks": [_block(block) for block in section.blocks],
    }


@singledispatch
def _block(block: Block) -> dict[str, Any]:
    """Give one part of a section with its kind."""
    raise TypeError(f"a PDF has no {type(block).__name__}")


@_block.register
def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {"kind": "paragraph", "text": text(block.text), "number": text(block.number)}


@_block.register
def _bullets(block: Bullets) -> dict[str, Any]:
    return {"kind": "bullets", "items": [text(item) for item in block.items], "ordered": block.ordered}


@_block.register
def _subheading(block: Subheading) -> dict[str, Any]:
    return {"kind": "subheading", "text": text(block.text), "level": block.level}


@_block.register
def _table(block: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": text(block.caption),
        "columns": [asdict(column) | {"heading": text(column.heading)} for column in block.columns],
        "rows": [[_cell(cell) for cell in row] for row in block.rows],
        "note": text(block.note),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"text": text(cell.text), "long": len(cell.text) > LONG_CELL} | _look(cell.status)


@_block.register
def _picture(block: Picture) -> dict[str, Any]:
    chart = block.chart
    return {
        "kind": "picture",
        "title": text(chart.title),
        "reads": text(chart.reads),
        "alt": text(chart.alt or chart.title),
        "caption": text(block.caption),
        "svg": vector(chart).decode(),
    }


@_block.register
def _figures(block: KeyFigures) -> dict[str, Any]:
    return {"kind": "figures", "figures": [_figure(figure) for figure in block.figures]}


def _figure(figure: KeyFigure) -> dict[str, Any]:
    told = {"label": figure.label, "text": figure.text, "word": figure.status_word, "sentence": figure.sentence}
    return {name: text(words) for name, words in told.items()} | _look(figure.status)


@_block.register
def _callout(block: Callout) -> dict[str, Any]:
    return {"kind": "callout", "text": text(block.text)}


def _look(status: str) -> dict[str, Any]:
    """Give the chip of a status; nothing where there is none."""
    look = LOOKS.get("blue" if status == "complete" else status)
    return {"look": _chip(look)} if look else {}


def _chip(look: Status) -> dict[str, str]:
    edge = look.light.ink if look.letter in ("A", "–") else ""
    return {"letter": look.letter, "shape": look.shape, "fill": look.light.fill, "ink": look.light.ink, "edge": edge}
