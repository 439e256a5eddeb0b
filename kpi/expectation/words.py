"""An expectation in words, and the periods it names in an indicator's own terms.

In: an expectation and the definition of its indicator. Out: "Agency rate falls in Q2 2019-20 against Q1 2019-20".
"""

from functools import lru_cache
from typing import Final

from kpi.definitions.expectation import Expectation
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, parse, read_as
from kpi.story import grammar, words

VERBS: Final = {
    "rises": ("rises", "rise"),
    "falls": ("falls", "fall"),
    "improves": ("improves", "improve"),
    "no_worse": ("is no worse", "are no worse"),
    "on_target": ("is on target", "are on target"),
    "at_least": ("is at least", "are at least"),
    "at_most": ("is at most", "are at most"),
}
PREPOSITIONS: Final = {"year_to_date": "by", "rolling_12_months": "in the 12 months to"}


def in_words(expectation: Expectation, pack: Pack) -> str:
    """Say an expectation without a full stop; an indicator that is not defined is named by its id."""
    definition = pack.by_id.get(expectation.indicator)
    if definition is None:
        return unnamed(expectation)
    area_title = pack.area_titles.get(expectation.area, expectation.area)
    return said(expectation, definition, words.named(definition.title, expectation.area, area_title))


def unnamed(expectation: Expectation) -> str:
    """Say an expectation of an indicator that is not defined."""
    limit = "" if expectation.value is None else f" {expectation.value:g}"
    return f"{expectation.indicator} {VERBS[expectation.expects][0]}{limit}"


def said(expectation: Expectation, definition: Indicator, title: str) -> str:
    """Say an expectation of an indicator that is called `title`."""
    verb = grammar.of(definition.title).verb(*VERBS[expectation.expects])
    limit = "" if expectation.value is None else f" {words.exact(expectation.value, definition)}"
    period = own_period(expectation.period, definition)
    since = own_period(expectation.since, definition)
    when = f" {at(period, definition)}" if period else ""
    against = f" against {words.when(since)}" if since else ""
    return f"{title} {verb}{limit}{when}{against}"


def at(period: Period, definition: Indicator) -> str:
    """Say when a figure was taken: 'in Q4 2018-19', 'by Q4 2018-19' of a year to date, 'on 11 February 2019'."""
    if period.frequency is Frequency.DATE:
        return f"on {words.when(period)}"
    return f"{PREPOSITIONS.get(definition.basis, 'in')} {words.when(period)}"


def own_period(text: str | None, definition: Indicator) -> Period | None:
    """Give the indicator's own period that a text means; None for no text.

    A year named for quarterly figures means its last quarter, a quarter named for yearly ones the year it lies in;
    dated figures keep the period as it is named. Raises PeriodError for a text that is no period.
    """
    return None if text is None else _own(text, definition.frequency, definition.calendar)


@lru_cache(maxsize=8192)
def _own(text: str, frequency: str, calendar: str) -> Period:
    if frequency == Frequency.DATE.value:
        return _parsed(text, calendar)
    try:
        return read_as(text, frequency, calendar).period
    except PeriodError:
        named = _parsed(text, calendar)
    own = containing(named.last_day, frequency, calendar)
    inside = own.first_day <= named.first_day or own.last_day == named.last_day
    return own if inside else own.previous()


def _parsed(text: str, calendar: str) -> Period:
    """Read a period on its own; the financial year needs no telling."""
    return parse(text, None if calendar == Calendar.FINANCIAL.value else calendar)
