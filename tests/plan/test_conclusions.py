"""What the record concludes by itself, beside what people declared."""

from datetime import date
from functools import partial

import pytest

from kpi.expectation import Figures
from kpi.plan import CONCLUSIONS, ActionView
from kpi.scorecard import judged_series
from tests.plan.plans import action, area, council, one, plan, said, signed, told
from tests.support.figures import card, frame, indicator, pack, quarter, target, together

DONE = {"stage": "complete", "status": "complete", "percent": 100}
MILESTONES = [
    {"id": "assess", "title": "Needs assessed", "due": "2018-09-30"},
    {"id": "live", "title": "System live", "due": "2018-19 Q4"},
]
AUDITS = indicator(id="audits", title="Audits judged good", targets=[target(at_least=75)])
VISITS = indicator(id="visits", title="Visits on time", targets=[target(at_least=90)])
FIGURES = together(
    frame([("2017-18 Q4", 38.0), ("2018-19 Q4", 35.0)], of="audits"),
    frame([("2017-18 Q4", 80.0), ("2018-19 Q4", 88.0)], of="visits"),
)


def figures() -> Figures:
    return partial(_series)


def _series(name: str, area_id: str):
    return judged_series(FIGURES, pack(AUDITS, VISITS), name, area_id, 9)


def test_overdue_names_the_date_and_the_stage() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="in_progress"))
    assert told(view, "overdue") == "Overdue: it was due on 31 December 2018 and is in progress at 31 March 2019."


def test_what_was_due_on_the_last_day_of_a_quarter_is_overdue_once_the_quarter_is_over() -> None:
    agreed = action(due="2018-19 Q4")
    assert told(one(agreed, day=date(2019, 3, 31)), "overdue") == ""
    assert told(one(agreed, day=date(2019, 4, 1)), "overdue") == (
        "Overdue: it was due by the end of Q4 2018-19 (31 March 2019) and is not started at the end of that day."
    )


def test_what_falls_due_after_the_quarter_is_not_overdue_in_it_however_late_it_is_read() -> None:
    assert told(one(action(due="2019-04-30"), day=date(2026, 1, 1)), "overdue") == ""


@pytest.mark.parametrize("stage", ["complete", "complete_evidenced", "business_as_usual", "not_applicable"])
def test_nothing_finished_is_overdue_or_due_or_awaits_an_update(stage: str) -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q2", 1, stage=stage))
    assert view.codes == frozenset()


def test_what_is_done_and_awaits_only_its_sign_off_is_not_overdue() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="awaiting_sign_off"))
    assert "overdue" not in view.codes


def test_a_moved_action_without_a_new_date_is_overdue() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="moved"))
    assert told(view, "overdue") == (
        "Overdue: it was due on 31 December 2018 and is moved to the next year without a new date."
    )
    dated = said("2018-19 Q4", 1, stage="moved", due="2019-20", due_reason="The system is late.")
    assert "overdue" not in one(action(due="2018-12-31"), dated).codes


def test_due_this_quarter_tells_what_is_still_to_be_done() -> None:
    view = one(action(), said("2018-19 Q4", 1, stage="in_progress"), day=date(2019, 2, 1))
    assert told(view, "due-this-quarter") == "Due this quarter: it is due on 31 March 2019 and is in progress."
    assert "due-this-quarter" not in one(action(due="2019-04-01"), day=date(2019, 2, 1)).codes


def test_not_updated_names_the_last_update() -> None:
    assert told(one(action(), said("2018-19 Q2", 1, percent=10)), "not-updated") == (
        "Not updated: nothing has been said of it in Q4 2018-19; the last update is of Q2 2018-19."
    )
    assert told(one(action(), day=date(2019, 2, 1)), "not-updated") == (
        "Not updated: nothing has been said of it in Q4 2018-19 yet; it has never been updated."
    )


def test_no_update_is_awaited_before_the_start_or_after_the_move() -> None:
    assert "not-updated" not in one(action(start="2019-20 Q1", due="ongoing")).codes
    assert "not-updated" not in one(action(due="2019-20"), said("2018-19 Q3", 1, stage="moved")).codes


def test_complete_while_its_indicator_has_not_improved_says_both() -> None:
    agreed = action(indicators=[{"indicator": "audits", "expects": "improves"}])
    view = one(agreed, said("2018-19 Q4", 1, **DONE), figures=figures())
    sentence = told(view, "impact-not-shown")
    assert sentence.startswith(
        "Impact not shown: it is complete, but its indicator does not show it. Audits judged good"
    )
    assert "38%" in sentence
    assert "35%" in sentence
    assert (view.stage, view.status_id) == ("complete", "complete")


def test_of_several_indicators_it_says_how_many_do_not_show_it() -> None:
    agreed = action(indicators=[{"indicator": name, "expects": "improves"} for name in ("audits", "visits")])
    view = one(agreed, said("2018-19 Q4", 1, stage="complete"), figures=figures())
    assert "but one of its 2 indicators does not show it." in told(view, "impact-not-shown")
    assert [answer.outcome.value for answer in view.answers] == ["not_borne_out", "borne_out"]


def test_impact_is_only_missed_where_the_action_is_complete_and_the_figures_can_tell() -> None:
    wrong = action(indicators=[{"indicator": "audits", "expects": "improves"}])
    unknown = action(indicators=[{"indicator": "audits", "expects": "improves", "period": "2019-20 Q4"}])
    assert "impact-not-shown" not in one(wrong, said("2018-19 Q4", 1, stage="in_progress"), figures=figures()).codes
    assert "impact-not-shown" not in one(unknown, said("2018-19 Q4", 1, **DONE), figures=figures()).codes
    assert one(wrong, said("2018-19 Q4", 1, **DONE)).answers == ()


def test_impact_counts_once_the_sign_off_makes_it_complete() -> None:
    agreed = action(indicators=[{"indicator": "audits", "expects": "improves"}])
    done = said("2018-19 Q4", 1, stage="awaiting_sign_off")
    assert "impact-not-shown" in one(agreed, done, signed("2018-19 Q4", 2), figures=figures()).codes
    assert "impact-not-shown" not in one(agreed, done, figures=figures()).codes


def test_a_late_milestone_is_named_with_its_date() -> None:
    view = one(action(milestones=MILESTONES), said("2018-19 Q3", 1, percent=10), period="2018-19 Q3")
    assert told(view, "milestone-overdue") == (
        "A milestone is late: 'Needs assessed' was due on 30 September 2018 and is not started."
    )


def test_many_late_milestones_are_counted_and_the_first_is_named() -> None:
    steps = [{"id": f"s{n}", "title": f"Step {n}", "due": f"2018-0{n}-01"} for n in range(4, 9)]
    assert told(one(action(milestones=steps)), "milestone-overdue") == (
        "5 milestones are late; the first: 'Step 4' was due on 1 April 2018 and is not started."
    )


def test_complete_with_a_milestone_open_says_which() -> None:
    view = one(action(milestones=MILESTONES), said("2018-19 Q4", 1, **DONE, milestones={"assess": "done"}))
    assert told(view, "milestones-open") == ("Milestones are open: it is complete, but 'System live' is not started.")


def test_all_milestones_complete_while_the_action_is_not() -> None:
    finished = said("2018-19 Q4", 1, stage="in_progress", milestones={"assess": "done", "live": "done"})
    assert told(one(action(milestones=MILESTONES), finished), "milestones-complete") == (
        "Milestones are complete while the action is not: both its milestones are done and it is in progress."
    )
    assert "milestones-complete" not in one(action(), said("2018-19 Q4", 1, stage="in_progress")).codes


def test_a_due_date_that_moved_twice_is_told_with_the_first() -> None:
    first = said("2018-19 Q2", 1, due="2019-06-30", due_reason="Leave.")
    second = said("2018-19 Q3", 2, due="2019-09-30", due_reason="The supplier is late.")
    assert told(one(action(), first, second), "due-moved") == (
        "The due date has moved twice: it was first due on 31 March 2019 and is now due on 30 September 2019."
    )
    assert "due-moved" not in one(action(), first).codes


def test_a_suggested_status_is_told_beside_the_declared_one_and_never_instead() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="in_progress", status="on_track"))
    assert told(view, "suggested-differs") == (
        "On track is declared; dates and percent suggest Overdue or off track: "
        "it was due on 31 December 2018 and is in progress."
    )
    assert view.status_id == "on_track"


def test_a_status_that_doubts_the_impact_of_what_is_complete_is_not_contradicted() -> None:
    pack = council(area(action()), legend="wolverhampton")
    view = plan(pack, said("2018-19 Q4", 1, stage="complete", status="needs_more_time")).actions[0]
    assert "suggested-differs" not in view.codes


def test_carried_forward_twice_names_the_years() -> None:
    pack = council(
        area(action(), year="2016-17"),
        area(action(carried_from={"year": "2016-17", "ref": "PMQA 2.1"}), year="2017-18"),
        area(action(carried_from={"year": "2017-18", "ref": "PMQA 2.1"})),
    )
    assert told(plan(pack).actions[0], "carried-twice") == (
        "Carried forward more than once: it was in the plans of 2016-17 and 2017-18 already."
    )
    assert "carried-twice" not in plan(pack, year="2017-18").actions[0].codes


def test_conclusions_come_in_order_of_weight() -> None:
    view = one(action(due="2018-12-31", milestones=MILESTONES), said("2018-19 Q1", 1, percent=5, status="on_track"))
    codes = [conclusion.code for conclusion in view.conclusions]
    assert codes == [code for code in CONCLUSIONS if code in codes]
    assert codes[0] == "overdue"
    assert view.conclusions[0].title == "Overdue"


def test_figures_off_target_without_an_action_are_listed() -> None:
    scorecard = card(FIGURES, AUDITS, VISITS)
    covered = action(indicators=[{"indicator": "audits", "expects": "improves"}])
    view = plan(council(area(covered)), scorecard=scorecard)
    assert [row.indicator for row in view.off_target_without_action] == ["visits"]
    assert "One figure off target has no action: Visits on time." in view.headlines
    gone = plan(council(area(covered)), said("2018-19 Q4", 1, stage="not_applicable"), scorecard=scorecard)
    assert len(gone.off_target_without_action) == 2


def test_an_action_for_one_team_leaves_the_whole_service_without_one() -> None:
    covered = action(indicators=[{"indicator": "audits", "area": "assessment", "expects": "improves"}])
    view = plan(council(area(covered)), scorecard=card(FIGURES, AUDITS))
    assert [row.indicator for row in view.off_target_without_action] == ["audits"]


def test_a_view_is_not_changed_by_being_read() -> None:
    view: ActionView = one(action(), said("2018-19 Q4", 1, percent=10))
    assert view.conclusions is view.conclusions
    assert view.period == quarter()
