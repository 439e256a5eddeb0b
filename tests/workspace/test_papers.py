"""Texts of papers are kept by quarter and carried forward as drafts; a revision gives one paper for ever."""

from datetime import date
from pathlib import Path

import pytest

from kpi.definitions.paper import Written
from kpi.problem import ProblemError
from kpi.reports.as_dict import as_dict
from kpi.reports.model import Paragraph, Report
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace
from kpi.workspace.papers import Papers
from tests.support.pack import NEXT, SEEDED

QUARTER, AFTER = "2018-19 Q4", "2019-20 Q1"
LEGAL = Written(text="There are no legal implications.", clearance="LEG/1", cleared="2019-09-01")


@pytest.fixture
def papers(pack: Path) -> Papers:
    return Papers(open_workspace(Settings(data=pack, user="tests")))


def section(report: Report, name: str) -> list[str]:
    [found] = [one for one in report.sections if one.id == name]
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def codes(refused: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_a_text_is_recorded_with_who_and_when_and_stands_in_the_paper(papers: Papers) -> None:
    assert papers.write("committee", "legal", LEGAL, period=QUARTER, who="Solicitor", base=SEEDED) == NEXT
    told = papers.texts("committee", QUARTER)["legal"]
    assert (told.state, told.who, told.revision, told.clearance) == (
        "written",
        "Solicitor",
        NEXT,
        "LEG/1, 1 September 2019",
    )
    assert section(papers.report("committee", QUARTER), "legal") == [LEGAL.text]
    assert papers.place.history()[-1].kind == "paper"


def test_as_at_and_undo_give_the_text_of_then(papers: Papers) -> None:
    before = papers.report("committee", QUARTER)
    papers.write("committee", "legal", LEGAL, period=QUARTER, who="Solicitor")
    assert papers.report("committee", QUARTER, as_at=SEEDED) == before
    papers.place.undo(NEXT, who="Analyst")
    assert section(papers.report("committee", QUARTER), "legal") == section(before, "legal")


def test_the_next_quarter_begins_with_a_draft_that_counts_only_when_confirmed(papers: Papers) -> None:
    told = papers.texts("committee", AFTER)["legal"]
    assert (told.state, told.clearance) == ("carried", "")
    report = papers.report("committee", AFTER)
    assert report.is_draft
    assert section(report, "legal") == section(papers.report("committee", QUARTER), "legal")
    [gap] = [gap for gap in report.gaps if gap.section == "legal"]
    assert gap.text == "Legal implications: the text of Q4 2018-19 is carried forward and nobody has confirmed it."
    papers.write("committee", "legal", LEGAL, period=AFTER, who="Solicitor")
    assert [gap for gap in papers.report("committee", AFTER).gaps if gap.section == "legal"] == []


def test_an_empty_implication_makes_a_draft_that_says_what_a_person_must_do(papers: Papers) -> None:
    [gap] = [gap for gap in papers.report("committee", "2018-19 Q3").gaps if gap.section == "legal"]
    assert gap.text == "Legal implications: nothing is written."
    assert gap.fix == "Write 'There are no legal implications.' where that is so, or do not publish."
    assert section(papers.report("committee", "2018-19 Q3"), "legal") == []


def test_a_text_without_the_clearance_it_needs_is_missing_something(papers: Papers) -> None:
    papers.write("committee", "legal", Written(text="None."), period=QUARTER, who="Analyst")
    assert [gap.text for gap in papers.report("committee", QUARTER).gaps] == ["Legal implications: not cleared."]


def test_a_figure_quoted_wrongly_is_listed_with_both_values(papers: Papers) -> None:
    wrong = Written(text="Children in need fell to 812 in 2018-19.")
    papers.write("committee", "background", wrong, period=QUARTER, who="Analyst")
    [told] = papers.report("committee", QUARTER).mismatches
    assert told.where.column == "Background"
    assert "812" in told.message
    assert "821" in told.message


@pytest.mark.parametrize(
    ("paper", "name", "written", "period", "code"),
    [
        ("comittee", "legal", LEGAL, QUARTER, "unknown-paper"),
        ("committee", "scorecard", LEGAL, QUARTER, "unknown-section"),
        ("committee", "nothing", LEGAL, QUARTER, "unknown-section"),
        ("committee", "legal", Written(text="None.", clearance="A"), QUARTER, "half-a-clearance"),
        ("committee", "legal", Written(text="None.", clearance="A", cleared="June"), QUARTER, "day"),
        ("committee", "legal", LEGAL, "2098-99 Q1", "future-quarter"),
    ],
)
def test_what_cannot_stand_is_refused(
    papers: Papers, paper: str, name: str, written: Written, period: str, code: str
) -> None:
    with pytest.raises(ProblemError) as refused:
        papers.write(paper, name, written, period=period, who="Analyst")
    assert codes(refused) == [code]
    assert papers.place.head() == SEEDED


def test_of_two_who_write_one_section_the_second_is_told(papers: Papers) -> None:
    papers.write("committee", "legal", LEGAL, period=QUARTER, who="Solicitor", base=SEEDED)
    with pytest.raises(ProblemError) as refused:
        papers.write("committee", "legal", Written(text="Other."), period=QUARTER, who="Analyst", base=SEEDED)
    assert codes(refused) == ["changed-beneath"]
    papers.write("committee", "environmental", Written(text="None."), period=QUARTER, who="Analyst", base=SEEDED)


def test_text_is_plain_text_whatever_it_looks_like(papers: Papers) -> None:
    text = 'Say <script>alert(1)</script> =HYPERLINK("x") {{ x }} #eval $x$ \u202eabc 🙂 ' + "long " * 1000
    papers.write("committee", "background", Written(text=text), period=QUARTER, who="Analyst")
    assert section(papers.report("committee", QUARTER), "background")[0] == text.strip()


def test_an_empty_line_begins_a_paragraph_and_a_single_one_does_not(papers: Papers) -> None:
    papers.write("committee", "background", Written(text="One\nline.\n\n\n\nTwo."), period=QUARTER, who="Analyst")
    assert section(papers.report("committee", QUARTER), "background")[:2] == ["One line.", "Two."]


class Later(Workspace):
    """A workspace on another day."""

    @property
    def today(self) -> date:
        return date(2031, 1, 1)


@pytest.mark.parametrize("paper", ["committee", "update", "leadership", "corporate_parenting"])
def test_the_same_revision_gives_the_same_paper_on_any_day(papers: Papers, paper: str) -> None:
    place = papers.place
    later = Later(place.folder, place.pack, place.ledger, place.problems)
    made = papers.report(paper, QUARTER)
    again = Papers(later).report(paper, QUARTER, as_at=place.head())
    assert (again, as_dict(again)) == (made, as_dict(made))
    assert (made.made, made.seal) == (place.history()[-1].at, place.chain_head())


def test_a_recipe_that_changes_is_a_revision_and_the_old_paper_stays(papers: Papers, pack: Path) -> None:
    before = papers.report("committee", QUARTER)
    path = pack / "papers" / "committee.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Purpose", "title: What this is for"), encoding="utf-8")
    after = Papers(open_workspace(Settings(data=pack, user="tests")))
    assert after.place.history()[-1].note == "Papers changed: committee."
    assert after.report("committee", QUARTER).sections[0].title == "What this is for"
    assert after.report("committee", QUARTER, as_at=SEEDED) == before


def test_a_meeting_is_chosen_and_another_body_is_refused(papers: Papers) -> None:
    assert papers.report("committee", QUARTER, "scrutiny_2019_11").meeting_day == date(2019, 11, 27)
    with pytest.raises(ProblemError) as refused:
        papers.report("committee", QUARTER, "parenting_2019_07")
    assert codes(refused) == ["unknown-meeting"]
    assert "scrutiny_2019_06" in [one.id for one in papers.meetings("committee")]


def test_only_the_leadership_team_sees_figures_that_could_point_at_a_child(papers: Papers) -> None:
    def periods(paper: str) -> set[str]:
        history = papers.sources(paper, QUARTER).history("allocated", "all")
        return {row.period.text for row in history.rows if row.value is None}

    assert periods("leadership") == set()
    assert "2018-19 Q3" in periods("committee")
