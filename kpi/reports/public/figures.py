"""Figures on their way into the public edition: each through disclosure control, or it does not pass.

In: scorecards with their releases, oldest first. Out: for every indicator and area the figures that may be printed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kpi import number
from kpi.judge.disclosure import HIDDEN
from kpi.period import Period
from kpi.reports.literal import line
from kpi.reports.public import plain
from kpi.reports.public.edition import Shown
from kpi.scorecard import Row, Scorecard
from kpi.scorecard.publish import CHILDREN, Figure, Release

Key = tuple[str, str]
"""Indicator and area."""
NOT_AVAILABLE: Final = "x"
_NUMBER: Final = re.compile(r"(-)?£?([\d,]+(?:\.\d+)?)(m)?\b")
_NONE: Final = ("", ":", "x", "z")
"""Symbols that say that there is no figure; any other, such as fewer than 5, says something of a count."""
_MILLION: Final = 1_000_000


@dataclass(frozen=True, eq=False)
class Published:
    """A period's scorecard with what may be printed of its counts of children."""

    card: Scorecard
    release: Release


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator and area: the figures that may be printed, oldest first, and the newest row for its definition.

    Of `row` only the definition, the area and what forbids a comparison may be used: its numbers are unprotected.
    """

    row: Row
    figures: tuple[Shown, ...]


def series(published: Iterable[Published]) -> tuple[Series, ...]:
    """Put the figures of each indicator and area together, in the order of the newest scorecard."""
    found: dict[Key, dict[Period, Shown]] = {}
    newest: Mapping[Key, Row] = {}
    for one in published:
        protected = {(figure.row.indicator, figure.row.area): figure for figure in one.release.figures}
        newest = {(row.indicator, row.area): row for row in one.card.rows}
        for key, row in newest.items():
            _keep(found.setdefault(key, {}), _shown(row, protected.get(key)))
    made = (Series(row, _ordered(found[key], row.period)) for key, row in newest.items())
    return tuple(one for one in made if any(_says_something(figure) for figure in one.figures))


def _keep(held: dict[Period, Shown], figure: Shown) -> None:
    """Keep a figure by its period; where one release hides what another shows, it stays hidden."""
    if figure.period not in held or not held[figure.period].is_hidden:
        held[figure.period] = figure


def _ordered(held: Mapping[Period, Shown], last: Period) -> tuple[Shown, ...]:
    """Give figures from the first that is anything to the newest, oldest first."""
    figures = [held[period] for period in sorted(held) if period <= last]
    first = next((at for at, figure in enumerate(figures) if _says_something(figure)), len(figures) - 1)
    return tuple(figures[first:])


def _says_something(figure: Shown) -> bool:
    """Tell a number, a hidden figure or words from nothing at all."""
    return figure.text != plain.NO_NUMBER


def _shown(row: Row, figure: Figure | None) -> Shown:
    """Take what may be printed of a row; a count of children comes from its release, or not at all."""
    if row.definition.disclosure != CHILDREN:
        return _as_returned(row)
    if figure is None or figure.hidden or (row.value is None and row.symbol not in _NONE):
        return _without(row, plain.NOT_SHOWN, HIDDEN, plain.WHY_HIDDEN)
    if row.value is None:
        # Words beside a count of children may say what the count would have: they are not printed.
        return _without(row, plain.NO_NUMBER, NOT_AVAILABLE, plain.WHY_MISSING)
    return _with(row, figure.text)


def _as_returned(row: Row) -> Shown:
    """Take a figure that cannot point at a child, as every screen shows it."""
    if row.value is not None:
        return _with(row, row.text)
    if row.symbol == HIDDEN:
        return _without(row, plain.NOT_SHOWN, HIDDEN, plain.WHY_HIDDEN)
    if row.symbol or row.note:
        return _without(row, line(row.text), row.symbol if row.symbol in number.SYMBOLS else "", plain.WHY_WORDS)
    return _without(row, plain.NO_NUMBER, NOT_AVAILABLE, "")


def _with(row: Row, text: str) -> Shown:
    return Shown(row.period, _when(row), value_of(text), text, state=row.state or "final")


def _without(row: Row, text: str, symbol: str, why: str) -> Shown:
    return Shown(row.period, _when(row), None, text, symbol or NOT_AVAILABLE, why, row.state or "final")


def _when(row: Row) -> str:
    return plain.when(row.period, row.definition.basis)


def value_of(text: str) -> float | None:
    """Read a figure back from how it is printed, so that no more than was printed is ever known: '£49.6m', '56.7%'."""
    found = _NUMBER.search(text)
    if not found:
        return None
    size = float(found[2].replace(",", "")) * (_MILLION if found[3] else 1)
    return number.round_half_away(-size if found[1] else size, 6)
