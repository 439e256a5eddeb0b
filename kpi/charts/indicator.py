"""The chart of one indicator: its figures period by period, what was asked for, and where a definition changed.

In: the judged history of an indicator in one area, or in several. Out: a Chart.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from kpi.charts.model import MOST_LINES, NO_FIGURE, Band, Break, Chart, Line, Point, Span, Target
from kpi.definitions.expand import Edges, Floats, expand
from kpi.definitions.indicator import Indicator
from kpi.period import Period
from kpi.scorecard import IndicatorHistory, Row
from kpi.story import target_text

AXES = {
    "count": "Number",
    "percent": "Per cent",
    "pounds": "Pounds",
    "days": "Days",
    "cases": "Cases a worker",
    "score": "Score",
}


def chart(
    histories: Sequence[IndicatorHistory], title: str, chosen: Period | None = None, until: Period | None = None
) -> Chart:
    """Draw one area with the bands of its status, or up to four areas side by side, each with its target.

    `until` makes room for periods after the last figure.
    """
    shown = list(histories)[:MOST_LINES]
    definition = shown[0].definition
    periods = _reaching(sorted({row.period for history in shown for row in history.rows}), until)
    alone = len(shown) == 1
    edges = [expand(definition, history.area, periods) for history in shown]
    labels = tuple(period.short_label for period in periods)
    return Chart(
        title=title,
        alt=_alt(shown, labels, title),
        axis=AXES.get(definition.unit, f"Rate per {definition.per:,}" if definition.per else "Rate"),
        periods=labels,
        lines=tuple(Line("" if alone else history.area_title, _points(history, periods)) for history in shown),
        targets=_targets(shown, edges),
        bands=_bands(edges[0]) if alone else (),
        breaks=tuple(Break(periods.index(period), reason) for period, reason in shown[0].breaks),
        chosen=periods.index(chosen) if chosen in periods else None,
    )


def _reaching(periods: list[Period], until: Period | None) -> list[Period]:
    """Add the periods that follow, up to the one given."""
    while until and periods and periods[-1] < until:
        periods.append(periods[-1].next())
    return periods


def _alt(histories: Sequence[IndicatorHistory], labels: Sequence[str], title: str) -> str:
    names = ", ".join(history.title for history in histories)
    if not labels:
        return f"Empty chart of {names}: there are no figures."
    return f"Line chart of {names}, {labels[0]} to {labels[-1]}. {title} The table after the chart holds every figure."


def _points(history: IndicatorHistory, periods: Sequence[Period]) -> tuple[Point, ...]:
    """Give a point for every period; a period the series does not reach is a gap."""
    rows = {row.period: row for row in history.rows}
    return tuple(_point(rows[period]) if period in rows else Point(None, NO_FIGURE) for period in periods)


def _point(row: Row) -> Point:
    return Point(row.shown, row.text, row.status.value, row.state or "final", _note(row))


def _note(row: Row) -> str:
    state = row.state.capitalize() if row.state not in ("", "final") else ""
    target = f"Target {row.target_text}, {row.status_word}" if row.target_text else ""
    doubt = f"In doubt: {row.doubt_reason}" if row.doubt_reason else ""
    return ". ".join(part for part in (target, state, doubt) if part)


def _targets(histories: Sequence[IndicatorHistory], edges: Sequence[Edges]) -> tuple[Target, ...]:
    """Give each different target once, named after the areas it holds for."""
    found: dict[tuple[tuple[float | None, ...], tuple[float | None, ...]], list[str]] = {}
    for history, edge in zip(histories, edges, strict=True):
        found.setdefault((_numbers(edge.low), _numbers(edge.high)), []).append(history.area_title)
    definition = histories[0].definition
    alone = len(histories) == 1
    return tuple(
        Target(_target_label(low, high, definition, [] if alone else areas), low, high)
        for (low, high), areas in found.items()
        if any(value is not None for value in (*low, *high))
    )


def _target_label(
    low: Sequence[float | None], high: Sequence[float | None], definition: Indicator, areas: Sequence[str]
) -> str:
    """Name a target by its first value: 'Target at most 25 cases', with its areas where there are several lines."""
    first = next((pair for pair in zip(low, high, strict=True) if pair != (None, None)), (None, None))
    changes = len({pair for pair in zip(low, high, strict=True) if pair != (None, None)}) > 1
    words = f"Target{', at first' if changes else ''} {target_text(*first, definition)}"
    return f"{words} ({' and '.join(areas)})" if areas else words


def _numbers(edge: Floats) -> tuple[float | None, ...]:
    return tuple(None if math.isnan(value) else value for value in edge.tolist())


def _bands(edges: Edges) -> tuple[Band, ...]:
    """Cut each period's values into what would be red, amber and green; no band where there is no target."""
    cuts = [_cut(*column) for column in zip(*(edge.tolist() for edge in edges), strict=True)]
    names = [
        name
        for name in ("red below", "amber below", "green", "amber above", "red above")
        if any(name in c for c in cuts)
    ]
    return tuple(Band(name.split()[0], tuple(cut.get(name) for cut in cuts)) for name in names)


def _cut(
    low: float,
    high: float,
    green_below: float,
    green_above: float,
    amber_below: float,
    amber_above: float,
    floor_low: float,
    floor_high: float,
) -> dict[str, Span]:
    """Give the spans of values that have each status under one target."""
    if math.isnan(low) and math.isnan(high):
        return {}
    worst_low = max(_or(low - amber_below, -math.inf), _or(floor_low, -math.inf))
    worst_high = min(_or(high + amber_above, math.inf), _or(floor_high, math.inf))
    good_low = max(_or(low - green_below, -math.inf), worst_low)
    good_high = min(_or(high + green_above, math.inf), worst_high)
    edges = (-math.inf, worst_low, good_low, good_high, worst_high, math.inf)
    names = ("red below", "amber below", "green", "amber above", "red above")
    return {name: span for name, span in zip(names, pairwise(edges), strict=True) if span[1] > span[0]}


def _or(value: float, otherwise: float) -> float:
    return otherwise if math.isnan(value) else value
