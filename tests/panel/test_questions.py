"""Questions: what is open, answered or overdue on a day, and who recorded it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from kpi.definitions.panel import Question
from kpi.panel import answered, next_ref, question_entry, withdrawn
from tests.panel.conftest import See

LATE = {
    "ref": "Q4",
    "meeting": "june_2018",
    "text": "Why are so many health assessments late?",
    "owner": "Head of Children in Care",
    "due": "2019-05-31",
}
REVIEW = date(2019, 6, 19)


def question(**given: Any) -> Question:
    return Question.model_validate(LATE | given)


def test_an_open_question_past_its_due_date_is_overdue(see: See) -> None:
    [found] = see(REVIEW, questions=[LATE]).questions
    assert (found.word, found.where, found.asked) == ("overdue", "Scrutiny Panel, 20 June 2018", date(2018, 6, 20))
    assert found.sentence == "Q4 was due on 31 May 2019 from the Head of Children in Care: 19 days overdue."


def test_on_its_due_date_a_question_is_not_overdue(see: See) -> None:
    assert see(date(2019, 5, 31), questions=[LATE]).overdue == ()
    assert len(see(date(2019, 6, 1), questions=[LATE]).overdue) == 1


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2019-07-31", "Q4 is due on 31 July 2019 from the Head of Children in Care."),
        ("2019-20 Q1", "Q4 is due by the end of Q1 2019-20 (April to June 2019) from the Head of Children in Care."),
        ("ongoing", "Q4 is due without a date from the Head of Children in Care."),
    ],
)
def test_a_question_says_by_when_its_answer_is_due(see: See, due: str, told: str) -> None:
    [found] = see(REVIEW, questions=[LATE | {"due": due}]).questions
    assert (found.word, found.sentence) == ("open", told)


def test_an_answer_given_later_leaves_the_question_open_on_the_day(see: See) -> None:
    told = {"state": "answered", "answer": "Two nurses were appointed.", "answered": "2019-07-01"}
    [then] = see(REVIEW, questions=[LATE | told]).questions
    [now] = see(date(2019, 7, 1), questions=[LATE | told]).questions
    assert (then.word, then.answer) == ("overdue", "")
    assert (now.word, now.answer) == ("answered", "Two nurses were appointed.")
    assert now.sentence == "Q4 was answered on 1 July 2019 by the Head of Children in Care."


def test_a_question_asked_after_the_day_is_told_apart(see: See) -> None:
    view = see(REVIEW, questions=[LATE, LATE | {"ref": "Q5", "meeting": "november_2019"}])
    assert [one.ref for one in view.questions] == ["Q4"]
    assert [one.ref for one in view.later_questions] == ["Q5"]
    assert "1 question or claim was made after 19 June 2019 and not counted." in view.headlines
    found = view.question("Q5")
    assert found is not None
    assert found.ref == "Q5"


def test_a_declared_question_replaces_the_one_of_the_definitions(see: See) -> None:
    at = datetime(2019, 6, 12, 9, tzinfo=UTC)
    said = replace(
        question_entry(answered(question(), "Two nurses were appointed.", date(2019, 6, 12))),
        revision=7,
        who="ana",
        at=at,
    )
    [found] = see(REVIEW, questions=[LATE], entries=[said]).questions
    assert (found.state, found.who, found.at, found.revision) == ("answered", "ana", at, 7)


def test_the_newest_entry_in_force_stands_and_the_undone_and_set_aside_do_not(see: See) -> None:
    first = replace(question_entry(question(text="First?")), revision=5)
    second = replace(question_entry(question(text="Second?")), revision=6)
    undone = replace(question_entry(question(text="Undone?")), revision=7, in_force=False)
    aside = replace(question_entry(question(text="Lost?")), revision=8, aside=True)
    [found] = see(REVIEW, entries=[undone, aside, second, first]).questions
    assert (found.question.text, found.revision) == ("Second?", 6)


def test_entries_of_other_kinds_are_not_questions(see: See) -> None:
    other = replace(question_entry(question()), kind="action")
    assert see(REVIEW, entries=[other]).questions == ()


def test_an_entry_reads_back_as_it_was_declared() -> None:
    entry = question_entry(question(kind="request"))
    assert (entry.kind, entry.subject, entry.period) == ("question", "Q4", "")
    assert Question.model_validate_json(entry.body) == question(kind="request")


def test_an_empty_answer_is_refused() -> None:
    with pytest.raises(ValidationError):
        answered(question(), "  ", REVIEW)


def test_a_withdrawn_question_is_never_overdue(see: See) -> None:
    [found] = see(REVIEW, entries=[question_entry(withdrawn(question()))]).questions
    assert (found.word, found.sentence) == ("withdrawn", "Q4 was withdrawn.")


def test_overdue_questions_come_first_then_open_then_answered(see: See) -> None:
    told = {"state": "answered", "answer": "Yes.", "answered": "2018-06-20"}
    given = [LATE | {"ref": "Q1"} | told, LATE | {"ref": "Q2", "due": "ongoing"}, LATE | {"ref": "Q3"}, LATE]
    view = see(REVIEW, questions=given)
    assert [one.ref for one in view.questions] == ["Q3", "Q4", "Q2", "Q1"]
    assert view.counts == {"open": 3, "answered": 1, "withdrawn": 0}
    assert "Of 4 questions and requests, 3 are open and 1 is answered. 2 of those open are overdue." in view.headlines


def test_a_question_from_elsewhere_names_its_place_and_day(see: See) -> None:
    asked = LATE | {"meeting": None, "asked": "2019-01-24", "where": "Corporate Parenting Board"}
    [found] = see(REVIEW, questions=[asked]).questions
    assert (found.where, found.asked) == ("Corporate Parenting Board", date(2019, 1, 24))


@pytest.mark.parametrize(
    ("taken", "free"),
    [((), "Q1"), (("Q1", "Q7", "C9"), "Q8"), (("q12 ", "Q3a", "SCR 4"), "Q13"), (("Q1", "Q3"), "Q4")],
)
def test_the_next_free_reference_is_one_above_the_highest(taken: tuple[str, ...], free: str) -> None:
    assert next_ref(taken, "Q") == free
