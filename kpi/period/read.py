"""Reads a label, whatever form the spreadsheet gave it, or says why not and what to ask.

In: the text of a header or cell. Out: a Period with its qualifier (`Rev`, `prov`), or a PeriodError; nothing else.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kpi.period.forms import FORMS, Context, month_number
from kpi.period.model import Calendar, Frequency, Period, PeriodError
from kpi.period.refusals import refuse_several
from kpi.period.spans import (
    MONTH_SPAN,
    MONTH_SPAN_AFTER,
    MONTH_SPAN_IN_YEAR,
    MONTHS_ONLY,
    ending,
    month_span,
    month_span_in_year,
)
from kpi.problem import excerpt

LONGEST = 80
QUALIFIERS = frozenset(["r", "rev", "revised", "p", "prov", "provisional", "f", "final", "ot"])
CALENDAR_WORDS = {
    "financial": Calendar.FINANCIAL,
    "fiscal": Calendar.FINANCIAL,
    "fy": Calendar.FINANCIAL,
    "academic": Calendar.ACADEMIC,
    "school": Calendar.ACADEMIC,
    "ay": Calendar.ACADEMIC,
    "calendar": Calendar.CALENDAR,
    "cy": Calendar.CALENDAR,
}
_CALENDAR_WORD = re.compile(
    r"\b(?:(financial|fiscal|academic|school|calendar)(?:\s+year)?|(fy|ay|cy)(?=\b|[0-9]))[\s:;,-]*"
)
_WHOLE = re.compile(r"(?P<head>[^()\[\]]*)(?P<tail>(?:[(\[][^()\[\]]*[)\]]\s*)*)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WORD_AFTER = re.compile(r"(?P<head>.*\S)\s+(?P<word>rev|revised|prov|provisional|final|ot)", re.IGNORECASE)
_POSITION = re.compile(r"(?:(?:snapshot|position|data)\s+)?(?:as\s+)?(?:at|of|on)\s+(?:the\s+)?(?P<rest>.+)")
_END = re.compile(r"end(?:\s+of)?\s+(?P<rest>.+)")
_ENDING = re.compile(
    r"(?:the\s+)?(?:(?P<y>year|12 months|twelve months)|(?P<q>quarter|3 months|three months)|(?P<m>month))"
    r"\s+(?:ending|ended|end|to)\s+(?P<rest>.+)"
)
_TIDY = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | {"\u2019": "'", "\u2018": "'"} | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\xad")
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A period and the word in brackets behind it, as written: `Rev`, `prov`, `OT`, or nothing."""

    period: Period
    qualifier: str


def parse(text: str, calendar: Calendar | None = None) -> Period:
    """Read a label as a Period.

    `calendar` is what a person told about the file: it settles `Q1 2022` (financial: the year that begins in 2022) and
    names the kind of year 2018-19 is. Raises PeriodError with the reason, and the question where one is open.
    """
    return read(text, calendar).period


def read(text: str, calendar: Calendar | None = None) -> Reading:
    """Read a label with its qualifier; as `parse` otherwise."""
    return _read(text, Context(told=calendar, years=calendar or Calendar.FINANCIAL))


@lru_cache(maxsize=8192)
def _read(text: str, context: Context) -> Reading:
    """Read a label in what is known about its file and indicator."""
    tidy = " ".join(text.translate(_TIDY).split())
    if not tidy or len(tidy) > LONGEST:
        raise PeriodError(
            "The period is empty." if not tidy else f"{excerpt(tidy)} is too long for a period.",
            "Which period is meant?",
        )
    whole = _WHOLE.fullmatch(tidy)
    if not whole:
        raise _no_period(tidy)
    head, qualifier, checks = _sort_out(whole["head"].strip(), _BRACKET.findall(whole["tail"]))
    period = _agreeing(head, checks, context) if checks else bare(head, context)
    return Reading(period, qualifier)


def _sort_out(head: str, brackets: list[str]) -> tuple[str, str, list[str]]:
    """Part the brackets into a qualifier, words that belong to the label, and statements to check it against."""
    qualifier, checks = "", []
    for inside in (bracket.strip() for bracket in brackets):
        if inside.lower() in QUALIFIERS and not qualifier:
            qualifier = inside
        elif _CALENDAR_WORD.fullmatch(inside.lower()):
            head = f"{inside} {head}"
        else:
            checks.append(inside.lower())
    word = None if qualifier else _WORD_AFTER.fullmatch(head)
    if word:
        head, qualifier = word["head"], word["word"]
    return head.lower(), qualifier, checks


def bare(label: str, context: Context) -> Period:
    """Read a tidy lower-case label that has no brackets."""
    label = label.strip()
    refuse_several(label)
    label, context = _take_calendar_word(label, context)
    position = _POSITION.fullmatch(label)
    if position:
        return _position(position["rest"], label, context)
    end = _END.fullmatch(label)
    if end:
        return _last_day(bare(end["rest"], context))
    until = _ENDING.fullmatch(label)
    if until:
        length = next(name for name in "yqm" if until[name])
        return ending(bare(until["rest"], context), length, label, context)
    return _by_form(label, context)


def _by_form(label: str, context: Context) -> Period:
    for pattern, build in _ALL_FORMS:
        found = pattern.fullmatch(label)
        if found:
            return build(found, context)
    raise _no_period(label)


_ALL_FORMS = (
    *FORMS,
    (MONTH_SPAN, month_span),
    (MONTH_SPAN_AFTER, month_span),
    (MONTH_SPAN_IN_YEAR, month_span_in_year),
)


def _take_calendar_word(label: str, context: Context) -> tuple[str, Context]:
    """Take `financial year`, `academic` or `FY` out of the label and remember it."""
    words = {CALENDAR_WORDS[found[1] or found[2]] for found in _CALENDAR_WORD.finditer(label)}
    if not words:
        return label, context
    if len(words) > 1:
        raise PeriodError(f"{excerpt(label)} names two calendars.", "Which one is meant?")
    rest = " ".join(_CALENDAR_WORD.sub(" ", label).split()).strip(" ;,:-")
    return rest, replace(context, word=words.pop())


def _position(rest: str, label: str, context: Context) -> Period:
    period = bare(rest, context)
    if period.frequency is Frequency.DATE:
        return period
    raise PeriodError(f"{excerpt(label)} speaks of a day but names none.", f"Is {_last_day(period).label} meant?")


def _last_day(period: Period) -> Period:
    return Period(Frequency.DATE, period.calendar, period.last_day.toordinal())


def _agreeing(head: str, checks: list[str], context: Context) -> Period:
    """Read a label that says its period twice, as `Q4 2018-19 (January to March 2019)`; both must agree."""
    refusal: PeriodError | None = None
    others = [replace(context, told=calendar, years=calendar) for calendar in Calendar]
    for known in (context, *others):
        try:
            period = bare(head, known)
        except PeriodError as error:
            refusal = refusal or error
            continue
        if all(_agrees(period, check, known) for check in checks):
            return period
    raise refusal or PeriodError(
        f"{excerpt(head)} and {excerpt(', '.join(checks))} in brackets do not name the same period.",
        "Which of the two is meant?",
    )


def _agrees(period: Period, check: str, context: Context) -> bool:
    """Tell whether a statement in brackets names the same days, months or last day."""
    months = MONTHS_ONLY.fullmatch(check)
    if months:
        named = (month_number(months["a"]), month_number(months["b"]))
        return named == (period.first_day.month, period.last_day.month)
    said = bare(check, context)
    if Frequency.DATE in (period.frequency, said.frequency):
        return said.last_day == period.last_day
    return (said.first_day, said.last_day) == (period.first_day, period.last_day)


def _no_period(label: str) -> PeriodError:
    return PeriodError(
        f"{excerpt(label)} is not a month, quarter, year or date.",
        "Which period is meant? Write it as 2018-19 Q1, 2018-19, June 2018 or 30/06/2018.",
    )
