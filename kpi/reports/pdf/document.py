"""A report as plain data for typst: every word a string, every chart a drawing, nothing that could be markup.

In: a Report. Out: a dictionary that JSON can hold.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from functools import singledispatch
from typing import Any, Final

from kpi.charts.fonts import SANS, SYMBOLS, showable
from kpi.charts.palette import LOOKS, Status
from kpi.charts.sheet import folded
from kpi.charts.static import vector
from kpi.reports import said
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
from kpi.reports.pdf import flow
from kpi.reports.pdf.widths import ACROSS, LETTERS, UPRIGHT, alike, headings, widths

SEAL_SHOWN: Final = 12
"""Letters of the seal that stand in the footer."""
_ENDLESS: Final = re.compile(r"\S{28,}")
"""What may reach over the edge of a cell or of the page, so that it gets places to break."""
_PIECE: Final = r".{1,8}"
MOST_FIGURES: Final = 4
FEW_FIGURES: Final = 3
"""So many large figures fit side by side; of more, so many to a row."""
BETWEEN: Final = 16.0
"""Points between large figures."""
LONG_CELL: Final = 400
"""A cell with more letters than this may break across pages."""


def document(report: Report) -> dict[str, Any]:
    """Give everything the paper says."""
    title = report.title.strip() or said.kind(report)
    name = f"Draft: {title}" if report.is_draft else title
    meeting, kind = said.meeting(report), said.kind(report)
    return {
        "title": text(name),
        "description": text(f"{said.kind(report)}, {report.period}, revision {report.revision}"),
        "council": text(report.council),
        "meeting": text(f"{kind} for {meeting}" if meeting else kind),
        "asked": text(said.asked(report)),
        "marks": [text(mark) for mark in said.marks(report)],
        "made": list(report.made.astimezone(UTC).timetuple()[:6]),
        "fonts": [SANS, SYMBOLS],
        "draft": report.is_draft,
        "gaps": [text(f"{gap.text} {gap.fix}".strip()) for gap in report.gaps],
        "mismatches": [text(str(problem)) for problem in report.mismatches],
        "exempt": text(report.exempt_reason),
        "illustrative": text(report.illustrative),
        "sealed": text(f"Figures as at revision {report.revision}, sealed {report.seal[:SEAL_SHOWN]}"),
        "fields": [[text(label), text(told)] for label, told in report.fields],
        "recommendations": [text(each) for each in report.recommendations],
        "contents": report.contents,
        "sections": [_section(section) for section in (*report.body, *report.appendices)],
    }


def text(told: str) -> str:
    """Make text fit for the page: literal, with a name in place of what the letters cannot show, and breakable."""
    return _ENDLESS.sub(lambda found: "\u200b".join(re.findall(_PIECE, found[0])), showable(literal(told)))


def _section(section: Section) -> dict[str, Any]:
    number = f"Appendix {section.number}: " if section.appendix else f"{section.number} " if section.number else ""
    turned = section.appendix and flow.is_wide(section.blocks)
    return {
        "title": text(f"{number}{section.title}".strip() or "Untitled"),
        "apart": section.new_page,
        "turned": turned,
        "clearance": text(section.clearance),
        "blocks": list(_blocks(section, ACROSS if turned else UPRIGHT)),
    }


def _blocks(section: Section, page: float) -> Iterator[dict[str, Any]]:
    """Give the parts of a section on a page of this width, and how each stands to its neighbours."""
    blocks = flow.regular(section.blocks) or [Paragraph("Nothing is written here yet.")]
    flowing = flow.flow(blocks, one_a_page=section.appendix)
    in_line = {} if any(stands.apart for stands in flowing) else alike(blocks, page)
    for block, stands in zip(blocks, flowing, strict=True):
        made = (
            _table(block, in_line.get(headings(block)) or widths(block, page))
            if isinstance(block, Table)
            else _block(block)
        )
        yield made | {"held": stands.held, "inward": stands.inward, "apart": stands.apart}


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


def _table(block: Table, wide: Sequence[float]) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": text(block.caption),
        "columns": [
            {"heading": text(column.heading), "align": column.align, "width": points}
            for column, points in zip(block.columns, wide, strict=True)
        ],
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
        "alt": text(chart.alt.strip() or chart.title.strip() or "Chart"),
        "caption": text(block.caption),
        "svg": vector(chart).decode(),
    }


@_block.register
def _figures(block: KeyFigures) -> dict[str, Any]:
    across = len(block.figures) if len(block.figures) <= MOST_FIGURES else FEW_FIGURES
    rows = [block.figures[place : place + across] for place in range(0, len(block.figures), max(across, 1))]
    room = (UPRIGHT - BETWEEN * (across - 1)) / max(across, 1)
    return {
        "kind": "figures",
        "across": across,
        "between": BETWEEN,
        "rows": [{"lines": _label_lines(row, room), "figures": [_figure(figure) for figure in row]} for row in rows],
    }


def _label_lines(figures: Sequence[KeyFigure], room: float) -> int:
    """Give the lines of the longest label, so that all figures of a row stand at one height."""
    return max(len(folded(figure.label, LETTERS, room, True)) for figure in figures)


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
