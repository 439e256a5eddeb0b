"""Puts a scorecard and an indicator's whole series together.

In: figures in the series contract, definitions, a period. Out: a Scorecard, or an IndicatorHistory.
"""

from collections.abc import Sequence

import pandas as pd

from kpi.definitions.expand import expand_series
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Frequency, Period
from kpi.scorecard.build import Batch, rows
from kpi.scorecard.card import IndicatorHistory, Scorecard
from kpi.scorecard.columns import at_period, every, shown_period
from kpi.scorecard.history import recent
from kpi.scorecard.kinds import by_kind, keys_of
from kpi.scorecard.past import NO_HISTORY
from kpi.scorecard.row import Row
from kpi.series import Key, Matrix, matrix

RECENT = 12
"""Periods that a row remembers for its sparkline."""


def assemble(frame: pd.DataFrame, pack: Pack, period: Period, revision: int, history: int = RECENT) -> Scorecard:
    """Judge every indicator and area for a period; one row each, whether or not there is a figure.

    `history` is how many recent periods each row remembers. Figures of indicators and areas that the definitions do
    not have are left out.
    """
    place = {key: order for order, key in enumerate(keys_of(pack.by_id.values()))}
    made: dict[Key, Row] = {}
    for definitions in by_kind(pack.by_id.values()):
        for row in _rows_of_kind(frame, pack, definitions, period, history):
            made[row.definition.id, row.area] = row
    return Scorecard(period, revision, tuple(made[key] for key in place))


def judged_series(frame: pd.DataFrame, pack: Pack, indicator_id: str, area: str, revision: int) -> IndicatorHistory:
    """Judge every period of one indicator and area, from its first figure to its last, gaps included.

    Raises KeyError for an indicator that the definitions do not have.
    """
    definition = pack.by_id[indicator_id]
    frequency, calendar = Frequency(definition.frequency), Calendar(definition.calendar)
    laid_out = matrix(frame, [(indicator_id, area)], frequency, calendar)
    title = pack.area_titles.get(area, area)
    if not laid_out.periods:
        return IndicatorHistory(definition, area, title, revision, ())
    batch = _batch(frame, pack, laid_out, [definition], 0)
    columns = every(laid_out, frequency)
    made = rows(batch, columns, laid_out.periods, [NO_HISTORY] * len(laid_out.periods))
    return IndicatorHistory(definition, area, title, revision, tuple(made))


def _rows_of_kind(
    frame: pd.DataFrame, pack: Pack, definitions: Sequence[Indicator], period: Period, history: int
) -> list[Row]:
    """Make the rows of all indicators of one frequency and calendar."""
    frequency, calendar = Frequency(definitions[0].frequency), Calendar(definitions[0].calendar)
    keys = keys_of(definitions)
    needed: list[Period] = []
    if frequency is not Frequency.DATE:
        shown = shown_period(period, frequency, calendar)
        needed = [shown.shift(1 - max(history, 2)), shown.year_before(), shown]
    laid_out = matrix(frame, keys, frequency, calendar, within=needed)
    columns = at_period(laid_out, period, frequency, calendar)
    edges_from = min((laid_out.column(p) for p in needed), default=0)
    of_key = [pack.by_id[indicator] for indicator, _ in keys]
    batch = _batch(frame, pack, laid_out, of_key, edges_from)
    return rows(batch, columns, [period] * len(keys), recent(batch, columns, history))


def _batch(
    frame: pd.DataFrame, pack: Pack, laid_out: Matrix, definitions: Sequence[Indicator], edges_from: int
) -> Batch:
    edges = expand_series(pack.by_id, laid_out.keys, laid_out.periods[edges_from:])
    return Batch(frame, pack, laid_out, definitions, edges, edges_from)
