"""When a quoted figure is said to be of: 'in Quarter 3', 'a year before', 'at the end of March', 'in 2017-18'.

In: a phrase, the quarter that the text is about, an indicator. Out: the period meant, or None where nobody can tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, parse
from kpi.scorecard.columns import shown_period
from kpi.story.sentences import YEAR_END_BASES

_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_PATTERNS: Final = (
    r"(?P<before>(?:a|one|the) (?:year|twelve months|12 months) (?:before|ago|earlier)|last year|in the previous year)",
    r"(?P<last>(?:in )?(?:the quarter before|last quarter|the previous quarter)|a quarter (?:before|ago|earlier))",
    r"(?:(?:at the end of|by the end of|in|by|for|of|at|since) )?(?:q|quarter )(?P<quarter>[1-4])"
    r"(?:,? (?:of )?(?P<quarter_year>\d{4}[-/]\d{2}))?",
    rf"(?P<end>at the end of|by the end of|at|on|to)? ?(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})"
    r"(?: (?P<month_year>\d{4}))?",
    r"(?:in|for|by|of|at the end of) (?P<year>\d{4}[-/]\d{2})|\(?(?P<bare_year>\d{4}[-/]\d{2})\)?",
    r"(?:in|for) (?P<calendar_year>(?:19|20)\d{2})",
    r"(?P<now>(?:in|for|over|of) (?:the|this) (?:year|quarter)|(?:of|in|over) (?:the last )?(?:twelve|12) months"
    r"|this (?:year|quarter)|since april|so far|now|today)",
)
PHRASE: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_PATTERNS)})(?![\w-])")
IN_THE_YEAR: Final = ("year", "since april")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time that a text names, as its parts; every part is empty where the text names none."""

    words: str
    parts: tuple[tuple[str, str], ...]

    def part(self, name: str) -> str:
        """Give a part, empty where the phrase has none of the kind."""
        return dict(self.parts).get(name, "")


def phrase(found: re.Match[str]) -> Phrase:
    """Keep what a match says."""
    return Phrase(found[0], tuple((name, text) for name, text in found.groupdict().items() if text))


def period_meant(said: Phrase | None, quarter: Period, indicator: Indicator, dates: Sequence[Period]) -> Period | None:
    """Give the indicator's period that is meant, by default its latest as at the quarter; None where nobody can tell.

    `dates` are the days of a dated indicator's figures.
    """
    frequency, calendar = Frequency(indicator.frequency), Calendar(indicator.calendar)
    own = _latest(dates, quarter) if frequency is Frequency.DATE else shown_period(quarter, frequency, calendar)
    if said is None or own is None:
        return own
    if frequency is Frequency.DATE:
        return None
    if said.part("before"):
        return own.year_before()
    if said.part("last"):
        return own.previous() if frequency is Frequency.QUARTER else None
    if said.part("now"):
        return None if _of_another_length(said.words, indicator) else own
    return _named(said, quarter, indicator)


def _latest(dates: Sequence[Period], quarter: Period) -> Period | None:
    """Give the latest dated figure of the quarter."""
    inside = [day for day in dates if quarter.first_day <= day.first_day <= quarter.last_day]
    return max(inside, default=None)


def _of_another_length(words: str, indicator: Indicator) -> bool:
    """Tell a figure of a whole year of an indicator whose figures cover less."""
    of_year = any(word in words for word in (*IN_THE_YEAR, "months"))
    return of_year and indicator.basis == "in_period" and indicator.frequency != "year"


def _named(said: Phrase, quarter: Period, indicator: Indicator) -> Period | None:
    """Give the period that a phrase names by itself."""
    try:
        if said.part("month"):
            return _of_month(said, quarter, indicator)
        if said.part("quarter"):
            return _of_quarter(said, quarter, indicator)
        year = said.part("year") or said.part("bare_year")
        whole = parse(year or said.part("calendar_year"), None if year else Calendar.CALENDAR)
    except PeriodError:
        return None
    return _ending(whole, indicator)


def _of_quarter(said: Phrase, quarter: Period, indicator: Indicator) -> Period | None:
    """Read a quarter; without a year it is the latest of that number up to the quarter of the text."""
    number = said.part("quarter")
    if said.part("quarter_year"):
        return _ending(parse(f"{said.part('quarter_year')} Q{number}"), indicator)
    back = (quarter.quarter_number - int(number)) % 4
    return _ending(quarter.shift(-back), indicator) if quarter.quarter_number else None


def _of_month(said: Phrase, quarter: Period, indicator: Indicator) -> Period | None:
    """Read a month; without a year it is the latest of that name up to the quarter of the text."""
    last = containing(quarter.last_day, Frequency.MONTH, Calendar.FINANCIAL)
    if said.part("month_year"):
        month = parse(f"{said.part('month')} {said.part('month_year')}")
    else:
        named = (last.shift(-back) for back in range(12))
        month = next(one for one in named if one.label.casefold().startswith(said.part("month")))
    if said.part("day") and int(said.part("day")) != month.last_day.day:
        return None
    at_its_end = bool(said.part("end") or said.part("day")) or indicator.basis == "snapshot"
    return _ending(month, indicator) if at_its_end or indicator.frequency == "month" else None


def _ending(named: Period, indicator: Indicator) -> Period | None:
    """Give the indicator's period for one that a text names: the same days, or one that ends with it."""
    found = containing(named.last_day, indicator.frequency, indicator.calendar)
    if (found.first_day, found.last_day) == (named.first_day, named.last_day):
        return found
    return found if found.last_day == named.last_day and indicator.basis in YEAR_END_BASES else None
