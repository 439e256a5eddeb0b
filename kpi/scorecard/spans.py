"""Compares two spans of periods: works out what each comes to as the indicator's unit and basis demand, or refuses.

In: one indicator's judged series and two spans of days. Out: a Spans for the sentence; ProblemError with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Any, Final

from kpi import number
from kpi.definitions.indicator import Indicator
from kpi.judge import spans as judge
from kpi.judge.direction import Direction
from kpi.judge.spans import Size
from kpi.scorecard.card import IndicatorHistory
from kpi.scorecard.row import Row
from kpi.scorecard.stretches import Stretch, problem, stretch_of
from kpi.story import breaks, words
from kpi.story.spans import How, Spanned, Spans

ADDS_UP: Final = {"count", "pounds"}
TIMES: Final = {"percent": 100.0, "cases": 1.0, "days": 1.0, "score": 1.0}


@dataclass(frozen=True)
class Parts:
    """What the periods of a span add, as one list a kind; empty where some period has none."""

    values: tuple[float, ...]
    numerators: tuple[float, ...]
    denominators: tuple[float, ...]


def compare_spans(history: IndicatorHistory, one: str, other: str, calendar: str | None = None) -> Spans:
    """Compare two spans, the later against the earlier whatever their order; `calendar` settles how they are read.

    Raises ProblemError with one of CODES.
    """
    stretches = sorted((stretch_of(history, text, calendar) for text in (one, other)), key=lambda s: s.periods[-1])
    earlier, later = stretches
    if earlier.periods[-1] >= later.periods[0]:
        shared = words.when(later.periods[0])
        raise problem("spans-overlap", f"{shared} lies in both spans.", "Choose spans that share no period.")
    _unbroken(history.definition, earlier, later)
    return _compared(history, earlier, later)


def _unbroken(definition: Indicator, earlier: Stretch, later: Stretch) -> None:
    """Refuse spans across a change of definition."""
    found = breaks.between(definition, earlier.periods[0], later.periods[-1])
    if found is not None:
        message = f"The definition changed from {words.when(found.period)}. {found.reason}"
        raise problem("span-broken", message, "Choose two spans on the same side of the change.")


def _compared(history: IndicatorHistory, earlier: Stretch, later: Stretch) -> Spans:
    """Work both spans out, compare them as displayed, and judge the movement by polarity."""
    definition = history.definition
    how = _how(definition, earlier, later)
    per_period = how is How.TOTAL and len(earlier.rows) != len(later.rows)
    decimals = max(definition.decimals, 1) if how is How.MEAN or per_period else definition.decimals
    old, new = (_spanned(stretch, definition, how, decimals) for stretch in (earlier, later))
    pair = (new.per_period, old.per_period) if per_period else (new.value, old.value)
    declared = 0.0 if how is How.TOTAL else definition.no_change
    little = judge.little_of(pair[1], percentage=definition.unit == "percent", declared=declared)
    distance = judge.distance(*pair, little)
    way = _direction(definition, distance)
    return Spans(definition, history.title, new, old, how, decimals, per_period, distance, way)


def _how(definition: Indicator, *stretches: Stretch) -> How:
    """Choose how spans are worked out, or refuse."""
    if all(len(stretch.rows) == 1 for stretch in stretches) and definition.basis != "year_to_date":
        return How.SINGLE
    if definition.basis == "rolling_12_months":
        message = "Each figure covers 12 months, so the figures of a span overlap and cannot be put together."
        raise problem("span-rolling", message, "Compare two single periods that lie 12 months apart.")
    adds_up = definition.unit in ADDS_UP
    if adds_up and definition.basis != "snapshot":
        return How.TOTAL
    if all(_has_parts(row) for stretch in stretches for row in stretch.rows) and not adds_up:
        return How.PARTS
    if adds_up:
        return How.MEAN
    message = (
        f"The {_NOUNS.get(definition.unit, 'figures')} of a span cannot be averaged: each stands for other numbers."
    )
    fix = "Load the numerators and denominators, or compare two single periods."
    raise problem("span-not-added-up", message, fix)


_NOUNS: Final = {"percent": "percentages", "rate": "rates", "cases": "averages", "days": "averages", "score": "scores"}


def _has_parts(row: Row) -> bool:
    return row.numerator is not None and row.denominator is not None


def _spanned(stretch: Stretch, definition: Indicator, how: How, decimals: int) -> Spanned:
    """Work one span out."""
    parts = _parts(stretch, definition, how)
    above = judge.total(parts.numerators) if how is How.PARTS else None
    below = judge.total(parts.denominators) if how is How.PARTS else None
    value = _value(parts, definition, how)
    if isnan(value):
        raise problem("span-incomplete", f"The denominators of {stretch.periods[0].label} add up to nothing.")
    shown = number.round_half_away(value, _stored(definition, definition.decimals if how is How.TOTAL else decimals))
    periods = len(stretch.rows) if how is How.TOTAL else 1
    finer = max(decimals, 1) if periods > 1 else decimals
    by_period = number.round_half_away(value / periods, _stored(definition, finer))
    return Spanned(stretch.periods, shown, by_period, above, below, stretch.state)


def _stored(definition: Indicator, decimals: int) -> int:
    """Give the decimals of the value as stored for decimals as shown; fewer where figures are shown in millions."""
    return decimals - definition.decimals + definition.shown_decimals


def _value(parts: Parts, definition: Indicator, how: How) -> float:
    match how:
        case How.PARTS:
            times = TIMES.get(definition.unit) or float(definition.per or 1)
            return judge.ratio(parts.numerators, parts.denominators, times)
        case How.TOTAL:
            return judge.total(parts.values)
        case _:
            return judge.mean(parts.values)


def _parts(stretch: Stretch, definition: Indicator, how: How) -> Parts:
    """Take what each period adds; from running totals of the year, what was added since the period before."""
    names = ("numerator", "denominator") if how is How.PARTS else ("value",)
    running = definition.basis == "year_to_date" and definition.frequency != "year"
    taken = {name: _added(stretch, name) if running else _taken(stretch.rows, name) for name in names}
    return Parts(*(taken.get(name, ()) for name in ("value", "numerator", "denominator")))


def _taken(rows: Sequence[Any], name: str) -> tuple[float, ...]:
    return tuple(getattr(row, name) for row in rows)


def _added(stretch: Stretch, name: str) -> tuple[float, ...]:
    """Take each period out of the year's running total; refuse where the total fell or the one before is missing."""
    rows = stretch.rows
    begins = [row.period.first_day == row.period.year.first_day for row in rows]
    before = getattr(stretch.before, name, None)
    if before is None and not begins[0]:
        message = f"{words.when(rows[0].period)} is a running total and the one before it is not known."
        raise problem("span-incomplete", message, "Begin the span with the year.")
    running = (nan if before is None else before, *_taken(rows, name))
    found = tuple(judge.of_each_period(running, [False, *begins]).tolist())
    # A net count may go back, and money may be paid back; a share's parts never do.
    may_fall = name == "value" and rows[0].definition.possible[0] < 0
    if min(found) < 0 and not may_fall:
        message = "The running total falls within the year, so what one period added is not known."
        raise problem("span-running-total", message, "Correct the figures, or compare whole years.")
    return found


def _direction(definition: Indicator, distance: judge.Distance) -> Direction:
    """Judge a movement by polarity; what is little is no change."""
    if distance.size in (Size.UNCHANGED, Size.LITTLE):
        return Direction.NO_CHANGE
    up = distance.change > 0
    if definition.polarity not in ("higher", "lower"):
        return Direction.RISING if up else Direction.FALLING
    return Direction.IMPROVING if up == (definition.polarity == "higher") else Direction.WORSENING
