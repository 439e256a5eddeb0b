"""What stays together on a page, what starts one, and how wide columns are."""

from dataclasses import replace

import pytest

from kpi.charts.sheet import width
from kpi.reports.model import Block, Bullets, Cell, Column, KeyFigure, KeyFigures, Paragraph, Picture, Subheading, Table
from kpi.reports.pdf import flow, pdf
from kpi.reports.pdf.widths import ACROSS, UPRIGHT, alike, headings, widths
from tests.support import office, tagged

CHART = Picture(office.chart())
SHORT, LONG = Paragraph("Turnover halved."), Paragraph("Turnover halved. " * 40)


def held(*blocks: Block) -> list[bool]:
    return [stands.held for stands in flow.flow(blocks, one_a_page=False)]


def test_short_paragraphs_stay_with_the_chart_they_lead_to() -> None:
    assert held(SHORT, SHORT, CHART, SHORT) == [True, True, False, False]
    assert held(SHORT, LONG, CHART) == [False, False, False]
    assert held(LONG, SHORT, office.scorecard()) == [False, True, False]


def test_the_words_that_open_a_section_stay_with_its_first_heading() -> None:
    assert held(SHORT, Subheading("Foster carers"), LONG) == [True, False, False]
    assert held(Subheading("A"), SHORT, Subheading("B"), SHORT) == [False, False, False, False]
    assert held() == []


def test_points_under_a_numbered_paragraph_stand_under_its_words() -> None:
    blocks = (Paragraph("Three are late.", "3.1"), Bullets(("A",)), Bullets(("B",)), SHORT, Bullets(("C",)))
    assert [stands.inward for stands in flow.flow(blocks, one_a_page=False)] == [False, True, True, False, False]


def test_each_indicator_of_an_appendix_starts_a_page() -> None:
    one = (Subheading("Turnover"), SHORT, CHART, office.scorecard())
    plain = (Subheading("Words"), SHORT)
    blocks = (*one, *one, *plain, *one)
    starts = [place for place, stands in enumerate(flow.flow(blocks, one_a_page=True)) if stands.apart]
    assert starts == [4, 10]
    assert not any(stands.apart for stands in flow.flow(blocks, one_a_page=False))


def test_no_heading_skips_a_level_and_none_is_empty() -> None:
    blocks = (Subheading("A", 3), Subheading("", 2), Subheading("B", 4), Subheading("C", 2))
    assert [block.level for block in flow.regular(blocks) if isinstance(block, Subheading)] == [2, 3, 2]
    names = [tag.name for tag in tagged.tree(pdf(office.report(*blocks))).all("") if tag.name in ("H2", "H3", "H4")]
    assert names == ["H2", "H3", "H2"]


@pytest.mark.parametrize("page", [UPRIGHT, ACROSS])
def test_columns_of_sentences_fill_the_page(page: float) -> None:
    rows = tuple((Cell(f"Indicator {n}"), Cell("A sentence that wants room. " * 5)) for n in range(60))
    assert sum(widths(Table("T", (Column("A"), Column("B")), rows), page)) == pytest.approx(page)


@pytest.mark.parametrize("rows", [0, 1, 60])
def test_no_table_is_wider_than_the_page(rows: int) -> None:
    assert sum(widths(office.scorecard(rows))) <= UPRIGHT + 0.01


def test_a_small_table_stays_together() -> None:
    table = Table("T", (Column("Period"), Column("Figure", "right")), ((Cell("2018-19"), Cell("22")),))
    assert sum(widths(table)) < UPRIGHT / 2


def test_tables_with_the_same_headings_stand_in_line() -> None:
    one, other = office.scorecard(1), office.scorecard(60)
    plain = Table("T", (Column("Period"),), ((Cell("2018-19"),),))
    assert set(alike([one, plain, other], UPRIGHT)) == {headings(one), ("Period",)}
    assert alike([one, other], UPRIGHT)[headings(one)] == widths(office.scorecard(60))


def test_no_word_is_wider_than_its_column() -> None:
    words = ("Safeguarding and reviewing", "£2,256,400", "misunderstandings between departments", "On target")
    row = tuple(map(Cell, words))
    table = Table("Words", tuple(Column("A") for _ in row), (row,))
    for text, wide in zip(words, widths(table), strict=True):
        assert max(width(word, 12) for word in text.split()) <= wide - 10


def test_a_column_of_sentences_gets_the_room_that_short_ones_leave() -> None:
    row = (
        Cell("PMQA 2.1"),
        Cell("Move to one social care system across the service and all its teams " * 2),
        Cell("Late"),
    )
    name, sentence, late = widths(Table("Plan", (Column("Ref"), Column("Action"), Column("Stage")), (row,)))
    assert sentence > 3 * max(name, late)


def test_a_status_stands_on_one_line_with_its_word() -> None:
    rows = tuple((Cell("A sentence that wants room " * 9), Cell("On target", "green")) for _ in range(9))
    _, status = widths(Table("Statuses", (Column("Indicator", weight=9), Column("Status", weight=0.1)), rows))
    assert status >= width("On target", 12) + 46


def test_an_appendix_with_a_wide_table_stands_on_turned_pages() -> None:
    wide = Table("Wide", tuple(Column(f"C{n}") for n in range(6)), (tuple(Cell(str(n)) for n in range(6)),))
    report = office.report(SHORT)
    section = office.section("B", "Scorecard", wide, appendix=True)
    boxes = [page.mediabox for page in tagged.read(pdf(replace(report, sections=(*report.body, section)))).pages]
    assert [box.width > box.height for box in boxes] == [False] * (len(boxes) - 1) + [True]


@pytest.mark.parametrize(
    "report",
    [
        office.report(title=" "),
        office.report(Picture(office.chart(alt="", title=""))),
        office.report(Bullets(()), Paragraph("")),
        office.report(Table("", (Column(""),), ())),
        office.report(sections=(office.section("", ""),)),
    ],
    ids=["title", "chart", "words", "table", "section"],
)
def test_what_is_empty_is_no_reason_to_refuse_a_paper(report: office.Report) -> None:
    assert pdf(report).startswith(b"%PDF-1.7")


def test_words_that_look_like_tags_of_a_pdf_are_words() -> None:
    tag = "9 0 obj\n<</Type/StructElem/S/TD/P 9 0 R/A[<</O/Table/Headers[(U1x0y0)]>>"
    titles = [title.replace("\u200b", "") for _, title in tagged.bookmarks(pdf(office.report(Subheading(tag))))]
    assert any("P 9 0 R/A[<</O/Table/Headers[(U1x0y0)]>>" in title for title in titles)


def test_large_figures_stand_in_rows() -> None:
    one = KeyFigure("Children in need of a long label that breaks", "821", "green", "On target")
    for count, pages in ((1, 1), (4, 1), (7, 1)):
        told = tagged.texts(pdf(office.report(KeyFigures((one,) * count), sections=())))
        assert len(told) == pages


def test_one_long_note_does_not_break_the_cells_of_every_other_row() -> None:
    columns = Column("Period"), Column("Figure", "right"), Column("Target"), Column("Note", weight=2)
    plain = (Cell("Q4 2018-19"), Cell("88.2%"), Cell("at least 90%"), Cell("Illustrative."))
    noted = (*plain[:3], Cell("The standard became 10 working days; up to Q4 2017-18 it was 15. " * 3))
    wide = widths(Table("T", columns, (*(plain,) * 12, noted)))
    assert wide[2] >= width("at least 90%", 12.0) + 10
