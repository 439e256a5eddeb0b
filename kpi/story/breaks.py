"""Breaks: the periods from which a definition changed, so that earlier figures are not comparable.

In: an indicator and periods. Out: the break that lies between two periods, if any.
"""

from typing import NamedTuple

from kpi.definitions.indicator import Indicator
from kpi.definitions.spans import period_at, span_of
from kpi.period import Period


class Begun(NamedTuple):
    """A new definition: the first period on it, and what changed."""

    period: Period
    reason: str


def of(definition: Indicator) -> tuple[Begun, ...]:
    """Give an indicator's breaks in the order of their periods."""
    spans = [span_of(broken.period, definition.frequency, definition.calendar) for broken in definition.breaks]
    firsts = [period_at(span.first, definition) for span in spans]
    return tuple(sorted(Begun(first, broken.reason) for first, broken in zip(firsts, definition.breaks, strict=True)))


def rebased(definition: Indicator) -> tuple[Period, ...]:
    """Give the periods from which the limits of an indicator's control chart are declared to start afresh."""
    spans = (span_of(one.period, definition.frequency, definition.calendar) for one in definition.rebases)
    return tuple(period_at(span.first, definition) for span in spans)


def between(definition: Indicator, earlier: Period | None, later: Period) -> Begun | None:
    """Give the latest break that begins after `earlier` and no later than `later`; None when there is none."""
    crossed = [begun for begun in of(definition) if begun.period <= later]
    crossed = [begun for begun in crossed if earlier is None or begun.period > earlier]
    return crossed[-1] if crossed else None
