"""The dates of inspections, which may be a day, a month or a year.

In: what the definitions say. Out: periods, and the day from which something was known.
"""

from datetime import date

from kpi.definitions.inspection import Inspection
from kpi.period import Calendar, Frequency, Period, parse, reader_date


def read(text: str, calendar: str) -> Period:
    """Read a date as the definitions write it; raises PeriodError."""
    return parse(text, None if calendar == Calendar.FINANCIAL.value else calendar)


def told(text: str, calendar: str) -> str:
    """Write a date for readers: '28 March 2022', 'July 2018'."""
    found = read(text, calendar)
    return reader_date(found.first_day) if found.frequency is Frequency.DATE else found.short_label


def known_from(inspection: Inspection, calendar: str) -> date:
    """Give the day from which people knew what it found: its publication, else the end of the visit."""
    known = inspection.published or inspection.ended or inspection.date
    return read(known, calendar).last_day
