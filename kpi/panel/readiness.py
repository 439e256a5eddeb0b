"""When a quarter's figures can be ready, from each indicator's lag.

In: definitions and a period. Out: the figures it asks for with the days they are promised, and what is late for a day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.expectation.words import own_period
from kpi.period import Calendar, Frequency, Period, containing
from kpi.story import words

EVERY_QUARTER: Final = frozenset({Frequency.MONTH.value, Frequency.QUARTER.value})


@dataclass(frozen=True, slots=True)
class Awaited:
    """A figure that a period asks for, and the day by which it is promised."""

    indicator: str
    title: str
    owner: str
    period: Period
    expected: date
    every_quarter: bool

    def late_by(self, deadline: date) -> int:
        """Give the days by which it misses a deadline, 0 when it does not."""
        return max((self.expected - deadline).days, 0)

    def as_dict(self, deadline: date) -> dict[str, Any]:
        """Give the JSON object of the command line, against a deadline."""
        return {
            "indicator": self.indicator,
            "title": self.title,
            "owner": self.owner,
            "period": self.period.text,
            "expected": self.expected.isoformat(),
            "late_by_days": self.late_by(deadline),
        }


@dataclass(frozen=True)
class Quarter:
    """A period, and every figure it asks for."""

    period: Period
    figures: tuple[Awaited, ...]

    @cached_property
    def regular(self) -> tuple[Awaited, ...]:
        """The figures that come every quarter; yearly ones never hold up a quarter's paper."""
        return tuple(one for one in self.figures if one.every_quarter)

    @cached_property
    def ready_on(self) -> date | None:
        """The day by which all figures that come every quarter are promised; of all where none does, None for none."""
        return max((one.expected for one in self.regular or self.figures), default=None)

    def is_ready(self, deadline: date) -> bool:
        """Tell whether all figures that come every quarter are promised by a day."""
        return self.ready_on is not None and self.ready_on <= deadline

    def late(self, deadline: date) -> tuple[Awaited, ...]:
        """List the figures promised only after a day, the earliest first."""
        found = (one for one in self.figures if one.expected > deadline)
        return tuple(sorted(found, key=lambda one: (one.expected, one.title)))

    def ready(self, deadline: date) -> tuple[Awaited, ...]:
        """List the figures promised by a day, in scorecard order."""
        return tuple(one for one in self.figures if one.expected <= deadline)


class Quarters:
    """The figures that periods ask for; each period is worked out once."""

    def __init__(self, pack: Pack) -> None:
        """Take the definitions."""
        self._pack = pack
        self._known: dict[tuple[Period, tuple[str, ...]], Quarter] = {}

    def of(self, period: Period, indicators: Sequence[str] = ()) -> Quarter:
        """Give what a period asks for, of some indicators where they are named."""
        key = period, tuple(indicators)
        if key not in self._known:
            self._known[key] = quarter(self._pack, period, indicators)
        return self._known[key]


def quarter(pack: Pack, period: Period, indicators: Sequence[str] = ()) -> Quarter:
    """Work out what a period asks for: each indicator's last own period that ends within it.

    Indicators that are named are asked for the figure that the period means to them. Dated figures have no day.
    """
    wanted = [pack.by_id[one] for one in indicators or pack.by_id if one in pack.by_id]
    pairs = ((one, _asked(one, period, named=bool(indicators))) for one in wanted)
    return Quarter(period, tuple(_awaited(one, own) for one, own in pairs if own))


def _asked(indicator: Indicator, period: Period, *, named: bool) -> Period | None:
    """Give the indicator's own period, None where none ends within the period asked for."""
    if indicator.frequency == Frequency.DATE.value:
        return None
    if named:
        return own_period(period.text, indicator)
    own = containing(period.last_day, indicator.frequency, Calendar(indicator.calendar))
    if own.last_day <= period.last_day:
        return own
    # What covers the first day too has no period that ends within; asking for the one before could leave the calendar.
    return None if own.first_day <= period.first_day else own.previous()


def _awaited(indicator: Indicator, own: Period) -> Awaited:
    expected = own.last_day + timedelta(days=indicator.lag_days)
    regular = indicator.frequency in EVERY_QUARTER
    return Awaited(indicator.id, indicator.title, indicator.owner, own, expected, regular)


def named(figures: Sequence[Awaited], deadline: date, most: int) -> str:
    """Name late figures with their days: 'Budget (8 days late); ... and 3 more'."""
    told = [f"{one.title}, {words.when(one.period)} ({days(one.late_by(deadline))} late)" for one in figures[:most]]
    more = len(figures) - most
    return "; ".join([*told, *([f"and {more:,} more"] if more > 0 else [])])


def days(count: int) -> str:
    """Count days: '1 day', '8 days'."""
    return f"{count:,} {'day' if count == 1 else 'days'}"
