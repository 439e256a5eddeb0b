"""Publishing: what lands, what is refused, and what someone else's publication means for mine."""

import pytest

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, codes, figures, publish, submission


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert read.head(ledger) == 0
    assert read.frame(ledger).empty
    assert read.history(ledger) == ()
    assert read.definitions(ledger) == ""
    assert verify(ledger) == ()


def test_what_is_published_is_read_and_recorded(ledger: Ledger) -> None:
    number = publish(ledger, {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0}, note="Year end")

    entry = read.history(ledger)[0]
    assert number == read.head(ledger) == entry.number == 1
    assert figures(ledger) == {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0}
    assert (entry.kind, entry.who, entry.note, entry.file, entry.new) == (
        "load",
        "Analyst",
        "Year end",
        "2018-19 Q4.csv",
        2,
    )
    assert read.definitions(ledger) == DEFINITIONS
    assert verify(ledger) == ()


def test_a_correction_is_a_new_revision_and_the_old_figure_stays_readable(ledger: Ledger) -> None:
    publish(ledger, {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0})
    publish(ledger, {CHILDREN_IN_NEED: 1038.0})

    assert figures(ledger) == {CHILDREN_IN_NEED: 1038.0, CASELOAD: 16.0}
    assert figures(ledger, 1) == {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0}
    assert read.frame(ledger)["revision"].tolist() == [1, 2]


def test_a_withdrawn_figure_is_gone_from_then_on(ledger: Ledger) -> None:
    publish(ledger, {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0})
    publish(ledger, {CHILDREN_IN_NEED: 1037.0}, withdrawn=[CASELOAD])

    assert figures(ledger) == {CHILDREN_IN_NEED: 1037.0}
    assert figures(ledger, 1) == {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0}


def test_definitions_are_recorded_once_and_read_as_at_a_revision(ledger: Ledger) -> None:
    assert write.record_definitions(ledger, "old", who="Analyst", note="First") == 1
    assert write.record_definitions(ledger, "old", who="Analyst", note="Again") is None
    publish(ledger, {CASELOAD: 16.0}, definitions="old")
    assert write.record_definitions(ledger, "new", who="Analyst", note="Target raised") == 3

    assert [read.definitions(ledger, number) for number in range(4)] == ["", "old", "old", "new"]
    assert [entry.kind for entry in read.history(ledger)] == ["definitions", "load", "definitions"]


def test_two_loads_of_different_figures_both_land(ledger: Ledger) -> None:
    publish(ledger, {CHILDREN_IN_NEED: 1037.0}, expected_head=0)
    publish(ledger, {CASELOAD: 16.0}, expected_head=0)

    assert figures(ledger) == {CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0}


def test_a_load_over_figures_changed_since_the_preview_is_told_who_what_and_when(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0}, who="Head of Service", file="caseloads.csv", expected_head=0)

    with pytest.raises(ProblemError) as told:
        publish(ledger, {CASELOAD: 17.0}, expected_head=0)

    assert codes(told.value) == ["changed-beneath"]
    assert "average-caseload, team-a, 2018-19 Q4" in str(told.value)
    assert "revision 1 (load of caseloads.csv by Head of Service at " in str(told.value)
    assert figures(ledger) == {CASELOAD: 16.0}
    assert verify(ledger) == ()


def test_an_undo_since_the_preview_is_told_too(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})
    write.undo(ledger, 1, who="Head of Service", note="", definitions=DEFINITIONS)

    with pytest.raises(ProblemError, match="undo of revision 1 by Head of Service"):
        publish(ledger, {CASELOAD: 17.0}, expected_head=1)


def test_definitions_changed_since_the_preview_are_told(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})
    write.record_definitions(ledger, "new", who="Head of Service", note="Target raised")

    with pytest.raises(ProblemError, match="definitions were changed by revision 2"):
        publish(ledger, {CHILDREN_IN_NEED: 1037.0}, expected_head=1)


def test_a_preview_of_a_ledger_that_was_exchanged_for_an_older_one_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ProblemError, match="the ledger now ends at revision 0"):
        publish(ledger, {CASELOAD: 16.0}, expected_head=5)


def test_a_double_click_publishes_once(ledger: Ledger) -> None:
    first = publish(ledger, {CASELOAD: 16.0}, expected_head=0)
    second = publish(ledger, {CASELOAD: 16.0}, expected_head=0)

    assert first == second == read.head(ledger) == 1


def test_the_same_file_from_two_people_is_told_to_the_second(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0}, expected_head=0, who="Analyst")

    with pytest.raises(ProblemError, match="touched average-caseload"):
        publish(ledger, {CASELOAD: 16.0}, expected_head=0, who="Another analyst")


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"state": "guessed"}, "unknown-state"),
        ({"numerator": float("inf")}, "not-finite"),
        ({"note": "bell \x00"}, "unstorable-text"),
    ],
)
def test_what_cannot_be_kept_exactly_is_refused_whole(ledger: Ledger, columns: dict[str, object], code: str) -> None:
    odd = submission({CHILDREN_IN_NEED: 1037.0}, **columns)

    with pytest.raises(ProblemError) as told:
        write.publish(ledger, odd, who="Analyst", note="", definitions="", expected_head=None)

    assert codes(told.value) == [code]
    assert read.head(ledger) == 0


def test_a_figure_given_and_withdrawn_in_one_file_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ProblemError, match="given more than once"):
        publish(ledger, {CASELOAD: 16.0}, withdrawn=[CASELOAD])


@pytest.mark.parametrize("place", ["who", "note", "file"])
@pytest.mark.parametrize("text", ["bell \x00", "half a pair \ud800"])
def test_a_name_or_note_that_is_not_text_is_refused(ledger: Ledger, place: str, text: str) -> None:
    with pytest.raises(ProblemError) as told:
        publish(ledger, {CASELOAD: 16.0}, **{place: text})

    assert codes(told.value) == ["unstorable-text"]
