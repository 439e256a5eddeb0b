"""Two people, one action: who is told of whom, how two versions are settled, and the double click."""

import pytest

from kpi.entry import Entry
from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import DEFINITIONS, PMQA, codes, declare, stages, update
from tests.support.processes import declare_together, together

Q3, Q4 = "2018-19 Q3", "2018-19 Q4"


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def refused(ledger: Ledger, *entries: Entry, **wishes: object) -> ProblemError:
    """Try to record entries and give what is said against it."""
    with pytest.raises(ProblemError) as told:
        declare(ledger, *entries, **wishes)
    return told.value


def test_an_update_of_an_action_changed_since_it_was_looked_at_is_told_who_what_and_when(ledger: Ledger) -> None:
    declare(ledger, update("complete"), expected_head=0)

    told = refused(ledger, update("in_progress"), expected_head=0, who="Analyst", file="tracker.xlsx")

    assert codes(told) == ["changed-beneath"]
    assert "Since you looked, revision 1 (update of the plan by Head of Service at " in str(told)
    assert "touched 2018-19/PMQA 2.1, 2018-19 Q4." in str(told)
    assert "Nothing was recorded" in str(told)
    assert stages(ledger) == {(PMQA, Q4): "complete"}
    assert read.head(ledger) == 1


def test_a_file_is_named_to_whoever_it_was_beneath(ledger: Ledger) -> None:
    entries = [update("complete", f"2018-19/A {number}") for number in range(7)]
    declare(ledger, *entries, who="Analyst", file="tracker.xlsx")

    told = refused(ledger, *entries, expected_head=0)

    assert "(update of the plan from tracker.xlsx by Analyst at " in str(told)
    assert "2018-19/A 4, 2018-19 Q4; and more." in str(told)


def test_an_update_of_another_action_or_quarter_lands(ledger: Ledger) -> None:
    declare(ledger, update("complete"), expected_head=0)
    declare(ledger, update("complete", "2018-19/SSS 2.1"), expected_head=0)
    declare(ledger, update("in_progress", period=Q3), expected_head=0)

    assert len(stages(ledger)) == 3


def test_an_undo_since_it_was_looked_at_is_told_too(ledger: Ledger) -> None:
    declare(ledger, update("complete"))
    write.undo(ledger, 1, who="Analyst", note="", definitions=DEFINITIONS)

    assert "revision 2 (undo of revision 1 by Analyst" in str(refused(ledger, update("in_progress"), expected_head=1))


def test_definitions_changed_since_it_was_looked_at_are_told(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"))
    write.record_definitions(ledger, "new", who="Analyst", note="Action added")

    assert "definitions were changed by revision 2" in str(refused(ledger, update("complete"), expected_head=1))


def test_a_conflict_is_settled_by_whoever_has_seen_the_other_version(ledger: Ledger) -> None:
    form, tracker = update("complete"), update("in_progress")
    declare(ledger, form, expected_head=0)

    declare(ledger, tracker, expected_head=read.head(ledger), who="Analyst")

    assert stages(ledger) == {(PMQA, Q4): "in_progress"}
    assert [one.content["stage"] for one in read.entries(ledger, every=True)] == ["complete", "in_progress"]


def test_the_version_that_lost_is_kept_beside_and_never_in_force(ledger: Ledger) -> None:
    declare(ledger, update("complete"), expected_head=0)
    declare(ledger, update("in_progress", aside=True), expected_head=0, who="Analyst")

    assert stages(ledger) == {(PMQA, Q4): "complete"}
    lost = read.entries(ledger, every=True)[1]
    assert (lost.content["stage"], lost.aside, lost.in_force, lost.who) == ("in_progress", True, False, "Analyst")
    write.undo(ledger, 1, who="Analyst", note="", definitions=DEFINITIONS)
    assert stages(ledger) == {}
    assert verify(ledger) == ()


def test_a_version_laid_aside_stands_in_nobodys_way(ledger: Ledger) -> None:
    declare(ledger, update("in_progress", aside=True), who="Analyst")

    assert declare(ledger, update("complete"), expected_head=0) == 2


def test_both_versions_can_stand_in_one_revision(ledger: Ledger) -> None:
    declare(ledger, update("complete"), update("in_progress", aside=True))

    assert stages(ledger) == {(PMQA, Q4): "complete"}
    assert [one.in_force for one in read.entries(ledger, every=True)] == [True, False]


def test_a_double_click_records_once(ledger: Ledger) -> None:
    first = declare(ledger, update("complete"), expected_head=0)
    second = declare(ledger, update("complete"), expected_head=0)

    assert first == second == read.head(ledger) == 1


def test_a_double_click_on_a_correction_records_once(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"))
    first = declare(ledger, update("complete"), expected_head=1)

    assert declare(ledger, update("complete"), expected_head=1) == first == 2


@pytest.mark.parametrize("other", [{"who": "Analyst"}, {"kind": "sign-off"}, {"file": "tracker.xlsx"}])
def test_the_same_words_from_elsewhere_are_no_double_click(ledger: Ledger, other: dict[str, object]) -> None:
    declare(ledger, update("complete"), expected_head=0)

    assert codes(refused(ledger, update("complete"), expected_head=0, **other)) == ["changed-beneath"]


def test_a_record_taken_back_can_be_made_again(ledger: Ledger) -> None:
    declare(ledger, update("complete"), expected_head=0)
    write.undo(ledger, 1, who="Analyst", note="", definitions=DEFINITIONS)

    assert declare(ledger, update("complete"), expected_head=2) == 3


def test_of_two_who_update_one_action_at_the_same_moment_one_is_told(ledger_url: str) -> None:
    said = together(declare_together, [(ledger_url, "complete"), (ledger_url, "in_progress")])

    assert sorted(map(str, said)) == ["1", "['changed-beneath']"]
    assert len(stages(open_ledger(ledger_url, "demonstration"))) == 1
