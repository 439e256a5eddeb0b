"""Letters are large enough, everything stands inside the slide, and what people type stays the text it is."""

import re
from typing import Any

import pytest

from kpi.reports.model import Cell, Column, KeyFigure, Table
from kpi.reports.powerpoint.fit import lines, size_for
from tests.support.office import HOSTILE, SHOWN, chart, slide
from tests.support.slides import Show, shown

LONG = "Practice weeks show in the figures, and files are better. " * 90
ONE_LINE = " ".join(SHOWN.split())


def test_no_letter_on_a_slide_is_smaller_than_eighteen_points(show: Show) -> None:
    for start in ("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/", "ppt/charts/chart"):
        for name, content in show.parts(start).items():
            sizes = [int(size) for size in re.findall(rb'\bsz="(\d{3,4})"', content)]
            assert [size for size in sizes if size < 1800] == [], name


def test_key_figures_are_large(show: Show) -> None:
    sizes = {
        run.text: run.font.size.pt
        for shape in show.slides[2].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    }
    assert min(sizes["821"], sizes["52%"], sizes["22.4"]) >= 28


def test_every_letter_is_in_british_english(show: Show) -> None:
    for start in ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/chart"):
        for content in show.parts(start).values():
            assert set(re.findall(rb'\blang="([^"]+)"', content)) <= {b"en-GB"}
            runs = re.findall(rb"<a:r>(?:<a:rPr([^>]*)>)?", content)
            assert [run for run in runs if b'lang="en-GB"' not in run] == []


FULL = {
    "title": slide(LONG),
    "points": slide("Points", points=(LONG, "Another")),
    "gap, who and mark": slide("Chart", chart=chart(), gap=LONG, who=LONG, mark=LONG),
    "figures": slide("Figures", figures=tuple(KeyFigure(LONG, "1,037", "red", "Off target", LONG) for _ in range(6))),
    "table": slide("Table", table=Table("T", (Column("A"), Column("B")), ((Cell(LONG), Cell("1")),) * 4)),
    "notes": slide("Notes", notes=LONG),
}


@pytest.mark.parametrize("full", FULL.values(), ids=FULL)
def test_five_thousand_characters_stay_inside_the_slides_and_are_all_there(full: Any) -> None:
    show = shown(full)
    assert _outside(show) == []
    assert _too_full(show) == []
    assert len(re.findall("Practice", show.whole())) >= 90


@pytest.mark.parametrize("gap", ["", "13.0 percentage points short of target: at least 85%"])
@pytest.mark.parametrize("who", ["", "Answers for it: Head of Safeguarding. Acts: SAR 1.2 (Head of Safeguarding)."])
def test_a_slide_of_the_briefing_keeps_its_parts_apart(gap: str, who: str) -> None:
    figure = KeyFigure("Off target, Q4 2018-19", "72.0%", "red", "off target")
    show = shown(
        slide("A sentence that takes two lines of a slide. " * 3, chart=chart(), figures=(figure,), gap=gap, who=who)
    )
    assert _outside(show) + _too_full(show) + _touching(show) == []


def test_hostile_text_is_shown_as_it_is() -> None:
    figure = KeyFigure(HOSTILE, "1", "red", HOSTILE, HOSTILE)
    table = Table(HOSTILE, (Column("A", weight=3), Column("B")), ((Cell(HOSTILE), Cell("On target", "green")),))
    for full in (
        slide(HOSTILE),
        slide("T", points=(HOSTILE,)),
        slide("T", figures=(figure,)),
        slide("T", table=table),
        slide("T", chart=chart(), gap=HOSTILE, who=HOSTILE, mark=HOSTILE, notes=HOSTILE),
        slide("T", why="opening", points=(HOSTILE,)),
    ):
        assert ONE_LINE in shown(full).whole().replace("\n", " ")


def test_a_hostile_council_is_shown_as_it_is() -> None:
    show = shown(council=HOSTILE, period=HOSTILE, title=HOSTILE, seal=HOSTILE)
    assert ONE_LINE[:40] in show.text(1)
    assert show.presentation.core_properties.title == ONE_LINE


def test_a_text_is_as_large_as_its_box_allows() -> None:
    assert size_for(["Short"], 10, 1, (44, 28, 18)) == 44
    assert size_for(["word " * 60], 10, 1.5, (44, 28, 18)) == 18


def test_lines_are_counted_word_by_word() -> None:
    assert lines("one two three", 10, 18) == 1
    assert lines("x" * 200, 2.2, 18) == 13
    assert lines("", 2, 18) == 1


def _outside(show: Show) -> list[str]:
    """Shapes that reach over the edge of their slide."""
    wide, high = show.presentation.slide_width, show.presentation.slide_height
    return [
        shape.name
        for page in show.slides
        for shape in page.shapes
        if shape.left < 0 or shape.top < 0 or shape.left + shape.width > wide or shape.top + shape.height > high
    ]


def _too_full(show: Show) -> list[str]:
    """Boxes whose text is higher than they are, by the rule of the renderer."""
    found = []
    for page in show.slides:
        for shape in page.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                inches = sum(
                    lines(paragraph.text, shape.width / 914400, run.font.size.pt) * run.font.size.pt * 1.15 / 72
                    for paragraph in shape.text_frame.paragraphs
                    for run in paragraph.runs[:1]
                )
                if inches > shape.height / 914400 + 0.12:
                    found.append(f"{shape.name}: {shape.text_frame.text[:40]}")
    return found


def _touching(show: Show) -> list[tuple[str, str]]:
    """Pairs of shapes that cover each other."""
    pairs = []
    for page in show.slides:
        shapes = list(page.shapes)
        for place, one in enumerate(shapes):
            for other in shapes[place + 1 :]:
                across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
                down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
                if across > 0 and down > 0.1 * 914400:
                    pairs.append((one.name, other.name))
    return pairs
