"""The first sentences of the panel's page, and its rows.

In: a PanelView. Out: sentences, the next meeting first; dictionaries for a table.
"""

from typing import TYPE_CHECKING, Any, Final

from kpi.expectation import Outcome
from kpi.panel.readiness import days
from kpi.period import reader_date
from kpi.story import grammar

if TYPE_CHECKING:
    from kpi.panel.view import PanelView

OUTCOMES: Final = {
    Outcome.BORNE_OUT: ("is borne out", "are borne out"),
    Outcome.NOT_BORNE_OUT: ("is not borne out", "are not borne out"),
    Outcome.CANNOT_TELL: ("cannot be told", "cannot be told"),
}
STATES: Final = {
    "open": ("is open", "are open"),
    "answered": ("is answered", "are answered"),
    "withdrawn": ("was withdrawn", "were withdrawn"),
}


def headlines(view: "PanelView") -> tuple[str, ...]:
    """Say when the panel meets next, what waits for an answer, what came of claims, and what no meeting fits."""
    found = (_meeting(view), questions(view), *(one.sentence for one in view.overdue), _claims(view), _later(view))
    return tuple(sentence for sentence in found if sentence)


def rows(view: "PanelView") -> list[dict[str, Any]]:
    """Give one row a meeting, question and claim."""
    return [
        *(_row("meeting", one.id, one.day.isoformat(), one.body_title, "", one.sentence) for one in view.meetings),
        *(
            _row("question", one.ref, one.due.text, one.question.owner, one.word, one.question.text)
            for one in view.questions
        ),
        *(
            _row("claim", one.ref, one.claim.expectation.period or "", one.claim.by, one.word, one.sentence)
            for one in view.claims
        ),
    ]


def _row(kind: str, ref: str, when: str, who: str, state: str, text: str) -> dict[str, Any]:
    return {"kind": kind, "ref": ref, "when": when, "who": who, "state": state, "text": text}


def _meeting(view: "PanelView") -> str:
    coming = view.next_meeting
    if coming is None:
        return f"The calendar has no meeting on or after {reader_date(view.day)}."
    open_ = "" if coming.public else ", not in public"
    left = (coming.deadline - view.day).days
    papers = f"papers {'were' if left < 0 else 'are'} published by {reader_date(coming.deadline)}"
    when = f", {days(left)} from {reader_date(view.day)}" if left > 0 else ""
    return f"The next meeting is the {coming.title}{open_}; {papers}{when}."


def questions(view: "PanelView") -> str:
    """Count the questions by state; the numbers add up to all of them."""
    total = len(view.questions)
    if not total:
        return "No question has been asked."
    told = [f"{count:,} {STATES[state][count > 1]}" for state, count in view.counts.items() if count]
    overdue = len(view.overdue)
    late = f" {overdue:,} of those open {'is' if overdue == 1 else 'are'} overdue." if overdue else ""
    return f"Of {total:,} {'question' if total == 1 else 'questions'} and requests, {grammar.listed(told)}.{late}"


def _claims(view: "PanelView") -> str:
    """Count the claims by outcome; the numbers add up to all of them."""
    total = len(view.claims)
    if not total:
        return ""
    told = [f"{count:,} {OUTCOMES[outcome][count > 1]}" for outcome, count in view.outcomes.items() if count]
    waiting = sum(one.answer.waiting for one in view.claims)
    yet = f" {waiting:,} of those {'waits' if waiting == 1 else 'wait'} for a figure." if waiting else ""
    return f"Of {total:,} {'claim' if total == 1 else 'claims'} about the future, {grammar.listed(told)}.{yet}"


def _later(view: "PanelView") -> str:
    """Say how much was said after the day, and is not counted."""
    later = len(view.later_questions) + len(view.later_claims)
    if not later:
        return ""
    noun = "question or claim was" if later == 1 else "questions and claims were"
    return f"{later:,} {noun} made after {reader_date(view.day)} and not counted."
