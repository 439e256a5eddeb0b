"""Labels that name more than one period: running totals, half-years, several years. They are never read as one.

In: a tidy lower-case label. Out: nothing, or a PeriodError with the question that settles it.
"""

import re

from kpi.period.model import PeriodError
from kpi.problem import excerpt

_QUARTER = re.compile(r"\bq(?:uarter|tr)?\.?\s*[0-9]|[0-9]q[0-9]")
_QUARTER_RUN = re.compile(r"\bq(?:uarter|tr)?s?\.?\s*[1-4]\s*(?:-|to|&|and|\+|/|,)\s*[1-4]\b(?!\s*[-/])")
_RUNNING = re.compile(r"\bytd\b|year[\s-]to[\s-]date|\bcumulative\b|\bto date\b|\brunning total\b")
_HALF = re.compile(r"\bh[12]\b|\bhalf\b|\bhalf-year\b")
_YEARS = re.compile(
    r"[0-9]{4}(?:[-/][0-9]{2,4})?\s*(?:-|to|and|&)\s*[0-9]{2,4}[-/][0-9]{2,4}|[0-9]{4}\s*(?:to|and|&)\s*[0-9]{4}"
)


def refuse_several(label: str) -> None:
    """Raise PeriodError for a label that covers several quarters or years."""
    if len(_QUARTER.findall(label)) > 1 or _QUARTER_RUN.search(label) or _RUNNING.search(label):
        raise PeriodError(
            f"{excerpt(label)} covers several quarters; it is never one quarter.",
            "Is it the year to date at the last of them? Then write that quarter, as in 2021-22 Q3, for an indicator "
            "whose basis is year to date.",
        )
    if _HALF.search(label):
        raise PeriodError(
            f"{excerpt(label)} is half a year.", "Which month, quarter or year does the figure belong to?"
        )
    if _YEARS.fullmatch(label):
        raise PeriodError(
            f"{excerpt(label)} covers more than one year.", "Which single year does the figure belong to?"
        )
