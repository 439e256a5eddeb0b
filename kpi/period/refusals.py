"""Labels that name no single period: running totals, half-years, several years, reporting years.

In: a tidy label. Out: nothing, or a PeriodError with the question that settles it. They are never read as one period.
"""

from kpi.period.model import PeriodError
from kpi.period.patterns import compiled
from kpi.problem import excerpt

_QUARTER = compiled(r"\bq(?:uarter|tr)?s?\.?\s*[0-9]|[0-9]q[0-9]|\b[0-9](?:st|nd|rd|th)\s+q(?:uarte|t)r")
_QUARTER_RUN = compiled(r"\bq(?:uarter|tr)?s?\.?\s*[1-4]\s*(?:-|to|&|and|\+|/|,)\s*[1-4]\b")
_RUNNING = compiled(r"\bytd\b|\byear[\s-]to[\s-]date\b|\bcumulative\b|\bto date\b|\brunning total\b")
_HALF = compiled(r"\bh[12]\b|\bhalf\b")
_ONE_YEAR = "[0-9]{2,4}[-/][0-9]{2,4}|[0-9]{4}"
_YEARS = compiled(rf"(?:{_ONE_YEAR})\s*(?:-|to|and|&)\s*(?:{_ONE_YEAR})")
_REPORTING = compiled(r".*\breporting\s+(?:year|period)\b.*")


def refuse_several(label: str) -> None:
    """Raise PeriodError for a label that covers several quarters, or a year nobody can place."""
    shown = excerpt(label)
    if len(_QUARTER.findall(label)) > 1 or _QUARTER_RUN.search(label) or _RUNNING.search(label):
        raise PeriodError(
            f"{shown} is cumulative: it covers several quarters and is never one quarter.",
            "Is it the year to date at the last of them? Then write that quarter, as in 2021-22 Q3, for an indicator "
            "whose basis is year to date.",
        )
    if _HALF.search(label):
        raise PeriodError(f"{shown} is half a year.", "Which month, quarter or year does the figure belong to?")
    if _REPORTING.fullmatch(label):
        raise PeriodError(f"{shown} does not say when its year ends.", "On which day does it end?")


def refuse_years(label: str) -> None:
    """Raise PeriodError for a label that covers several years; to be asked once no form of date or year fits."""
    if _YEARS.fullmatch(label):
        raise PeriodError(
            f"{excerpt(label)} covers more than one year.", "Which single year does the figure belong to?"
        )
