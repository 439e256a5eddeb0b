"""The inspection record as words and tables, from two visits in a line each."""

from datetime import date

import pytest

from kpi.definitions.inspection import InspectionFile
from kpi.inspection import InspectionView, assemble
from kpi.scorecard import judged_series
from kpi.ui import inspection_choice, inspection_promises, inspection_trace, inspection_words
from kpi.ui.inspection_choice import CONTRADICTED, NONE, Choice
from tests.support.figures import frame, indicator, pack, quarter, target

AUDITS = indicator(id="audits", title="Files judged good", targets=[target(at_least=50)])
RISES = {"indicator": "audits", "expects": "rises", "since": "2018-19 Q3"}
FALLS = {"indicator": "audits", "expects": "falls", "since": "2018-19 Q3"}
RECORD = {
    "judgement_areas": [
        {"id": "overall", "title": "Overall"},
        {"id": "leavers", "title": "Care leavers", "since": 2023},
    ],
    "inspections": [
        {
            "id": "first",
            "title": "First inspection",
            "kind": "inspection",
            "date": "2015-05-01",
            "judgements": [{"area": "overall", "grade": "good"}],
        },
        {
            "id": "second",
            "title": "Second inspection",
            "kind": "inspection",
            "date": "2018-05-01",
            "judgements": [{"area": "overall", "grade": "requires_improvement", "text": "Plans varied."}],
            "recommendations": [{"ref": "R1", "paragraph": "7", "text": "Plan better."}],
        },
    ],
    "directions": [{"id": "d", "title": "Direction", "issued": "2018-02-26", "text": "Report every quarter."}],
    "pledges": [
        {"ref": "P1", "to": "Children", "text": "We listen.", "made": "2017-11-20"},
        {"ref": "P2", "to": "Children", "text": "We visit.", "made": "2017-11-20", "indicators": [RISES]},
    ],
    "self_evaluation": [
        {
            "ref": "S1",
            "year": "2018-19",
            "theme": "quality",
            "kind": "strength",
            "text": "Good.",
            "indicators": [FALLS],
        },
        {"ref": "S2", "year": "2018-19", "theme": "workforce", "kind": "development", "text": "Bare."},
    ],
}


@pytest.fixture(autouse=True)
def no_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        inspection_words.address, "here", lambda screen, **c: inspection_words.address.link(screen, **c)
    )


@pytest.fixture
def view() -> InspectionView:
    known = pack(AUDITS).model_copy(update={"inspection": InspectionFile.model_validate(RECORD)})
    figures = frame([("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], of="audits")
    return assemble(
        known,
        None,
        lambda one, area: judged_series(figures, known, one, area, 3),
        quarter(),
        date(2019, 6, 19),
        3,
    )


def test_a_decline_is_told_in_words_with_the_grade_it_came_from(view: InspectionView) -> None:
    told = inspection_words.judgements(view.history)
    assert told.index("1 May 2015") < told.index("1 May 2018")
    assert "↓" in told
    assert "declined from Good" in told
    assert "Plans varied." in told
    assert told.count("not judged before 2023") == 2


def test_a_recommendation_without_an_action_says_so_plainly(view: InspectionView) -> None:
    told = inspection_trace.trace(view.trace, None)
    assert "paragraph 7" in told
    assert "No action yet" in told


def test_what_has_none_is_counted_first(view: InspectionView) -> None:
    told = inspection_words.counts(view, "")
    assert told.index("<strong>1</strong> <span>without an action yet") < told.index("recommendations in all")


def test_a_direction_in_force_is_said_to_be(view: InspectionView) -> None:
    told = inspection_promises.directions(view.directions)
    assert "issued on 26 February 2018, and still in force." in told
    assert "None is on record." in inspection_promises.directions([])


def test_a_pledge_without_a_figure_says_that_nobody_can_tell(view: InspectionView) -> None:
    told = inspection_promises.pledges(view.pledges, "2018-19 Q4", None)
    assert "no figure named" in told
    assert ">kept<" in told


def test_a_contradicted_strength_is_warned_of_in_words(view: InspectionView) -> None:
    told = inspection_promises.statements(view.self_evaluation, "2018-19", "2018-19 Q4", None)
    assert "S1 is called a strength, but the figures contradict it." in told
    assert "Neither a figure nor other evidence is named." in told


@pytest.mark.parametrize(("only", "pledges", "statements"), [("", 2, 2), (NONE, 1, 1), (CONTRADICTED, 0, 1)])
def test_only_what_is_asked_for_is_left(view: InspectionView, only: str, pledges: int, statements: int) -> None:
    choice = Choice(only=only)
    assert len(inspection_choice.pledges(view, choice)) == pledges
    assert len(inspection_choice.statements(view.self_evaluation, choice)) == statements


def test_another_visit_leaves_no_recommendation(view: InspectionView) -> None:
    left = inspection_choice.recommendations(view.trace, Choice("first"))
    assert left == ()
    assert "No recommendation matches this choice." in inspection_trace.trace(left, None)


def test_a_visit_names_its_recommendations_and_leads_to_them(view: InspectionView) -> None:
    told = inspection_words.visits(view, "second")
    assert 'href="./inspection?inspection=second"' in told
    assert told.count('<details class="kpi-entry" open>') == 1


def test_what_is_taken_away_has_a_row_for_everything(view: InspectionView) -> None:
    assert len(inspection_words.csv(view).splitlines()) == 1 + 2 + 1 + 1 + 2 + 2
