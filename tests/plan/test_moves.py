"""The original due date never disappears, and every move is counted and shown with its reason."""

from datetime import date

from kpi.plan import RecordedDue, agreed_dues, recorded_dues
from tests.plan.plans import action, area, at, council, one, said

LATE = {"due": "2019-06-30", "due_reason": "The supplier is late."}


def test_a_move_keeps_both_dates_the_reason_and_who_made_it() -> None:
    view = one(action(), said("2018-19 Q3", 4, **LATE))
    assert (view.original_due.text, view.due.text) == ("2019-03-31", "2019-06-30")
    (move,) = view.moves
    assert (move.who, move.at, move.revision) == ("M. Lead", at(4), 4)
    assert move.sentence == "Moved from 31 March 2019 to 30 June 2019 in Q3 2018-19: The supplier is late."


def test_the_same_day_written_in_another_form_is_no_move() -> None:
    assert one(action(), said("2018-19 Q3", 1, due="2018-19 Q4", due_reason="As before.")).moves == ()


def test_a_replaced_move_is_no_move() -> None:
    entries = said("2018-19 Q3", 1, **LATE), said("2018-19 Q3", 2, due="2019-04-30", due_reason="A shorter delay.")
    assert [move.to.text for move in one(action(), *entries).moves] == ["2019-04-30"]


def test_moves_from_before_the_record_come_first() -> None:
    agreed = action(moves=[{"to": "2019-04-30", "on": "2018-05-10", "reason": "No chair until May 2018."}])
    view = one(agreed, said("2018-19 Q3", 1, **LATE))
    assert [move.sentence for move in view.moves] == [
        "Moved from 31 March 2019 to 30 April 2019 on 10 May 2018: No chair until May 2018.",
        "Moved from 30 April 2019 to 30 June 2019 in Q3 2018-19: The supplier is late.",
    ]


def test_a_due_date_edited_in_the_definitions_is_a_move_without_a_reason() -> None:
    dues = (
        RecordedDue("2018-19", "PMQA 2.1", "2018-12-31", 1, at(1), "A. Analyst"),
        RecordedDue("2018-19", "PMQA 2.1", "2019-03-31", 7, at(7), "A. Analyst"),
    )
    view = one(action(), dues=dues)
    assert view.original_due.text == "2018-12-31"
    (move,) = view.moves
    assert (move.origin, move.who, move.revision, move.reason) == ("definitions", "A. Analyst", 7, "")
    assert move.sentence == "Moved from 31 December 2018 to 31 March 2019 in the definitions: no reason given."


def test_an_edit_stands_before_the_updates_that_came_after_it() -> None:
    dues = (
        RecordedDue("2018-19", "PMQA 2.1", "2018-12-31", 1),
        RecordedDue("2018-19", "PMQA 2.1", "2019-03-31", 7),
    )
    before, after = said("2018-19 Q2", 5, due="2019-01-31", due_reason="Leave."), said("2018-19 Q3", 9, **LATE)
    view = one(action(), before, after, dues=dues)
    assert [move.to.text for move in view.moves] == ["2019-01-31", "2019-03-31", "2019-06-30"]


def test_definitions_that_catch_up_with_a_declared_date_are_no_move() -> None:
    dues = (RecordedDue("2018-19", "PMQA 2.1", "2018-12-31", 1), RecordedDue("2018-19", "PMQA 2.1", "2019-03-31", 7))
    view = one(action(), said("2018-19 Q2", 5, due="2019-03-31", due_reason="Leave."), dues=dues)
    assert [(move.origin, move.to.text) for move in view.moves] == [("declared", "2019-03-31")]


def test_an_edit_that_is_not_yet_on_record_is_a_move_too() -> None:
    view = one(action(), dues=(RecordedDue("2018-19", "PMQA 2.1", "2018-12-31", 1),))
    assert [(move.origin, move.revision) for move in view.moves] == [("definitions", 0)]


def test_earlier_definitions_tell_only_the_due_dates_that_differ() -> None:
    packs = [council(area(action(due=due), action("PMQA 2.2"))) for due in ("2018-12-31", "2018-12-31", "2019-03-31")]
    agreed = (agreed_dues(pack.text) for pack in packs)
    found = recorded_dues((revision, at(revision), "A. Analyst", dues) for revision, dues in enumerate(agreed, 1))
    assert [(one.ref, one.due, one.revision) for one in found] == [
        ("PMQA 2.1", "2018-12-31", 1),
        ("PMQA 2.2", "2019-03-31", 1),
        ("PMQA 2.1", "2019-03-31", 3),
    ]


def test_definitions_from_before_there_were_plans_tell_no_due_date() -> None:
    assert agreed_dues('{"council": {}, "indicators": []}') == {}


def test_a_due_period_is_late_after_its_last_day() -> None:
    view = one(action(due="2018-19 Q2"), period="2018-19 Q3", day=date(2018, 10, 1))
    assert view.overdue
    assert not one(action(due="2018-19 Q2"), period="2018-19 Q2", day=date(2018, 9, 30)).overdue
    assert not one(action(due="ongoing")).overdue


def test_a_period_is_named_by_its_end() -> None:
    moved = said("2018-19 Q4", 1, due="2019-20", due_reason="Delayed by the implementation of the system")
    assert one(action(due="2018-19"), moved).moves[0].sentence == (
        "Moved from the end of 2018-19 to the end of 2019-20 in Q4 2018-19: "
        "Delayed by the implementation of the system."
    )
