"""Faults that must end well: programs killed, programs at once, a disk that is full, a lock that is held."""

import random
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from kpi.ledger import open_ledger, read
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, codes, figures, publish, whole
from tests.support.processes import kill_after, publish_for_ever, publish_together, together

KILLS, SIZE = 15, 120


def test_killing_a_load_at_any_moment_leaves_whole_revisions_and_loses_none(ledger_url: str) -> None:
    chance, committed = random.Random(336), 0
    for _ in range(KILLS):
        committed = kill_after(publish_for_ever, ledger_url, SIZE, seconds=chance.uniform(0.0, 0.1))[-1]
        assert read.head(open_ledger(ledger_url, "demonstration")) >= committed

    ledger = open_ledger(ledger_url, "demonstration")
    assert verify(ledger) == ()
    for number in (1, committed // 2, read.head(ledger)):
        assert figures(ledger, number) == whole(number, SIZE)
    assert all(entry.rows == SIZE for entry in read.history(ledger))


def test_two_programs_publishing_different_figures_at_once_both_land(ledger_url: str) -> None:
    said = together(publish_together, [(ledger_url, CASELOAD), (ledger_url, CHILDREN_IN_NEED)])

    assert sorted(said) == [1, 2]
    ledger = open_ledger(ledger_url, "demonstration")
    assert figures(ledger) == {CASELOAD: 16.0, CHILDREN_IN_NEED: 16.0}
    assert verify(ledger) == ()


def test_of_two_programs_publishing_one_figure_at_once_the_second_is_told(ledger_url: str) -> None:
    said = together(publish_together, [(ledger_url, CASELOAD)] * 3)

    assert sorted(said, key=str) == [1, ["changed-beneath"], ["changed-beneath"]]
    assert read.head(open_ledger(ledger_url, "demonstration")) == 1


def test_a_lock_held_too_long_is_told_and_then_forgotten(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url, "demonstration", patience=0.05)
    holder = open_ledger(ledger_url, "demonstration")

    with holder.writing(), pytest.raises(ProblemError) as told:
        publish(ledger, {CASELOAD: 16.0})

    assert codes(told.value) == ["ledger-busy"]
    assert publish(ledger, {CASELOAD: 16.0}) == 1


def test_readers_are_not_kept_waiting_by_a_writer(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url, "demonstration", patience=0.05)
    publish(ledger, {CASELOAD: 16.0})

    with open_ledger(ledger_url, "demonstration").writing():
        assert figures(ledger) == {CASELOAD: 16.0}


def test_a_load_that_fails_half_way_leaves_nothing(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url, "demonstration")
    publish(ledger, {CASELOAD: 16.0})

    @event.listens_for(ledger.engine, "before_cursor_execute")
    def power_cut(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO revision"):
            raise OSError("power cut")

    with pytest.raises(ProblemError):
        publish(ledger, {CASELOAD: 17.0})

    again = open_ledger(ledger_url, "demonstration")
    assert (read.head(again), figures(again), verify(again)) == (1, {CASELOAD: 16.0}, ())


def test_a_full_disk_is_told_and_the_ledger_is_as_before(tmp_path: Path) -> None:
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}", "demonstration")
    publish(ledger, {CASELOAD: 16.0})
    ledger.close()

    @event.listens_for(ledger.engine, "connect")
    def small_disk(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 30")

    with pytest.raises(ProblemError) as told:
        publish(ledger, whole(2, 5_000))

    assert codes(told.value) == ["disk-full"]
    assert (figures(ledger), verify(ledger)) == ({CASELOAD: 16.0}, ())
