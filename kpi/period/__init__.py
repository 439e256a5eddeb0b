"""Periods: the quarters, months, years and dated snapshots that figures belong to.

In: labels as spreadsheets write them, and dates. Out: ordered Period values, or a PeriodError with the question to ask.
"""

from kpi.period.convert import consecutive, financial_quarter, in_frequency, read_as, span
from kpi.period.model import Calendar, Frequency, Period, PeriodError, containing, reader_date
from kpi.period.read import Reading, parse, read

__all__ = [
    "Calendar",
    "Frequency",
    "Period",
    "PeriodError",
    "Reading",
    "consecutive",
    "containing",
    "financial_quarter",
    "in_frequency",
    "parse",
    "read",
    "read_as",
    "reader_date",
    "span",
]
