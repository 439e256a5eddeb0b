"""Labels that name months or an end: `apr-jun-2014`, `April 2018 to March 2019`, `year ending 31 March 2019`.

In: a tidy label and what is known about its calendar. Out: the Period where the span is one, else a PeriodError.
"""

from datetime import date
from itertools import product

from kpi.period.model import Frequency, Period, PeriodError, containing
from kpi.period.patterns import (
    MONTH,
    SHORT_TWO_YEARS,
    TWO_YEARS,
    YEAR,
    Context,
    Match,
    compiled,
    following_year,
    full_year,
    month_number,
)
from kpi.problem import excerpt

_MONTHS = rf"(?P<a>{MONTH})\s*(?:-|/|to|until)\s*(?P<b>{MONTH})"
_YEARS = f"(?:{TWO_YEARS}|{SHORT_TWO_YEARS})"
_BETWEEN = r"[\s,_-]*"
MONTHS_ONLY = compiled(_MONTHS)
_LENGTHS = (Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR)


def _span(found: Match, context: Context) -> Period:
    """Read months with their years: `apr-jun-2014`, `Dec 2018 - Feb 2019`."""
    last = full_year(found["yb"]) * 12 + month_number(found["b"]) - 1
    first = full_year(found["ya"] or found["yb"]) * 12 + month_number(found["a"]) - 1
    if first > last and not found["ya"]:
        year = last // 12
        raise PeriodError(
            f"{excerpt(found[0])} runs over a new year but names one year.",
            f"Does it end in {year} or in {year + 1}?",
        )
    return _of_months(first, last, found[0], context)


def _span_in_year(found: Match, context: Context) -> Period:
    """Read months of a two-year label: `Apr-Jun 2018-19`."""
    begin = following_year(found) * 12 + context.two_year_calendar.first_month - 1
    first, last = (begin + (month_number(found[name]) - 1 - begin) % 12 for name in "ab")
    return _of_months(first, last, found[0], context)


def _of_months(first: int, last: int, text: str, context: Context) -> Period:
    """Give the month, quarter or year that runs exactly from month `first` to `last`, in months since year 0."""
    begin, end = (Period(Frequency.MONTH, context.years, month) for month in (first, last))
    for calendar, frequency in product(context.calendars, _LENGTHS):
        period = containing(begin.first_day, frequency, calendar)
        if (period.first_day, period.last_day) == (begin.first_day, end.last_day):
            return period
    raise PeriodError(
        f"{excerpt(text)} is not exactly one month, quarter or year.", "Which single period does the figure belong to?"
    )


def ending(day: date, frequency: Frequency, text: str, context: Context) -> Period:
    """Give the period of that frequency that ends on the day, as in `year ending 31 March 2019`."""
    for calendar in context.calendars:
        period = containing(day, frequency, calendar)
        if period.last_day == day:
            return period
    raise PeriodError(
        f"{excerpt(text)} ends on a day that ends no {frequency} of any calendar.",
        "Which period does the figure belong to?",
    )


SPANS = (
    (
        compiled(
            rf"(?P<a>{MONTH})(?:[\s-]*(?P<ya>{YEAR}))?\s*(?:-|/|to|until)\s*(?P<b>{MONTH}){_BETWEEN}(?P<yb>{YEAR})"
        ),
        _span,
    ),
    (compiled(rf"(?P<ya>)(?P<yb>[0-9]{{4}}){_BETWEEN}{_MONTHS}"), _span),
    (compiled(f"{_MONTHS}{_BETWEEN}{_YEARS}"), _span_in_year),
    (compiled(f"{_YEARS}{_BETWEEN}{_MONTHS}"), _span_in_year),
)
