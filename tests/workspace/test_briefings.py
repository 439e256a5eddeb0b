"""Briefings of the demonstration: what is proposed, chosen, kept with the quarter and taken back."""

import json

import pytest

from kpi.problem import ProblemError
from kpi.reports.briefing import Choice, Chosen
from kpi.reports.split import parts
from kpi.workspace import Records
from kpi.workspace.briefings import Briefings, read_chosen

Q4 = "2018-19 Q4"


@pytest.fixture
def briefings(records: Records) -> Briefings:
    return Briefings(records.place)


def test_every_figure_off_target_has_a_slide_with_its_chart_gap_and_who_acts(briefings: Briefings) -> None:
    reds = [row for row in briefings.place.scorecard(Q4).rows if row.status == "red"]
    slides = [slide for slide in briefings.deck("leadership", Q4).slides if slide.why == "off_target"]
    assert len(slides) == len(reds) > 5
    for row, slide in zip(reds, slides, strict=True):
        assert slide.title.startswith(row.full_title)
        assert row.gap_text[1:] in slide.gap
        assert row.owner in slide.who
        assert row.status_reason in slide.notes
        assert slide.chart is not None
        assert slide.chart.title == slide.title


def test_the_opening_says_what_the_scorecard_says(briefings: Briefings) -> None:
    opening = briefings.deck("scrutiny", Q4).slides[0]
    card = briefings.place.scorecard(Q4)
    assert opening.title.startswith(f"Of {len(card.rows)} figures")
    assert sum(int(figure.text) for figure in opening.figures) == len(card.rows)


def test_what_was_promised_is_told(briefings: Briefings) -> None:
    titles = [slide.title for slide in briefings.deck("scrutiny", Q4).slides]
    assert "Two actions are overdue: CIC 3.1 and CSF 1.1." in titles
    assert "Two questions of the panel are open, one of them overdue." in titles
    assert any(title.startswith("Five actions are complete, but their figures do not show it") for title in titles)
    assert any("two are borne out, two are not and two cannot be judged" in title for title in titles)


def test_figures_off_target_are_not_told_twice_as_changes(briefings: Briefings) -> None:
    told = [slide.id.split(":", 1)[1] for slide in briefings.deck("leadership", Q4).slides if slide.chart]
    assert len(told) == len(set(told))


def test_no_slide_holds_more_than_fits_and_every_id_is_its_own(briefings: Briefings) -> None:
    slides = briefings.deck("leadership", Q4).slides
    assert max(len(slide.points) for slide in slides) <= 3
    assert len({slide.id for slide in slides}) == len(slides)


def test_a_choice_is_kept_with_its_quarter_and_audience_and_can_be_undone(briefings: Briefings) -> None:
    before = briefings.deck("scrutiny", Q4)
    chosen = Chosen(slides=(Choice(id="overdue:1", title="Two actions are late."), Choice(id="opening", shown=False)))
    revision = briefings.choose(chosen, "scrutiny", Q4, who="A. Writer")
    after = briefings.deck("scrutiny", Q4)
    assert (after.slides[0].title, after.revision) == ("Two actions are late.", revision)
    assert "opening" not in [slide.id for slide in after.slides]
    assert briefings.deck("leadership", Q4).slides[0].id == "opening"
    assert briefings.deck("scrutiny", "2018-19 Q3").slides[0].id == "opening"
    assert briefings.deck("scrutiny", Q4, as_at=before.revision) == before
    briefings.place.undo(revision, who="A. Writer")
    assert briefings.deck("scrutiny", Q4).slides == before.slides


def test_of_two_who_choose_at_once_the_second_is_told(briefings: Briefings) -> None:
    seen = briefings.place.head()
    first = Chosen(slides=(Choice(id="overdue:1"),))
    briefings.choose(first, "scrutiny", Q4, who="A", base=seen)
    with pytest.raises(ProblemError) as refused:
        briefings.choose(Chosen(slides=(Choice(id="opening"),)), "scrutiny", Q4, who="B", base=seen)
    assert refused.value.problems[0].code == "changed-beneath"
    assert briefings.chosen("scrutiny", Q4) == first


def test_a_briefing_without_a_slide_is_refused(briefings: Briefings) -> None:
    slides = tuple(Choice(id=one.slide.id, shown=False) for one in briefings.slides("scrutiny", Q4))
    with pytest.raises(ProblemError) as refused:
        briefings.choose(Chosen(slides=slides), "scrutiny", Q4, who="A")
    assert refused.value.problems[0].code == "no-slides"


def test_an_unreadable_choice_says_where_it_is_wrong() -> None:
    with pytest.raises(ProblemError) as refused:
        read_chosen(json.dumps({"slides": [{"id": "opening", "colour": "red"}]}))
    assert "slides.0.colour" in refused.value.problems[0].message


def test_a_board_is_told_of_its_own_figures_actions_claims_and_questions(briefings: Briefings) -> None:
    deck = briefings.deck("corporate_parenting", Q4)
    assert deck.slides[0].title.startswith("Of 14 indicators")
    assert deck.illustrative.startswith("5 of the 14 figures are illustrative")
    assert [slide.title for slide in deck.slides if not slide.chart][1:] == [
        "One action is overdue: CIC 3.1.",
        "Two claims were made about this quarter: one is borne out and one cannot be judged.",
    ]


def test_who_acts_names_the_owner_and_the_actions_that_are_still_open(briefings: Briefings) -> None:
    who = {slide.id: slide.who for slide in briefings.deck("leadership", Q4).slides}
    owner = "Answers for it: Head of Children in Care."
    assert who["off_target:cla_iha:all"] == f"{owner} Acts: CIC 3.1 (overdue since 28 February 2019)."
    assert who["off_target:cla_3plus:all"] == f"{owner} No action on it is open: CIC 1.1 is complete."


def test_a_caseload_is_shown_beside_those_of_the_other_teams(briefings: Briefings) -> None:
    slides = {slide.id: slide for slide in briefings.deck("leadership", Q4).slides}
    slide = slides["off_target:caseload_team:care_experienced"]
    assert slide.chart is not None
    assert slide.chart.lines[0].label == "Care-experienced team"
    assert [target.label for target in slide.chart.targets] == ["Target at most 25 cases"]
    assert "Assessment team: 23.7 cases, on target." in slide.notes


def test_slides_that_rest_on_illustrative_figures_are_marked(briefings: Briefings) -> None:
    marks = {slide.id: slide.mark for slide in briefings.deck("leadership", Q4).slides}
    assert marks["off_target:cla_iha:all"] == "Illustrative figure."
    assert marks["overdue:1"] == "Illustrative: made up to demonstrate, and not to be quoted."
    assert marks["off_target:sickness:all"] == ""


def test_words_that_a_slide_has_no_room_for_are_told(briefings: Briefings) -> None:
    title, points = "And so on. " * 22, tuple("Point by point. " * 24 for _ in range(5))
    chosen = Chosen(slides=(Choice(id="opening", title=title), Choice(id="written:1", title="Ours", points=points)))
    [first, second] = briefings.warnings(chosen, "leadership", Q4)
    assert (first.code, str(first.where), first.message) == (
        "slide-too-long",
        "Slide 1",
        "The message has 241 letters.",
    )
    assert str(second) == (
        "Slide 2: This is shown as 3 slides. Say less, or make two slides of it, so that each has its own message."
    )


@pytest.mark.parametrize("period", ["2017-18 Q4", "2018-19 Q1", Q4])
def test_every_slide_proposed_has_room_for_its_words(briefings: Briefings, period: str) -> None:
    assert [slide.id for slide in briefings.deck("scrutiny", period).slides if len(parts(slide)) > 1] == []
