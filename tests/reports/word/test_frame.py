"""Every page says whose paper it is, at which revision, and what nobody may overlook."""

from kpi.problem import Problem
from kpi.reports.model import Gap
from kpi.reports.word import word
from tests.support.office import report
from tests.support.word import Opened, opened

GAP = Gap("finance", "Financial implications: nothing is written.", "Write it, or do not publish.")
EXEMPT = "Paragraph 3 of Schedule 12A to the Local Government Act 1972."


def test_the_foot_of_every_page_has_council_revision_seal_and_page(paper: Opened) -> None:
    foot = paper.around("footer")
    assert "City of Wolverhampton Council. Revision 12 of 5 June 2019" in foot
    assert f"Seal of the record: {report().seal}" in foot
    assert 'w:instr=" PAGE "' in foot
    assert 'w:instr=" NUMPAGES "' in foot


def test_the_head_of_every_page_says_which_figures_are_illustrative(paper: Opened) -> None:
    assert report().illustrative in paper.around("header")


def test_a_paper_without_illustrative_figures_has_nothing_to_say_at_its_head() -> None:
    assert "illustrative" not in opened(illustrative="").around("header")


def test_a_long_notice_stands_whole_on_the_front_and_short_on_every_page() -> None:
    long = "Figures by quarter are illustrative. " * 9
    paper = opened(illustrative=long)
    assert long in paper.text()
    assert "Some figures are illustrative: see the front of this paper" in paper.around("header")


def test_a_draft_says_so_across_every_page_and_lists_what_is_missing() -> None:
    paper = opened(gaps=(GAP,))
    assert 'string="DRAFT"' in paper.around("header")
    assert "Draft, not for publication" in paper.around("header")
    assert paper.styled("List Bullet")[0] == f"{GAP.text} {GAP.fix}"


def test_a_whole_paper_is_no_draft(paper: Opened) -> None:
    assert "DRAFT" not in paper.around("header")
    assert "Draft" not in paper.text()


def test_figures_that_the_record_does_not_hold_are_listed() -> None:
    problem = Problem("quoted-otherwise", "The text says 53%, the record 52%.", "Correct the text.")
    assert str(problem) in opened(mismatches=(problem,)).styled("List Bullet")


def test_a_private_copy_is_marked_exempt_on_its_front_and_on_every_page() -> None:
    paper = opened(exempt_reason=EXEMPT)
    assert EXEMPT in paper.around("header")
    assert EXEMPT in paper.styled("Paper Warning")[0]


def test_the_public_copy_knows_nothing_of_what_is_exempt() -> None:
    sections = report().sections
    private = report(
        exempt_reason=EXEMPT,
        sections=(*sections, type(sections[0])("secret", "Provider negotiations", "12", (), exempt=True)),
    )
    paper = Opened(word(private.public_copy()))
    everything = paper.text() + paper.around("header") + paper.around("footer") + paper.part("docProps/core.xml")
    assert "Provider negotiations" in Opened(word(private)).text()
    assert "Provider negotiations" not in everything
    assert "12A" not in everything
