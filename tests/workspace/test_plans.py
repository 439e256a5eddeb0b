"""The plan through the one door: updates, sign-offs and trackers as revisions, conflicts that lose nothing."""

import csv
import io
from pathlib import Path

import pytest

from kpi.period import Period, parse
from kpi.plan import Update
from kpi.problem import ProblemError
from kpi.workspace import Records
from tests.workspace.conftest import opened

Q4 = parse("2018-19 Q4")
Q3 = parse("2018-19 Q3")


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def declare(records: Records, ref: str, said: Update, *, base: int | None = None, period: Period = Q4) -> int:
    head = records.place.head() if base is None else base
    return records.update(ref, said, year="2018-19", period=period, who="Head of Service", base=head)


def filled(tracker: bytes, ref: str, **cells: str) -> bytes:
    """Fill cells of one action's row, as an analyst does."""
    rows = list(csv.DictReader(io.StringIO(tracker.decode("utf-8-sig"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(row | (cells if row["ref"] == ref else {}) for row in rows)
    return out.getvalue().encode()


def test_the_published_states_come_out_of_the_record(records: Records) -> None:
    plan = records.plan()
    assert len(plan.actions) >= 40
    assert [action.ref for action in plan.actions if action.stage == "moved"] == ["PMQA 2.1"]
    assert "one moves to 2019-20: PMQA 2.1" in plan.headlines[0]
    needs = [action.ref for action in plan.actions if action.status_id == "needs_more_time"]
    assert {"SSS 2.1", "YOT 2.2"} <= set(needs)


def test_an_update_is_a_revision_and_the_one_before_still_shows_the_old_state(records: Records) -> None:
    before = records.place.head()
    revision = declare(records, "YOT 2.2", Update(percent=60, commentary="Twelve mentors are trained."))
    now, then = records.action("YOT 2.2"), records.action("YOT 2.2", as_at=before)
    assert revision == before + 1
    assert (now.percent, now.commentary) == (60, "Twelve mentors are trained.")
    assert then.percent is None
    assert now.status_id == "needs_more_time"


def test_what_an_update_leaves_out_carries_on(records: Records) -> None:
    declare(records, "YOT 2.2", Update(percent=60))
    declare(records, "YOT 2.2", Update(commentary="Mentors meet every week."))
    action = records.action("YOT 2.2")
    assert (action.percent, action.commentary) == (60, "Mentors meet every week.")


def test_a_moved_due_date_keeps_the_first_one_and_its_reason(records: Records) -> None:
    first = records.action("CIC 3.1").original_due
    moves = len(records.action("CIC 3.1").moves)
    declare(records, "CIC 3.1", Update(due="2019-06-30", due_reason="A second doctor begins in June."))
    action = records.action("CIC 3.1")
    assert action.original_due == first
    assert len(action.moves) == moves + 1
    assert action.moves[-1].reason == "A second doctor begins in June."
    assert action.due.text == "2019-06-30"


def test_a_due_date_edited_in_the_definitions_is_a_move_without_a_reason(pack: Path, records: Records) -> None:
    first = records.action("YOT 1.1").original_due
    file = pack / "plan" / "2018-19" / "yot.yaml"
    text = file.read_text("utf-8")
    assert "due: 2018-19 Q3" in text
    file.write_text(text.replace("due: 2018-19 Q3", "due: 2018-12-20", 1), "utf-8")
    action = opened(pack).action("YOT 1.1")
    assert action.original_due == first
    assert [(move.origin, move.to.text, move.reason) for move in action.moves] == [("definitions", "2018-12-20", "")]


def test_two_people_who_update_one_action_hear_of_each_other(records: Records) -> None:
    base = records.place.head()
    declare(records, "YOT 2.2", Update(percent=60), base=base)
    with pytest.raises(ProblemError) as refused:
        declare(records, "YOT 2.2", Update(percent=40), base=base)
    assert codes(refused) == ["changed-beneath"]
    assert "Head of Service" in str(refused.value)
    assert "YOT 2.2" in str(refused.value)
    assert records.action("YOT 2.2").percent == 60


def test_the_version_that_lost_stays_on_record(records: Records) -> None:
    declare(records, "YOT 2.2", Update(percent=60))
    records.update(
        "YOT 2.2",
        Update(percent=40),
        year="2018-19",
        period=Q4,
        who="Analyst",
        base=records.place.head(),
        aside=True,
    )
    action = records.action("YOT 2.2")
    versions = {(version.update.percent, version.standing) for version in action.updates[0].versions}
    assert action.percent == 60
    assert {(60.0, "in force"), (40.0, "set aside")} <= versions


def test_an_update_that_breaks_a_rule_lands_nowhere(records: Records) -> None:
    head = records.place.head()
    with pytest.raises(ProblemError) as refused:
        declare(records, "YOT 2.2", Update(status="purple", due="2018-01-01"))
    assert {"unknown-status", "due-without-reason", "due-before-start"} <= set(codes(refused))
    assert records.place.head() == head


@pytest.mark.parametrize("ref", ["YOT 9.9", "", "../../etc"])
def test_an_action_that_is_not_there_is_told(records: Records, ref: str) -> None:
    with pytest.raises(ProblemError) as refused:
        records.action(ref)
    assert codes(refused) == ["unknown-action"]


def test_a_plan_year_that_is_not_there_names_those_that_are(records: Records) -> None:
    with pytest.raises(ProblemError, match="2018-19"):
        records.plan("1999-00")


def test_a_quarter_is_signed_off_by_the_head_of_service_alone(records: Records) -> None:
    head, base = records.plan().areas[0].head, records.place.head()
    area = records.plan().areas[0].id
    with pytest.raises(ProblemError) as refused:
        records.sign_off(area, year="2018-19", period=Q4, role="Analyst", who="A", base=base)
    assert codes(refused) == ["sign-off-role"]
    revision = records.sign_off(area, year="2018-19", period=Q4, role=head, who="B", base=base)
    signed = records.plan().areas[0].signed_off
    assert signed is not None
    assert (signed.revision, signed.role, signed.changed_since) == (revision, head, False)


def test_an_update_after_the_sign_off_shows_as_changed_since(records: Records) -> None:
    area = next(one for one in records.plan().areas if one.id == "yot")
    records.sign_off("yot", year="2018-19", period=Q4, role=area.head, who="B", base=records.place.head())
    declare(records, "YOT 2.2", Update(percent=60))
    signed = next(one for one in records.plan().areas if one.id == "yot").signed_off
    assert signed is not None
    assert signed.changed_since


def test_a_done_action_is_complete_once_its_quarter_is_signed_off(records: Records) -> None:
    waiting = [action for action in records.plan().actions if action.stage == "awaiting_sign_off"]
    assert waiting
    action = waiting[0]
    base = records.place.head()
    records.sign_off(action.ref, year="2018-19", period=Q4, role=action.head, who="B", base=base)
    signed = records.action(action.ref)
    assert (signed.stage, signed.declared) == ("complete", "awaiting_sign_off")


def test_undo_takes_an_update_back_and_its_version_stays_visible(records: Records) -> None:
    revision = declare(records, "YOT 2.2", Update(percent=60))
    records.place.undo(revision, who="Head of Service")
    action = records.action("YOT 2.2")
    assert action.percent is None
    assert "undone" in {version.standing for version in action.updates[0].versions}


def test_a_template_sent_back_unfilled_changes_nothing(records: Records) -> None:
    for form in ("xlsx", "csv"):
        preview = records.preview_updates(f"tracker.{form}", records.update_template(None, Q4, form))
        assert not preview.changes_something
        assert preview.can_publish, preview.problems
        assert records.publish_updates(preview, who="Analyst").revision is None


def test_a_tracker_drawn_before_an_update_meets_it_and_either_may_count(records: Records) -> None:
    drawn = records.update_template(None, Q4, "csv")
    declare(records, "YOT 2.2", Update(percent=60))
    file = filled(drawn, "YOT 2.2", percent="35")
    preview = records.preview_updates("tracker.csv", file)
    assert [(one.ref, one.who, one.theirs.percent, one.mine.percent) for one in preview.conflicts] == [
        ("YOT 2.2", "Head of Service", 60, 35)
    ]
    with pytest.raises(ProblemError) as refused:
        records.publish_updates(preview, who="Analyst")
    assert codes(refused) == ["changed-beneath"]

    records.publish_updates(preview, who="Analyst", choices={"YOT 2.2": "theirs"})
    assert records.action("YOT 2.2").percent == 60
    again = records.preview_updates("tracker.csv", file)
    records.publish_updates(again, who="Analyst", choices={"YOT 2.2": "mine"})
    action = records.action("YOT 2.2")
    assert action.percent == 35
    told = [(version.update.percent, version.standing) for version in action.updates[0].versions]
    assert (60.0, "replaced") in told
    assert (35.0, "set aside") in told


def test_actions_are_found_by_the_indicators_they_should_move(records: Records) -> None:
    found = records.actions_by_indicator()
    plan = records.plan()
    named = {one.indicator for action in plan.actions for one in action.action.indicators}
    assert set(found) == named
    assert all(action in plan.of_indicator(name) for name, actions in found.items() for action in actions)


def test_an_earlier_quarter_is_shown_as_it_stood(records: Records) -> None:
    then, now = records.plan(period=Q3), records.plan(period=Q4)
    assert then.period == Q3
    assert sum(then.counts_by_stage.values()) == sum(now.counts_by_stage.values()) == len(now.actions)
    assert then.counts_by_stage["moved"] == 0
