"""The council's own template: what is in it stays, the paper goes where it says, and what cannot serve is refused."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

from kpi.problem import ProblemError
from kpi.reports.model import Cell, Column, Paragraph, Table
from kpi.reports.word import word
from tests.support.office import report
from tests.support.word import opened, saved, template


def test_the_paper_stands_where_the_template_has_its_place() -> None:
    paper = opened(template=saved(template("Before", "{{ body }}", "After")))
    texts = [one.text for one in paper.document.paragraphs]
    assert texts[0] == "Before"
    assert texts[-1] == "After"
    assert "1 Purpose" in texts
    assert "{{" not in paper.text()


def test_page_header_and_styles_of_the_template_stay() -> None:
    given = template("{{ body }}")
    given.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0x16, 0x50)
    given.sections[0].page_width, given.sections[0].left_margin = Cm(20), Cm(4)
    paper = opened(template=saved(given))
    assert paper.document.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0x16, 0x50)
    assert round(paper.document.sections[0].page_width.cm) == 20
    assert f"Council of the demonstration: {report().title}" in _text(paper.document.sections[0].header)


def test_tables_and_pictures_fit_between_the_margins_of_the_template() -> None:
    given = template("{{ body }}")
    given.sections[0].page_width, given.sections[0].left_margin, given.sections[0].right_margin = Cm(16), Cm(2), Cm(2)
    extent = opened(template=saved(given)).all("wp:extent")[0]
    assert int(extent.get("cx")) <= Cm(12)


def test_marks_revision_and_seal_join_what_the_template_has_around_its_pages() -> None:
    paper = opened(template=saved(template("{{ body }}")))
    assert report().illustrative in paper.around("header")
    assert report().seal in paper.around("footer")


def test_marks_stand_on_the_first_page_too_where_it_is_different() -> None:
    given = template("{{ body }}")
    given.sections[0].different_first_page_header_footer = True
    first = opened(template=saved(given)).document.sections[0].first_page_header
    assert report().illustrative in _text(first)


def test_words_fill_their_places_and_a_title_is_not_written_twice() -> None:
    given = template("{{ council }}, {{service}}", "{{ title }}", "{{ meeting }} on {{ date }}", "{{ body }}")
    paper = opened(template=saved(given))
    texts = [one.text for one in paper.document.paragraphs]
    assert texts[0] == "City of Wolverhampton Council, Children's services"
    assert texts[2] == "Children, Young People and Families Scrutiny Panel on 19 June 2019"
    assert texts.count(report().title) == 1


def test_a_place_that_word_cut_into_several_runs_is_filled() -> None:
    given = template("{{ body }}")
    paragraph = given.add_paragraph("")
    for piece in ("For {", "{ per", "iod }", "} only"):
        paragraph.add_run(piece)
    assert f"For {report().period} only" in opened(template=saved(given)).text()


def test_blocks_stand_in_places_of_their_own() -> None:
    given = template("{{ contents }}", "{{ recommendations }}", "Divider", "{{ details }}", "{{ body }}")
    paper = opened(template=saved(given))
    texts = [one.text for one in paper.document.paragraphs]
    assert paper.text().startswith("Contents\nRecommendations\n1 Purpose")
    assert texts.index("Note the progress made.") < texts.index("Divider") < texts.index("1 Purpose")


def test_a_template_without_lists_or_styles_of_its_own_gets_what_is_missing() -> None:
    given = template("{{ body }}")
    for name in ("Caption", "List Bullet", "List Number", "Title"):
        given.styles[name].delete()
    [numbering] = [name for name, one in given.part.rels.items() if one.reltype.endswith("/numbering")]
    given.part.drop_rel(numbering)
    paper = opened(template=saved(given))
    assert paper.styled("Caption") != []
    assert paper.all("w:numId") != []


def test_text_of_the_paper_is_never_read_as_a_template() -> None:
    said = "{{ title }} {{ body }} {% if x %} ${council}"
    paper = opened(Paragraph(said), template=saved(template("{{ title }}", "{{ body }}")), title="{{ council }}")
    assert said in paper.text()
    assert paper.document.paragraphs[0].text == "{{ council }}"


def test_the_same_template_gives_the_same_bytes_again() -> None:
    given = saved(template("{{ title }}", "{{ body }}"))
    assert word(report(), given) == word(report(), given)


def test_who_made_the_template_is_not_told() -> None:
    given = template("{{ body }}")
    given.core_properties.author = "J Smith"
    assert "J Smith" not in opened(template=saved(given)).part("docProps/core.xml")


def test_wide_tables_turn_pages_of_the_template_and_its_own_pages_stay_upright() -> None:
    wide = Table(
        "Wide", tuple(Column("Commissioning") for _ in range(9)), (tuple(Cell("accommodation") for _ in range(9)),)
    )
    sections = (*report().sections[:2], type(report().sections[0])("w", "Wide", "A", (wide,), appendix=True))
    pages = opened(sections=sections, template=saved(template("{{ body }}", "After"))).document.sections
    assert [page.page_width > page.page_height for page in pages] == [False, True, False]
    assert all(page.header.is_linked_to_previous is False for page in pages)


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (("No place",), "template-without-body"),
        (("{{ body }} and more",), "template-without-body"),
        (("{{ body }}", "{{ body }}"), "template-place-twice"),
        (("{{ body }}", "{{ boddy }}"), "template-unknown-place"),
        (("{{ body }}", "See {{ contents }}"), "template-unknown-place"),
        (("{{ body }}", "{{ title.__class__ }}"), "template-unknown-place"),
    ],
)
def test_a_template_without_the_expected_places_is_refused(paragraphs: tuple[str, ...], code: str) -> None:
    with pytest.raises(ProblemError) as refused:
        word(report(), saved(template(*paragraphs)))
    [problem] = refused.value.problems
    assert problem.code == code
    assert problem.fix
    assert problem.where.file == "Word template"


def test_a_place_inside_a_table_is_no_place_for_the_body() -> None:
    given = template("Text")
    given.add_table(1, 1).cell(0, 0).text = "{{ body }}"
    with pytest.raises(ProblemError, match="outside tables"):
        word(report(), saved(given))


def _text(part: object) -> str:
    return "".join(text.text or "" for text in part._element.iter(qn("w:t")))
