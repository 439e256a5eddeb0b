"""A span of periods as people write it, and the figures that it holds.

In: text such as 'June to October 2018' and a judged series. Out: the rows, all usable, or the reason.
"""

from dataclasses import dataclass
from typing import Final

from kpi.period import Frequency, Period, PeriodError, containing, span
from kpi.period import parse as parse_period
from kpi.problem import Problem, ProblemError, excerpt
from kpi.scorecard.card import IndicatorHistory
from kpi.scorecard.row import Row
from kpi.story import doubts, words
from kpi.story.obstacles import missing

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


def problem(code: str, message: str, fix: str = "") -> ProblemError:
    """Make the error that refuses a comparison."""
    return ProblemError([Problem(code, message, fix)])


def read_span(text: str, calendar: str | None = None) -> tuple[Period, Period]:
    """Read a span as its first and last period: '2018-11 to 2019-03', 'June to October 2018', 'Q1 to Q3 2018-19'."""
    fix = "Write it like 2018-11 to 2019-03, or June to October 2018."
    try:
        first, last = span(_spelled_out(text), calendar)
    except PeriodError as error:
        raise problem("span-unreadable", f"{excerpt(text)}: {error.reason}", error.question or fix) from error
    if first is None or last is None:
        raise problem("span-unreadable", f"{excerpt(text)} is open at one end.", fix)
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


def stretch_of(history: IndicatorHistory, text: str, calendar: str | None) -> Stretch:
    """Find the rows of a span; each of them must have a figure that can be used."""
    definition = history.definition
    first, last = read_span(text, calendar)
    by_period = {row.period: row for row in history.rows}
    if definition.frequency == Frequency.DATE.value:
        inside = [row for row in history.rows if first.first_day <= row.period.first_day <= last.last_day]
        if not inside:
            raise problem("span-incomplete", f"{history.title}: no figure was taken in {excerpt(text)}.")
        return Stretch(tuple(_usable(row, row.period, history) for row in inside), None)
    begins = containing(first.first_day, definition.frequency, definition.calendar)
    ends = containing(last.last_day, definition.frequency, definition.calendar)
    if (begins.first_day, ends.last_day) != (first.first_day, last.last_day):
        message = f"{history.title} has one figure a {definition.frequency}; {excerpt(text)} cuts through one."
        fix = f"Begin and end with a whole {definition.frequency}: {begins.short_label} to {ends.short_label}."
        raise problem("span-not-whole", message, fix)
    periods = [begins.shift(step) for step in range(ends.ordinal - begins.ordinal + 1)]
    before = by_period.get(begins.previous())
    sure = None if before is None or doubts.about(before) else before
    return Stretch(tuple(_usable(by_period.get(p), p, history) for p in periods), sure)


def _usable(row: Row | None, period: Period, history: IndicatorHistory) -> Row:
    """Give a row with a number that is not in doubt; refuse what is missing, suppressed, in words or in doubt."""
    if row is None or row.value is None:
        why = missing(period, row.symbol if row else "", row.note if row else "")
        raise problem("span-incomplete", f"{history.title}: {why}.", "Choose a span whose figures are all there.")
    if doubts.about(row):
        message = f"{history.title}: the figure for {words.when(period)} is in doubt: {doubts.about(row)}."
        raise problem("span-incomplete", message, "Choose a span without it.")
    return row
