"""A table of counts as it may be published, and the rules by which it was protected.

In: what `disclosure.protect` decided. Out: published figures, text for print, and a sentence for every hidden cell.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi import number
from kpi.judge import disclosure_words as words
from kpi.judge.disclosure_bounds import ENDLESS, Ints, Told, bounds
from kpi.judge.disclosure_cover import Flags

TOTAL: Final = "total"
"""The label of the totals that are put beneath and to the right."""
HIDDEN: Final = "c"
"""What is printed in place of a withheld count, whatever the reason."""

Zeros = Literal["shown", "unless_all", "hidden"]
Rounded = Literal["totals", "all"]


class Reason(IntEnum):
    """Why a cell is as it is; `disclosure_words` says each in a sentence."""

    SHOWN = 0
    """It may be published."""
    SMALL = 1
    """A count from 1 to the threshold."""
    EMPTY_GROUP = 2
    """A zero that is withheld: everywhere, or because the whole group has none."""
    AT_SOURCE = 3
    """Withheld by whoever supplied it."""
    LAST_RELEASE = 4
    """The last release withheld it, and showing it now would give back what was withheld then."""
    SECONDARY = 5
    """Withheld so that a total or a difference does not give another cell back."""
    NOT_PRINTED = 6
    """Never printed: part of a total only."""


@dataclass(frozen=True)
class Rules:
    """By what rules counts are protected; the council chooses them."""

    threshold: int = 5
    """Counts from 1 to this are withheld."""
    rounding: int = 1
    """Counts are published to the nearest 5 or 10; 1 is not rounded."""
    rounded: Rounded = "all"
    """Whether every count is rounded, or totals only."""
    zeros: Zeros = "shown"
    """Zeros are shown, shown unless a whole row or column is zero, or withheld as small."""

    def __post_init__(self) -> None:
        """Refuse rules that make no sense."""
        if self.threshold < 0 or self.rounding not in (1, 5, 10):
            raise ValueError("The threshold is 0 or more, and counts are rounded to 5 or 10, or to 1 for not at all.")


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a cell is hidden: `sentence` may be printed; `why`, which tells small counts from others, is for officers."""

    row: str
    column: str
    reason: Reason
    sentence: str
    why: str


@dataclass(frozen=True, eq=False)
class Protected:
    """A table as it may be published, totals last; arrays are (n+1, m+1) and read-only.

    `counts` are the true ones, for the next release and for the officer, never for print. `published` is NaN where
    nothing is printed. `reasons` holds Reason codes. `exposed` marks small counts that the last release already gave
    away. `least` and `most` are what a publication says of each cell by itself. `guarded` marks all that nobody may
    work out, printed as `c` or never printed.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    rules: Rules
    counts: Ints
    published: NDArray[np.float64]
    reasons: NDArray[np.int8]
    exposed: Flags
    least: Ints
    most: Ints
    guarded: Flags

    @property
    def hidden(self) -> Flags:
        """Where a cell is printed as `c`."""
        return np.asarray((self.reasons != Reason.SHOWN) & (self.reasons != Reason.NOT_PRINTED))

    def at(self, row: str, column: str) -> float | None:
        """Give a count as published, None where there is none."""
        value = self.published[self.rows.index(row), self.columns.index(column)]
        return None if np.isnan(value) else float(value)

    def bounds(self, row: str, column: str) -> tuple[int, int | None]:
        """Give the least and most that a reader of this table can work out for a count; None for no end."""
        cell = self.rows.index(row), self.columns.index(column)
        low, high = bounds(Told(self.counts, self.least, self.most), cell)
        return low, None if high >= ENDLESS else high

    def frame(self) -> pd.DataFrame:
        """Give the table as text for print: numbers, `c`, and nothing for what is not printed."""
        text = [[_text(value, hidden) for value, hidden in zip(*row, strict=True)] for row in self._lines()]
        return pd.DataFrame(text, index=list(self.rows), columns=list(self.columns))

    def explained(self) -> tuple[Explained, ...]:
        """Give a sentence for every hidden cell, row by row."""
        return tuple(self._explained(int(i), int(j)) for i, j in np.argwhere(self.hidden))

    def _explained(self, i: int, j: int) -> Explained:
        reason = Reason(int(self.reasons[i, j]))
        why = words.officer(reason.name, self.rules.threshold, exposed=bool(self.exposed[i, j]))
        return Explained(self.rows[i], self.columns[j], reason, words.PUBLIC, why)

    def _lines(self) -> list[tuple[list[float], list[bool]]]:
        return list(zip(self.published.tolist(), self.hidden.tolist(), strict=True))


def _text(value: float, hidden: bool) -> str:
    return HIDDEN if hidden else "" if np.isnan(value) else number.text(value, "count", 0)
