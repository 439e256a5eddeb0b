"""Recording what people declare: what lands, how it is counted, and what is refused."""

import pytest

from kpi.entry import Entry
from kpi.ledger import Ledger, open_ledger, read
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, PMQA, codes, declare, figures, publish, stages, update

Q3, Q4 = "2018-19 Q3", "2018-19 Q4"


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def refused(ledger: Ledger, *entries: Entry, **wishes: object) -> ProblemError:
    """Try to record entries and give what is said against it."""
    with pytest.raises(ProblemError) as told:
        declare(ledger, *entries, **wishes)
    return told.value


def test_a_ledger_of_figures_has_no_entries(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})

    assert read.entries(ledger) == read.entries(ledger, every=True) == ()


def test_what_is_declared_is_read_with_who_when_and_why(ledger: Ledger) -> None:
    number = declare(ledger, update("in_progress", percent=60), who="Head of Service", note="Quarter 4")

    (entry,) = read.entries(ledger)
    revision = read.history(ledger)[0]
    assert (entry.key, entry.content) == (("action", PMQA, Q4), {"stage": "in_progress", "percent": 60})
    assert (entry.revision, entry.who, entry.at, entry.note) == (number, "Head of Service", revision.at, "Quarter 4")
    assert (entry.in_force, entry.aside) == (True, False)
    assert (revision.kind, revision.new, revision.rows, revision.file) == ("update", 1, 1, "")
    assert verify(ledger) == ()


def test_figures_and_entries_leave_each_other_alone(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})
    declare(ledger, update("complete"), expected_head=0)
    publish(ledger, {CASELOAD: 17.0}, expected_head=1)

    assert figures(ledger) == {CASELOAD: 17.0}
    assert stages(ledger) == {(PMQA, Q4): "complete"}
    assert [change.revision for change in read.figures_of(ledger, *CASELOAD)] == [1, 3]


def test_a_later_update_takes_the_place_of_an_earlier_one_and_the_old_one_stays_readable(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"), update("complete", "2018-19/SSS 2.1"))
    declare(ledger, update("complete"))

    assert stages(ledger) == {(PMQA, Q4): "complete", ("2018-19/SSS 2.1", Q4): "complete"}
    assert stages(ledger, 1)[PMQA, Q4] == "in_progress"
    told = [(one.revision, one.content["stage"], one.in_force) for one in read.entries(ledger, every=True)]
    assert told == [(1, "in_progress", False), (1, "complete", True), (2, "complete", True)]
    assert [one.in_force for one in read.entries(ledger, 1, every=True)] == [True, True]


def test_every_quarter_keeps_its_own_update(ledger: Ledger) -> None:
    declare(ledger, update("in_progress", period=Q3))
    declare(ledger, update("complete", period=Q4))

    assert stages(ledger) == {(PMQA, Q3): "in_progress", (PMQA, Q4): "complete"}


def test_entries_come_by_kind_subject_and_period_in_the_order_of_code_points(ledger: Ledger) -> None:
    keys = [("claim", "Q7", ""), ("action", "b", Q3), ("action", "B", Q4), ("action", "B", Q3), ("action", "é", Q3)]
    declare(ledger, *(Entry.of(*key, {}) for key in keys))

    assert [one.key for one in read.entries(ledger)] == sorted(keys)
    assert [one.subject for one in read.entries(ledger, kind="claim")] == ["Q7"]


def test_words_come_back_as_they_were_given(ledger: Ledger) -> None:
    said = "Café “about” £5 — low 20s;\n'quoted' \"twice\" 𝄞 \x00"
    declare(ledger, update("complete", commentary=said), note="Ünï")

    assert read.entries(ledger)[0].content["commentary"] == said
    assert verify(ledger) == ()


def test_what_an_update_changes_is_counted_against_what_stands(ledger: Ledger) -> None:
    declare(ledger, update("in_progress"), update("complete", "2018-19/SSS 2.1"))
    declare(
        ledger,
        update("complete"),
        update("complete", "2018-19/SSS 2.1"),
        update("not_started", "2018-19/YOT 2.2"),
        update("not_started", "2018-19/SSS 2.1", aside=True),
        kind="update",
        file="tracker.xlsx",
        sha256="5ea1",
    )

    entry = read.history(ledger)[1]
    assert (entry.new, entry.changed, entry.unchanged, entry.withdrawn, entry.rows) == (1, 1, 1, 0, 4)
    assert (entry.file, entry.sha256) == ("tracker.xlsx", "5ea1")


def test_a_whole_tracker_is_counted_against_what_stands(ledger: Ledger) -> None:
    whole = [update("in_progress", f"2018-19/A {number}") for number in range(600)]
    declare(ledger, *whole)
    declare(ledger, *whole[1:], update("complete", "2018-19/A 0"))

    entry = read.history(ledger)[1]
    assert (entry.new, entry.changed, entry.unchanged) == (0, 1, 599)


def test_the_same_action_twice_in_one_record_is_refused_whole(ledger: Ledger) -> None:
    assert codes(refused(ledger, update("complete"), update("in_progress"))) == ["duplicate-entry"]
    assert read.head(ledger) == 0


def test_a_name_too_long_for_an_index_is_refused(ledger: Ledger) -> None:
    declare(ledger, update("complete", "𝄞" * 200, "𝄞" * 200))

    assert codes(refused(ledger, update("complete", "P" * 201))) == ["long-name"]


@pytest.mark.parametrize("text", ["bell \x00", "half a pair \ud800"])
def test_a_subject_or_body_that_is_not_text_is_refused(ledger: Ledger, text: str) -> None:
    assert codes(refused(ledger, update("complete", text))) == ["unstorable-text"]
    if "\ud800" in text:
        assert codes(refused(ledger, update("complete", commentary=text))) == ["unstorable-text"]


def test_a_body_that_was_not_made_by_the_entry_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="is not canonical JSON"):
        declare(ledger, Entry("action", PMQA, Q4, '{"stage": "complete"}'))


def test_councils_in_one_database_never_see_each_others_entries(ledger_url: str) -> None:
    wolverhampton, other = (open_ledger(ledger_url, name) for name in ("wolverhampton", "other"))
    declare(wolverhampton, update("complete"))
    declare(other, update("in_progress"), expected_head=0)

    assert stages(wolverhampton) == {(PMQA, Q4): "complete"}
    assert stages(other) == {(PMQA, Q4): "in_progress"}
    assert read.history(other)[0].new == 1


@pytest.mark.parametrize("as_at", [-1, 2])
def test_a_revision_that_does_not_exist_has_no_entries_to_give(ledger: Ledger, as_at: int) -> None:
    declare(ledger, update("complete"))

    with pytest.raises(ProblemError, match=f"There is no revision {as_at}"):
        read.entries(ledger, as_at)
    assert read.entries(ledger, 0) == ()
