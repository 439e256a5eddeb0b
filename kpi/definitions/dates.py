"""Days, due dates and years of the plan, the inspections and the panel, read or told as Problems.

In: a group of keys. Out: the day or period, or None and a Problem that says what to write.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from kpi.definitions.codes import Code
from kpi.definitions.due import Due, read_due
from kpi.definitions.due import read_day as _read_day
from kpi.definitions.node import Node
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, parse
from kpi.problem import Problem, Where, excerpt

WRITE_A_DUE: Final = "Write a day such as 2019-03-31, a period such as 2018-19 Q4, or ongoing."


def due(node: Node, key: str, calendar: Calendar) -> Due | None:
    """Give a due date; None where there is none or it cannot be read."""
    text = node.text(key)
    found = None if text is None else _due(text, calendar)
    return found if isinstance(found, Due) else None


def check_due(node: Node, key: str, calendar: Calendar) -> Iterator[Problem]:
    """Require a due date: a day, a period or ongoing."""
    text = node.text(key)
    found = None if text is None else _due(text, calendar)
    if isinstance(found, PeriodError):
        yield Problem(Code.DUE_DATE, _reason(key, found), found.question or WRITE_A_DUE, node.where(key))


def day(node: Node, key: str) -> date | None:
    """Give a day; None where there is none or it cannot be read."""
    text = node.text(key)
    found = None if text is None else _day(text)
    return found if isinstance(found, date) else None


def check_days(node: Node, *keys: str) -> Iterator[Problem]:
    """Require days of the calendar, not longer periods."""
    for key in keys:
        text = node.text(key)
        found = None if text is None else _day(text)
        if isinstance(found, PeriodError):
            fix = found.question or "Write it as in 2019-06-19."
            yield Problem(Code.DAY, _reason(key, found), fix, node.where(key))


def period(node: Node, key: str, calendar: Calendar) -> Period | None:
    """Give a day, month, quarter or year; None where there is none or it cannot be read."""
    text = node.text(key)
    found = None if text is None else _period(text, calendar)
    return found if isinstance(found, Period) else None


def check_period(node: Node, key: str, calendar: Calendar) -> Iterator[Problem]:
    """Require a day, month, quarter or year."""
    text = node.text(key)
    found = None if text is None else _period(text, calendar)
    if isinstance(found, PeriodError):
        fix = found.question or "Write a day, month, quarter or year, such as 2019-02-11 or 2018-19 Q4."
        yield Problem(Code.PERIOD, _reason(key, found), fix, node.where(key))


def check_order(node: Node, first: str, last: str) -> Iterator[Problem]:
    """Require that one day does not come before another; days that cannot be read are told elsewhere."""
    start, end = day(node, first), day(node, last)
    if start and end and end < start:
        yield out_of_order(last, f"before {first}", node.where(last))


def out_of_order(key: str, told: str, where: Where) -> Problem:
    """Say that a date comes before one that it must follow: `ended lies before began.`"""
    return Problem(Code.DATES_ORDER, f"{key} lies {told}.", "Correct one of the two dates.", where)


def year(text: str | None, calendar: Calendar) -> Period | None:
    """Give the year of the council's calendar that a canonical text names; None where it names none."""
    found = None if text is None else _period(text, calendar)
    return found if isinstance(found, Period) and _is_year(found, calendar) and found.text == text else None


def check_year(node: Node, key: str, calendar: Calendar) -> Iterator[Problem]:
    """Require a year of the council's calendar, written in the one way that files and addresses use."""
    text = node.text(key)
    if text is None or year(text, calendar):
        return
    found = _period(text, calendar)
    example = f"Write a year such as {containing(date(2018, 12, 31), Frequency.YEAR, calendar).text}."
    fix = f"Write {found.text}." if isinstance(found, Period) and _is_year(found, calendar) else example
    message = f"{key} is {excerpt(text)}, which is not how a year of the {calendar} calendar is written."
    yield Problem(Code.YEAR, message, fix, node.where(key))


def _is_year(found: Period, calendar: Calendar) -> bool:
    return (found.frequency, found.calendar) == (Frequency.YEAR, calendar)


def _reason(key: str, error: PeriodError) -> str:
    return f"{key} cannot be read: {error.reason}"


@lru_cache(maxsize=8192)
def _due(text: str, calendar: Calendar) -> Due | PeriodError:
    try:
        return read_due(text, calendar)
    except PeriodError as error:
        return error


@lru_cache(maxsize=8192)
def _day(text: str) -> date | PeriodError:
    try:
        return _read_day(text)
    except PeriodError as error:
        return error


@lru_cache(maxsize=8192)
def _period(text: str, calendar: Calendar) -> Period | PeriodError:
    try:
        return parse(text, None if calendar is Calendar.FINANCIAL else calendar)
    except PeriodError as error:
        return error
