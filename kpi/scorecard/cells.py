"""Cells of a matrix with their series' past, for judgements that look further than one period back.

In: a matrix, its indicators, the cells. Out: the same with what forbids looking back, made when first asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.judge.status import Floats
from kpi.period import Frequency
from kpi.scorecard.columns import Columns, Places
from kpi.scorecard.judged import in_doubt, segments
from kpi.series import Matrix
from kpi.story import breaks

MARKED = ("illustrative", "provisional")
"""States that are told of whatever rests on them."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Cells of series that share a frequency and calendar; `definitions` go with the matrix's rows.

    `parts` are the numerators and denominators of the figures of each cell's recent trend, (2, cells, 5); `states` the
    places in `state_names` of the states of all figures, by row of the frame the matrix was laid out from.
    """

    pack: Pack
    matrix: Matrix
    definitions: Sequence[Indicator]
    columns: Columns
    parts: Floats
    states: NDArray[Any]
    state_names: tuple[str, ...]

    @property
    def dated(self) -> bool:
        """Tell dated snapshots, whose figures do not follow each other evenly."""
        return self.definitions[0].frequency == Frequency.DATE.value

    @cached_property
    def pieces(self) -> NDArray[np.int8]:
        """Stretches of one definition, series by periods."""
        return segments(self.matrix, self.definitions)

    @cached_property
    def starts(self) -> NDArray[np.bool_]:
        """First periods of stretches with limits of their own: a new definition, or limits declared to start afresh."""
        starts = np.zeros(self.pieces.shape, dtype=bool)
        starts[:, 1:] = self.pieces[:, 1:] != self.pieces[:, :-1]
        for row, definition in enumerate(self.definitions):
            for period in breaks.rebased(definition) if definition.rebases else ():
                if period in self.matrix.periods:
                    starts[row, self.matrix.periods.index(period)] = True
        return starts

    @cached_property
    def doubtful(self) -> NDArray[np.bool_]:
        """Figures in doubt, series by periods."""
        return in_doubt(self.matrix, self.definitions)

    def marked(self, key: int, columns: Places) -> tuple[str, ...]:
        """Name the states of a series' figures in some columns that must be told: illustrative, provisional."""
        return self.marks(self.matrix.rows[key, columns][None, :])[0]

    def marks(self, places: Places) -> list[tuple[str, ...]]:
        """Name for each line of figures, by their rows in the frame, -1 for none, the states that must be told."""
        codes = np.append(self.states, -1)[places]
        held = {
            state: (codes == self.state_names.index(state)).any(axis=1) for state in MARKED if state in self.state_names
        }
        marks = zip(*(flags.tolist() for flags in held.values()), strict=True) if held else [()] * len(codes)
        return [tuple(state for state, there in zip(held, line, strict=True) if there) for line in marks]
