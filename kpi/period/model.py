"""What a period is: its place in a calendar, its days, its neighbours and its names.

In: a frequency, a calendar and an ordinal, or a day. Out: immutable, totally ordered Period values.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Periods begin within these years; anything else is a slip of the keyboard."""

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Frequency(StrEnum):
    """How often figures come."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DATE = "date"


class Calendar(StrEnum):
    """Which years periods belong to: financial (from April), academic (from September) or calendar (from January)."""

    FINANCIAL = "financial"
    ACADEMIC = "academic"
    CALENDAR = "calendar"

    @property
    def first_month(self) -> int:
        """The month, 1 to 12, in which its years begin."""
        return _FIRST_MONTH[self]


_FIRST_MONTH = {Calendar.FINANCIAL: 4, Calendar.ACADEMIC: 9, Calendar.CALENDAR: 1}
_MONTHS_IN = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
_IN_A_YEAR = {Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.YEAR: 1}


class PeriodError(ValueError):
    """Raised for a label that is no period, or not clearly one.

    `reason` says what is wrong; `question` what must be settled before it can be read, or is empty.
    """

    def __init__(self, reason: str, question: str = "") -> None:
        """Keep the reason and the question apart, for messages that ask."""
        super().__init__(reason, question)
        self.reason = reason
        self.question = question

    def __str__(self) -> str:
        """Say the reason and the question in one line."""
        return f"{self.reason} {self.question}".strip()


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A month, quarter, year or day; ordered by last day, then first day.

    `ordinal` counts consecutive whole numbers within one frequency and calendar. Months and days keep a calendar so
    that `year` works, but are equal whatever it is. Raises PeriodError outside the years 1900 to 2199.
    """

    frequency: Frequency
    calendar: Calendar
    ordinal: int

    def __post_init__(self) -> None:
        if self.frequency is Frequency.DATE:
            inside = _FIRST_DAY <= self.ordinal <= _LAST_DAY
        else:
            inside = FIRST_YEAR <= self.ordinal // _IN_A_YEAR[self.frequency] <= LAST_YEAR
        if not inside:
            raise PeriodError(f"Periods lie in the years {FIRST_YEAR} to {LAST_YEAR}; this one does not.")

    @property
    def first_day(self) -> date:
        """The day it begins."""
        if self.frequency is Frequency.DATE:
            return date.fromordinal(self.ordinal)
        return _first_of_month(self._first_month)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        if self.frequency is Frequency.DATE:
            return date.fromordinal(self.ordinal)
        return _first_of_month(self._first_month + _MONTHS_IN[self.frequency]) - timedelta(days=1)

    @property
    def _first_month(self) -> int:
        """Months from year 0 to the first month of this period."""
        if self.frequency is Frequency.MONTH:
            return self.ordinal
        return self.ordinal * _MONTHS_IN[self.frequency] + self.calendar.first_month - 1

    @property
    def quarter_number(self) -> int:
        """1 to 4 for a quarter, 0 for anything else."""
        return self.ordinal % 4 + 1 if self.frequency is Frequency.QUARTER else 0

    @property
    def text(self) -> str:
        """The canonical text: `2018-19 Q1`, `2018-19`, `2018-06`, `2019-02-11`; `2018 Q1`, `2018` for calendar years.

        A month that would read as a year, as 2005-06 does, is written `June 2005`.
        """
        match self.frequency:
            case Frequency.QUARTER:
                return f"{self.year.text} Q{self.quarter_number}"
            case Frequency.YEAR:
                return year_name(self.ordinal, self.calendar)
            case Frequency.MONTH:
                year, month = divmod(self.ordinal, 12)
                return self.short_label if (year + 1) % 100 == month + 1 else f"{year}-{month + 1:02d}"
            case Frequency.DATE:
                return self.first_day.isoformat()

    @property
    def label(self) -> str:
        """The full name for readers: `Q4 2018-19 (January to March 2019)`, `2018-19`, `11 February 2019`."""
        if self.frequency is Frequency.QUARTER:
            return f"{self.short_label} ({self.months})"
        if self.frequency is Frequency.YEAR and self.calendar is Calendar.ACADEMIC:
            return f"academic year {self.text}"
        return reader_date(self.first_day) if self.frequency is Frequency.DATE else self.short_label

    @property
    def months(self) -> str:
        """Its first and last month: `January to March 2019`, `December 2018 to February 2019`."""
        return _month_span(self.first_day, self.last_day)

    @property
    def short_label(self) -> str:
        """The short name for readers: `Q4 2018-19`, `2018-19`, `June 2018`, `11 Feb 2019`."""
        match self.frequency:
            case Frequency.QUARTER:
                return f"Q{self.quarter_number} {self.year.text}"
            case Frequency.YEAR:
                return self.text
            case Frequency.MONTH:
                return f"{MONTH_NAMES[self.ordinal % 12]} {self.ordinal // 12}"
            case Frequency.DATE:
                day = self.first_day
                return f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"

    @property
    def year(self) -> "Period":
        """The year of its calendar that it belongs to."""
        return containing(self.first_day, Frequency.YEAR, self.calendar)

    def shift(self, n: int) -> "Period":
        """Give the period `n` places later, or earlier when n is negative; days shift by days."""
        return Period(self.frequency, self.calendar, self.ordinal + n)

    def next(self) -> "Period":
        """Give the period that follows."""
        return self.shift(1)

    def previous(self) -> "Period":
        """Give the period before."""
        return self.shift(-1)

    def year_before(self) -> "Period":
        """Give the same period a year earlier; 29 February goes back to 28 February."""
        if self.frequency is not Frequency.DATE:
            return self.shift(-_IN_A_YEAR[self.frequency])
        day = self.first_day
        last = _first_of_month((day.year - 1) * 12 + day.month) - timedelta(days=1)
        return containing(last.replace(day=min(day.day, last.day)), Frequency.DATE, self.calendar)

    def __str__(self) -> str:
        return self.text

    def _key(self) -> tuple[date, date, str]:
        named_by_calendar = self.frequency in (Frequency.QUARTER, Frequency.YEAR)
        return self.last_day, self.first_day, self.calendar.value if named_by_calendar else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.frequency is other.frequency and self._key() == other._key()

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.frequency, self.ordinal))


_FIRST_DAY, _LAST_DAY = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()


def containing(day: date, frequency: Frequency | str, calendar: Calendar | str) -> Period:
    """Give the period of that frequency and calendar that the day lies in; raises ValueError where there is none."""
    frequency, calendar = Frequency(frequency), Calendar(calendar)
    if frequency is Frequency.DATE:
        return Period(frequency, calendar, day.toordinal())
    months = day.year * 12 + day.month - 1
    if frequency is not Frequency.MONTH:
        months = (months - calendar.first_month + 1) // _MONTHS_IN[frequency]
    return Period(frequency, calendar, months)


def year_name(first: int, calendar: Calendar) -> str:
    """Name the year that begins in `first`: `2018-19`, or `2018` for a calendar year."""
    return str(first) if calendar is Calendar.CALENDAR else f"{first}-{(first + 1) % 100:02d}"


def reader_date(day: date) -> str:
    """Write a date for readers: `19 June 2019`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _first_of_month(months: int) -> date:
    """Give the first day of the month that many months after year 0."""
    return date(months // 12, months % 12 + 1, 1)


def _month_span(first: date, last: date) -> str:
    """Name the months from first to last: `January to March 2019`, `December 2018 to February 2019`."""
    start, end = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    return f"{start} to {end} {last.year}" if first.year == last.year else f"{start} {first.year} to {end} {last.year}"
