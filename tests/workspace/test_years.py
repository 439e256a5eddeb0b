"""A new plan year starts from the last: unfinished actions move with their history, refs stay traceable."""

from datetime import date
from pathlib import Path

import pytest

from kpi.problem import ProblemError
from kpi.workspace import Records
from kpi.workspace import place as place_module
from kpi.workspace import years as years_module
from tests.workspace.conftest import opened


def test_unfinished_actions_move_with_their_history(pack: Path, records: Records) -> None:
    before = {action.ref: action for action in records.plan("2018-19").actions}
    prepared = records.carry_forward()
    assert "PMQA 2.1" in [action.ref for action in prepared.moving]
    assert len(prepared.moving) + len(prepared.ending) == len(before)
    records.start_year(prepared, who="Head of Service")

    after = opened(pack)
    assert after.place.problems == ()
    plan = after.plan("2019-20", "2019-20 Q1")
    assert [action.ref for action in plan.actions] == [action.ref for action in prepared.moving]
    moved = plan.action("PMQA 2.1")
    assert moved is not None
    assert [(one.year, one.ref) for one in moved.carried] == [("2018-19", "PMQA 2.1")]
    assert moved.original_due == before["PMQA 2.1"].original_due
    assert [move.to for move in moved.moves][: len(before["PMQA 2.1"].moves)] == [
        move.to for move in before["PMQA 2.1"].moves
    ]


def test_the_old_year_says_that_its_unfinished_actions_moved(pack: Path, records: Records) -> None:
    revision = records.start_year(records.carry_forward(), who="Head of Service")
    old = opened(pack).plan("2018-19", "2018-19 Q4")
    assert revision is not None
    assert {action.stage for action in old.actions if not action.finished} == {"moved"}
    assert "move to 2019-20" in old.headlines[0]


def test_a_year_is_started_once(pack: Path, records: Records) -> None:
    prepared = records.carry_forward()
    records.start_year(prepared, who="Head of Service")
    with pytest.raises(ProblemError) as refused:
        opened(pack).carry_forward("2018-19")
    assert [problem.code for problem in refused.value.problems] == ["nothing-to-carry"]


def test_a_start_that_was_cut_short_is_finished_by_doing_it_again(
    pack: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = records.carry_forward()

    class _StoppedError(Exception):
        """The machine was switched off."""

    def stop(*_: object) -> None:
        raise _StoppedError

    with monkeypatch.context() as cut:
        cut.setattr(years_module.Path, "replace", stop)
        with pytest.raises(_StoppedError):
            records.start_year(prepared, who="Head of Service")
    again = opened(pack)
    assert again.plan("2018-19", "2018-19 Q4").counts_by_stage["moved"] == len(prepared.moving)
    revision = again.start_year(again.carry_forward(), who="Head of Service")
    assert revision is None
    assert len(opened(pack).plan("2019-20", "2019-20 Q1").actions) == len(prepared.moving)


def test_a_folder_that_cannot_be_written_leaves_the_ledger_alone(pack: Path, records: Records) -> None:
    prepared = records.carry_forward()
    (pack / "plan" / "2019-20").write_text("a file where a folder belongs", "utf-8")
    head = records.place.head()
    with pytest.raises(ProblemError) as refused:
        records.start_year(prepared, who="Head of Service")
    assert [problem.code for problem in refused.value.problems] == ["folder-unwritable"]
    assert records.place.head() == head


def test_a_year_whose_last_quarter_has_not_begun_is_not_carried_forward(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place_module, "today_in_england", lambda: date(2018, 12, 31))
    with pytest.raises(ProblemError) as refused:
        records.carry_forward()
    assert [problem.code for problem in refused.value.problems] == ["year-running"]


def test_a_file_of_the_new_year_is_never_written_over(pack: Path, records: Records) -> None:
    there = pack / "plan" / "2019-20" / "yot.yaml"
    there.parent.mkdir()
    there.write_text("# Being written by hand\n", "utf-8")
    with pytest.raises(ProblemError) as refused:
        records.carry_forward()
    assert [problem.code for problem in refused.value.problems] == ["year-started"]
    assert there.read_text("utf-8") == "# Being written by hand\n"
