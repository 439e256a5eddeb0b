"""What people type is shown as the text it is, everywhere, and nothing of it runs."""

import pytest

from kpi.reports.model import (
    Bullets,
    Callout,
    Cell,
    Column,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Subheading,
    Table,
)
from tests.support.office import HOSTILE, SHOWN, chart
from tests.support.word import opened

ONE_LINE = " ".join(SHOWN.split())
BLOCKS = {
    "paragraph": Paragraph(HOSTILE, "3.1"),
    "bullets": Bullets((HOSTILE,)),
    "subheading": Subheading(HOSTILE),
    "callout": Callout(HOSTILE),
    "caption": Picture(chart(), HOSTILE),
    "table": Table("T", (Column("A"),), ((Cell(HOSTILE),),)),
    "heading of a column": Table("T", (Column(HOSTILE),), ()),
    "caption of a table": Table(HOSTILE, (Column("A"),), ()),
    "note of a table": Table("T", (Column("A"),), (), HOSTILE),
    "status": Table("T", (Column("A"),), ((Cell(HOSTILE, "red"),),)),
    "figure": KeyFigures((KeyFigure(HOSTILE, "1"),)),
    "sentence of a figure": KeyFigures((KeyFigure("A", "1", sentence=HOSTILE),)),
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_hostile_text_is_shown_as_it_is(block: object) -> None:
    assert ONE_LINE in opened(block).text()


@pytest.mark.parametrize("field", ["title", "council", "meeting", "seal", "illustrative", "exempt_reason"])
def test_hostile_text_of_the_report_itself_is_shown_as_it_is(field: str) -> None:
    paper = opened(**{field: HOSTILE})
    everything = paper.text() + paper.around("footer").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert ONE_LINE in everything


def test_alternative_text_is_literal_too() -> None:
    [picture] = opened(Picture(chart(alt=HOSTILE, title=HOSTILE))).all("wp:docPr")
    assert picture.get("descr") == SHOWN


def test_text_makes_no_field_and_no_link() -> None:
    paper = opened(*BLOCKS.values(), contents=False)
    assert paper.all("w:fldChar") + paper.all("w:hyperlink") + paper.all("w:instrText") == []


def test_a_commentary_of_five_thousand_characters_is_whole() -> None:
    long = "Practice weeks show in the figures. " * 140
    assert long.strip() in opened(Paragraph(long)).text()


def test_new_lines_within_a_paragraph_stay() -> None:
    assert len(opened(Paragraph("first\nsecond\r\nthird", "3.1")).all("w:br")) == 2


def test_a_chart_without_figures_says_so_in_words() -> None:
    paper = opened(Picture(chart(periods=(), lines=(), targets=(), chosen=None, alt="Empty chart: no figures.")))
    assert [one.get("descr") for one in paper.all("wp:docPr")] == ["Empty chart: no figures."]


def test_a_report_of_nothing_is_still_a_paper() -> None:
    paper = opened(sections=(), recommendations=(), fields=())
    assert paper.styled("Title") != []


def test_large_figures_stand_three_to_a_row() -> None:
    figures = tuple(KeyFigure(f"Figure {n}", str(n)) for n in range(5))
    tables = opened(KeyFigures(figures)).document.tables
    assert [len(table.columns) for table in tables[1:3]] == [3, 2]
