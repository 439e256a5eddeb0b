"""The self-evaluation, and a warning where the figures contradict it."""

from typing import Any

import pytest

from kpi.inspection import StatementView, self_evaluation, years
from tests.inspection.conftest import FALLS, Council, histories
from tests.support.figures import quarter

STRENGTH = {"ref": "SE1", "year": "2018-19", "theme": "quality", "kind": "strength", "text": "Practice is rising."}
WEAKNESS = STRENGTH | {"ref": "SE2", "theme": "workforce", "kind": "development", "text": "Caseloads are too high."}
RISING = {"indicator": "audits", "expects": "improves"}
HIGH = {"indicator": "caseload", "expects": "at_least", "value": 18.1}
FEW = {"indicator": "audits", "expects": "at_most", "value": 60}
STILL_FEW = {"indicator": "audits", "expects": "at_most", "value": 40}
AHEAD = {"indicator": "caseload", "expects": "falls", "period": "2019-20 Q2"}


def statement(council: Council, given: dict[str, Any], **more: Any) -> StatementView:
    made = council(self_evaluation=[given | more])
    [found] = self_evaluation(made, histories(made), quarter("2018-19 Q4"))
    return found


def test_a_strength_that_the_figures_bear_out_stands(council: Council) -> None:
    found = statement(council, STRENGTH, indicators=[RISING])
    assert (found.kind, found.contradicted, found.warning) == ("strength", False, "")
    assert found.answers[0].sentence == (
        "Files judged good improved, as expected: they rose from 35% in Q4 2017-18 to 52% in Q4 2018-19."
    )


def test_one_figure_is_enough_to_contradict_a_strength(council: Council) -> None:
    found = statement(council, STRENGTH, indicators=[RISING, FALLS | {"expects": "rises"}])
    assert found.contradicted
    assert found.warning == (
        "SE1 is called a strength, but the figures contradict it. "
        "Average caseload has not risen: it fell from 19.7 cases in Q4 2017-18 to 16.0 cases in Q4 2018-19."
    )


def test_a_figure_that_is_still_to_come_contradicts_nothing(council: Council) -> None:
    assert not statement(council, STRENGTH, indicators=[AHEAD]).contradicted
    assert not statement(council, WEAKNESS, indicators=[HIGH, AHEAD]).contradicted


def test_a_weakness_is_gone_when_no_figure_shows_it(council: Council) -> None:
    found = statement(council, WEAKNESS, indicators=[HIGH])
    assert found.contradicted
    assert found.warning.startswith("SE2 is called an area for development, but the figures no longer show it.")


@pytest.mark.parametrize("figure", [FEW, STILL_FEW], ids=["meets its target", "no longer shows it"])
def test_a_weakness_is_gone_when_every_figure_meets_its_target_or_no_longer_shows_it(
    council: Council, figure: dict[str, Any]
) -> None:
    assert statement(council, WEAKNESS, indicators=[HIGH, figure]).contradicted


def test_a_weakness_that_a_figure_off_target_still_shows_stands(council: Council) -> None:
    over = {"indicator": "caseload", "expects": "at_least", "value": 15, "period": "2017-18 Q4"}
    assert not statement(council, WEAKNESS, indicators=[HIGH, over]).contradicted


def test_a_statement_without_figures_is_never_contradicted_and_may_lack_support(council: Council) -> None:
    assert statement(council, STRENGTH).unsupported
    assert not statement(council, WEAKNESS).contradicted
    seen = [{"kind": "practice_week", "date": "February 2019", "text": "Good work was seen."}]
    assert not statement(council, STRENGTH, evidence=seen).unsupported


def test_movements_are_compared_with_the_end_of_the_year_before(council: Council) -> None:
    then = statement(council, STRENGTH, indicators=[RISING]).answers[0].then
    assert then is not None
    assert then.period.text == "2017-18 Q4"


def test_themes_come_in_scorecard_order_and_strengths_first(council: Council) -> None:
    made = council(self_evaluation=[STRENGTH, WEAKNESS, STRENGTH | {"ref": "SE3", "theme": "workforce"}])
    found = self_evaluation(made, histories(made), quarter("2018-19 Q4"))
    assert [one.ref for one in found] == ["SE3", "SE2", "SE1"]
    assert [one.theme_title for one in found] == ["Workforce", "Workforce", "Quality of practice"]


def test_the_newest_year_that_has_begun_is_shown_unless_another_is_asked_for(council: Council) -> None:
    made = council(self_evaluation=[STRENGTH, STRENGTH | {"ref": "SE9", "year": "2019-20"}])
    figures = histories(made)
    assert years(made) == ("2018-19", "2019-20")
    assert [one.ref for one in self_evaluation(made, figures, quarter("2018-19 Q4"))] == ["SE1"]
    assert [one.ref for one in self_evaluation(made, figures, quarter("2019-20 Q1"))] == ["SE9"]
    assert [one.ref for one in self_evaluation(made, figures, quarter("2018-19 Q4"), "2019-20")] == ["SE9"]
    assert self_evaluation(made, figures, quarter("2017-18 Q4")) == ()
