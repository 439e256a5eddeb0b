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
from kpi.period import Frequency, Period, PeriodError, containing, span
from kpi.period import parse as parse_period
from kpi.problem import Problem, ProblemError, excerpt
from kpi.scorecard.card import IndicatorHistory
from kpi.scorecard.row import Row
from kpi.story import breaks, doubts, words
from kpi.story.obstacles import missing
from kpi.story.spans import How, Spanned, Spans

CODES: Final[dict[str, str]] = {
    "span-unreadable": "A span cannot be read, or could mean two.",
    "span-not-whole": "A span does not begin and end with periods of the indicator.",
    "spans-overlap": "The two spans share a period.",
    "span-incomplete": "A period of a span has no figure that can be used.",
    "span-broken": "The definition changed within or between the spans.",
    "span-not-added-up": "The figures of a span can be neither added up nor averaged, and have no parts.",
    "span-rolling": "The figures cover 12 months each and overlap, so that a span of them counts months twice.",
    "span-running-total": "The running total falls within the year, so that no period can be taken out of it.",
}
"""Every code of a Problem with comparing two spans, and what it means."""
ADDS_UP: Final = {"count", "pounds"}
TIMES: Final = {"percent": 100.0, "cases": 1.0, "days": 1.0, "score": 1.0}


@dataclass(frozen=True)
class Stretch:
    """The rows of one span, with the row before it, which a running total needs."""

    rows: tuple[Row, ...]
    before: Row | None

    @property
    def periods(self) -> tuple[Period, ...]:
        """Its periods, oldest first."""
        return tuple(row.period for row in self.rows)

    @property
    def state(self) -> str:
        """The state of its figures: illustrative or provisional where any of them is, else final."""
        states = {row.state for row in self.rows}
        return next((state for state in ("illustrative", "provisional") if state in states), "final")


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
    stretches = sorted((_stretch(history, text, calendar) for text in (one, other)), key=lambda s: s.periods[-1])
    earlier, later = stretches
    if earlier.periods[-1] >= later.periods[0]:
        shared = words.when(later.periods[0])
        raise _problem("spans-overlap", f"{shared} lies in both spans.", "Choose spans that share no period.")
    _unbroken(history.definition, earlier, later)
    return _compared(history, earlier, later)


def _problem(code: str, message: str, fix: str = "") -> ProblemError:
    return ProblemError([Problem(code, message, fix)])


def read_span(text: str, calendar: str | None = None) -> tuple[Period, Period]:
    """Read a span as its first and last period: '2018-11 to 2019-03', 'June to October 2018', 'Q1 to Q3 2018-19'."""
    fix = "Write it like 2018-11 to 2019-03, or June to October 2018."
    try:
        first, last = span(_spelled_out(text), calendar)
    except PeriodError as error:
        raise _problem("span-unreadable", f"{excerpt(text)}: {error.reason}", error.question or fix) from error
    if first is None or last is None:
        raise _problem("span-unreadable", f"{excerpt(text)} is open at one end.", fix)
    return first, last


def _spelled_out(text: str) -> str:
    """Give a first period without a year that of the last, where it then comes first: 'June to October 2018'."""
    first, to, last = (part.strip() for part in " ".join(text.split()).partition(" to "))
    year = last.partition(" ")[2]
    if not to or not year or any(c.isdigit() for c in first.lstrip("Qq")[1:]):
        return text
    try:
        whole = f"{first} {year}"
        return f"{whole} to {last}" if parse_period(whole) < parse_period(last) else text
    except PeriodError:
        return text


def _stretch(history: IndicatorHistory, text: str, calendar: str | None) -> Stretch:
    """Find the rows of a span; each of them must have a figure that can be used."""
    definition = history.definition
    first, last = read_span(text, calendar)
    by_period = {row.period: row for row in history.rows}
    if definition.frequency == Frequency.DATE.value:
        inside = [row for row in history.rows if first.first_day <= row.period.first_day <= last.last_day]
        if not inside:
            raise _problem("span-incomplete", f"{history.title}: no figure was taken in {excerpt(text)}.")
        return Stretch(tuple(_usable(row, row.period, history) for row in inside), None)
    begins = containing(first.first_day, definition.frequency, definition.calendar)
    ends = containing(last.last_day, definition.frequency, definition.calendar)
    if (begins.first_day, ends.last_day) != (first.first_day, last.last_day):
        message = f"{history.title} has one figure a {definition.frequency}; {excerpt(text)} cuts through one."
        fix = f"Begin and end with a whole {definition.frequency}: {begins.short_label} to {ends.short_label}."
        raise _problem("span-not-whole", message, fix)
    periods = [begins.shift(step) for step in range(ends.ordinal - begins.ordinal + 1)]
    return Stretch(tuple(_usable(by_period.get(p), p, history) for p in periods), by_period.get(begins.previous()))


def _usable(row: Row | None, period: Period, history: IndicatorHistory) -> Row:
    """Give a row with a number that is not in doubt; refuse what is missing, suppressed, in words or in doubt."""
    if row is None or row.value is None:
        why = missing(period, row.symbol if row else "", row.note if row else "")
        raise _problem("span-incomplete", f"{history.title}: {why}.", "Choose a span whose figures are all there.")
    if doubts.about(row):
        message = f"{history.title}: the figure for {words.when(period)} is in doubt: {doubts.about(row)}."
        raise _problem("span-incomplete", message, "Choose a span without it.")
    return row


def _unbroken(definition: Indicator, earlier: Stretch, later: Stretch) -> None:
    """Refuse spans across a change of definition."""
    found = breaks.between(definition, earlier.periods[0], later.periods[-1])
    if found is not None:
        message = f"The definition changed from {words.when(found.period)}. {found.reason}"
        raise _problem("span-broken", message, "Choose two spans on the same side of the change.")


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
        raise _problem("span-rolling", message, "Compare two single periods that lie 12 months apart.")
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
    raise _problem("span-not-added-up", message, fix)


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
        raise _problem("span-incomplete", f"The denominators of {stretch.periods[0].label} add up to nothing.")
    shown = number.round_half_away(value, _stored(definition, definition.decimals if how is How.TOTAL else decimals))
    periods = len(stretch.rows) if how is How.TOTAL else 1
    by_period = number.round_half_away(value / periods, _stored(definition, decimals))
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
        raise _problem("span-incomplete", message, "Begin the span with the year.")
    running = (nan if before is None else before, *_taken(rows, name))
    found = tuple(judge.of_each_period(running, [False, *begins]).tolist())
    if min(found) < 0:
        message = "The running total falls within the year, so what one period added is not known."
        raise _problem("span-running-total", message, "Correct the figures, or compare whole years.")
    return found


def _direction(definition: Indicator, distance: judge.Distance) -> Direction:
    """Judge a movement by polarity; what is little is no change."""
    if distance.size in (Size.UNCHANGED, Size.LITTLE):
        return Direction.NO_CHANGE
    up = distance.change > 0
    if definition.polarity not in ("higher", "lower"):
        return Direction.RISING if up else Direction.FALLING
    return Direction.IMPROVING if up == (definition.polarity == "higher") else Direction.WORSENING
