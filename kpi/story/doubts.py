"""Doubts: published figures that can hardly be true, shown as they are and never compared with.

In: facts, or an indicator with an area and a period. Out: why the figure is in doubt, or nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kpi.definitions.indicator import Indicator
from kpi.definitions.spans import period_at, span_of
from kpi.period import Period
from kpi.story.facts import Facts


class Doubted(NamedTuple):
    """A period whose figure is in doubt, and why, as a clause without its full stop."""

    period: Period
    reason: str


def of(definition: Indicator, area: str) -> Iterator[Doubted]:
    """Give the figures of an area that are in doubt."""
    for doubt in definition.doubts:
        if doubt.areas is None or area in doubt.areas:
            span = span_of(doubt.period, definition.frequency, definition.calendar)
            yield Doubted(period_at(span.first, definition), doubt.reason.rstrip("."))


def about(facts: Facts) -> str:
    """Say why the figure of facts is in doubt; empty where it is not, or where there is no figure."""
    return "" if facts.value is None else reason(facts.definition, facts.area, facts.period)


def reason(definition: Indicator, area: str, period: Period) -> str:
    """Say why a figure is in doubt; empty where it is not."""
    return next((found.reason for found in of(definition, area) if found.period == period), "")
