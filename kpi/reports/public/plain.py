"""Plain words for periods, figures that are not shown, and what a comparison means.

In: periods, definitions and protected figures. Out: short sentences without short forms or terms of the trade.
"""

from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.number import round_half_away
from kpi.period import Calendar, Frequency, Period, reader_date
from kpi.period.model import MONTH_NAMES

NOT_SHOWN: Final = "not shown"
NO_NUMBER: Final = "no number"
WHY_HIDDEN: Final = (
    "Not shown, so that no child can be recognised. The number is small, or it would help someone work out a small one."
)
NOTE_HIDDEN: Final = (
    "Where it says not shown, that is so that no child can be recognised. The number is small, or it would help "
    "someone work out a small one."
)
WHY_MISSING: Final = "There is no number for this time."
WHY_WORDS: Final = "No number was given, only words."
NEITHER: Final = "A higher or lower number is neither good nor bad by itself."


def when(period: Period, basis: str) -> str:
    """Say when a figure was taken: 'end of March 2019', 'January to March 2019', 'year to March 2019'."""
    match period.frequency:
        case Frequency.DATE:
            return reader_date(period.first_day)
        case Frequency.MONTH:
            return _month(period, last=True)
        case Frequency.YEAR:
            return _year(period, basis)
        case Frequency.QUARTER:
            return _quarter(period, basis)


def short(period: Period) -> str:
    """Name a period in a few letters, for the foot of a chart, by its end: 'Mar 2019', '11 Feb 2019', '2018'."""
    if period.frequency is Frequency.DATE:
        return period.short_label
    if period.frequency is Frequency.YEAR and period.calendar is not Calendar.FINANCIAL:
        return period.text
    return f"{MONTH_NAMES[period.last_day.month - 1][:3]} {period.last_day.year}"


def _quarter(period: Period, basis: str) -> str:
    last = _month(period, last=True)
    if basis == "snapshot":
        return f"end of {last}"
    if basis == "rolling_12_months":
        return f"year to {last}"
    first = period.year if basis == "year_to_date" else period
    start = MONTH_NAMES[first.first_day.month - 1]
    year = "" if first.first_day.year == period.last_day.year else f" {first.first_day.year}"
    return f"{start}{year} to {last}"


def _year(period: Period, basis: str) -> str:
    if period.calendar is Calendar.CALENDAR:
        return period.text
    if period.calendar is Calendar.ACADEMIC:
        return f"school year {period.text}"
    ends = _month(period, last=True)
    return f"end of {ends}" if basis == "snapshot" else f"year to {ends}"


def _month(period: Period, *, last: bool) -> str:
    day = period.last_day if last else period.first_day
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def gap(then: Period, now: Period) -> str:
    """Say how long lies between two periods: 'a year before', 'three months before', 'last time'."""
    if then == now.year_before():
        return "a year before"
    steps = {Frequency.QUARTER: "three months before", Frequency.MONTH: "a month before"}
    return steps.get(now.frequency, "last time") if then == now.previous() else "last time"


def in_a_hundred(value: float | None, unit: str) -> str:
    """Say a percentage as so many in every 100: 'about 57 in every 100'; empty for anything else."""
    if unit != "percent" or value is None or not 0 <= value <= 100:
        return ""
    whole = round_half_away(value, 0)
    return f"{'' if whole == value else 'about '}{whole:.0f} in every 100"


def counts(definition: Indicator) -> str:
    """Say what is counted."""
    return definition.plain_definition or definition.definition


def matters(definition: Indicator) -> str:
    """Say why it matters to children and families."""
    return definition.plain_why or definition.why
