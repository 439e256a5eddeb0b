"""Taking back what was declared: the state of before returns, and whoever built on it is named."""

import pytest

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.undo import Later
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, DEFINITIONS, PMQA, codes, declare, figures, publish, stages, update

SSS, YOT = "2018-19/SSS 2.1", "2018-19/YOT 2.2"
Q4 = "2018-19 Q4"


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def undo(ledger: Ledger, revision: int, later: Later = "ask") -> int:
    return write.undo(ledger, revision, who="Analyst", note="Wrong quarter", later=later, definitions=DEFINITIONS)


def test_undo_brings_the_older_update_back_and_keeps_what_was_said(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"))
    declare(ledger, update("complete"), update("complete", SSS))

    assert undo(ledger, 2) == 3

    assert stages(ledger) == {(PMQA, Q4): "in_progress"}
    assert stages(ledger, 2) == {(PMQA, Q4): "complete", (SSS, Q4): "complete"}
    assert [one.in_force for one in read.entries(ledger, every=True)] == [True, False, False]
    assert [one.in_force for one in read.entries(ledger, 2, every=True)] == [False, True, True]
    assert verify(ledger) == ()


def test_undo_of_the_undo_puts_the_update_in_force_again(ledger: Ledger) -> None:
    declare(ledger, update("complete"))
    undo(ledger, 1)

    undo(ledger, 2)

    assert stages(ledger) == {(PMQA, Q4): "complete"}
    assert read.entries(ledger)[0].revision == 1


def test_a_later_update_of_the_same_action_is_named_and_the_person_asked(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"))
    declare(ledger, update("complete"), who="Analyst", file="tracker.xlsx")

    with pytest.raises(ProblemError) as told:
        undo(ledger, 1)

    assert codes(told.value) == ["built-on"]
    assert "entries that revision 1 holds too: revision 2 (update of the plan from tracker.xlsx by Analyst" in str(
        told.value
    )
    assert "so that what they say stays" in str(told.value)


def test_keeping_later_updates_leaves_them_in_force(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"), update("complete", SSS))
    declare(ledger, update("complete"))

    undo(ledger, 1, "keep")

    assert stages(ledger) == {(PMQA, Q4): "complete"}


def test_undoing_later_updates_too_takes_back_whatever_was_built_on_them(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"))
    declare(ledger, update("complete"), update("in_progress", SSS))
    declare(ledger, update("complete", SSS))
    declare(ledger, update("complete", YOT))

    undo(ledger, 1, "undo")

    assert stages(ledger) == {(YOT, Q4): "complete"}
    assert [entry.undoes for entry in read.history(ledger)[4:]] == [3, 2, 1]


def test_figures_published_later_are_not_asked_about(ledger: Ledger) -> None:
    declare(ledger, update("complete"))
    publish(ledger, {CASELOAD: 16.0})
    declare(ledger, update("in_progress", aside=True))

    assert undo(ledger, 1) == 4
    assert undo(ledger, 2) == 5
    assert (stages(ledger), figures(ledger)) == ({}, {})
