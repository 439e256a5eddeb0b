"""Labels that name months or an end: `apr-jun-2014`, `April 2018 to March 2019`, `year ending 31 March 2019`.

In: a tidy lower-case label and what is known about its calendar. Out: a Period where the span is one, else PeriodError.
"""

import re

from kpi.period.forms import (
    MONTH,
    SHORT_TWO_YEARS,
    TWO_YEARS,
    YEAR,
    Context,
    Match,
    following_year,
    full_year,
    month_number,
)
from kpi.period.model import Calendar, Frequency, Period, PeriodError, containing
from kpi.problem import excerpt

_TO = r"\s*(?:-|/|to|until|through)\s*"
MONTHS_ONLY = re.compile(rf"(?P<a>{MONTH}){_TO}(?P<b>{MONTH})")
MONTH_SPAN = re.compile(rf"(?P<a>{MONTH})(?:[\s-]*(?P<ya>{YEAR}))?{_TO}(?P<b>{MONTH})[\s,_-]*(?P<yb>{YEAR})")
MONTH_SPAN_AFTER = re.compile(rf"(?P<yb>[0-9]{{4}})[\s,_-]*(?P<a>{MONTH}){_TO}(?P<b>{MONTH})(?P<ya>)")
MONTH_SPAN_IN_YEAR = re.compile(rf"{MONTHS_ONLY.pattern}[\s,_-]*(?:{TWO_YEARS}|{SHORT_TWO_YEARS})")
_LENGTHS = {1: Frequency.MONTH, 3: Frequency.QUARTER, 12: Frequency.YEAR}


def month_span(found: Match, context: Context) -> Period:
    """Read months with their years: `apr-jun-2014`, `Dec 2018 - Feb 2019`."""
    last = full_year(found["yb"]) * 12 + month_number(found["b"]) - 1
    first = full_year(found["ya"] or found["yb"]) * 12 + month_number(found["a"]) - 1
    if first > last and not found["ya"]:
        year = last // 12
        raise PeriodError(
            f"{excerpt(found[0])} runs over a new year but names one year.",
            f"Does it end in {year} or in {year + 1}?",
        )
    return of_months(first, last, found[0], context)


def month_span_in_year(found: Match, context: Context) -> Period:
    """Read months of a two-year label: `Apr-Jun 2018-19`."""
    begin = following_year(found) * 12 + context.two_year_calendar.first_month - 1
    first, last = (begin + (month_number(found[name]) - 1 - begin) % 12 for name in "ab")
    return of_months(first, last, found[0], context)


def of_months(first: int, last: int, text: str, context: Context) -> Period:
    """Give the month, quarter or year that runs exactly from month `first` to month `last` (months since year 0)."""
    length = last - first + 1
    frequency = _LENGTHS.get(length)
    calendars = dict.fromkeys((context.two_year_calendar, Calendar.FINANCIAL, Calendar.ACADEMIC, Calendar.CALENDAR))
    for calendar in calendars if frequency else ():
        period = _starting(first, frequency or Frequency.MONTH, calendar)
        if period:
            return period
    size = f"{length} months" if length > 0 else "backwards"
    raise PeriodError(
        f"{excerpt(text)} runs {size}; that is no month, quarter or year.",
        "Which single period does the figure belong to?",
    )


def _starting(month: int, frequency: Frequency, calendar: Calendar) -> Period | None:
    """Give the period that begins in that month, if one does."""
    if frequency is Frequency.MONTH:
        return Period(frequency, calendar, month)
    size = 3 if frequency is Frequency.QUARTER else 12
    ordinal, rest = divmod(month - calendar.first_month + 1, size)
    return None if rest else Period(frequency, calendar, ordinal)


def ending(last: Period, length: str, text: str, context: Context) -> Period:
    """Give the year, quarter or month that ends with the last day of `last`."""
    frequency = {"y": Frequency.YEAR, "q": Frequency.QUARTER, "m": Frequency.MONTH}[length]
    for calendar in dict.fromkeys(
        (context.two_year_calendar, Calendar.FINANCIAL, Calendar.ACADEMIC, Calendar.CALENDAR)
    ):
        period = containing(last.last_day, frequency, calendar)
        if period.last_day == last.last_day:
            return period
    raise PeriodError(
        f"{excerpt(text)} ends on a day that ends no {frequency} of any calendar.",
        "Which period does the figure belong to?",
    )
