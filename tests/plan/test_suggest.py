"""The status that dates and percent suggest, by a rule that is stated with it."""

from datetime import date

import pytest

from kpi.plan import ActionView
from kpi.plan.suggest import RULES, elapsed
from tests.plan.plans import action, area, council, one, plan, said, signed


def suggested(view: ActionView) -> str:
    return view.suggested.condition if view.suggested else ""


def test_what_is_complete_suggests_complete() -> None:
    view = one(action(), said("2018-19 Q4", 1, stage="complete"))
    assert view.suggested is not None
    assert (view.suggested.condition, view.suggested.status.id) == ("complete", "complete")
    assert view.suggested.reason == "it is complete"


def test_what_a_sign_off_completes_suggests_complete() -> None:
    done = said("2018-19 Q4", 1, stage="awaiting_sign_off")
    assert suggested(one(action(), done, signed("2018-19 Q4", 2))) == "complete"


def test_a_status_that_the_stage_does_not_allow_is_not_suggested() -> None:
    assert suggested(one(action(), said("2018-19 Q4", 1, stage="awaiting_sign_off"))) == ""


def test_a_due_date_gone_by_suggests_overdue_and_says_so() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="in_progress", percent=90))
    assert view.suggested is not None
    assert view.suggested.status.label == "Overdue or off track"
    assert view.suggested.rule == ("Overdue or off track is suggested for what is not done and was due before.")


def test_nothing_begun_by_its_start_suggests_not_started() -> None:
    view = one(action(due="2019-06-30"), said("2018-19 Q4", 1, commentary="Waiting for the supplier."))
    assert view.suggested is not None
    assert (view.suggested.condition, view.suggested.reason) == ("not_started", "it was to start by 1 April 2018")


def test_nothing_is_suggested_before_the_start() -> None:
    assert suggested(one(action(start="2019-20 Q1", due="2019-20"))) == ""


def test_silence_suggests_not_updated() -> None:
    view = one(action(due="2019-06-30"), said("2018-19 Q3", 1, stage="in_progress", percent=90))
    assert view.suggested is not None
    assert (view.suggested.condition, view.suggested.reason) == ("not_updated", "nothing was said of it in Q4 2018-19")


@pytest.mark.parametrize(("percent", "condition"), [(75, "on_track"), (74, "at_risk")])
def test_more_than_25_points_behind_its_time_is_at_risk(percent: float, condition: str) -> None:
    # From 1 April 2018 to 31 March 2019 all the time has gone on the day it is due, which is not yet late.
    agreed, now = action(), said("2018-19 Q4", 1, stage="in_progress", percent=percent)
    view = one(agreed, now, day=date(2019, 3, 31))
    assert suggested(view) == condition


def test_the_reason_states_both_shares() -> None:
    behind = one(action(), said("2018-19 Q2", 1, stage="in_progress", percent=10), period="2018-19 Q2")
    ahead = one(action(), said("2018-19 Q2", 1, stage="in_progress", percent=60), period="2018-19 Q2")
    assert behind.suggested is not None
    assert ahead.suggested is not None
    assert behind.suggested.reason == "10% is done when 50% of its time has gone"
    assert ahead.suggested.reason == "60% is done when 50% of its time has gone, and nothing is late"


def test_a_late_milestone_is_at_risk_whatever_the_percent() -> None:
    agreed = action(due="2019-06-30", milestones=[{"id": "assess", "title": "Needs assessed", "due": "2018-09-30"}])
    view = one(agreed, said("2018-19 Q4", 1, stage="in_progress", percent=100))
    assert view.suggested is not None
    assert view.suggested.reason == "its milestone 'Needs assessed' was due on 30 September 2018"


def test_without_a_percent_or_an_end_only_milestones_can_put_it_at_risk() -> None:
    assert suggested(one(action(due="ongoing"), said("2018-19 Q4", 1, stage="in_progress", percent=0))) == "on_track"
    assert suggested(one(action(due="2019-06-30"), said("2018-19 Q4", 1, stage="in_progress"))) == "on_track"


@pytest.mark.parametrize("stage", ["moved", "not_applicable"])
def test_nothing_is_suggested_for_what_is_no_longer_done_this_year(stage: str) -> None:
    assert suggested(one(action(), said("2018-19 Q4", 1, stage=stage))) == ""


def test_a_council_with_two_colours_is_never_told_of_more() -> None:
    pack = council(area(action(due="2018-12-31")), legend="wolverhampton")
    view = plan(pack, said("2018-19 Q4", 1, stage="in_progress", status="needs_more_time")).actions[0]
    assert view.suggested is not None
    assert view.suggested.status.id == "needs_more_time"
    assert "suggested-differs" not in view.codes


def test_without_a_legend_nothing_is_suggested() -> None:
    assert plan(council(area(action()), legend="none")).actions[0].suggested is None


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2018, 3, 1), 0),
        (date(2018, 4, 1), 0),
        (date(2018, 4, 6), 50),
        (date(2018, 4, 11), 100),
        (date(2020, 1, 1), 100),
    ],
)
def test_the_share_of_time_gone_stays_between_nothing_and_all(day: date, share: float) -> None:
    assert elapsed(date(2018, 4, 1), date(2018, 4, 11), day) == share
    assert elapsed(date(2018, 4, 1), date(2018, 4, 1), day) == 100


def test_every_condition_has_its_rule_in_words() -> None:
    assert list(RULES) == ["complete", "overdue", "not_started", "not_updated", "at_risk", "on_track"]
