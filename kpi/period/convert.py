"""Fits a period to the indicator it is for, and reads ranges of periods.

In: a period or label with the frequency and calendar that are due. Out: the one period it can mean, or a PeriodError.
"""

from kpi.period.forms import Context
from kpi.period.model import Calendar, Frequency, Period, PeriodError, containing, year_name
from kpi.period.read import Reading, _read, parse
from kpi.problem import excerpt


def in_frequency(period: Period, frequency: Frequency, calendar: Calendar) -> Period:
    """Give the period of that frequency and calendar that covers the same days.

    A date stands for the period that ends on it; for a month also the first day, which is how Excel keeps `Mar-19`.
    Raises PeriodError where the two do not match, with a question where an answer would settle it.
    """
    wanted = containing(period.last_day, frequency, calendar)
    if (wanted.first_day, wanted.last_day) == (period.first_day, period.last_day):
        return wanted
    if period.frequency is Frequency.DATE:
        return _from_date(period, wanted)
    raise _mismatch(period, frequency, calendar)


def _from_date(day: Period, wanted: Period) -> Period:
    if day.last_day == wanted.last_day:
        return wanted
    if wanted.frequency is Frequency.MONTH and day.first_day == wanted.first_day:
        return wanted
    raise PeriodError(
        f"{day.label} is not the last day of a {_kind(wanted)}.",
        f"Is {wanted.short_label} meant, which ends on {_end(wanted)}?",
    )


def _mismatch(period: Period, frequency: Frequency, calendar: Calendar) -> PeriodError:
    if period.frequency is frequency is Frequency.YEAR and period.calendar is Calendar.CALENDAR:
        before, after = year_name(period.ordinal - 1, calendar), year_name(period.ordinal, calendar)
        return PeriodError(f"'{period.text}' does not say which {calendar} year it is.", f"Is it {before} or {after}?")
    if period.frequency is Frequency.YEAR and frequency is Frequency.MONTH:
        first, second = int(period.text[:4]), int(period.text[-2:])
        if 1 <= second <= 12:
            month = Period(Frequency.MONTH, calendar, first * 12 + second - 1)
            return PeriodError(f"'{period.text}' reads as a year.", f"Is the month {month.label} meant?")
    kind = (
        "day"
        if frequency is Frequency.DATE
        else f"{calendar} {frequency}"
        if frequency is not Frequency.MONTH
        else "month"
    )
    return PeriodError(f"{period.label} is a {_kind(period)}; a {kind} is due.", f"Which {frequency} is meant?")


def _kind(period: Period) -> str:
    if period.frequency in (Frequency.MONTH, Frequency.DATE):
        return "month" if period.frequency is Frequency.MONTH else "day"
    return f"{period.calendar} {period.frequency}"


def _end(period: Period) -> str:
    return containing(period.last_day, Frequency.DATE, period.calendar).label


def read_as(text: str, frequency: Frequency, calendar: Calendar, told: Calendar | None = None) -> Reading:
    """Read a label for an indicator of that frequency and calendar; `told` is what a person said about the file.

    The indicator settles what 2018-19 and 2005-06 mean; `Q1 2022` is still asked about unless a calendar is told.
    Raises PeriodError.
    """
    reading = _read(text, Context(told=told, years=calendar, frequency=frequency))
    return Reading(in_frequency(reading.period, frequency, calendar), reading.qualifier)


def financial_quarter(text: str) -> Period:
    """Read a quarter of the financial year, in any form; Q1 is April to June. Raises PeriodError."""
    return read_as(text, Frequency.QUARTER, Calendar.FINANCIAL, Calendar.FINANCIAL).period


def consecutive(first: Period, last: Period) -> tuple[Period, ...]:
    """Give every period from first to last, both included; raises PeriodError when they are not of one kind."""
    _same_kind(first, last)
    return tuple(first.shift(step) for step in range(last.ordinal - first.ordinal + 1))


def span(text: str, calendar: Calendar | None = None) -> tuple[Period | None, Period | None]:
    """Read a range as its first and last period, None where it is open.

    `2016-17 Q1 to 2018-19 Q4`, `from 2018-19 Q1`, `to 2018-19 Q4`, or a single period. Raises PeriodError.
    """
    words = " ".join(text.split())
    lower = words.lower()
    if lower.startswith("from ") and " to " not in lower:
        return parse(words[5:], calendar), None
    if lower.startswith("to "):
        return None, parse(words[3:], calendar)
    start = 5 if lower.startswith("from ") else 0
    at = lower.find(" to ", start)
    if at < 0:
        return (single := parse(words, calendar)), single
    try:
        first, last = parse(words[start:at], calendar), parse(words[at + 4 :], calendar)
    except PeriodError:
        return (single := parse(words, calendar)), single
    _same_kind(first, last)
    if last < first:
        raise PeriodError(f"{excerpt(words)} ends before it begins.", "Which comes first?")
    return first, last


def _same_kind(first: Period, last: Period) -> None:
    if (first.frequency, first.calendar) != (last.frequency, last.calendar):
        raise PeriodError(f"{first.label} and {last.label} are not of one kind.", "Which periods are meant?")
