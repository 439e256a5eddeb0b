"""The pieces labels are made of: month names, years, quarter numbers, and what is known beside the label.

In: pieces of a tidy label. Out: patterns that ignore case and know only the digits 0 to 9, and their numbers.
"""

import re
from dataclasses import dataclass

from kpi.period.model import FIRST_YEAR, LAST_YEAR, MONTH_NAMES, Calendar, Frequency, PeriodError, year_name
from kpi.problem import excerpt

Match = re.Match[str]

MONTHS = {name.lower()[:length]: place for place, name in enumerate(MONTH_NAMES, 1) for length in (3, len(name))}
MONTHS["sept"] = 9
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
YEAR = "[0-9]{4}|'?[0-9]{2}"
TWO_YEARS = r"(?P<year>[0-9]{4})(?:\s*[-/]\s*)?(?P<end>[0-9]{4}|[0-9]{2})"
SHORT_TWO_YEARS = r"(?P<short>[0-9]{2})\s*[-/]\s*(?P<short_end>[0-9]{2})"
ANY_YEAR = f"(?:{TWO_YEARS}|{SHORT_TWO_YEARS}|(?P<single>[0-9]{{4}}))"
QUARTER = r"(?:q(?:uarter|tr)?\.?\s*(?P<q>[0-9])|(?P<nth>[0-9])(?:st|nd|rd|th)\s+(?:quarter|qtr))"
GAP = r"[\s;,_:/-]*"
TIME = r"(?:[t\s]\s*(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)\s*(?:z|\+00:00)?)?"


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

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """All calendars, the likeliest first."""
        return tuple(dict.fromkeys((self.two_year_calendar, *Calendar)))


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that ignores case, in ASCII only: no other alphabet's letters or digits pass for ours."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


def month_number(name: str) -> int:
    """Give 1 to 12 for a month's name or its first letters."""
    return MONTHS[name.rstrip(".").lower()]


def full_year(text: str) -> int:
    """Read four digits, or two: 70 to 99 are in the 1900s, 00 to 69 in the 2000s."""
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 70 else 2000)


def follows(first: int, end: str) -> bool:
    """Tell whether `end`, of two or four digits, is the year after `first`."""
    return end in (str(first + 1), f"{(first + 1) % 100:02d}")


def following_year(found: Match) -> int:
    """Give the first year of a two-year label such as 2018-19; refuse 2018-20, which is no year."""
    first = full_year(found["year"] or found["short"])
    if not FIRST_YEAR <= first <= LAST_YEAR:
        raise PeriodError(f"{excerpt(found[0])} has no year from {FIRST_YEAR} to {LAST_YEAR}.", "Which year is meant?")
    if follows(first, found["end"] or found["short_end"]):
        return first
    name = year_name(first, Calendar.FINANCIAL)
    raise PeriodError(
        f"{excerpt(found[0])} is not one year; the year that begins in {first} is {name}.", "Which year is meant?"
    )
