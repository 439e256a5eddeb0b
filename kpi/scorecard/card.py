"""A scorecard, and one indicator's whole series, as values.

In: rows. Out: counts that add up, filters, orders, and the dictionaries of the command line.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from kpi.definitions.indicator import Indicator
from kpi.judge.direction import Direction
from kpi.judge.status import Status
from kpi.period import Period
from kpi.scorecard.controls import Limits
from kpi.scorecard.row import Json, Row
from kpi.story import words

WORST_FIRST: Final = (Status.RED, Status.AMBER, Status.GREEN, Status.UNRATED, Status.NO_DATA)
WORSENING_FIRST: Final = (
    Direction.WORSENING,
    Direction.RISING,
    Direction.FALLING,
    Direction.NO_CHANGE,
    Direction.IMPROVING,
    Direction.CANNOT_TELL,
)


def _share(amount: float | None, of: float | None) -> float:
    """Give an amount as a share of a figure, so that different units can be put in one order."""
    return abs(amount or 0.0) / (abs(of) if of else 1.0)


def _by_gap(row: Row) -> tuple[bool, float]:
    edge = row.target_low if (row.gap or 0.0) < 0 else row.target_high
    return row.gap is None, -_share(row.gap, edge)


def _by_change(row: Row) -> tuple[int, float]:
    return WORSENING_FIRST.index(row.year_before.direction), -_share(row.change_year, row.year_before.value)


ORDERS: Final[dict[str, Callable[[Row], Any]]] = {
    "order": lambda _: 0,
    "title": lambda row: (row.title.casefold(), row.area_title.casefold()),
    "status": lambda row: WORST_FIRST.index(row.status),
    "gap": _by_gap,
    "change": _by_change,
}
"""Ways to sort: as defined; by title; worst status first; furthest off target first; worsening most in a year first."""


@dataclass(frozen=True)
class Scorecard:
    """Every indicator and area for a period, judged as known at a revision."""

    period: Period
    revision: int
    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> dict[Status, int]:
        """Rows by status, every status named; the numbers add up to all rows."""
        counted = Counter(row.status for row in self.rows)
        return {status: counted[status] for status in Status}

    @property
    def owners(self) -> tuple[str, ...]:
        """The roles that answer for its rows, in alphabetical order."""
        return tuple(sorted({row.owner for row in self.rows}))

    @property
    def themes(self) -> dict[str, str]:
        """Titles by id of the themes that have rows, in order."""
        return {row.theme: row.theme_title for row in self.rows}

    @property
    def areas(self) -> dict[str, str]:
        """Titles by id of the areas that have rows, in order of appearance."""
        return {row.area: row.area_title for row in self.rows}

    def filtered(
        self, theme: str | None = None, status: str | None = None, owner: str | None = None, area: str | None = None
    ) -> "Scorecard":
        """Keep the rows of a theme (id), status, owner and area (id); what is empty or None does not filter."""
        wanted = {"theme": theme, "status": status, "owner": owner, "area": area}
        asked = {name: value for name, value in wanted.items() if value}
        kept = (row for row in self.rows if all(getattr(row, name) == value for name, value in asked.items()))
        return replace(self, rows=tuple(kept))

    def sorted_by(self, order: str = "order", *, reverse: bool = False) -> "Scorecard":
        """Sort by one of ORDERS; rows that are equal in it stay in the order they had. Raises KeyError for another."""
        return replace(self, rows=tuple(sorted(self.rows, key=ORDERS[order], reverse=reverse)))

    def as_rows(self) -> list[dict[str, Json]]:
        """Give the rows as the command line prints them."""
        return [row.as_dict() for row in self.rows]


@dataclass(frozen=True)
class IndicatorHistory:
    """Every period of one indicator and area from its first figure to its last, gaps included, oldest first."""

    definition: Indicator
    area: str
    area_title: str
    revision: int
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The indicator's title, with the area unless it is the whole service."""
        return words.named(self.definition.title, self.area, self.area_title)

    @property
    def breaks(self) -> tuple[tuple[Period, str], ...]:
        """The periods from which earlier figures are not comparable, with the reason of each."""
        return tuple((row.period, row.break_reason) for row in self.rows if row.break_reason)

    @property
    def doubts(self) -> tuple[tuple[Period, str], ...]:
        """The periods whose figure is in doubt, with the reason of each."""
        return tuple((row.period, row.doubt_reason) for row in self.rows if row.doubt_reason)

    @property
    def limits(self) -> tuple[Limits, ...]:
        """The control chart over the whole series; empty where figures of its kind make none."""
        return self.rows[-1].limits if self.rows else ()

    def at(self, period: Period) -> Row | None:
        """Give the row of a period, None when the series does not reach it."""
        return next((row for row in self.rows if row.period == period), None)

    def until(self, period: Period) -> "IndicatorHistory":
        """Give the series up to the end of a period: what came later was not known to its meeting."""
        return replace(self, rows=tuple(row for row in self.rows if row.period.last_day <= period.last_day))

    def as_rows(self) -> list[dict[str, Json]]:
        """Give the rows as the command line prints them."""
        return [row.as_dict() | {"break": row.break_reason} for row in self.rows]
