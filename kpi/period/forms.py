"""The shapes of label that name one period, each a pattern with the function that reads it.

In: a tidy label without brackets, and what is known about its calendar. Out: a Period, or a PeriodError
that says what is wrong and what to ask. Nothing is guessed.
"""

from collections.abc import Callable
from datetime import date, timedelta
from re import Pattern

from kpi.period.model import Calendar, Frequency, Period, PeriodError, containing, reader_date, year_name
from kpi.period.patterns import (
    ANY_YEAR,
    GAP,
    MONTH,
    QUARTER,
    SHORT_TWO_YEARS,
    TIME,
    TWO_YEARS,
    YEAR,
    Context,
    Match,
    compiled,
    following_year,
    follows,
    full_year,
    month_number,
)
from kpi.problem import excerpt

Form = tuple[Pattern[str], Callable[[Match, Context], Period]]


def _two_year(found: Match, context: Context) -> Period:
    """Read 2018-19 as a year and 2018-06 as a month; 2005-06 is a year unless months are due."""
    first, end = int(found["year"]), found["end"]
    could_be_month = len(end) == 2 and 1 <= int(end) <= 12
    if could_be_month and (not follows(first, end) or context.frequency is Frequency.MONTH):
        return _month(first, int(end), context)
    first = following_year(found)
    return Period(Frequency.YEAR, _spanning(first, context), first)


def _spanning(first: int, context: Context) -> Calendar:
    """Give the calendar of a two-year label; a calendar year never spans two."""
    if context.two_year_calendar is not Calendar.CALENDAR:
        return context.two_year_calendar
    name = year_name(first, Calendar.FINANCIAL)
    raise PeriodError(
        f"'{name}' spans two years, so it is no calendar year.",
        f"Is it the financial year from April {first} or the academic year from September {first}?",
    )


def _short_year(found: Match, _: Context) -> Period:
    raise PeriodError(
        f"{excerpt(found[0])} could be a year, a month or a day.", "Which is it? Years are written 2018-19."
    )


def _single_year(found: Match, context: Context) -> Period:
    year = int(found["single"])
    if context.word in (None, Calendar.CALENDAR):
        return Period(Frequency.YEAR, Calendar.CALENDAR, year)
    before, after = year_name(year - 1, context.word), year_name(year, context.word)
    raise PeriodError(
        f"{_article(context.word)} year spans two years, but '{year}' names one.", f"Is it {before} or {after}?"
    )


def _article(calendar: Calendar) -> str:
    return f"An {calendar}" if calendar is Calendar.ACADEMIC else f"A {calendar}"


def _quarter(found: Match, context: Context) -> Period:
    number = int(found["q"] or found["nth"])
    if not 1 <= number <= 4:
        raise PeriodError(f"There is no quarter {number}; quarters run from Q1 to Q4.", "Which quarter is meant?")
    if found["single"]:
        year = int(found["single"])
        return _numbered(_settled(number, year, found[0], context), year, number)
    year = following_year(found)
    return _numbered(_spanning(year, context), year, number)


def _numbered(calendar: Calendar, year: int, number: int) -> Period:
    return Period(Frequency.QUARTER, calendar, year * 4 + number - 1)


def _settled(number: int, year: int, text: str, context: Context) -> Calendar:
    """Give the calendar of a quarter with one year, where the label or a person settled it."""
    if context.word is Calendar.CALENDAR:
        return Calendar.CALENDAR
    if context.told and context.word in (None, context.told):
        return context.told
    reason = f"{excerpt(text)} does not say which calendar its year belongs to."
    named = _numbered(context.word or Calendar.FINANCIAL, year, number)
    if context.word:
        raise PeriodError(reason, f"Is it {named.year_before().label} or {named.label}?")
    plain = _numbered(Calendar.CALENDAR, year, number)
    raise PeriodError(
        reason, f"Is it {plain.months} (calendar year) or {named.months} ({named.short_label}, financial year)?"
    )


def _day(year: int, month: int, day: int, found: Match, context: Context) -> Period:
    """Give a dated snapshot; refuse days that do not exist and times of day."""
    time = found["time"] if "time" in found.groupdict() else None
    if time and time.strip("0:."):
        raise PeriodError(f"{excerpt(found[0])} is a time of day, not a period.", "Which day or period is meant?")
    try:
        given = date(year, month, day)
    except ValueError:
        raise PeriodError(
            f"{excerpt(found[0])} is not a day; dates are written day/month/year or year-month-day.",
            "Which day is meant?",
        ) from None
    return containing(given, Frequency.DATE, context.years)


def _numeric_day(found: Match, context: Context) -> Period:
    return _day(full_year(found["y"]), int(found["m"]), int(found["d"]), found, context)


def _named_day(found: Match, context: Context) -> Period:
    return _day(full_year(found["y"]), month_number(found["m"]), int(found["d"]), found, context)


def _eight_digits(found: Match, context: Context) -> Period:
    """Read 20182019 as a year and 20190331 as a day; no month is numbered 19, 20 or 21."""
    year, rest = int(found[0][:4]), found[0][4:]
    if follows(year, rest):
        return Period(Frequency.YEAR, _spanning(year, context), year)
    return _day(year, int(rest[:2]), int(rest[2:]), found, context)


def _month(year: int, month: int, context: Context) -> Period:
    return Period(Frequency.MONTH, context.years, year * 12 + month - 1)


def _numeric_month(found: Match, context: Context) -> Period:
    if not 1 <= int(found["m"]) <= 12:
        raise PeriodError(f"{excerpt(found[0])} has no such month.", "Which month is meant?")
    return _month(int(found["y"]), int(found["m"]), context)


def _named_month(found: Match, context: Context) -> Period:
    return _month(full_year(found["y"]), month_number(found["m"]), context)


def _month_of_year(found: Match, context: Context) -> Period:
    first, month = following_year(found), month_number(found["m"])
    begins = _spanning(first, context).first_month
    return _month(first if month >= begins else first + 1, month, context)


def _day_or_year(found: Match, _: Context) -> Period:
    raise PeriodError(f"{excerpt(found[0])} could be a day or a month.", "Which month of which year is meant?")


def _excel_number(found: Match, _: Context) -> Period:
    day = date(1899, 12, 30) + timedelta(days=int(found[0]))
    raise PeriodError(
        f"{excerpt(found[0])} is a plain number; Excel would show it as {reader_date(day)}.",
        "Is it a date? Then format the cell as a date.",
    )


def _form(pattern: str, read: Callable[[Match, Context], Period]) -> Form:
    return compiled(pattern), read


FORMS: tuple[Form, ...] = (
    _form(r"(?P<single>[0-9]{4})(?:\.0)?", _single_year),
    _form("[0-9]{8}", _eight_digits),
    _form(rf"{TWO_YEARS}(?:\.0)?", _two_year),
    _form(SHORT_TWO_YEARS, _short_year),
    _form(f"{QUARTER}{GAP}{ANY_YEAR}", _quarter),
    _form(f"{ANY_YEAR}{GAP}{QUARTER}", _quarter),
    _form(rf"(?P<y>[0-9]{{4}})(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s)(?P<d>[0-9]{{1,2}}){TIME}", _numeric_day),
    _form(rf"(?P<d>[0-9]{{1,2}})(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s)(?P<y>[0-9]{{4}}){TIME}", _numeric_day),
    _form(r"(?P<d>[0-9]{1,2})(?P<s>[/.])(?P<m>[0-9]{1,2})(?P=s)(?P<y>[0-9]{2})", _numeric_day),
    _form(rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]*(?P<m>{MONTH})[\s,-]*(?P<y>{YEAR}){TIME}", _named_day),
    _form(rf"(?P<m>{MONTH})\s(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s,]+(?P<y>[0-9]{{4}}){TIME}", _named_day),
    _form(r"(?P<m>[0-9]{1,2})\s*[-/]\s*(?P<y>[0-9]{4})", _numeric_month),
    _form(rf"(?P<m>{MONTH})[\s,_/-]*(?P<y>{YEAR})", _named_month),
    _form(rf"(?P<y>[0-9]{{4}})[\s,_/-]*(?P<m>{MONTH})", _named_month),
    _form(rf"(?P<m>{MONTH})[\s,_-]*(?:{TWO_YEARS}|{SHORT_TWO_YEARS})", _month_of_year),
    _form(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-]*{MONTH}", _day_or_year),
    _form("[2-7][0-9]{4}", _excel_number),
)
"""Tried from the top; the first pattern that fits the whole label reads it."""
