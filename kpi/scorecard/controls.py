"""Control charts of the series behind a scorecard, as they stood at each cell's own period.

In: cells of a matrix. Out: what the chart says of each cell's figure, and the limits over a whole series.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from kpi.definitions.expand import expand_series
from kpi.definitions.indicator import Indicator
from kpi.judge.spc import ASSURANCES, KINDS, VARIATIONS, Assurance, Charted, Kind, Variation, chart
from kpi.judge.spc_limits import Refusal
from kpi.judge.status import Floats
from kpi.period import Period
from kpi.scorecard.cells import Cells
from kpi.scorecard.columns import Places
from kpi.scorecard.judged import POLARITY, at
from kpi.scorecard.past import nullable
from kpi.story.variation import Control, Uncharted

EVERY: Final = 2**31 - 1
"""A baseline that no series is longer than."""
NOWHERE: Final = np.zeros(0, dtype=np.int64)
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
    return chart(figures, cells.starts[:, shown][key], baseline, way[key], low, high)


def of(cells: Cells, charted: Charted, place: int) -> Control:
    """Say what the chart of one cell shows of its figure."""
    key, now = int(cells.columns.key[place]), int(cells.columns.now[place])
    why, last = _why(cells, charted, place), int(charted.last[place])
    told = why is Uncharted.NOT
    stretch = _stretch(cells, key, now)
    mean, lower, upper = (_of_last(array, place, last) for array in (charted.mean, charted.lower, charted.upper))
    sure = ASSURANCES[int(charted.assurance[place])]
    return Control(
        variation=VARIATIONS[int(charted.variation[place])] if told else Variation.CANNOT_TELL,
        assurance=sure if told or sure is Assurance.NO_TARGET else Assurance.CANNOT_TELL,
        why=why,
        signal=KINDS[int(charted.kind[place, last])] if told else KINDS[0],
        up=bool(told and charted.direction[place, last] > 0),
        mean=mean,
        lower=lower,
        upper=upper,
        since=cells.matrix.periods[int(stretch[0])] if len(stretch) else None,
        count=len(stretch),
        states=cells.marked(key, stretch),
    )


def _why(cells: Cells, charted: Charted, place: int) -> Uncharted:
    """Find the first thing that forbids judging a cell."""
    key, now = int(cells.columns.key[place]), int(cells.columns.now[place])
    if now < 0 or np.isnan(cells.matrix.values[key, now]):
        return Uncharted.NO_FIGURE
    kind = uncharted(cells.definitions[key])
    if kind is Uncharted.NOT and cells.doubtful[key, now]:
        return Uncharted.DOUBT
    return kind or REFUSED[Refusal(int(charted.refusal[place]))]


def _of_last(array: Floats, place: int, last: int) -> float:
    return float(array[place, last]) if last >= 0 else float("nan")


def _stretch(cells: Cells, key: int, now: int) -> Places:
    """Give the columns of the figures since the limits of a cell started."""
    upto = slice(0, now + 1)
    there = ~np.isnan(cells.matrix.values[key, upto]) & ~cells.doubtful[key, upto]
    pieces = np.cumsum(cells.starts[key, upto])
    return np.flatnonzero(there & (pieces == pieces[-1])) if now >= 0 else NOWHERE


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
