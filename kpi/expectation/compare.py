"""Compares two figures of a series, however far apart, by the rules that the scorecard's directions follow.

In: the row now, the row or period then. Out: the Comparison that sentences are made of.
"""

from functools import lru_cache
from math import isnan, nan

from kpi import number
from kpi.judge import direction
from kpi.judge.direction import DIRECTIONS, Between, Polarity, Rule, Why
from kpi.period import Period
from kpi.scorecard import IndicatorHistory, Row
from kpi.scorecard.judged import POLARITY, is_running_total
from kpi.story import breaks, doubts
from kpi.story.facts import Comparison

WHYS = tuple(Why)
Barriers = tuple[bool, bool, bool, bool]
"""The year restarts, nothing came before, the definition changed, a figure is in doubt."""


def since(now: Row, period: Period, history: IndicatorHistory, *, by_polarity: bool) -> Comparison:
    """Compare the figure now with that of an earlier period; without `by_polarity` it only rises or falls."""
    then = history.at(period)
    definition = now.definition
    low, high = (nan if edge is None else edge for edge in (now.target_low, now.target_high))
    polarity = POLARITY[definition.polarity] if by_polarity else Polarity.NONE
    rule = (int(polarity), low, high, definition.no_change, _adds_up(now, period))
    shown = tuple(nan if row is None or row.shown is None else row.shown for row in (now, then))
    change, way, why = _judged(*shown, rule, _barriers(now, period, history))
    return Comparison(
        period,
        then.value if then else None,
        then.symbol if then else "",
        then.note if then else "",
        then.state if then else "",
        None if isnan(change) else number.round_half_away(change, definition.shown_decimals),
        DIRECTIONS[way],
        WHYS[why],
    )


def restarts(now: Row, period: Period) -> bool:
    """Tell whether a year-to-date figure stands at another place of another year, so that the two never compare."""
    definition = now.definition
    if definition.basis != "year_to_date" or definition.frequency == "year" or period.year == now.period.year:
        return False
    return period.last_day.month != now.period.last_day.month


@lru_cache(maxsize=8192)
def _judged(
    now: float, then: float, rule: tuple[int, float, float, float, bool], barriers: Barriers
) -> tuple[float, int, int]:
    """Judge one movement: the change, the direction's code, the reason's code; many actions rest on the same two."""
    moved = direction.compare(now, then, Rule(*rule), Between(*barriers))
    return float(moved.change), int(moved.direction), int(moved.why)


def _adds_up(now: Row, period: Period) -> bool:
    """Tell a total of the year that grows from then to now."""
    return is_running_total(now.definition) and period.year == now.period.year


def _barriers(now: Row, period: Period, history: IndicatorHistory) -> Barriers:
    """Find what forbids comparing."""
    definition = now.definition
    return (
        restarts(now, period),
        period < history.rows[0].period,
        breaks.between(definition, period, now.period) is not None,
        bool(doubts.about(now) or doubts.reason(definition, now.area, period)),
    )
