"""Two people update one action: both versions are shown, one is chosen, and neither is lost."""

from dataclasses import replace
from typing import Any

import pytest

from kpi.intake.updates import UpdatePreview
from kpi.plan import Update, update
from kpi.problem import ProblemError
from tests.intake.updates.conftest import Desk, codes, filled


def collided(desk: Desk, **said: Any) -> UpdatePreview:
    """The Head of Service says 60% by the form after the analyst's template was drawn; the template comes back."""
    drawn = desk.template()
    desk.say("PMQA 2.1", percent=60.0, commentary="Two teams have moved.")
    return desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "40", "commentary": "One team has moved."} | said}))


def test_a_conflict_says_who_said_what_and_when_and_what_the_file_says(desk: Desk) -> None:
    preview = collided(desk)
    [conflict] = preview.conflicts
    assert (conflict.ref, conflict.row, conflict.base) == ("PMQA 2.1", 2, None)
    assert (conflict.who, conflict.revision) == ("Head of Quality", 2)
    assert conflict.theirs.said == {"percent": 60.0, "commentary": "Two teams have moved."}
    assert conflict.mine.said == {"percent": 40.0, "commentary": "One team has moved."}
    assert conflict.fields == ("Percent", "Commentary")
    assert conflict.sentence == (
        "Head of Quality updated PMQA 2.1 at 10:30 on 11 April 2019 (revision 2): Percent: 60%; Commentary: 'Two teams "
        "have moved.'. The file says: Percent: 40%; Commentary: 'One team has moved.'."
    )


def test_an_unsettled_conflict_is_not_published(desk: Desk) -> None:
    preview = collided(desk)
    assert preview.can_publish
    for choices in (None, {}, {"SSS 2.1": "mine"}):
        with pytest.raises(ProblemError) as caught:
            preview.settle(choices)
        [problem] = caught.value.problems
        assert (problem.code, problem.where.row) == ("changed-beneath", 2)
        assert "Head of Quality updated PMQA 2.1" in problem.message


def test_mine_lands_over_theirs_which_stays_in_the_history(desk: Desk) -> None:
    [entry] = collided(desk).settle({"PMQA 2.1": "mine"})
    desk.take(entry)
    known = desk.view().action("PMQA 2.1")
    assert (known.percent, known.commentary) == (40, "One team has moved.")
    assert [version.standing for version in known.quarter.versions] == ["in force", "replaced"]
    assert known.quarter.versions[1].update.commentary == "Two teams have moved."


def test_theirs_stands_and_mine_is_kept_aside(desk: Desk) -> None:
    [entry] = collided(desk).settle({"PMQA 2.1": "theirs"})
    assert entry.aside
    desk.take(entry)
    known = desk.view().action("PMQA 2.1")
    assert (known.percent, known.commentary) == (60, "Two teams have moved.")
    assert [version.standing for version in known.quarter.versions] == ["set aside", "in force"]
    assert known.quarter.versions[0].update.commentary == "One team has moved."


def test_what_theirs_says_beside_it_stays_in_force_under_mine(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("PMQA 2.1", commentary="Two teams have moved.", milestones={"train": "in_progress"})
    preview = desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "40"}}))
    assert preview.conflicts[0].fields == ("Percent",)
    desk.take(*preview.settle({"PMQA 2.1": "mine"}))
    known = desk.view().action("PMQA 2.1")
    assert (known.percent, known.commentary) == (40, "Two teams have moved.")
    assert {one.id: one.state for one in known.milestones} == {"assess": "done", "train": "in_progress"}


def test_what_a_row_left_as_it_was_drawn_never_overwrites_what_was_said_since(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("PMQA 2.1", stage="in_progress", percent=60.0)
    preview = desk.preview(filled(drawn, {"SSS 2.1": {"percent": "10"}}))
    assert preview.conflicts == ()
    assert [line.ref for line in preview.lines] == ["SSS 2.1"]
    desk.take(*preview.settle())
    assert desk.view().action("PMQA 2.1").percent == 60


def test_the_same_said_by_both_is_no_conflict(desk: Desk) -> None:
    preview = collided(desk, percent="60%", commentary="Two teams have moved.")
    assert (preview.conflicts, preview.changes_something) == ((), False)
    assert preview.counts == {"new": 0, "changed": 0, "unchanged": 3}


def test_an_update_of_another_quarter_is_no_conflict(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("PMQA 2.1", quarter="2018-19 Q3", commentary="Late.", percent=20.0)
    preview = desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "40"}}))
    assert preview.conflicts == ()
    assert preview.lines[0].before == "20%"


def test_an_update_set_aside_is_no_conflict(desk: Desk) -> None:
    drawn = desk.template()
    said = desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "40"}})).settle()
    desk.take(*(replace(entry, aside=True) for entry in said))
    assert desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "50"}})).conflicts == ()


def test_without_a_revision_a_row_is_compared_with_the_newest(desk: Desk) -> None:
    desk.say("PMQA 2.1", percent=60.0)
    preview = desk.preview("quarter,ref,stage,percent\n2018-19 Q4,PMQA 2.1,,40\n")
    assert preview.conflicts == ()
    [line] = preview.lines
    assert (line.field, line.before, line.after, line.row) == ("Percent", "60%", "40%", 2)
    assert preview.counts == {"new": 0, "changed": 1, "unchanged": 0}


def test_only_the_rows_in_conflict_are_asked_about(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("PMQA 2.1", percent=60.0)
    preview = desk.preview(filled(drawn, {"PMQA 2.1": {"percent": "40"}, "SSS 2.1": {"percent": "10"}}))
    assert [conflict.ref for conflict in preview.conflicts] == ["PMQA 2.1"]
    entries = preview.settle({"PMQA 2.1": "theirs"})
    assert [(entry.subject, entry.aside) for entry in entries] == [
        ("2018-19/PMQA 2.1", True),
        ("2018-19/SSS 2.1", False),
    ]
    assert preview.settled({"PMQA 2.1": "theirs"}) == {("action", "2018-19/PMQA 2.1", "2018-19 Q4")}


def test_what_the_quarter_said_before_is_told_with_the_conflict(desk: Desk) -> None:
    desk.say("PMQA 2.1", commentary="Begun.")
    [conflict] = collided(desk).conflicts
    assert conflict.base == Update(commentary="Begun.")


def test_a_row_drawn_at_a_revision_that_is_not_there_is_refused(desk: Desk) -> None:
    for revision in ("7", "0", "latest", "²"):
        text = filled(desk.template(), {"PMQA 2.1": {"percent": "40", "revision": revision}})
        found = desk.preview(text)
        [problem, _] = found.problems
        assert (problem.code, problem.where.row, problem.where.column) == ("unknown-revision", 2, "revision")
        assert not found.can_publish
        with pytest.raises(ProblemError):
            found.settle()


def test_rows_of_more_revisions_than_are_looked_up_are_refused(desk: Desk) -> None:
    for percent in range(30):
        desk.say("PMQA 2.1", percent=float(percent))
    rows = "".join(f"2018-19 Q4,A {revision},,{revision}\n" for revision in range(1, 25))
    assert codes(desk.read(f"quarter,ref,stage,revision\n{rows}")) == ["many-revisions"]


def test_a_moved_due_date_is_shown_from_and_to_with_its_reason(desk: Desk) -> None:
    said = {"new_due": "Q1 2019/20", "reason": "The supplier is late."}
    preview = desk.preview(filled(desk.template(), {"PMQA 2.1": said}))
    assert [(line.field, line.before, line.after) for line in preview.lines] == [
        ("Due date", "31 March 2019", "Q1 2019-20 (April to June 2019)"),
        ("Reason", "nothing", "The supplier is late."),
    ]
    [entry] = preview.settle()
    assert update.read(entry).due == "2019-20 Q1"
    desk.take(entry)
    assert desk.view().action("PMQA 2.1").moves[0].reason == "The supplier is late."
    again = filled(desk.template(), {"PMQA 2.1": said})
    assert not desk.preview(again).changes_something
    other = filled(desk.template(), {"PMQA 2.1": said | {"reason": "The supplier is later still."}})
    assert [line.field for line in desk.preview(other).lines] == ["Due date", "Reason"]


def test_a_status_comes_with_the_stage_that_it_was_chosen_beside(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("SSS 2.1", stage="complete", status="complete")
    preview = desk.preview(filled(drawn, {"SSS 2.1": {"status": "On track"}}))
    assert [(line.field, line.before, line.after) for line in preview.conflicts[0].lines] == [
        ("Stage", "complete", "not started"),
        ("Status", "Complete", "On track"),
    ]
    desk.take(*preview.settle({"SSS 2.1": "mine"}))
    known = desk.view().action("SSS 2.1")
    assert (known.declared, known.status.id) == ("not_started", "on_track")


def test_a_stage_that_the_status_of_somebody_else_does_not_go_with_needs_a_status(desk: Desk) -> None:
    drawn = desk.template()
    desk.say("SSS 2.1", stage="complete", status="complete")
    found = desk.preview(filled(drawn, {"SSS 2.1": {"stage": "in progress"}}))
    [problem, _] = found.problems
    assert (problem.code, problem.where.column) == ("status-of-stage", "status")
    again = desk.preview(filled(drawn, {"SSS 2.1": {"stage": "in progress", "status": "On track"}}))
    assert again.can_publish
