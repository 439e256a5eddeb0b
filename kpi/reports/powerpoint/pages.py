"""One slide: its sentence, what shows it, and beside that the figures, the gap and who acts.

In: a Slide of a fitted Deck. Out: a slide of the presentation; what had no room on it stands in its notes.
"""

import copy
from typing import Any, Final

from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Pt

from kpi.charts.palette import INK
from kpi.period import reader_date
from kpi.reports.literal import line, literal
from kpi.reports.powerpoint import look
from kpi.reports.powerpoint.charts import draw, is_drawable
from kpi.reports.powerpoint.fit import lines, size_for
from kpi.reports.powerpoint.look import CONTENT, PAPER, SMALLEST, Box
from kpi.reports.powerpoint.pieces import add_line, box_of, figure, table
from kpi.reports.slides import Deck, Slide

SIDE_WIDTH, SPACE = 3.7, 0.35
IN_A_ROW: Final = 3
NO_FIGURES: Final = "There are no figures to draw."
GAP: Final = "Gap to target"
MOST_UNDER: Final = 1.0
"""Inches that who acts may take under a chart."""
PARTS: Final = "Parts of this briefing are illustrative."
HOLLOW: Final = "Hollow points are illustrative figures."


def add(show: Presentation, deck: Deck, slide: Slide) -> None:
    """Add a slide to the presentation."""
    page: Any = show.slides.add_slide(show.slide_layouts.get_by_name(layout_of(slide)))
    unsaid: list[str] = []
    _title(page, slide, large=layout_of(slide) == look.OPENING)
    if layout_of(slide) == look.OPENING:
        _opening(page, deck, slide)
        _mark(page, _marks(deck, slide), dark=True)
    else:
        add_line(box_of(page, look.KICKER, "Period"), deck.period, SMALLEST, code=look.QUIET)
        unsaid += _content(page, deck, slide)
    _foot(page, deck)
    notes = "\n".join(literal(text) for text in (slide.notes, *unsaid) if text)
    page.notes_slide.notes_text_frame.text = notes


def layout_of(slide: Slide) -> str:
    """Name the layout of a slide: an opening with nothing to show but words is a title page."""
    if slide.chart or slide.figures or slide.table:
        return look.MESSAGE
    if slide.why == "opening":
        return look.OPENING
    return look.POINTS if slide.points else look.MESSAGE


def _title(page: Any, slide: Slide, *, large: bool) -> None:
    """Write the sentence as large as it fits."""
    box, sizes = (look.OPENING_TITLE, (44, 40, 36, 32, 28)) if large else (look.TITLE, (32, 30, 28, 26, 24))
    page.shapes.title.text_frame.text = line(slide.title)
    for run in page.shapes.title.text_frame.paragraphs[0].runs:
        run.font.size = Pt(size_for([slide.title], box[2], box[3], sizes))


def _opening(page: Any, deck: Deck, slide: Slide) -> None:
    """Write council and period under the title of a title page, then its points."""
    texts = [deck.council, deck.period, *slide.points]
    _, _, width, height = look.OPENING_TEXT
    size = size_for(texts, width, height, (28, 24, 20, SMALLEST), between=0.3)
    _fill(page.placeholders[1].text_frame, texts, size)


def _content(page: Any, deck: Deck, slide: Slide) -> list[str]:
    """Write what shows the message, what stands beside it, and under it who acts; give what had no room."""
    left, top, width, _ = CONTENT
    bottom = _mark(page, _marks(deck, slide), dark=False)
    alone = bool(slide.figures) and not slide.chart
    under = _told(slide, gap=alone)
    size = size_for([under], width, MOST_UNDER, (20, SMALLEST)) if under else 0
    tall = lines(under, width, size) * size / 60 + 0.1 if under else 0.0
    room = bottom - tall - top - 0.1
    unsaid: list[str] = []
    if alone:
        unsaid = _figures(page, slide, (left, top, width, room))
    else:
        beside = bool(slide.gap or slide.figures)
        _main(page, deck, slide, (left, top, width - SIDE_WIDTH - SPACE if beside else width, room))
        unsaid = _side(page, slide, (left + width - SIDE_WIDTH, top, SIDE_WIDTH, room)) if beside else []
    if under:
        add_line(box_of(page, (left, bottom - tall, width, tall), "Who acts"), under, size)
    return unsaid


def _main(page: Any, deck: Deck, slide: Slide, box: Box) -> None:
    """Draw the chart, the table or the points."""
    if slide.chart:
        if is_drawable(slide.chart):
            draw(page, slide.chart, box, deck.made)
        else:
            add_line(box_of(page, box, "No chart"), NO_FIGURES, 28)
    elif slide.table:
        table(page, slide.table, box)
    elif slide.points:
        shape = page.placeholders[1]
        look.place(shape, box)
        size = size_for(slide.points, box[2] - 0.4, box[3], (28, 26, 24, 22, 20, SMALLEST), between=0.4)
        _fill(shape.text_frame, slide.points, size)


def _figures(page: Any, slide: Slide, box: Box) -> list[str]:
    """Write large figures side by side, in two rows where there are many; give sentences that had no room."""
    left, top, width, height = box
    rows = [slide.figures[place : place + IN_A_ROW] for place in range(0, len(slide.figures), IN_A_ROW)]
    if len(slide.figures) == IN_A_ROW + 1:
        rows = [slide.figures[:2], slide.figures[2:]]
    across = max(map(len, rows))
    wide, tall = (width - SPACE * (across - 1)) / across, height / len(rows)
    unsaid = []
    for number, row in enumerate(rows):
        for place, one in enumerate(row):
            where = (left + place * (wide + SPACE), top + number * tall, wide, tall - 0.15)
            unsaid.append(figure(page, one, where, row)[1])
    return unsaid


def _side(page: Any, slide: Slide, box: Box) -> list[str]:
    """Write figures and the gap one under the other while there is room; give the rest."""
    left, top, width, height = box
    gap, used = line(slide.gap), 0.0
    unsaid = []
    size = size_for([GAP, gap], width, height / 2, (20, SMALLEST)) if gap else 0
    needed = (1 + lines(gap, width, size)) * size / 60 + 0.1 if gap else 0.0
    for one in slide.figures:
        room = (height - needed) / len(slide.figures) - 0.15
        taken, sentence = figure(page, one, (left, top + used, width, room))
        used += taken + 0.15
        unsaid.append(sentence)
    if not gap or used + needed > height + 0.3:
        return [*unsaid, f"{GAP}: {gap}" if gap else ""]
    frame = box_of(page, (left, top + used, width, needed), GAP)
    add_line(frame, GAP, SMALLEST, code=look.QUIET)
    add_line(frame, gap, size, bold=True)
    return unsaid


def _told(slide: Slide, *, gap: bool) -> str:
    """Say who acts, and the gap where it does not stand beside a chart."""
    who = line(slide.who)
    said = [f"{GAP}: {line(slide.gap)}" if gap and slide.gap else "", who if ":" in who else who and f"Who acts: {who}"]
    return " ".join(f"{text.rstrip('.')}." for text in said if text)


def _marks(deck: Deck, slide: Slide) -> str:
    """Say what on a slide is illustrative; its opening says what of the whole briefing is, others that parts are."""
    points = [point for one in (slide.chart.lines if slide.chart else ()) for point in one.points]
    hollow = HOLLOW if any(point.is_illustrative for point in points) else ""
    parts = deck.illustrative and (deck.illustrative if slide.why == "opening" else PARTS)
    mark = line(slide.mark or parts)
    return " ".join(f"{text.rstrip('.')}." for text in (mark, hollow) if text)


def _mark(page: Any, text: str, *, dark: bool) -> float:
    """Write over the foot what is illustrative, and give the place of its top in inches."""
    left, top, width = look.FOOTER[0], look.FOOTER[1], CONTENT[2]
    if not text:
        return top
    height = lines(text, width, SMALLEST) * SMALLEST / 60 + 0.05
    frame = box_of(page, (left, top - height, width, height), "Illustrative")
    add_line(frame, text, SMALLEST, bold=True, code=PAPER if dark else INK)
    return top - height


def _foot(page: Any, deck: Deck) -> None:
    """Write council and revision at the foot, and the number of the slide."""
    source = f"{line(deck.council)}, revision {deck.revision} of {reader_date(deck.made.date())}"
    for holder in page.slide_layout.placeholders:
        kind = holder.element.ph.get("type")
        if kind in {"ftr", "sldNum"}:
            element = copy.deepcopy(holder.element)
            page.shapes._spTree.append(element)
            element.nvSpPr.cNvPr.set("id", str(page.shapes._next_shape_id))
            if kind == "ftr":
                page.shapes[-1].text_frame.text = source


def _fill(frame: Any, texts: Any, size: int) -> None:
    """Write texts as the paragraphs of a placeholder."""
    for place, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.3)
        paragraph.add_run().text = line(text)
        paragraph.runs[0].font.size = Pt(size)


def speak_english(element: Any) -> None:
    """Declare British English for every run of a slide, its notes or its chart."""
    for run in element.iter(qn("a:r"), qn("a:fld")):
        run.get_or_add_rPr().set("lang", look.LANGUAGE)
    for properties in element.iter(qn("a:defRPr"), qn("a:endParaRPr"), qn("a:rPr")):
        properties.set("lang", look.LANGUAGE)
