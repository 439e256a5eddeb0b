"""From recommendation to action to figure, and what has none."""

from kpi.inspection import TracedRecommendation, trace
from kpi.plan import assemble
from tests.inspection.conftest import PLAN, REVIEW, Council, plan_of
from tests.support.figures import quarter


def traced(council: Council) -> dict[str, TracedRecommendation]:
    made = council()
    return {one.ref: one for one in trace(made, plan_of(made), REVIEW)}


def test_a_recommendation_shows_its_actions_and_their_figures(council: Council) -> None:
    found = traced(council)["OFS 17.1"]
    assert [one.ref for one in found.actions] == ["A 1.1"]
    assert [one.outcome.value for one in found.answers] == ["borne_out"]
    assert (found.kind, found.recommendation.paragraph) == ("area for improvement", "7")
    assert found.sentence == (
        "OFS 17.1 is answered by A 1.1 (not started); the one figure that should show it bears it out."
    )


def test_actions_without_a_figure_are_told(council: Council) -> None:
    found = traced(council)["OFS 17.2"]
    assert found.without_indicator
    assert not found.without_action
    assert found.sentence.endswith("no figure is named that would show it.")


def test_a_recommendation_without_an_action_is_told(council: Council) -> None:
    found = traced(council)["OFS 17.3"]
    assert found.without_action
    assert not found.without_indicator
    assert found.sentence == "OFS 17.3 has no action."


def test_what_was_asked_after_the_day_is_marked_as_later(council: Council) -> None:
    found = traced(council)
    assert [ref for ref, one in found.items() if one.later] == ["OFS 22.1"]
    assert next(iter(found)) == "OFS 22.1"


def test_an_action_of_another_plan_year_counts_and_is_named(council: Council) -> None:
    other = PLAN | {"plan_year": "2019-20"}
    made = council(PLAN | {"priorities": []}, other)
    found = {one.ref: one for one in trace(made, plan_of(made), REVIEW)}["OFS 17.1"]
    assert not found.without_action
    assert found.sentence == ("OFS 17.1 has no action in the plan year shown; it is answered by A 1.1 of 2019-20.")


def test_without_a_plan_every_action_stands_elsewhere(council: Council) -> None:
    found = {one.ref: one for one in trace(council(), None, REVIEW)}["OFS 17.1"]
    assert found.elsewhere == (("2018-19", "A 1.1"),)


def test_a_figure_that_two_actions_share_counts_once(council: Council) -> None:
    [priority] = PLAN["priorities"]
    first = priority["actions"][0]
    made = council(PLAN | {"priorities": [priority | {"actions": [first, first | {"ref": "A 1.3"}]}]})
    found = {one.ref: one for one in trace(made, plan_of(made), REVIEW)}["OFS 17.1"]
    assert len(found.actions) == 2
    assert len(found.answers) == 1


def test_several_figures_are_counted_by_what_they_say(council: Council) -> None:
    [priority] = PLAN["priorities"]
    first = priority["actions"][0]
    shown = [*first["indicators"], {"indicator": "audits", "expects": "falls", "since": "2017-18 Q4"}]
    made = council(PLAN | {"priorities": [priority | {"actions": [first | {"indicators": shown}]}]})
    found = {one.ref: one for one in trace(made, plan_of(made), REVIEW)}["OFS 17.1"]
    assert found.sentence.endswith("of 2 figures that should show it, 1 bears it out and 1 does not bear it out.")


def test_the_command_line_gets_the_whole_trace(council: Council) -> None:
    told = traced(council)["OFS 17.1"].as_dict()
    assert told["actions"][0]["ref"] == "A 1.1"
    assert told["actions"][0]["indicators"][0]["outcome"] == "borne_out"
    assert (told["without_action"], told["known"]) == (False, "2017-03-31")


def test_without_figures_the_trace_says_that_they_were_not_asked(council: Council) -> None:
    made = council()
    plan = assemble(made, "2018-19", quarter(), (), None, None, REVIEW, 3)
    found = {one.ref: one for one in trace(made, plan, REVIEW)}["OFS 17.1"]
    assert found.sentence.endswith("its figures were not asked.")
