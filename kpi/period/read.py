"""Reads a label, whatever form the spreadsheet gave it, or says why not and what to ask.

In: the text of a header or cell. Out: a Period with its qualifier (`Rev`, `prov`), or a PeriodError; nothing else.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kpi.period.forms import FORMS
from kpi.period.model import Calendar, Frequency, Period, PeriodError
from kpi.period.patterns import QUARTER, Context, compiled, month_number
from kpi.period.refusals import refuse_several, refuse_years
from kpi.period.spans import MONTHS_ONLY, SPANS, ending
from kpi.problem import excerpt

LONGEST = 80
"""Characters of the longest label that is looked at."""
QUALIFIERS = frozenset(("r", "rev", "revised", "p", "prov", "provisional", "f", "final", "ot"))
"""Words in brackets that say something about the figure, not the period."""

_CALENDARS = {
    "financial": Calendar.FINANCIAL,
    "fiscal": Calendar.FINANCIAL,
    "fy": Calendar.FINANCIAL,
    "academic": Calendar.ACADEMIC,
    "school": Calendar.ACADEMIC,
    "ay": Calendar.ACADEMIC,
    "calendar": Calendar.CALENDAR,
    "cy": Calendar.CALENDAR,
}
_CALENDAR_WORD = compiled(
    r"\b(?:(financial|fiscal|academic|school|calendar)(?:\s+year)?\b|(fy|ay|cy)(?=\b|[0-9]))[\s:;,-]*"
)
_BARE_QUARTER = compiled(QUARTER)
_WHOLE = re.compile(r"(?P<head>[^()\[\]]+)(?P<tail>(?:[(\[][^()\[\]]*[)\]]\s*)*)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LAST_WORD = compiled(r"(?P<head>.*\S)\s+(?P<word>rev|revised|prov|provisional|final|ot)")
_POSITION = compiled(r"(?:(?:snapshot|position)\s+)?(?:as\s+)?(?:at|of|on)\s+(?:the\s+)?(?P<rest>.+)")
_END = compiled(r"end(?:\s+of)?\s+(?P<rest>.+)")
_ENDING = compiled(
    r"(?:(?P<year>year|12 months|twelve months)|(?P<quarter>quarter|3 months|three months)|(?P<month>month))"
    r"\s+(?:ending|ended|end|to)\s+(?P<rest>.+)"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TIDY = str.maketrans(dict.fromkeys(_DASHES, "-") | {"\u2019": "'", "\u2018": "'"} | dict.fromkeys(_INVISIBLE))


@dataclass(frozen=True, slots=True)
class Reading:
    """A period and the word in brackets behind it, as written: `Rev`, `prov`, `OT`, or nothing."""

    period: Period
    qualifier: str


def parse(text: str, calendar: Calendar | str | None = None) -> Period:
    """Read a label as a Period.

    `calendar` is what a person told about the file: it settles `Q1 2022` (financial: the year that begins in 2022) and
    says which kind of year 2018-19 is. Raises PeriodError with the reason, and the question where one is open, and
    ValueError for a calendar that does not exist.
    """
    return read(text, calendar).period


def read(text: str, calendar: Calendar | str | None = None) -> Reading:
    """Read a label with its qualifier; as `parse` otherwise."""
    told = calendar_of(calendar)
    return read_in(text, Context(told=told, years=told or Calendar.FINANCIAL))


def calendar_of(name: Calendar | str | None) -> Calendar | None:
    """Give the calendar of that name, None for none; raises ValueError where there is no such calendar."""
    return None if name is None else Calendar(name)


@lru_cache(maxsize=8192)
def read_in(text: str, context: Context) -> Reading:
    """Read a label with what is known about its file and indicator. Raises PeriodError."""
    tidy = " ".join(text.translate(_TIDY).split())
    if not tidy:
        raise PeriodError("The period is empty.", "Which period is meant?")
    whole = _WHOLE.fullmatch(tidy) if len(tidy) <= LONGEST else None
    if not whole:
        raise _no_period(tidy[: LONGEST + 1])
    head, qualifier, checks = _sort_out(whole["head"].strip(), _BRACKET.findall(whole["tail"]))
    return Reading(_agreeing(head, checks, context) if checks else _bare(head, context), qualifier)


def _sort_out(head: str, brackets: list[str]) -> tuple[str, str, tuple[str, ...]]:
    """Part the brackets into a qualifier, words that belong to the label, and statements to check it against."""
    qualifier, checks = "", []
    for inside in (bracket.strip() for bracket in brackets):
        if inside.lower() in QUALIFIERS and not qualifier:
            qualifier = inside
        elif _CALENDAR_WORD.fullmatch(inside):
            head = f"{inside} {head}"
        else:
            checks.append(inside)
    last = None if qualifier else _LAST_WORD.fullmatch(head)
    return (last["head"], last["word"], tuple(checks)) if last else (head, qualifier, tuple(checks))


def _bare(label: str, context: Context) -> Period:
    """Read a tidy label that has no brackets."""
    refuse_several(label)
    rest, known = _take_calendar_word(label, context)
    position, end, until = (pattern.fullmatch(rest) for pattern in (_POSITION, _END, _ENDING))
    if position:
        return _position(_bare(position["rest"], known), label)
    if end:
        return _last_day(_bare(end["rest"], known))
    if until:
        length = next(frequency for frequency in Frequency if until.groupdict().get(frequency))
        return ending(_bare(until["rest"], known).last_day, length, label, known)
    for pattern, build in (*FORMS, *SPANS):
        found = pattern.fullmatch(rest)
        if found:
            return build(found, known)
    refuse_years(rest)
    raise _no_period(label)


def _take_calendar_word(label: str, context: Context) -> tuple[str, Context]:
    """Take `financial year`, `academic` or `FY` out of the label and remember it."""
    words = {_CALENDARS[(found[1] or found[2]).lower()] for found in _CALENDAR_WORD.finditer(label)}
    if not words:
        return label, context
    if len(words) > 1:
        raise PeriodError(f"{excerpt(label)} names two calendars.", "Which one is meant?")
    rest = " ".join(_CALENDAR_WORD.sub(" ", label).split()).strip(" ;,:-")
    return rest, replace(context, word=words.pop())


def _position(period: Period, label: str) -> Period:
    """Give the day of `at 30 June 2022`; a month or quarter is not a day, but its end may be meant."""
    if period.frequency is Frequency.DATE:
        return period
    raise PeriodError(f"{excerpt(label)} speaks of a day but names none.", f"Is {_last_day(period).label} meant?")


def _last_day(period: Period) -> Period:
    return Period(Frequency.DATE, period.calendar, period.last_day.toordinal())


def _agreeing(head: str, checks: tuple[str, ...], context: Context) -> Period:
    """Read a label that says its period twice, as `Q4 2018-19 (January to March 2019)`; both must agree.

    What stands in brackets may settle the calendar, or the year, of what stands before them.
    """
    for check in checks:
        refuse_several(check)
    contexts = (context, *(replace(context, told=calendar, years=calendar) for calendar in Calendar))
    if _BARE_QUARTER.fullmatch(head):
        return _completed(head, checks, contexts)
    first, *others = (_try(head, known) for known in contexts)
    # Months without a year cannot settle `Q4 2022`: January to March of which year?
    settles = isinstance(first, Period) or not all(MONTHS_ONLY.fullmatch(check) for check in checks)
    for period, known in zip((first, *others), contexts, strict=True) if settles else ():
        if isinstance(period, Period) and all(_agrees(period, check, known) for check in checks):
            return period
    for said in (first, *(_try(check, context) for check in checks if not MONTHS_ONLY.fullmatch(check))):
        if isinstance(said, PeriodError):
            raise said
    raise PeriodError(
        f"{excerpt(head)} and {excerpt(', '.join(checks))} in brackets do not name the same period.",
        "Which of the two is meant?",
    )


def _completed(head: str, checks: tuple[str, ...], contexts: tuple[Context, ...]) -> Period:
    """Read a quarter whose year stands in brackets: `Q1 (2018-19)`, `Q4 (January to March 2019)`."""
    whole = _try(f"{head} {' '.join(checks)}", contexts[0])
    if isinstance(whole, Period):
        return whole
    for said in (_try(check, known) for known in contexts for check in checks):
        if isinstance(said, Period) and said.quarter_number and str(said.quarter_number) in head:
            return said
    raise whole


def _try(label: str, context: Context) -> Period | PeriodError:
    try:
        return _bare(label, context)
    except PeriodError as error:
        return error


def _agrees(period: Period, check: str, context: Context) -> bool:
    """Tell whether a statement in brackets names the same days, months or last day."""
    months = MONTHS_ONLY.fullmatch(check)
    if months:
        named = (month_number(months["a"]), month_number(months["b"]))
        return named == (period.first_day.month, period.last_day.month)
    said = _try(check, context)
    if isinstance(said, PeriodError) or said.last_day != period.last_day:
        return False
    return Frequency.DATE in (period.frequency, said.frequency) or said.first_day == period.first_day


def _no_period(label: str) -> PeriodError:
    return PeriodError(
        f"{excerpt(label)} is not a month, quarter, year or date.",
        "Which period is meant? Write it as 2018-19 Q1, 2018-19, June 2018 or 30/06/2018.",
    )
