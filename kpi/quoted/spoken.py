"""Figures quoted in what is said to the panel and in public: questions, answers, claims, pledges, the self-evaluation.

In: definitions. Out: texts, each with whose words they are and the quarter whose figures they can know; warnings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kpi.definitions.due import read_day
from kpi.definitions.files import INSPECTIONS_FILE, PANEL_FILE
from kpi.definitions.inspection import Pledge, Statement
from kpi.definitions.pack import Pack
from kpi.definitions.panel import Claim, Question
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, parse
from kpi.problem import Problem, Where
from kpi.quoted.check import Quotations


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words, whose they are (a reference), the `quarter` they are about, and where they stand."""

    whose: str
    text: str
    quarter: Period
    where: Where


def in_spoken(said: Iterable[Spoken], quotations: Quotations) -> Iterator[Problem]:
    """Warn of the figures that words quote otherwise than the ledger has them."""
    for one in said:
        for problem in quotations.check(one.text, one.quarter, one.where):
            yield replace(problem, message=f"{one.whose}: {problem.message}")


def of_question(question: Question, pack: Pack) -> Iterator[Spoken]:
    """Give the words of a question or request, and those of its answer."""
    where = Where(PANEL_FILE)
    for column, text, day in (
        ("text", question.text, _day(question.asked, question.meeting, pack)),
        ("answer", question.answer, _day(question.answered, None, pack)),
    ):
        if text and day:
            yield Spoken(question.ref, text, over_by(day, pack), replace(where, column=column))


def of_claim(claim: Claim, pack: Pack) -> Iterator[Spoken]:
    """Give the words of a claim."""
    day = _day(claim.made, claim.meeting, pack)
    if day:
        yield Spoken(claim.ref, claim.text, over_by(day, pack), Where(PANEL_FILE, column="text"))


def of_pack(pack: Pack) -> Iterator[Spoken]:
    """Give every text of the definitions that speaks of how things are, in the order of the files."""
    for question in pack.panel.questions:
        yield from of_question(question, pack)
    for claim in pack.panel.claims:
        yield from of_claim(claim, pack)
    for pledge in pack.inspection.pledges:
        yield from _of_pledge(pledge, pack)
    for statement in pack.inspection.self_evaluation:
        yield from _of_statement(statement, pack)


def over_by(day: date, pack: Pack) -> Period:
    """Give the last quarter that was over on a day: the newest whose figures can have been known."""
    return containing(day, Frequency.QUARTER, Calendar(pack.council.calendar)).previous()


def _of_pledge(pledge: Pledge, pack: Pack) -> Iterator[Spoken]:
    day = _day(pledge.made, None, pack)
    if day:
        yield Spoken(pledge.ref, pledge.text, over_by(day, pack), Where(INSPECTIONS_FILE, column="text"))


def _of_statement(statement: Statement, pack: Pack) -> Iterator[Spoken]:
    """Give a statement of the self-evaluation; it knows the last quarter of its year."""
    try:
        year = parse(statement.year, Calendar(pack.council.calendar))
    except PeriodError:
        return
    quarter = containing(year.last_day, Frequency.QUARTER, Calendar(pack.council.calendar))
    yield Spoken(statement.ref, statement.text, quarter, Where(INSPECTIONS_FILE, column="text"))


def _day(told: str | None, meeting: str | None, pack: Pack) -> date | None:
    """Give the day of words: their own, else that of the meeting; None where neither can be read."""
    text = told or next((one.date for one in pack.panel.meetings if one.id == meeting), None)
    try:
        return read_day(text) if text else None
    except PeriodError:
        return None
