"""Undo: a revision that takes another back, and tells who built on it."""

import pytest

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.undo import Later
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, codes, figures, publish


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def undo(ledger: Ledger, revision: int, later: Later = "ask") -> int:
    return write.undo(ledger, revision, who="Analyst", note="Wrong file", later=later, definitions=DEFINITIONS)


def test_undo_is_a_revision_that_brings_the_older_figures_back(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})
    publish(ledger, {CASELOAD: 61.0, CHILDREN_IN_NEED: 1037.0})

    assert undo(ledger, 2) == 3

    entries = read.history(ledger)
    assert figures(ledger) == {CASELOAD: 16.0}
    assert figures(ledger, 2) == {CASELOAD: 61.0, CHILDREN_IN_NEED: 1037.0}
    assert (entries[2].kind, entries[2].undoes, entries[1].undone_by) == ("undo", 2, 3)
    assert verify(ledger) == ()


def test_undo_of_a_withdrawal_brings_the_figure_back(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})
    publish(ledger, {CHILDREN_IN_NEED: 1037.0}, withdrawn=[CASELOAD])
    undo(ledger, 2)

    assert figures(ledger) == {CASELOAD: 16.0}


def test_a_later_load_of_other_figures_is_not_asked_about(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    publish(ledger, {CHILDREN_IN_NEED: 1037.0})

    assert undo(ledger, 1) == 3
    assert figures(ledger) == {CHILDREN_IN_NEED: 1037.0}


def test_a_later_load_of_the_same_figures_is_named_and_the_person_asked(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    publish(ledger, {CASELOAD: 16.0}, who="Head of Service", file="corrected.csv")

    with pytest.raises(ProblemError) as told:
        undo(ledger, 1)

    assert codes(told.value) == ["built-on"]
    assert "revision 2 (load of corrected.csv by Head of Service at " in str(told.value)
    assert read.head(ledger) == 2


def test_keeping_later_loads_leaves_their_figures_in_force(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0, CHILDREN_IN_NEED: 1037.0})
    publish(ledger, {CASELOAD: 16.0})

    assert undo(ledger, 1, "keep") == 3
    assert figures(ledger) == {CASELOAD: 16.0}


def test_undoing_later_loads_too_takes_back_whatever_was_built_on_them(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    publish(ledger, {CASELOAD: 16.0, CHILDREN_IN_NEED: 1037.0})
    publish(ledger, {CHILDREN_IN_NEED: 1038.0})
    publish(ledger, {("audits-good", "all", "2018-19"): 52.0})

    assert undo(ledger, 1, "undo") == 7

    assert figures(ledger) == {("audits-good", "all", "2018-19"): 52.0}
    assert [entry.undoes for entry in read.history(ledger)[4:]] == [3, 2, 1]
    assert verify(ledger) == ()


def test_a_later_load_already_undone_is_not_asked_about(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    publish(ledger, {CASELOAD: 16.0})
    undo(ledger, 2)

    assert undo(ledger, 1) == 4
    assert figures(ledger) == {}


def test_a_second_click_on_undo_is_told_that_it_is_done(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    undo(ledger, 1)

    with pytest.raises(ProblemError) as told:
        undo(ledger, 1)

    assert codes(told.value) == ["already-undone"]
    assert "undo revision 2" in str(told.value)


def test_undoing_an_undo_puts_the_load_in_force_again_at_its_old_place(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0, CHILDREN_IN_NEED: 1037.0})
    publish(ledger, {CASELOAD: 16.0})
    undo(ledger, 1, "keep")

    assert undo(ledger, 3) == 4

    assert figures(ledger) == {CASELOAD: 16.0, CHILDREN_IN_NEED: 1037.0}
    assert [entry.undone_by for entry in read.history(ledger)] == [None, None, 4, None]
    assert undo(ledger, 1, "keep") == 5


def test_undoing_an_undo_asks_about_loads_made_since(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 61.0})
    undo(ledger, 1)
    publish(ledger, {CASELOAD: 16.0})

    with pytest.raises(ProblemError, match="revision 3"):
        undo(ledger, 2)

    undo(ledger, 2, "keep")
    assert figures(ledger) == {CASELOAD: 16.0}


def test_definitions_are_not_taken_back_here(ledger: Ledger) -> None:
    write.record_definitions(ledger, "new", who="Analyst", note="Target raised")

    with pytest.raises(ProblemError) as told:
        undo(ledger, 1)

    assert codes(told.value) == ["not-undoable"]
    assert "Edit the definitions in their files" in str(told.value)


@pytest.mark.parametrize("revision", [-1, 0, 2])
def test_a_revision_that_does_not_exist_cannot_be_undone(ledger: Ledger, revision: int) -> None:
    publish(ledger, {CASELOAD: 16.0})

    with pytest.raises(ProblemError) as told:
        undo(ledger, revision)

    assert codes(told.value) == ["no-such-revision"]
