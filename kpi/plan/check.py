"""The rules of an update, in one place for the form and the spreadsheet.

In: an Update, the action as it is known in its quarter, the definitions and today. Out: Problems; `where.column` names
the field of the update.
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Final

from kpi.definitions.due import Due, read_due
from kpi.definitions.legend import COMPLETE, FINISHED, STAGE_WORDS, Legend, Stage
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Period, PeriodError, reader_date
from kpi.plan import words
from kpi.plan.action import ActionView
from kpi.plan.update import Update
from kpi.problem import Problem, Severity, Where, excerpt
from kpi.story import grammar

CODES: Final[dict[str, str]] = {
    "future-quarter": "The quarter has not begun.",
    "outside-plan-year": "The quarter does not belong to the action's plan year.",
    "nothing-said": "The update says nothing.",
    "unknown-status": "The council's legend has no such status; the nearest is suggested.",
    "status-of-stage": "The status does not go with the stage; those that do are named.",
    "percent-range": "The percentage is below 0 or above 100.",
    "unknown-milestone": "The action has no such milestone.",
    "due-unreadable": "The new due date is no date, no period and not `ongoing`, or could mean two.",
    "due-before-start": "The new due date lies before the action starts.",
    "due-without-reason": "The due date moves and no reason is given.",
    "reason-without-due": "A reason is given and no new due date.",
    "milestones-open": "Warning: the action is said to be complete and milestones are not done.",
    "percent-not-complete": "Warning: 100% is done and the stage is not complete.",
    "percent-of-complete": "Warning: the action is complete and less than 100% is done.",
    "signed-off": "Warning: the quarter is signed off; the update shows as changed since then.",
}
"""Every code of a Problem with an update, and what it means."""


def check_update(update: Update, known: ActionView, period: Period, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Say what is wrong or doubtful with an update of a quarter; `known` is the action as it stands in that quarter."""
    calendar = Calendar(pack.council.calendar)
    return (
        *_quarter(known, period, today),
        *_nothing(update),
        *_status(update, known, pack.legend),
        *_percent(update, known),
        *_milestones(update, known),
        *_due(update, known, calendar),
        *_signed_off(known),
    )


def _problem(code: str, field: str, message: str, fix: str = "") -> Problem:
    severity = Severity.WARNING if CODES[code].startswith("Warning") else Severity.ERROR
    return Problem(code, message, fix, Where(column=field or None), severity)


def _quarter(known: ActionView, period: Period, today: date) -> Iterator[Problem]:
    """Tell a quarter of another plan year, or one that has not begun."""
    if period.year.text != known.year:
        message = f"{period.label} is not a quarter of the plan year {known.year}."
        yield _problem("outside-plan-year", "quarter", message, "Choose the plan of that year, or another quarter.")
    if period.first_day > today:
        message = f"{period.label} has not begun."
        yield _problem("future-quarter", "quarter", message, "Choose the quarter that the update is about.")


def _nothing(update: Update) -> Iterator[Problem]:
    """Tell an update without content."""
    if not update.said:
        yield _problem("nothing-said", "", "The update says nothing.", "Fill in at least one field.")


def _status(update: Update, known: ActionView, legend: Legend | None) -> Iterator[Problem]:
    """Tell a status that the legend has not, or that does not go with the stage."""
    statuses = legend.statuses if legend else ()
    declared = update.status or (known.status.id if known.status else None)
    status = legend.status(declared) if legend else None
    if update.status is not None and status is None:
        yield _unknown_status(update.status, [one.id for one in statuses])
    stage: Stage = update.stage or known.declared
    said = update.stage is not None or update.status is not None
    if said and status is not None and stage not in status.stages:
        fitting = [one.label for one in statuses if stage in one.stages]
        fix = f"Declare {' or '.join(fitting)}, or another stage." if fitting else "Declare another stage."
        message = f"The status {status.label} does not go with the stage {STAGE_WORDS[stage]}."
        yield _problem("status-of-stage", "status", message, fix)


def _unknown_status(status: str, known: list[str]) -> Problem:
    close = get_close_matches(status, known, n=1)
    fix = f"Is {close[0]} meant?" if close else f"There are: {', '.join(known) or 'none, for there is no legend'}."
    return _problem("unknown-status", "status", f"The legend has no status {excerpt(status)}.", fix)


def _percent(update: Update, known: ActionView) -> Iterator[Problem]:
    """Tell a percentage that is none, or that does not go with the stage."""
    done = known.percent if update.percent is None else update.percent
    if update.percent is not None and not 0 <= update.percent <= 100:
        message = f"{words.percent(update.percent)} is not from 0 to 100%."
        yield _problem("percent-range", "percent", message, "Write how much of the action is done, 0 to 100.")
        return
    stage: Stage = update.stage or known.declared
    if done is None or (update.percent is None and update.stage is None):
        return
    if done == 100 and stage not in FINISHED | {"awaiting_sign_off"}:
        message = f"100% is done and the stage is {STAGE_WORDS[stage]}."
        yield _problem("percent-not-complete", "percent", message, "If it is done, declare the stage too.")
    if done < 100 and stage in COMPLETE:
        message = f"The stage is {STAGE_WORDS[stage]} and {words.percent(done)} is done."
        yield _problem("percent-of-complete", "percent", message, "If all is done, write 100.")


def _milestones(update: Update, known: ActionView) -> Iterator[Problem]:
    """Tell milestones that the action has not, and open ones of what is complete."""
    states = {one.id: one.state for one in known.milestones}
    for name in update.milestones:
        if name not in states:
            fix = f"Its milestones are: {', '.join(states)}." if states else "It has none."
            yield _problem("unknown-milestone", "milestones", f"{known.ref} has no milestone {excerpt(name)}.", fix)
    left = [one.title for one in known.milestones if (states | update.milestones)[one.id] != "done"]
    if update.stage in (*COMPLETE, "awaiting_sign_off") and left:
        message = f"It is {STAGE_WORDS[update.stage]} and not every milestone is done: {grammar.listed(left)}."
        yield _problem("milestones-open", "milestones", message, "If they are done, say so too.")


def _due(update: Update, known: ActionView, calendar: Calendar) -> Iterator[Problem]:
    """Tell a new due date that cannot be read, and a reason without one."""
    if update.due is None:
        if update.due_reason is not None:
            fix = "Write the new due date, or put the reason into the commentary."
            yield _problem("reason-without-due", "due_reason", "A reason is given and no new due date.", fix)
        return
    try:
        due = read_due(update.due, calendar)
    except PeriodError as error:
        fix = error.question or "Write a date such as 30 September 2019, a period such as Q2 2019-20, or ongoing."
        yield _problem("due-unreadable", "due", error.reason, fix)
        return
    yield from _due_read(due, update, known)


def _due_read(due: Due, update: Update, known: ActionView) -> Iterator[Problem]:
    """Tell a new due date before the start, or without a reason."""
    if due.day is not None and due.day < known.start:
        message = f"The new due date, {due.short_label}, lies before the action starts on {reader_date(known.start)}."
        yield _problem("due-before-start", "due", message, "Check the year.")
    if due.day != known.due.day and update.due_reason is None:
        message = (
            f"The due date moves from {words.due_name(known.due)} to {words.due_name(due)} and no reason is given."
        )
        yield _problem("due-without-reason", "due_reason", message, "Say why; it is shown beside the move.")


def _signed_off(known: ActionView) -> Iterator[Problem]:
    """Tell that the quarter is signed off."""
    signed = known.signed_off
    if signed is not None:
        message = f"{signed.period.short_label} is signed off by the {signed.role}."
        yield _problem("signed-off", "", message, "The update will show as changed since the sign-off.")
