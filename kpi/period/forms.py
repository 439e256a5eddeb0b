"""The shapes of label that name one period, each a pattern with the function that reads it.

In: a tidy lower-case label without brackets, and what is known about its calendar. Out: a Period, or a PeriodError
that says what is wrong and what to ask. Digits are 0 to 9 only; nothing is guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kpi.period.model import MONTH_NAMES, Calendar, Frequency, Period, PeriodError, containing, reader_date, year_name
from kpi.problem import excerpt


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the label: the calendar a person told, the calendar of two-year labels, the frequency due.

    `word` is the calendar that the label itself names, as in `academic year 2018-19`.
    """

    told: Calendar | None = None
    years: Calendar = Calendar.FINANCIAL
    frequency: Frequency | None = None
    word: Calendar | None = None

    @property
    def two_year_calendar(self) -> Calendar:
        """The calendar that a label such as 2018-19 belongs to."""
        return self.word or self.years


Match = re.Match[str]
Form = tuple[re.Pattern[str], Callable[[Match, Context], Period]]

MONTHS = {name.lower()[:length]: place for place, name in enumerate(MONTH_NAMES, 1) for length in (3, len(name))}
MONTHS["sept"] = 9
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
YEAR = "[0-9]{4}|'?[0-9]{2}"
TWO_YEARS = r"(?P<year>[0-9]{4})(?:\s*[-/]\s*)?(?P<end>[0-9]{4}|[0-9]{2})"
SHORT_TWO_YEARS = r"(?P<short>[0-9]{2})\s*[-/]\s*(?P<short_end>[0-9]{2})"
ANY_YEAR = f"(?:{TWO_YEARS}|{SHORT_TWO_YEARS}|(?P<single>[0-9]{{4}}))"
NUMBER = r"(?:q(?:uarter|tr)?\.?\s*(?P<q>[0-9])|(?P<nth>[0-9])(?:st|nd|rd|th)\s+(?:quarter|qtr))"
GAP = r"[\s;,_:/-]*"
TIME = r"(?:[t\s]\s*(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)\s*z?)?"


def month_number(name: str) -> int:
    """Give 1 to 12 for a month's name or its first letters."""
    return MONTHS[name.rstrip(".")]


def full_year(text: str) -> int:
    """Read four digits, or two: 70 to 99 are in the 1900s, 00 to 69 in the 2000s."""
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def following_year(found: Match) -> int:
    """Read a two-year label such as 2018-19 and give its first year; refuse 2018-20, which is no year."""
    first = full_year(found["year"] or found["short"])
    end = found["end"] or found["short_end"]
    if end == str(first + 1) or end == f"{(first + 1) % 100:02d}":
        return first
    name = year_name(first, Calendar.FINANCIAL)
    shown = excerpt(f"{first}-{end}")
    raise PeriodError(f"{shown} is not one year; the year that begins in {first} is {name}.", "Which year is meant?")


def _two_year(found: Match, context: Context) -> Period:
    first, end = int(found["year"]), found["end"]
    is_year = end in (str(first + 1), f"{(first + 1) % 100:02d}")
    if len(end) == 2 and 1 <= int(end) <= 12 and (not is_year or context.frequency is Frequency.MONTH):
        return Period(Frequency.MONTH, context.two_year_calendar, first * 12 + int(end) - 1)
    first = following_year(found)
    return Period(Frequency.YEAR, _spanning(first, context), first)


def _spanning(first: int, context: Context) -> Calendar:
    """Give the calendar of a two-year label; a calendar year never spans two."""
    if context.two_year_calendar is not Calendar.CALENDAR:
        return context.two_year_calendar
    name = year_name(first, Calendar.FINANCIAL)
    raise PeriodError(
        f"'{name}' spans two years, so it is no calendar year.",
        f"Is {name} the financial year from April {first} or the academic year from September {first}?",
    )


def _short_year(found: Match, _: Context) -> Period:
    raise PeriodError(f"{excerpt(found[0])} could be a year, a month or a day.", "Which is it? Write years as 2018-19.")


def _single_year(found: Match, context: Context) -> Period:
    year = int(found["single"])
    if context.word in (None, Calendar.CALENDAR):
        return Period(Frequency.YEAR, Calendar.CALENDAR, year)
    before, after = year_name(year - 1, context.word), year_name(year, context.word)
    raise PeriodError(f"A {context.word} year spans two years, '{year}' names one.", f"Is it {before} or {after}?")


def _quarter(found: Match, context: Context) -> Period:
    number = int(found["q"] or found["nth"])
    if not 1 <= number <= 4:
        raise PeriodError(f"There is no quarter {number}; quarters run from Q1 to Q4.", "Which quarter is meant?")
    if found["single"]:
        year, calendar = int(found["single"]), _settled(number, int(found["single"]), context)
    else:
        year = following_year(found)
        calendar = _spanning(year, context)
    return Period(Frequency.QUARTER, calendar, year * 4 + number - 1)


def _settled(number: int, year: int, context: Context) -> Calendar:
    """Give the calendar of a quarter with one year, where the label or a person settled it; never guess."""
    if context.word is Calendar.CALENDAR:
        return Calendar.CALENDAR
    if context.told and context.word in (None, context.told):
        return context.told
    readings = [
        Period(Frequency.QUARTER, calendar, year * 4 + number - 1)
        for calendar in (Calendar.CALENDAR, Calendar.FINANCIAL)
    ]
    spans = [reading.label.partition("(")[2].rstrip(")") for reading in readings]
    raise PeriodError(
        f"'Q{number} {year}' does not say which calendar its year belongs to.",
        f"Is it {spans[0]} (calendar year) or {spans[1]} ({readings[1].short_label}, financial year)?",
    )


def _day(year: int, month: int, day: int, found: Match, context: Context) -> Period:
    """Give a dated snapshot; refuse days that do not exist and times of day."""
    time = found.groupdict().get("time")
    if time and time.strip("0:."):
        raise PeriodError(f"{excerpt(found[0])} is a time of day, not a period.", "Which day or period is meant?")
    try:
        return containing(date(year, month, day), Frequency.DATE, context.years)
    except ValueError as error:
        if isinstance(error, PeriodError):
            raise
        raise PeriodError(
            f"{excerpt(found[0])} is not a day; dates are written day/month/year or year-month-day.",
            "Which day is meant?",
        ) from None


def _numeric_day(found: Match, context: Context) -> Period:
    return _day(full_year(found["y"]), int(found["m"]), int(found["d"]), found, context)


def _named_day(found: Match, context: Context) -> Period:
    return _day(full_year(found["y"]), month_number(found["m"]), int(found["d"]), found, context)


def _eight_digits(found: Match, context: Context) -> Period:
    year, rest = int(found[0][:4]), found[0][4:]
    if rest == str(year + 1):
        return Period(Frequency.YEAR, _spanning(year, context), year)
    return _day(year, int(rest[:2]), int(rest[2:]), found, context)


def _numeric_month(found: Match, context: Context) -> Period:
    if not 1 <= int(found["m"]) <= 12:
        raise PeriodError(f"{excerpt(found[0])} has no such month.", "Which month is meant?")
    return Period(Frequency.MONTH, context.years, int(found["y"]) * 12 + int(found["m"]) - 1)


def _named_month(found: Match, context: Context) -> Period:
    return Period(Frequency.MONTH, context.years, full_year(found["y"]) * 12 + month_number(found["m"]) - 1)


def _month_of_year(found: Match, context: Context) -> Period:
    first = following_year(found)
    return Period(Frequency.MONTH, context.years, _month_within(found["m"], first, _spanning(first, context)))


def _month_within(name: str, first: int, calendar: Calendar) -> int:
    """Count months from year 0 to the named month of the year that begins in `first`."""
    month = month_number(name)
    return (first if month >= calendar.first_month else first + 1) * 12 + month - 1


def _day_or_year(found: Match, _: Context) -> Period:
    raise PeriodError(f"{excerpt(found[0])} could be a day or a month.", "Which year and month are meant?")


def _excel_number(found: Match, _: Context) -> Period:
    day = date(1899, 12, 30) + timedelta(days=int(found[0]))
    raise PeriodError(
        f"{excerpt(found[0])} is a plain number; Excel would show it as {reader_date(day)}.",
        "Is it a date? Then format the cell as a date.",
    )


def _form(pattern: str, read: Callable[[Match, Context], Period]) -> Form:
    return re.compile(pattern), read


FORMS: tuple[Form, ...] = (
    _form(TWO_YEARS.replace("[0-9]{4}|[0-9]{2}", "[0-9]{2}"), _two_year),
    _form(r"(?P<year>[0-9]{4})\s*[-/]\s*(?P<end>[0-9]{4})", _two_year),
    _form("(?P<single>[0-9]{4})", _single_year),
    _form(SHORT_TWO_YEARS, _short_year),
    _form(f"{NUMBER}{GAP}{ANY_YEAR}", _quarter),
    _form(f"{ANY_YEAR}{GAP}{NUMBER}", _quarter),
    _form(rf"(?P<y>[0-9]{{4}})(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s)(?P<d>[0-9]{{1,2}}){TIME}", _numeric_day),
    _form(rf"(?P<d>[0-9]{{1,2}})(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s)(?P<y>[0-9]{{4}}){TIME}", _numeric_day),
    _form(r"(?P<d>[0-9]{1,2})(?P<s>[/.])(?P<m>[0-9]{1,2})(?P=s)(?P<y>[0-9]{2})", _numeric_day),
    _form(rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]*(?P<m>{MONTH})[\s,-]*(?P<y>{YEAR}){TIME}", _named_day),
    _form(rf"(?P<m>{MONTH})\s(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s,]+(?P<y>[0-9]{{4}}){TIME}", _named_day),
    _form("[0-9]{8}", _eight_digits),
    _form(r"(?P<m>[0-9]{1,2})\s*[-/]\s*(?P<y>[0-9]{4})", _numeric_month),
    _form(rf"(?P<m>{MONTH})[\s,_/-]*(?P<y>{YEAR})", _named_month),
    _form(rf"(?P<y>[0-9]{{4}})[\s,_/-]*(?P<m>{MONTH})", _named_month),
    _form(rf"(?P<m>{MONTH})[\s,_-]*(?:{TWO_YEARS}|{SHORT_TWO_YEARS})", _month_of_year),
    _form(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-]*{MONTH}", _day_or_year),
    _form("[2-7][0-9]{4}", _excel_number),
)
