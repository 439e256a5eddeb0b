"""Indicators sorted into those that can be judged together.

In: indicators. Out: groups of one frequency and calendar, and the series that they have.
"""

from collections.abc import Iterable
from itertools import groupby

from kpi.definitions.indicator import Indicator
from kpi.series import Key


def keys_of(definitions: Iterable[Indicator]) -> list[Key]:
    """Give the series of indicators, one an indicator and area."""
    return [(definition.id, area) for definition in definitions for area in definition.areas]


def by_kind(definitions: Iterable[Indicator]) -> list[list[Indicator]]:
    """Group indicators by frequency and calendar; each group stays in the order given."""

    def kind(definition: Indicator) -> tuple[str, str]:
        return definition.frequency, definition.calendar

    return [list(group) for _, group in groupby(sorted(definitions, key=kind), key=kind)]
