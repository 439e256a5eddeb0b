"""Checks what a person declares before the ledger keeps it, by the rules that panel.yaml is checked by.

In: a question or claim, definitions, references that are taken. Out: Problems; the column names the field.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from kpi.definitions.check_expectation import BY_POLARITY
from kpi.definitions.codes import Code
from kpi.definitions.due import Due, read_day, read_due
from kpi.definitions.expectation import Expectation
from kpi.definitions.pack import Pack
from kpi.definitions.panel import Claim, Question
from kpi.expectation.words import own_period
from kpi.panel.meetings import MeetingDay, meetings
from kpi.panel.record import happened
from kpi.panel.refs import next_ref
from kpi.period import Calendar, Period, PeriodError
from kpi.problem import Problem, Where, excerpt


def check_question(question: Question, pack: Pack, taken: Collection[str]) -> tuple[Problem, ...]:
    """Require a free reference, a meeting or a day, a due date that can be read, and no answer before the question."""
    days = {one.id: one for one in meetings(pack)}
    told = [*_ref(question.ref, taken, "Q"), *_occasion(question.meeting, question.asked, "asked", days)]
    due = _due(question.due, Calendar(pack.council.calendar))
    answered = _day(question.answered, "answered")
    asked = None if told else happened(question.asked, days.get(question.meeting or ""))
    told += [one for one in (due, answered) if isinstance(one, Problem)]
    if asked and isinstance(due, Due) and due.passed(asked):
        told.append(_early("due"))
    if asked and isinstance(answered, date) and answered < asked:
        told.append(_early("answered"))
    return tuple(told)


def check_claim(claim: Claim, pack: Pack, taken: Collection[str]) -> tuple[Problem, ...]:
    """Require a free reference, a meeting or a day, and an expectation whose figure will come in a named period."""
    days = {one.id: one for one in meetings(pack)}
    told = [*_ref(claim.ref, taken, "C"), *_occasion(claim.meeting, claim.made, "made", days)]
    return (*told, *_expectation(claim.expectation, pack))


def _ref(ref: str, taken: Collection[str], letter: str) -> Iterator[Problem]:
    """Require a reference that no other question or claim has, however its letters are written."""
    if ref.casefold() in {one.casefold() for one in taken}:
        fix = f"The next that is free is {next_ref(taken, letter)}."
        yield _problem(Code.DUPLICATE_REF, f"The ref {excerpt(ref)} is taken.", fix, "ref")


def _occasion(meeting: str | None, day: str | None, key: str, days: Mapping[str, MeetingDay]) -> Iterator[Problem]:
    """Require a meeting of the calendar, or the day."""
    if meeting is not None and meeting not in days:
        message = f"There is no meeting {excerpt(meeting)}."
        yield _problem(Code.UNKNOWN_MEETING, message, "Choose one of panel.yaml.", "meeting")
    if meeting is None and day is None:
        message = f"Neither meeting nor {key} is given, so nobody can tell when it was."
        yield _problem(Code.WHEN_MISSING, message, f"Choose the meeting, or give the day as {key}.", key)
    found = _day(day, key)
    if isinstance(found, Problem):
        yield found


def _day(text: str | None, key: str) -> date | Problem | None:
    """Read a day, or say why it is none."""
    try:
        return read_day(text) if text else None
    except PeriodError as error:
        return _problem(Code.DAY, error.reason, error.question or "Write it as in 2019-06-19.", key)


def _due(text: str, calendar: Calendar) -> Due | Problem:
    """Read a due date, or say why it is none."""
    try:
        return read_due(text, calendar)
    except PeriodError as error:
        return _problem(Code.DUE_DATE, error.reason, error.question or "Write it as in 2019-06-19.", "due")


def _expectation(expected: Expectation, pack: Pack) -> Iterator[Problem]:
    """Require an indicator and area of the pack, a period, and a start that lies before it."""
    definition = pack.by_id.get(expected.indicator)
    if definition is None:
        message = f"There is no indicator {excerpt(expected.indicator)}."
        yield _problem(Code.UNKNOWN_INDICATOR, message, "Choose one of the pack.", "indicator")
        return
    if expected.area not in definition.areas:
        message = f"The indicator {definition.id} has no figures for the area {excerpt(expected.area)}."
        yield _problem(Code.EXPECTATION_AREA, message, f"It has: {', '.join(definition.areas)}.", "area")
    if expected.expects in BY_POLARITY and definition.polarity == "none":
        message = f"The indicator {definition.id} has no polarity, so nothing tells better from worse."
        yield _problem(Code.NO_POLARITY, message, "Expect that it rises or falls.", "expects")
    if expected.period is None:
        message = "The claim names no period, so nobody can tell which figure answers it."
        yield _problem(Code.CLAIM_PERIOD, message, "Name the period.", "period")

    def own(text: str | None) -> Period | None:
        return own_period(text, definition)

    yield from _order(expected, own)


def _order(expected: Expectation, own: Callable[[str | None], Period | None]) -> Iterator[Problem]:
    """Require that the period compared with lies before the one that answers, and that both can be read."""
    try:
        since, answers = own(expected.since), own(expected.period)
    except PeriodError as error:
        yield _problem(Code.PERIOD, error.reason, error.question or "Write it as in 2018-19 Q4.", "period")
        return
    if since and answers and since >= answers:
        message = f"since does not lie before the period that answers, {answers.text}."
        yield _problem(Code.SINCE_NOT_BEFORE, message, "Name an earlier period.", "since")


def _early(key: str) -> Problem:
    message = f"{key} lies before the day it was asked."
    return _problem(Code.DATES_ORDER, message, "Correct one of the two dates.", key)


def _problem(code: Code, message: str, fix: str, field: str) -> Problem:
    return Problem(code, message, fix, Where(column=field))
