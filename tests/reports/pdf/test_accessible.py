"""A paper as PDF can be read without eyes: language, title, tags, headings of tables, alternative texts, bookmarks."""

import pytest

from kpi.reports.model import Picture, Table
from kpi.reports.pdf import pdf
from tests.support import office, tagged

REPORT = office.report()


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(REPORT)


def test_it_says_its_language_and_shows_its_title(made: bytes) -> None:
    root = tagged.read(made).trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 pypdf's own boolean
    assert tagged.read(made).metadata.title == REPORT.title
    assert tagged.read(made).metadata.author == REPORT.council


def test_it_claims_pdf_ua_1_which_the_compiler_checked(made: bytes) -> None:
    told = tagged.read(made).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told


def test_it_is_tagged_throughout(made: bytes) -> None:
    assert tagged.read(made).trailer["/Root"]["/MarkInfo"]["/Marked"]
    names = {tag.name for tag in tagged.tree(made).all("")}
    assert {"Document", "Title", "H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "TOC"} <= names


def test_every_chart_has_its_alternative_text(made: bytes) -> None:
    told = [tag.alt for tag in tagged.tree(made).all("Figure")]
    assert told == [picture.chart.alt for picture in REPORT.pictures()]


def test_every_table_has_a_caption_and_headings_of_columns_and_rows(made: bytes) -> None:
    tables = [block for section in REPORT.sections for block in section.blocks if isinstance(block, Table)]
    assert tables
    for tag, table in zip(tagged.tree(made).all("Table"), tables, strict=True):
        across, down = len(table.columns), len(table.rows)
        assert tag.inside[0].name == "Caption"
        assert [head.attributes["Scope"] for head in tag.all("TH")] == ["/Column"] * across + ["/Row"] * down
        assert len(tag.all("TD")) == (across - 1) * down


def test_cells_name_no_heading_that_would_hide_the_other(made: bytes) -> None:
    cells = [tag for table in tagged.tree(made).all("Table") for tag in table.all("TD")]
    assert not [cell for cell in cells if "Headers" in cell.attributes]


def test_its_bookmarks_are_its_sections(made: bytes) -> None:
    assert tagged.bookmarks(made) == [
        (1, "Recommendations"),
        (1, "1 Purpose"),
        (1, "3 Progress"),
        (2, "The scorecard at a glance"),
        (1, "5 Financial implications"),
        (1, "Appendix A: Scorecard"),
    ]


def test_headings_have_their_levels(made: bytes) -> None:
    assert len(tagged.tree(made).all("H1")) == 6
    assert len(tagged.tree(made).all("H2")) == 1


def test_a_chart_without_alternative_text_is_told_by_its_title() -> None:
    drawn = office.report(Picture(office.chart(alt="")))
    assert tagged.tree(pdf(drawn)).all("Figure")[0].alt == "Files judged good rose to 52%"
