"""Everything a check may look at.

In: the figures of a file, those in force, the day. Out: Facts, whose costly parts are worked out when first asked for.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.definitions.council import Thresholds
from kpi.definitions.indicator import Indicator
from kpi.intake.figures import Figures
from kpi.intake.history import History, history
from kpi.intake.match import Match, match
from kpi.intake.sheet import Places
from kpi.story import words


@dataclass(frozen=True, eq=False)
class Facts:
    """A file's figures, the figures in force (`current`, series contract) and today's date."""

    figures: Figures
    current: pd.DataFrame
    today: date

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The file's figures as a frame, row by row."""
        return self.figures.frame()

    @cached_property
    def match(self) -> Match:
        """Where the file's figures stand among those in force."""
        return match(self.frame, self.current)

    @cached_property
    def history(self) -> History:
        """The file's series with what is in force of them."""
        return history(self.figures, self.current, self.match)

    @cached_property
    def keys(self) -> Places:
        """A number for each figure's indicator, area and period, (n,); -1 where a part is unknown."""
        own = self.figures
        size = (len(own.pack.area_titles), max(1, len(own.periods.texts)))
        key = (own.indicators.astype(np.int64) * size[0] + own.areas) * size[1] + own.periods.codes
        return np.where(own.known, key, -1)

    @property
    def values(self) -> NDArray[np.float64]:
        """The file's values, (n,)."""
        return self.figures.numbers["value"].values

    @property
    def thresholds(self) -> Thresholds:
        """What the council calls suspicious."""
        return self.figures.pack.council.thresholds

    def definition(self, row: int) -> Indicator:
        """Give the definition of a row's indicator, which must be known."""
        return self.figures.definitions[int(self.figures.indicators[row])]

    def each(self, of_indicator: list[float]) -> NDArray[np.float64]:
        """Spread a number for each indicator over the rows; NaN where the indicator is unknown."""
        return np.array([*of_indicator, np.nan])[self.figures.indicators]

    def label(self, row: int) -> str:
        """Name a row's period for a reader; it must be known."""
        return self.figures.periods.periods[int(self.figures.periods.places[row])].short_label

    def written(self, row: int, value: float) -> str:
        """Write a value as readers of the row's indicator see it."""
        return words.figure(value, self.definition(row))

    def apart(self, row: int, first: float, second: float) -> tuple[str, str]:
        """Write two values that differ; with the decimals they need where readers would see one figure."""
        shown = self.written(row, first), self.written(row, second)
        known = self.definition(row)
        return shown if shown[0] != shown[1] else (words.exact(first, known), words.exact(second, known))

    def change(self, row: int, value: float) -> str:
        """Write the size of a change as readers of the row's indicator see it."""
        return words.change(value, self.definition(row))

    def cell(self, row: int, role: str) -> str:
        """Give the text of a cell as it was written."""
        return self.figures.cells.columns[role].text(row)
