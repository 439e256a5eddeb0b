"""Where questions, answers and claims are recorded: one form at a time, named by the address.

In: the panel's record and what the address asks for. Out: links to the forms, the forms, and revisions of the ledger.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from kpi.definitions.due import read_day
from kpi.definitions.expectation import Expectation
from kpi.definitions.pack import Pack
from kpi.expectation import in_words
from kpi.panel.questions import QuestionView
from kpi.panel.view import PanelView
from kpi.period import reader_date
from kpi.problem import Problem
from kpi.ui import address, ask, panel_drafts, panel_expectation, panel_words
from kpi.ui.markup import NOTHING, Html, draw, element, join, link
from kpi.ui.panel_drafts import Known
from kpi.ui.panel_form import Form, Recorded, Values, show
from kpi.ui.parts import heading, notice

QUESTION, CLAIM = "question", "claim"
ANSWER, WITHDRAW = "answer ", "withdraw "


def asked_for(view: PanelView) -> str:
    """Give the form that the address asks for: '', question, claim, `answer Q4` or `withdraw Q4`."""
    refs = [one.ref for one in (*view.questions, *view.later_questions) if one.question.state == "open"]
    forms = [QUESTION, CLAIM, *(f"{what}{ref}" for what in (ANSWER, WITHDRAW) for ref in refs)]
    return address.asked("record", dict.fromkeys(forms, ""), "")


def why_not(as_at: int | None) -> Html:
    """Say why nothing can be recorded here; nothing where it can."""
    ledger = ask.workspace().ledger
    if as_at is not None:
        newest = link("Show the newest state", address.here("panel", as_at=None))
        return notice("You look at an earlier state; what is new is recorded on top of the newest one. ", newest)
    if not ledger.writable:
        return notice(f"Nothing can be recorded here. {ledger.why_not}")
    return NOTHING


def known(view: PanelView, today: date) -> Known:
    """Say what the forms begin with: the last meeting held, and today where the page is about today."""
    newest_first = {one.id: one.title for one in reversed(view.meetings)}
    held = view.past[0].id if view.past else ""
    latest = next((one.id for one in view.meetings if one.day == view.day), held)
    return Known(view.refs, newest_first, latest, today if view.day == today else None)


def door(form: str, words: str) -> Html:
    """Link to a form, which opens where it belongs."""
    return link(words, address.here("panel", record=form), class_="kpi-button")


def close() -> Html:
    """Link back to the page without the form."""
    return element("p", link("Close without recording", address.here("panel", record=None)))


def open_questions(questions: Sequence[QuestionView], view: PanelView, asked: str, can_record: bool) -> None:
    """Draw open questions, the form that is asked for under its own."""
    for one in questions:
        wanted = asked in (f"{ANSWER}{one.ref}", f"{WITHDRAW}{one.ref}")
        draw(panel_words.card(one, _doors(one) if can_record and not wanted else ()))
        if wanted and can_record:
            _settle(one, view, asked)


def _doors(one: QuestionView) -> tuple[Html, ...]:
    if one.question.state != "open":
        return ()
    return (door(f"{ANSWER}{one.ref}", f"Answer {one.ref}"), door(f"{WITHDRAW}{one.ref}", f"Withdraw {one.ref}"))


def _settle(one: QuestionView, view: PanelView, asked: str) -> None:
    """Ask for the answer to a question, or why it is withdrawn."""
    today = ask.workspace().today
    if asked.startswith(ANSWER):
        fields = panel_drafts.answer_fields(known(view, today))
        keep = partial(_answer, one.ref, view.day)
        check, button = panel_drafts.answer_faults, f"Record the answer to {one.ref}"
        show(Form(f"answer_{one.ref}", fields, button, keep, check, partial(_doubts_of_answer, one.ref)))
    else:
        fields = panel_drafts.withdrawal_fields()
        show(Form(f"withdraw_{one.ref}", fields, f"Record that {one.ref} is withdrawn", partial(_withdraw, one.ref)))
    draw(close())


def ask_question(view: PanelView) -> None:
    """Ask for a new question or request."""
    held = known(view, ask.workspace().today)
    draw(heading("Record a question or request", 3))
    check = partial(panel_drafts.question_faults, held)
    show(Form(QUESTION, panel_drafts.question_fields(held), "Record it", _question, check, _doubts_of_question))
    draw(close())


def make_claim(view: PanelView, pack: Pack) -> None:
    """Ask for a claim; what it says is shown as the figures will answer it, before it is recorded."""
    held = known(view, ask.workspace().today)
    draw(heading("Record a claim", 3))
    chosen = panel_expectation.choose(pack, view.period)
    panel_expectation.show(chosen, pack)
    check = partial(panel_drafts.claim_faults, held)
    doubts = partial(_doubts_of_claim, chosen)
    show(Form(CLAIM, panel_drafts.claim_fields(held), "Record the claim", partial(_claim, chosen), check, doubts))
    draw(close())


def _doubts_of_question(values: Values) -> Sequence[Problem]:
    return ask.records().doubts(panel_drafts.question(values))


def _doubts_of_answer(ref: str, values: Values) -> Sequence[Problem]:
    records = ask.records()
    return records.doubts(records.answered(ref, values["answer"], read_day(values["answered"])))


def _doubts_of_claim(chosen: panel_expectation.Chosen, values: Values) -> Sequence[Problem]:
    return ask.records().doubts(panel_drafts.claim(values, panel_expectation.expectation(chosen)))


def _question(values: Values) -> Recorded:
    made = panel_drafts.question(values)
    revision = ask.records().ask(made, who=values["who"])
    return Recorded(f"{made.ref} is recorded as revision {revision}: “{made.text}”", revision)


def _answer(ref: str, day: date, values: Values) -> Recorded:
    answered = read_day(values["answered"])
    revision = ask.records().answer(ref, values["answer"], answered, who=values["who"])
    later = f" This page is about {reader_date(day)}, when it was still open." if answered > day else ""
    return Recorded(f"The answer to {ref} is recorded as revision {revision}.{later}", revision)


def _withdraw(ref: str, values: Values) -> Recorded:
    revision = ask.records().withdraw(ref, who=values["who"], note=values["note"])
    return Recorded(f"{ref} is recorded as withdrawn, as revision {revision}.", revision)


def _claim(chosen: panel_expectation.Chosen, values: Values) -> Recorded:
    expectation: Expectation = panel_expectation.expectation(chosen)
    made = panel_drafts.claim(values, expectation)
    revision = ask.records().claim(made, who=values["who"])
    words = in_words(expectation, ask.pack())
    return Recorded(f"{made.ref} is recorded as revision {revision}: {words}.", revision)


def buttons(*doors: Html) -> Html:
    """Put links to forms side by side."""
    return element("p", join(doors))
