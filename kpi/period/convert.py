"""Fits a period to the indicator it is for, and reads ranges of periods.

In: a period or label with the frequency and calendar that are due. Out: the one period it can mean, or a PeriodError.
"""

from kpi.period.model import Calendar, Frequency, Period, PeriodError, containing, reader_date, year_name
from kpi.period.patterns import Context, compiled
from kpi.period.read import Reading, calendar_of, parse, read_in
from kpi.problem import excerpt

_BOTH = compiled(r"(?:from\s+)?(?P<first>.+?)\s+to\s+(?P<last>.+)")
_FROM = compiled(r"from\s+(?P<first>.+)")
_TO = compiled(r"to\s+(?P<last>.+)")


def in_frequency(period: Period, frequency: Frequency | str, calendar: Calendar | str) -> Period:
    """Give the period of that frequency and calendar that covers the same days.

    A date stands for the period that ends on it; for a month also the first day, which is how Excel keeps `Mar-19`.
    Raises PeriodError where the two do not match, with a question where an answer would settle it, and ValueError for
    a frequency or calendar that does not exist.
    """
    frequency, calendar = Frequency(frequency), Calendar(calendar)
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
        f"{day.label} is not the last day of {_kind(wanted.frequency, wanted.calendar)}.",
        f"Is {wanted.short_label} meant, which ends on {reader_date(wanted.last_day)}?",
    )


def _mismatch(period: Period, frequency: Frequency, calendar: Calendar) -> PeriodError:
    """Say what is due instead, and ask what may have been meant."""
    if period.frequency is frequency is Frequency.YEAR and period.calendar is Calendar.CALENDAR:
        before, after = year_name(period.ordinal - 1, calendar), year_name(period.ordinal, calendar)
        return PeriodError(f"'{period.text}' does not say which {calendar} year it is.", f"Is it {before} or {after}?")
    month = int(period.text[-2:]) if period.frequency is Frequency.YEAR else 0
    if frequency is Frequency.MONTH and 1 <= month <= 12 and period.calendar is not Calendar.CALENDAR:
        meant = Period(Frequency.MONTH, calendar, period.ordinal * 12 + month - 1)
        return PeriodError(f"'{period.text}' reads as a year.", f"Is {meant.label} meant?")
    due = _kind(frequency, calendar)
    return PeriodError(
        f"{period.label} is {_kind(period.frequency, period.calendar)}, but {due} is due.",
        f"Which {frequency} is meant?",
    )


def _kind(frequency: Frequency, calendar: Calendar) -> str:
    """Name a kind of period: `a month`, `a financial quarter`, `an academic year`."""
    if frequency in (Frequency.MONTH, Frequency.DATE):
        return f"a {frequency}"
    return f"{'an' if calendar is Calendar.ACADEMIC else 'a'} {calendar} {frequency}"


def read_as(
    text: str, frequency: Frequency | str, calendar: Calendar | str, told: Calendar | str | None = None
) -> Reading:
    """Read a label for an indicator of that frequency and calendar; `told` is what a person said about the file.

    The indicator settles what 2018-19 and 2005-06 mean, and that `2018 Q1` is a calendar quarter where it runs by
    calendar years; otherwise `Q1 2022` is asked about unless a calendar is told. Raises PeriodError, and ValueError
    for a frequency or calendar that does not exist.
    """
    frequency, calendar = Frequency(frequency), Calendar(calendar)
    settled = calendar_of(told) or (Calendar.CALENDAR if calendar is Calendar.CALENDAR else None)
    reading = read_in(text, Context(told=settled, years=calendar, frequency=frequency))
    return Reading(in_frequency(reading.period, frequency, calendar), reading.qualifier)


def financial_quarter(text: str) -> Period:
    """Read a quarter of the financial year, in any form; Q1 is April to June. Raises PeriodError."""
    return read_as(text, Frequency.QUARTER, Calendar.FINANCIAL, Calendar.FINANCIAL).period


def consecutive(first: Period, last: Period) -> tuple[Period, ...]:
    """Give every period from first to last, both included; raises PeriodError when they are not of one kind."""
    _same_kind(first, last)
    return tuple(first.shift(step) for step in range(last.ordinal - first.ordinal + 1))


def span(text: str, calendar: Calendar | str | None = None) -> tuple[Period | None, Period | None]:
    """Read a range as its first and last period, None where it is open.

    `2016-17 Q1 to 2018-19 Q4`, `from 2018-19 Q1`, `to 2018-19 Q4`, or a single period. Raises PeriodError, and
    ValueError for a calendar that does not exist.
    """
    calendar = calendar_of(calendar)
    words = " ".join(text.split())
    both, begins, ends = (pattern.fullmatch(words) for pattern in (_BOTH, _FROM, _TO))
    if both:
        return _both(both["first"], both["last"], words, calendar)
    if begins:
        return parse(begins["first"], calendar), None
    if ends:
        return None, parse(ends["last"], calendar)
    single = parse(words, calendar)
    return single, single


def _both(start: str, end: str, words: str, calendar: Calendar | None) -> tuple[Period, Period]:
    """Read the two ends of a range, or the one period that contains the word: `April to June 2018`."""
    try:
        first, last = parse(start, calendar), parse(end, calendar)
    except PeriodError as refusal:
        try:
            single = parse(words, calendar)
        except PeriodError:
            raise refusal from None
        return single, single
    _same_kind(first, last)
    if last < first:
        raise PeriodError(f"{excerpt(words)} ends before it begins.", "Which comes first?")
    return first, last


def _same_kind(first: Period, last: Period) -> None:
    if (first.frequency, first.calendar) != (last.frequency, last.calendar):
        raise PeriodError(f"{first.label} and {last.label} are not of one kind.", "Which periods are meant?")
