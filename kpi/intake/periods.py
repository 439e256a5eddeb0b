"""Reads a column of period labels, each for the frequency and calendar of the row's indicator.

In: a Column of text and each row's indicator. Out: Periods. Each label is read once for each kind of indicator.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.intake.groups import by_group
from kpi.intake.sheet import Codes, Column
from kpi.period import Calendar, Frequency, Period, PeriodError, Reading, parse, read, read_as

T = TypeVar("T")
Kind = tuple[Frequency, Calendar]
PROVISIONAL = ("p", "prov", "provisional")
EARLIEST = 1950
"""The year in which figures begin; a scorecard looks back from a figure, and periods end at 1900."""


@dataclass(frozen=True, slots=True)
class PeriodFault:
    """Why a label is no period here: unreadable, or readable but not of the indicator's frequency."""

    readable: bool
    reason: str
    question: str


@dataclass(frozen=True, eq=False)
class Periods:
    """A column as read: `places` (n,) into `periods` or -1, `faults` (n,) into `errors` or -1.

    `codes` (n,) point into `texts`, the distinct canonical texts, or are -1: 2018-19 is one text, but may be two
    periods, of the financial and of the academic year. `provisional` says whether the label marked the figure so.
    """

    places: Codes
    periods: tuple[Period, ...]
    codes: Codes
    texts: tuple[str, ...]
    faults: Codes
    errors: tuple[PeriodFault, ...]
    provisional: NDArray[np.bool_]


def read_periods(column: Column, indicators: Codes, definitions: list[Indicator], told: Calendar | None) -> Periods:
    """Read every label; rows of unknown indicators (-1) have neither a period nor a fault."""
    kinds, kind_of = _kinds(definitions)
    groups = np.append(kind_of, len(kinds))[indicators]
    places, faults = (np.full(len(column), -1, dtype=np.int32) for _ in range(2))
    provisional = np.zeros(len(column), dtype=bool)
    periods: dict[Period, int] = {}
    errors: dict[PeriodFault, int] = {}
    for group, rows, texts in by_group(column, groups):
        if group < len(kinds):
            found = [_read(label, kinds[group], told) for label in texts.labels()]
            places[rows] = _coded([f.period if isinstance(f, Reading) else None for f in found], periods)[texts.codes]
            faults[rows] = _coded([f if isinstance(f, PeriodFault) else None for f in found], errors)[texts.codes]
            early = [isinstance(f, Reading) and f.qualifier.lower() in PROVISIONAL for f in found]
            provisional[rows] = np.array(early, dtype=bool)[texts.codes]
    texts_of = list(dict.fromkeys(period.text for period in periods))
    code_of = np.array([*(texts_of.index(period.text) for period in periods), -1], dtype=np.int32)
    return Periods(places, tuple(periods), code_of[places], tuple(texts_of), faults, tuple(errors), provisional)


def _coded(found: Sequence[T | None], known: dict[T, int]) -> Codes:
    """Give the place of each in `known`, which grows as needed; -1 for None."""
    return np.array([-1 if one is None else known.setdefault(one, len(known)) for one in found], dtype=np.int32)


def _kinds(definitions: list[Indicator]) -> tuple[list[Kind], NDArray[np.int64]]:
    """List the kinds of period that the definitions ask for, and which one each asks for."""
    asked = [(Frequency(one.frequency), Calendar(one.calendar)) for one in definitions]
    kinds = list(dict.fromkeys(asked))
    return kinds, np.array([kinds.index(kind) for kind in asked], dtype=np.int64)


def _read(label: str, kind: Kind, told: Calendar | None) -> Reading | PeriodFault:
    frequency, calendar = kind
    try:
        found = _canonical(label, kind, told) or read_as(label, frequency, calendar, told)
    except PeriodError as error:
        return PeriodFault(_readable(label, told), error.reason, error.question)
    if found.period.first_day.year < EARLIEST:
        early = f"{found.period.short_label} is too long ago: figures begin in {EARLIEST}."
        return PeriodFault(readable=False, reason=early, question="Correct the period.")
    return found


def _canonical(label: str, kind: Kind, told: Calendar | None) -> Reading | None:
    """Read our own text back: `2018 Q1` is what the export writes for an indicator of the calendar year."""
    if told is not None or kind[1] is Calendar.FINANCIAL:
        return None
    try:
        period = parse(label, kind[1])
    except PeriodError:
        return None
    return Reading(period, "") if period.text == label and period.frequency is kind[0] else None


def _readable(label: str, told: Calendar | None) -> bool:
    try:
        read(label, told)
    except PeriodError:
        return False
    return True
