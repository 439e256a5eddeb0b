"""A briefing in PowerPoint is the same bytes every time, and says what the deck says, one message a slide."""

import io
import zipfile

from kpi.reports.model import KeyFigure
from kpi.reports.powerpoint import powerpoint
from tests.support.office import MADE, chart, deck, scorecard, slide
from tests.support.slides import Show, shown


def test_the_same_deck_gives_the_same_bytes_again() -> None:
    assert powerpoint(deck()) == powerpoint(deck())


def test_every_member_has_the_time_of_the_revision_workbooks_included(show: Show) -> None:
    for content in (show.content, *show.parts("ppt/embeddings/").values()):
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            assert {entry.date_time for entry in container.infolist()} == {MADE.timetuple()[:6]}


def test_the_file_says_title_council_and_revision_and_knows_no_clock(show: Show) -> None:
    about = show.presentation.core_properties
    assert about.title == "Children's services improvement plan, Q4 2018-19"
    assert (about.author, about.version, about.language) == ("City of Wolverhampton Council", "Revision 12", "en-GB")
    assert (about.created, about.modified) == (MADE.replace(tzinfo=None),) * 2


def test_slides_are_sixteen_to_nine_and_bring_nothing_of_another_template(show: Show) -> None:
    assert round(show.presentation.slide_width / show.presentation.slide_height, 2) == round(16 / 9, 2)
    assert [layout.name for layout in show.presentation.slide_layouts] == ["Opening", "Points", "Message"]
    assert show.parts("docProps/thumbnail") | show.parts("ppt/printerSettings") == {}


def test_the_title_of_a_slide_is_its_sentence_and_is_read_first(show: Show) -> None:
    titles = [page.shapes.title.text for page in show.slides]
    assert titles == [slide.title for slide in deck().slides]
    assert [page.shapes[0].shape_id for page in show.slides] == [page.shapes.title.shape_id for page in show.slides]


def test_a_chart_stands_beside_the_gap_and_over_who_acts(show: Show) -> None:
    text = show.text(1)
    assert "Gap to target\n8 points under the target" in text
    assert "Who acts: Head of Safeguarding." in text


def test_large_figures_stand_with_status_and_sentence(show: Show) -> None:
    text = show.text(2)
    assert "Children in need\n821\n● G On target\nDown from 1,037 in 2017-18." in text
    assert "◆ A Close" in text
    assert "▼ R Off target" in text


def test_points_stand_in_the_outline_of_the_slide(show: Show) -> None:
    assert show.slides[3].placeholders[1].text_frame.text == "PMQA 2.1 is overdue.\nSSS 2.1 is."


def test_a_table_is_a_real_table_with_its_headings(show: Show) -> None:
    [table] = [shape.table for shape in show.slides[4].shapes if shape.has_table]
    assert table.first_row
    assert [cell.text for cell in table.rows[0].cells] == ["Indicator", "Figure", "Target", "Status"]
    assert [cell.text for cell in table.rows[3].cells] == ["Indicator 3", "52%", "at least 60%", "▼ R Off target"]


def test_a_slide_says_which_of_its_figures_are_illustrative(show: Show) -> None:
    assert "Illustrative. Hollow points are illustrative figures." in show.text(1)
    assert "Parts of this briefing are illustrative." in show.text(3)


def test_a_briefing_without_illustrative_figures_says_nothing_of_them() -> None:
    show = shown(slide("Two actions are overdue", points=("PMQA 2.1 is overdue.",)), illustrative="")
    assert "llustrative" not in show.text()


def test_the_opening_says_it_of_the_whole_briefing(show: Show) -> None:
    assert "Figures by quarter are illustrative." in show.text(0)


def test_every_slide_has_council_revision_and_its_number(show: Show) -> None:
    for number, page in enumerate(show.slides):
        assert "City of Wolverhampton Council, revision 12 of 5 June 2019" in show.text(number)
        kinds = {shape.placeholder_format.type.name for shape in page.placeholders}
        assert {"FOOTER", "SLIDE_NUMBER"} <= kinds
        assert b'type="slidenum"' in show.parts(f"ppt/slides/slide{number + 1}.xml").popitem()[1]


def test_what_the_speaker_says_stands_in_the_notes(show: Show) -> None:
    assert show.slides[1].notes_slide.notes_text_frame.text == "Practice weeks show in the figures."


def test_a_long_table_goes_on_to_the_next_slide() -> None:
    show = shown(slide("Where every indicator stands", table=scorecard(40)))
    rows = [
        row.cells[0].text
        for page in show.slides
        for shape in page.shapes
        if shape.has_table
        for row in shape.table.rows
    ]
    assert len(show.slides) > 1
    assert [row for row in rows if row != "Indicator"] == [f"Indicator {n + 1}" for n in range(40)]


def test_nothing_is_lost_that_has_no_room_beside_a_chart() -> None:
    many = tuple(
        KeyFigure("A figure with a label of its own", "1,037", "red", "Off target", "Up. " * 30) for _ in range(2)
    )
    gap = "8 points under the target that was agreed for the end of the year, and 3 under that of the quarter"
    assert gap in shown(slide(chart=chart(), figures=many, gap=gap)).whole().replace("\n", " ")
