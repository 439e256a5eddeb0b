"""The periods a target holds for, as whole numbers that can be compared and laid over arrays.

In: the text of `periods`, or a profile, with an indicator's frequency and calendar. Out: spans of period ordinals.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.definitions.target import Target
from kpi.period import Calendar, Frequency, Period, PeriodError, in_frequency, span

OPEN_START: Final = -(10**9)
OPEN_END: Final = 10**9


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive periods of one frequency and calendar, by their ordinals, both ends included."""

    first: int
    last: int

    def holds(self, ordinal: int) -> bool:
        """Tell whether the period with that ordinal lies within."""
        return self.first <= ordinal <= self.last


def span_of(text: str, frequency: str, calendar: str) -> Span:
    """Read a period or a range of periods; raises PeriodError where the frequency and calendar do not have it."""
    found = _read(text, frequency, calendar)
    if isinstance(found, PeriodError):
        raise PeriodError(found.reason, found.question)
    return found


@lru_cache(maxsize=8192)
def _read(text: str, frequency: str, calendar: str) -> Span | PeriodError:
    """Read each text once, whether it is a span or not."""
    try:
        ends = span(text, Calendar(calendar))
        first, last = (end and in_frequency(end, Frequency(frequency), Calendar(calendar)) for end in ends)
    except PeriodError as error:
        return error
    found = Span(first.ordinal if first else OPEN_START, last.ordinal if last else OPEN_END)
    return found if found.first <= found.last else PeriodError("The range ends before it begins.")


def spans_of(target: Target, indicator: Indicator) -> dict[str, Span]:
    """Give the spans of a target by the text they are written with: one for `periods`, or one an entry of a profile.

    Raises PeriodError for the first that cannot be read.
    """
    texts = [target.periods] if target.periods is not None else list(target.profile)
    return {text: span_of(text, indicator.frequency, indicator.calendar) for text in texts}


def period_at(ordinal: int, indicator: Indicator) -> Period:
    """Give the period of an indicator's frequency and calendar with that ordinal."""
    return Period(Frequency(indicator.frequency), Calendar(indicator.calendar), ordinal)
