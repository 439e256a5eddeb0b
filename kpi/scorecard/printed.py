"""Figures as they may be printed: what could point at a child is withheld before anything is judged or said of it.

In: figures in the series contract and definitions. Out: the same figures, suppressed where a release hides them.
"""

from collections.abc import Iterator
from functools import cache

import pandas as pd

from kpi import series
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Period, PeriodError, parse
from kpi.scorecard.assemble import assemble
from kpi.scorecard.card import Scorecard
from kpi.scorecard.publish import CHILDREN, release_of

Hidden = tuple[str, str, str]
"""Indicator, area and period of a figure that is not printed."""


def printed(frame: pd.DataFrame, pack: Pack) -> pd.DataFrame:
    """Suppress every figure that a release of its period would not show; rounding is left to the public edition."""
    hidden = set(_hidden(frame, pack))
    if not hidden:
        return frame
    made = frame.copy()
    keys = zip(made["indicator"], made["area"], made["period"], strict=True)
    places = [key in hidden for key in keys]
    made.loc[places, list(series.NUMBERS)] = float("nan")
    texts = made["symbol"].astype(object)
    texts[places] = series.SUPPRESSED
    return series.conform(made.assign(symbol=texts))


def _hidden(frame: pd.DataFrame, pack: Pack) -> Iterator[Hidden]:
    """Name the figures that are held and not printed, period by period."""
    counted = Pack(council=pack.council, indicators=tuple(one for one in pack.indicators if one.disclosure == CHILDREN))
    of_children = frame[frame["indicator"].isin(counted.by_id)]

    @cache
    def card_at(period: Period) -> Scorecard:
        return assemble(of_children, counted, period, 0, history=2)

    for period in _periods(of_children, counted):
        for figure in release_of(card_at, pack.council, period).figures:
            if figure.hidden and figure.row.value is not None:
                yield figure.row.indicator, figure.row.area, figure.row.period.text


def _periods(frame: pd.DataFrame, pack: Pack) -> list[Period]:
    """Name the periods that have figures of children; texts that are no period are passed over, as by a scorecard."""
    found: set[Period] = set()
    asked = {(pack.by_id[name].calendar, text) for name, text in zip(frame["indicator"], frame["period"], strict=True)}
    for calendar, text in asked:
        try:
            found.add(parse(text, Calendar(calendar)))
        except PeriodError:
            continue
    return sorted(found)
