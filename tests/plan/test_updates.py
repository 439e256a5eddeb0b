"""What is known of an action from the updates of its quarters, and what became of each version."""

from datetime import date

import pytest

from kpi.plan import Update, signoff, update
from kpi.plan.signoff import SignOff
from tests.plan.plans import action, area, at, council, one, plan, said, signed
from tests.support.figures import quarter


def test_an_update_reads_back_from_its_entry() -> None:
    told = Update(stage="in_progress", percent=60, milestones={"train": "done"}, state="illustrative")
    made = update.entry("2018-19", "PMQA 2.1", quarter(), told)
    assert (made.kind, made.subject, made.period) == ("action", "2018-19/PMQA 2.1", "2018-19 Q4")
    assert update.read(made) == told


def test_a_sign_off_reads_back_from_its_entry() -> None:
    told = SignOff(role="Principal Social Worker", comment="Checked with the team.")
    made = signoff.entry("2018-19", "pmqa", quarter(), told)
    assert (made.kind, made.subject) == ("sign-off", "2018-19/pmqa")
    assert signoff.read(made) == told


def test_what_is_not_said_is_not_in_the_entry() -> None:
    assert update.entry("2018-19", "PMQA 2.1", quarter(), Update(percent=60)).body == '{"percent":60.0}'


def test_an_update_laid_over_the_quarters_own_keeps_its_other_fields() -> None:
    form = Update(stage="in_progress", due="2019-06-30", due_reason="Late.", milestones={"train": "done"})
    tracker = Update(percent=80, milestones={"assess": "done"})
    assert tracker.over(form).said == form.said | tracker.said | {"milestones": {"train": "done", "assess": "done"}}
    assert tracker.over(None) == tracker


def test_a_new_due_date_does_not_keep_the_reason_of_the_last() -> None:
    assert Update(due="2019-09-30").over(Update(due="2019-06-30", due_reason="Late.")).due_reason is None


def test_what_an_update_says_nothing_of_carries_on() -> None:
    view = one(
        action(),
        said("2018-19 Q1", 1, stage="in_progress", status="on_track", percent=20),
        said("2018-19 Q2", 2, percent=40),
    )
    assert (view.stage, view.status_id, view.percent) == ("in_progress", "on_track", 40)
    assert view.last_updated == quarter("2018-19 Q2")
    assert not view.updated


def test_a_quarter_is_shown_without_what_was_said_later() -> None:
    entries = said("2018-19 Q1", 1, stage="in_progress", percent=20), said("2018-19 Q4", 2, stage="complete")
    view = one(action(), *entries, period="2018-19 Q2")
    assert (view.stage, view.percent) == ("in_progress", 20)
    assert [quarter.period.text for quarter in view.updates] == ["2018-19 Q1"]


def test_commentary_is_the_quarters_own() -> None:
    entries = said("2018-19 Q3", 1, commentary="The supplier is late."), said("2018-19 Q4", 2, percent=10)
    assert one(action(), *entries).commentary == ""
    assert one(action(), *entries, period="2018-19 Q3").commentary == "The supplier is late."


def test_every_version_of_an_update_stays_on_record() -> None:
    view = one(
        action(),
        said("2018-19 Q4", 1, percent=20),
        said("2018-19 Q4", 2, percent=30, aside=True),
        said("2018-19 Q4", 3, percent=40),
        said("2018-19 Q4", 4, percent=90),
        undone={4: 5},
    )
    assert view.percent == 40
    found = [(v.revision, v.update.percent, v.standing) for v in view.updates[0].versions]
    assert found == [(4, 90, "undone"), (3, 40, "in force"), (2, 30, "set aside"), (1, 20, "replaced")]
    assert [v.revision for v in view.updates[0].others] == [4, 2, 1]
    assert (view.updates[0].versions[0].who, view.updates[0].versions[0].at) == ("M. Lead", at(4))
    assert view.updates[0].versions[0].undone_by == 5


def test_a_quarter_whose_only_update_was_undone_is_not_updated() -> None:
    view = one(action(), said("2018-19 Q4", 1, stage="complete"), undone={1: 2})
    assert (view.stage, view.updated) == ("not_started", False)
    assert view.quarter is not None
    assert view.quarter.update is None


def test_a_first_version_that_was_undone_is_told_as_undone_beside_the_one_that_stands() -> None:
    entries = said("2018-19 Q4", 1, stage="complete"), said("2018-19 Q4", 3, percent=10)
    view = one(action(), *entries, undone={1: 2})
    assert [v.standing for v in view.updates[0].versions] == ["in force", "undone"]
    assert view.stage == "not_started"


def test_what_is_done_is_complete_once_its_quarter_is_signed_off() -> None:
    done = said("2018-19 Q3", 1, stage="awaiting_sign_off")
    assert one(action(), done).stage == "awaiting_sign_off"
    view = one(action(), done, signed("2018-19 Q3", 2))
    assert (view.stage, view.declared) == ("complete", "awaiting_sign_off")


def test_a_sign_off_of_a_later_quarter_or_of_the_action_alone_counts_too() -> None:
    done = said("2018-19 Q3", 1, stage="awaiting_sign_off")
    assert one(action(), done, signed("2018-19 Q4", 2)).stage == "complete"
    assert one(action(), done, signed("2018-19 Q3", 2, of="PMQA 2.1")).stage == "complete"


@pytest.mark.parametrize(
    "sign_off",
    [signed("2018-19 Q2", 2), signed("2018-19 Q3", 2, of="sss"), signed("2018-19 Q3", 2, year="2017-18")],
    ids=["of the quarter before", "of another area", "of another year"],
)
def test_a_sign_off_of_something_else_completes_nothing(sign_off) -> None:
    assert one(action(), said("2018-19 Q3", 1, stage="awaiting_sign_off"), sign_off).stage == "awaiting_sign_off"


def test_a_sign_off_before_the_work_was_said_to_be_done_completes_nothing() -> None:
    view = one(action(), signed("2018-19 Q3", 1), said("2018-19 Q3", 2, stage="awaiting_sign_off"))
    assert view.stage == "awaiting_sign_off"


def test_a_word_added_after_the_sign_off_leaves_it_complete_and_shows_as_changed() -> None:
    done = {"stage": "awaiting_sign_off"}
    view = one(
        action(),
        said("2018-19 Q4", 1, **done),
        signed("2018-19 Q4", 2),
        said("2018-19 Q4", 3, **done, commentary="The team was thanked."),
    )
    assert (view.stage, view.changed_since) == ("complete", True)


def test_the_sign_off_says_who_when_and_in_which_role() -> None:
    view = one(action(), said("2018-19 Q4", 1, percent=10), signed("2018-19 Q4", 2))
    found = view.signed_off
    assert found is not None
    assert (found.role, found.who, found.at, found.revision) == ("Principal Social Worker", "H. Head", at(2), 2)
    assert not view.changed_since
    assert one(action(), signed("2018-19 Q3", 2)).signed_off is None


def test_an_update_undone_after_the_sign_off_shows_as_changed() -> None:
    entries = said("2018-19 Q4", 1, percent=10), signed("2018-19 Q4", 2)
    assert one(action(), *entries, undone={1: 3}).changed_since


def test_a_sign_off_that_was_undone_signs_nothing() -> None:
    view = one(action(), said("2018-19 Q4", 1, stage="awaiting_sign_off"), signed("2018-19 Q4", 2), undone={2: 3})
    assert (view.stage, view.signed_off) == ("awaiting_sign_off", None)


def test_a_service_area_shows_its_own_sign_off_and_a_change_of_any_of_its_actions() -> None:
    pack = council(area(action(), action("PMQA 2.2")))
    signed_off = signed("2018-19 Q4", 2)
    quiet = plan(pack, said("2018-19 Q4", 1, percent=10), signed_off).areas[0].signed_off
    stirred = plan(pack, signed_off, said("2018-19 Q4", 3, ref="PMQA 2.2", percent=10)).areas[0].signed_off
    assert quiet is not None
    assert stirred is not None
    assert (quiet.changed_since, stirred.changed_since) == (False, True)


def test_milestones_show_their_last_state_and_whether_they_are_late() -> None:
    agreed = action(
        milestones=[
            {"id": "assess", "title": "Needs assessed", "due": "2018-09-30"},
            {"id": "train", "title": "Staff trained", "due": "2018-12-31"},
            {"id": "live", "title": "System live", "due": "2019-06-30"},
        ]
    )
    view = one(agreed, said("2018-19 Q2", 1, milestones={"assess": "done"}), said("2018-19 Q3", 2, percent=50))
    found = [(milestone.id, milestone.word, milestone.late) for milestone in view.milestones]
    assert found == [("assess", "done", False), ("train", "not started", True), ("live", "not started", False)]


def test_a_status_that_the_legend_no_longer_has_counts_as_undeclared() -> None:
    view = one(action(), said("2018-19 Q4", 1, status="purple"))
    assert (view.status, view.status_id, view.status_label) == (None, "undeclared", "No status declared")


def test_an_action_starts_with_its_plan_year_unless_it_says_when() -> None:
    assert one(action()).start == date(2018, 4, 1)
    assert one(action(start="2018-19 Q3")).start == date(2018, 10, 1)


def test_what_was_made_up_carries_a_mark() -> None:
    assert one(action(illustrative=True)).mark == "Illustrative"
    assert one(action(), said("2018-19 Q3", 1, percent=10, state="illustrative")).mark == "Illustrative"
    published = said("2018-19 Q3", 1, percent=10, state="illustrative"), said("2018-19 Q4", 2, stage="moved")
    view = one(action(), *published)
    assert view.mark == ""
    assert [quarter.illustrative for quarter in view.updates] == [False, True]
