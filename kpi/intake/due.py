"""What a period asks for: every figure due, who owes it, by when, and whether it has arrived.

In: the definitions, the figures in force, a period. Out: Due figures in scorecard order, and their count by owner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Frequency, Period, containing


@dataclass(frozen=True, slots=True)
class Due:
    """A figure that a period asks for; `expected` is the day by which the owner has promised it."""

    indicator: str
    title: str
    area: str
    area_title: str
    period: Period
    unit: str
    owner: str
    expected: date
    arrived: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """How much of a period an owner has returned; `expected` is the last day promised for what is missing."""

    owner: str
    due: int
    arrived: int
    missing: tuple[Due, ...]
    expected: date | None


def due(pack: Pack, frame: pd.DataFrame, period: Period) -> tuple[Due, ...]:
    """List every figure whose own period ends within `period`, in scorecard order.

    A quarter asks for its three months, for itself and for the years that end in it. Dated snapshots have no day on
    which they are due and are left out. `frame` (series contract) says what has arrived: a number, a symbol or words.
    """
    asked = [(one, own) for one in pack.by_id.values() for own in _own_periods(one, period)]
    texts = {own.text for _, own in asked}
    arrived = frame[frame["period"].isin(texts)]
    here = set(zip(arrived["indicator"], arrived["area"], arrived["period"], strict=True))
    return tuple(
        Due(
            indicator=one.id,
            title=one.title,
            area=area,
            area_title=pack.area_titles.get(area, area),
            period=own,
            unit=one.unit if one.per is None else f"{one.unit} per {one.per:,}",
            owner=one.owner,
            expected=own.last_day + timedelta(days=one.lag_days),
            arrived=(one.id, area, own.text) in here,
        )
        for one, own in asked
        for area in one.areas
    )


def by_owner(figures: Sequence[Due]) -> tuple[Owed, ...]:
    """Count what is due, has arrived and is missing for each owner, in the order of the owners' names."""
    owners = sorted({figure.owner for figure in figures})
    return tuple(_owed(owner, [figure for figure in figures if figure.owner == owner]) for owner in owners)


def _owed(owner: str, figures: Sequence[Due]) -> Owed:
    missing = tuple(figure for figure in figures if not figure.arrived)
    expected = max((figure.expected for figure in missing), default=None)
    return Owed(owner, len(figures), len(figures) - len(missing), missing, expected)


def _own_periods(indicator: Indicator, period: Period) -> list[Period]:
    """Give an indicator's own periods that end within a period."""
    frequency, calendar = Frequency(indicator.frequency), Calendar(indicator.calendar)
    if frequency is Frequency.DATE:
        return []
    own = containing(period.first_day, frequency, calendar)
    within = []
    while own.last_day <= period.last_day:
        within.append(own)
        own = own.next()
    return within
