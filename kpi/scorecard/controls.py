"""Control charts of the series behind a scorecard, as they stood at each cell's own period.

In: cells of a matrix. Out: what the chart says of each cell's figure, and the limits over a whole series.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi.definitions.expand import expand_series
from kpi.definitions.indicator import Indicator
from kpi.judge.spc import ASSURANCES, KINDS, VARIATIONS, Assurance, Charted, Kind, Variation, chart, ending
from kpi.judge.spc_block import PROFILES
from kpi.judge.spc_limits import Refusal
from kpi.period import Period
from kpi.scorecard.cells import Cells
from kpi.scorecard.judged import POLARITY, at
from kpi.scorecard.past import nullable
from kpi.story.variation import Control, Uncharted

EVERY: Final = 2**31 - 1
"""A baseline that no series is longer than."""
REFUSED: Final = {
    Refusal.NONE: Uncharted.NOT,
    Refusal.NO_FIGURE: Uncharted.NO_FIGURE,
    Refusal.TOO_FEW: Uncharted.TOO_FEW,
    Refusal.GAPS: Uncharted.GAPS,
    Refusal.NO_VARIATION: Uncharted.NO_VARIATION,
}
KINDS_OF_SERIES: Final = {
    ("frequency", "year"): Uncharted.YEARLY,
    ("frequency", "date"): Uncharted.DATED,
    ("basis", "year_to_date"): Uncharted.YEAR_TO_DATE,
    ("basis", "rolling_12_months"): Uncharted.ROLLING,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """One point of a control chart: limits (None where none can be drawn), what marks it, what that says."""

    period: Period
    mean: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    kind: Kind
    up: bool
    says: Variation
    trial: bool


def uncharted(definition: Indicator) -> Uncharted:
    """Say why figures of an indicator's kind make no control chart, NOT where they do."""
    found = (why for (name, value), why in KINDS_OF_SERIES.items() if getattr(definition, name) == value)
    return next(found, Uncharted.NOT)


def charts(cells: Cells) -> Charted:
    """Chart each cell's series up to its own period; figures in doubt are left out like missing ones."""
    key, now = cells.columns.key, cells.columns.now
    shown = slice(0, int(now.max(initial=-1)) + 1)
    columns = np.arange(shown.stop)
    figures = np.where(cells.doubtful, np.nan, cells.matrix.values)[:, shown][key]
    figures = np.where(columns > now[:, None], np.nan, figures)
    edges = expand_series(cells.pack.by_id, cells.matrix.keys, cells.matrix.periods)
    low, high = (at(edge, key, now) for edge in (edges.low, edges.high))
    way = np.array([POLARITY[definition.polarity] for definition in cells.definitions], dtype=np.int8)
    based = np.array([definition.baseline or EVERY for definition in cells.definitions], dtype=np.intp)
    baseline = based[key] if (based < EVERY).any() else None
    profile = PROFILES[cells.pack.council.control_charts]
    return chart(figures, cells.starts[:, shown][key], baseline, way[key], low, high, profile)


def of(cells: Cells, charted: Charted) -> tuple[Control, ...]:
    """Say what the chart of each cell shows of its figure."""
    resting = _resting(cells, charted.kind.shape[1])
    whys = _whys(cells, charted)
    variations = [VARIATIONS[code] for code in charted.variation.tolist()]
    sure = [ASSURANCES[code] for code in charted.assurance.tolist()]
    firsts, counts = _first(resting), np.count_nonzero(resting, axis=1).tolist()
    periods = cells.matrix.periods
    rows = np.where(resting, cells.matrix.rows[:, : resting.shape[1]][cells.columns.key], -1)
    fields = (
        [variation if not why else Variation.CANNOT_TELL for variation, why in zip(variations, whys, strict=True)],
        [
            assurance if not why or assurance is Assurance.NO_TARGET else Assurance.CANNOT_TELL
            for assurance, why in zip(sure, whys, strict=True)
        ],
        whys,
        [KINDS[code] for code in ending(charted.kind, charted.last, 0).tolist()],
        (ending(charted.direction, charted.last, 0) > 0).tolist(),
        *(ending(drawn, charted.last, np.nan).tolist() for drawn in (charted.mean, charted.lower, charted.upper)),
        [periods[first] if count else None for first, count in zip(firsts, counts, strict=True)],
        counts,
        cells.marks(rows),
        [cells.pack.council.control_charts] * len(whys),
    )
    return tuple(Control(*cell) for cell in zip(*fields, strict=True))


def _whys(cells: Cells, charted: Charted) -> list[Uncharted]:
    """Find the first thing that forbids judging each cell."""
    key, now = cells.columns.key, cells.columns.now
    missing = np.isnan(at(cells.matrix.values, key, now)).tolist()
    doubtful = np.nan_to_num(at(cells.doubtful.astype(float), key, now)).tolist()
    kinds = [uncharted(definition) for definition in cells.definitions]
    whys = []
    for row, absent, doubt, refusal in zip(key.tolist(), missing, doubtful, charted.refusal.tolist(), strict=True):
        why = kinds[row] or (Uncharted.DOUBT if doubt else REFUSED[Refusal(refusal)])
        whys.append(Uncharted.NO_FIGURE if absent else why)
    return whys


def _resting(cells: Cells, width: int) -> NDArray[np.bool_]:
    """Mark the figures since the limits of each cell started, by cell and column."""
    key, now = cells.columns.key, cells.columns.now
    there = ~np.isnan(cells.matrix.values[:, :width]) & ~cells.doubtful[:, :width]
    pieces = np.cumsum(cells.starts[:, :width], axis=1)
    own = ending(pieces[key], now, -1)
    return np.asarray(there[key] & (pieces[key] == own[:, None]) & (np.arange(width) <= now[:, None]))


def _first(flags: NDArray[np.bool_]) -> list[int]:
    """Give the first column marked in each row, 0 for none."""
    return list(flags.argmax(axis=1).tolist()) if flags.shape[1] else [0] * len(flags)


def limits(cells: Cells, charted: Charted, place: int) -> tuple[Limits, ...]:
    """Give the whole chart of one cell's series, point by point; nothing where figures of its kind make none."""
    key, now = int(cells.columns.key[place]), int(cells.columns.now[place])
    if uncharted(cells.definitions[key]) is not Uncharted.NOT:
        return ()
    return tuple(_limits(cells.matrix.periods[column], charted, place, column) for column in range(now + 1))


def _limits(period: Period, charted: Charted, place: int, column: int) -> Limits:
    drawn = (charted.mean, charted.lower, charted.upper, charted.near_lower, charted.near_upper)
    mean, lower, upper, near_lower, near_upper = nullable(np.array([array[place, column] for array in drawn]))
    refused = charted.refusals[place, column] != Refusal.NONE
    return Limits(
        period,
        mean,
        lower,
        upper,
        near_lower,
        near_upper,
        kind=KINDS[int(charted.kind[place, column])],
        up=bool(charted.direction[place, column] > 0),
        says=Variation.CANNOT_TELL if refused else VARIATIONS[int(charted.says[place, column])],
        trial=bool(charted.refusals[place, column] == Refusal.TOO_FEW and lower is not None),
    )
