"""What a Word document says to assistive technology, asserted in its XML."""

import re

from docx.oxml.ns import qn

from kpi.charts.palette import LOOKS
from tests.support.office import chart
from tests.support.word import Opened

SMALLEST = 24
"""Half points: the least size of the body."""


def test_every_style_and_the_document_are_in_british_english(paper: Opened) -> None:
    languages = re.findall(r'<w:lang [^>]*w:val="([^"]+)"', paper.part("word/styles.xml"))
    assert set(languages) == {"en-GB"}
    assert '<w:themeFontLang w:val="en-GB"' in paper.part("word/settings.xml")


def test_headings_carry_their_outline_level(paper: Opened) -> None:
    styles = paper.part("word/styles.xml")
    for level in (1, 2, 3):
        [style] = re.findall(rf'<w:style [^>]*w:styleId="Heading{level}".*?</w:style>', styles, flags=re.S)
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style


def test_every_table_names_itself_and_repeats_its_headings(paper: Opened) -> None:
    tables = paper.all("w:tbl")
    assert len(tables) == 4
    for table in tables:
        [first, *others] = table.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in others)
        caption = table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
        assert caption.get(qn("w:val"))
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val"))


def test_no_row_splits_over_two_pages(paper: Opened) -> None:
    rows = paper.all("w:tr")
    assert [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None] == []


def test_no_table_has_merged_or_nested_cells(paper: Opened) -> None:
    assert paper.all("w:gridSpan") + paper.all("w:vMerge") == []
    assert [table for table in paper.all("w:tbl") if table.findall(f".//{qn('w:tbl')}")] == []


def test_every_picture_has_the_words_of_its_chart(paper: Opened) -> None:
    assert [one.get("descr") for one in paper.all("wp:docPr")] == [chart().alt]


def test_numbers_of_drawings_and_bookmarks_are_used_once(paper: Opened) -> None:
    for name, attribute in (("wp:docPr", "id"), ("w:bookmarkStart", qn("w:id"))):
        numbers = [one.get(attribute) for one in paper.all(name)]
        assert len(numbers) == len(set(numbers))


def test_no_letter_of_the_body_is_smaller_than_twelve_points(paper: Opened) -> None:
    sizes = {
        style.name: style.font.size.pt
        for style in paper.document.styles
        if getattr(style, "font", None) and style.font.size
    }
    small = {name for name, size in sizes.items() if size < 12}
    assert small == {"Footer", "Paper Gap"}
    assert [one for one in paper.all("w:sz") if int(one.get(qn("w:val"))) < SMALLEST] == []


def test_a_status_is_shape_letter_word_and_colour(paper: Opened) -> None:
    runs = [one for one in paper.all("w:r") if one.find(f"{qn('w:rPr')}/{qn('w:shd')}") is not None]
    said = {"".join(t.text for t in run.iter(qn("w:t"))).replace("\u00a0", " ").strip() for run in runs}
    assert said == {
        "● G On target",
        "◆ A Close",
        "▼ R Off target",
        "○ – No target",
        "○ – No figure",
        "■ B Complete",
    }


def test_the_letters_of_a_status_stand_out_from_its_colour() -> None:
    faint = {name for name, look in LOOKS.items() if _contrast(look.light.fill, look.light.ink) < 4.5}
    assert faint == set()


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    parts = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
