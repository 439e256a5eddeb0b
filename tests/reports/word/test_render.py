"""A report in Word is the same bytes every time, and says what the report says, in its order."""

import io
import zipfile
from datetime import UTC, datetime

from kpi.reports.model import Paragraph
from kpi.reports.word import word
from tests.support.office import MADE, report, scorecard, section
from tests.support.word import Opened, opened


def test_the_same_report_gives_the_same_bytes_again() -> None:
    assert word(report()) == word(report())


def test_another_revision_gives_other_bytes() -> None:
    assert word(report()) != word(report(revision=13))


def test_every_member_has_the_time_of_the_revision_and_stands_in_order(paper: Opened) -> None:
    with zipfile.ZipFile(io.BytesIO(paper.content)) as container:
        names = [entry.filename for entry in container.infolist()]
        assert {entry.date_time for entry in container.infolist()} == {MADE.timetuple()[:6]}
        assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_the_file_says_title_council_and_revision_and_knows_no_clock(paper: Opened) -> None:
    about = paper.document.core_properties
    assert about.title == "Children's services improvement plan: progress in 2018-19"
    assert (about.author, about.last_modified_by) == ("City of Wolverhampton Council",) * 2
    assert (about.version, about.language) == ("Revision 12", "en-GB")
    assert (about.created, about.modified) == (datetime(2019, 6, 5, 9, 30, tzinfo=UTC),) * 2


def test_the_file_holds_no_mark_of_a_session_and_no_leftovers(paper: Opened) -> None:
    with zipfile.ZipFile(io.BytesIO(paper.content)) as container:
        assert [name for name in container.namelist() if "Effects" in name or name.startswith("customXml")] == []
        assert "docProps/thumbnail.jpeg" not in container.namelist()
    assert "rsid" not in paper.part("word/document.xml") + paper.part("word/settings.xml")


def test_every_part_has_a_real_heading_in_the_order_of_the_paper(paper: Opened) -> None:
    assert paper.styled("Heading 1") == [
        "Recommendations",
        "1 Purpose",
        "3 Progress",
        "5 Financial implications",
        "Appendix A: Scorecard",
    ]
    assert paper.styled("Heading 2") == ["The scorecard at a glance"]
    assert paper.styled("Title") == [report().title]


def test_paragraphs_keep_the_numbers_they_were_given(paper: Opened) -> None:
    assert "3.1\tChildren in need fell from 1,037 (2017-18) to 821 (2018-19)." in paper.styled("Paper Numbered")


def test_the_code_that_cleared_a_section_stands_at_its_end(paper: Opened) -> None:
    assert paper.styled("Paper Clearance") == ["[MK/03062019/A]"]


def test_recommendations_are_a_list_that_counts_from_one(paper: Opened) -> None:
    assert paper.styled("List Number")[:2] == ["Note the progress made.", "Comment on what comes next."]
    numbers = [one.val for one in paper.all("w:numId")]
    assert len(set(numbers)) == 3  # the recommendations, the bullets, and the second list of numbers


def test_an_appendix_on_a_new_page_starts_one(paper: Opened) -> None:
    heading = [one for one in paper.document.paragraphs if one.text == "Appendix A: Scorecard"][-1]
    assert heading.paragraph_format.page_break_before


def test_the_contents_are_filled_and_lead_to_every_heading(paper: Opened) -> None:
    assert paper.styled("toc 1") == paper.styled("Heading 1")
    targets = [one.get(_w("anchor")) for one in paper.all("w:hyperlink")]
    assert targets == [one.get(_w("name")) for one in paper.all("w:bookmarkStart")]
    kinds = [one.get(_w("fldCharType")) for one in paper.all("w:fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_a_paper_without_contents_has_none() -> None:
    assert opened(contents=False).styled("TOC Heading") == []


def test_the_header_fields_are_a_table_with_their_labels() -> None:
    table = opened(fields=(("Wards affected", "All wards"), ("Accountable director", ""))).document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Details of this report", "Entry"],
        ["Wards affected", "All wards"],
        ["Accountable director", "Not given"],
    ]


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def test_long_contents_start_a_page_and_short_ones_follow_the_front() -> None:
    many = tuple(section(str(n), f"Part {n}", Paragraph("Words.")) for n in range(9))
    assert [_starts_page(opened(sections=parts)) for parts in (many, many[:2])] == [True, False]


def test_a_few_words_stay_with_their_table_and_many_do_not() -> None:
    few, many = Paragraph("Figures by team."), Paragraph("Figures by team. " * 40)
    kept = [one for one in opened(few, scorecard(), many, scorecard()).document.paragraphs if "by team" in one.text]
    assert [one.paragraph_format.keep_with_next for one in kept] == [True, None]


def _starts_page(paper: Opened) -> bool:
    [title] = [one for one in paper.all("w:p") if "".join(t.text for t in one.iter(_w("t"))) == "Contents"]
    return title.pPr.pageBreakBefore is not None
