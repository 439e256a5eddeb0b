"""The layers of a chart that are asked for: limits as steps with special points by shape, and a forecast.

In: a Chart and colours. Out: traces and words as plain values, which plotly.py puts into its figure.
"""

import math
from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final

from kpi.charts.ink import LABEL_GAP, Ink, beside, places, plain
from kpi.charts.model import Chart, Point

SHAPES: Final = {
    ("outside", True): "diamond",
    ("outside", False): "diamond",
    ("trend", True): "triangle-up",
    ("trend", False): "triangle-down",
    ("two_of_three", True): "square",
    ("two_of_three", False): "square",
    ("shift", True): "cross",
    ("shift", False): "cross",
}
"""What a marked point looks like, by what marks it and on which side."""
MEANINGS: Final = {
    "diamond": "Beyond a limit",
    "triangle-up": "Rising: seven in a row or more",
    "triangle-down": "Falling: seven in a row or more",
    "square": "Near a limit: two of three",
    "cross": "On one side of the mean: seven in a row or more",
}
"""What each shape says of a point."""
DASHES: Final = {"mean": "solid", "limit": "12px,3px,2px,3px", "near": "2px,4px"}
ROOM: Final = 92
"""Pixels beside the chart for the names of limits."""
NAME_WIDTH: Final = 11
PLAIN, MARKED = (10, 7), (15, 11)
"""Pixels of a point and of one that is marked, each where there is room and where points crowd."""


def marker(points: Sequence[Point], otherwise: str, *, crowded: bool = False) -> dict[str, Any]:
    """Give shape and size of points: those of what marks a point, or those of its line."""
    if not any(point.mark for point in points):
        return {"symbol": otherwise, "size": PLAIN[crowded]}
    # Sizes that differ would make Plotly draw points through which the line shows.
    symbols = [SHAPES.get((point.mark, point.up), otherwise) for point in points]
    sizes = [(MARKED if point.mark else PLAIN)[crowded] for point in points]
    return {"symbol": symbols, "size": sizes, "opacity": 1}


def guides(chart: Chart, ink: Ink) -> list[dict[str, Any]]:
    """Draw limits as steps, each level through its period."""
    steps = [edge for place in places(chart) for edge in (place - 0.5, place + 0.5)]
    return [
        {
            "type": "scatter",
            "x": steps,
            "y": [level for level in guide.levels for _ in range(2)],
            "mode": "lines",
            "name": guide.label,
            "hoverinfo": "skip",
            "line": {"color": ink.text, "width": 1 if guide.style == "near" else 1.5, "dash": DASHES[guide.style]},
        }
        for guide in chart.guides
    ]


def forecast(chart: Chart, ink: Ink) -> list[dict[str, Any]]:
    """Draw the forecast as a hollow star with an upright line through its interval."""
    ahead = chart.forecast
    if ahead is None:
        return []
    reach = {"type": "data", "array": [ahead.high - ahead.value], "arrayminus": [ahead.value - ahead.low]}
    place = ahead.place - len(chart.periods) + 1
    bars = {"symmetric": False, "color": ink.text, "thickness": 2.5, "width": 8}
    return [
        {
            "type": "scatter",
            "x": [place],
            "y": [ahead.value],
            "mode": "markers",
            "name": "Forecast",
            "text": [f"<b>{plain(chart.periods[ahead.place])}</b><br>{plain(ahead.text)}"],
            "hovertemplate": "%{text}<extra></extra>",
            "error_y": reach | bars,
            "cliponaxis": False,
            "marker": {
                "symbol": "star",
                "size": 16,
                "color": ink.paper,
                "line": {"color": ink.text, "width": 2.5},
            },
        }
    ]


def words(chart: Chart, height: float) -> list[dict[str, Any]]:
    """Name the limits beside the chart, apart from each other, and the forecast over its interval."""
    ends = sorted((_latest(guide.levels), guide.label) for guide in chart.guides if guide.label)
    told, lowest = [], -math.inf
    for level, label in ends:
        at = max(level, lowest)
        lines = wrap(label, NAME_WIDTH)
        lowest = at + (len(lines) + 0.4) * LABEL_GAP * height
        told.append({"text": "<br>".join(map(plain, lines)), "size": 14} | beside(at))
    if chart.forecast:
        place = chart.forecast.place - len(chart.periods) + 1
        where = {"x": place, "y": chart.forecast.high, "xanchor": "right" if place > -2 else "center"}
        told.append({"text": f"<b>{plain(chart.forecast.text)}</b>", "yanchor": "bottom", "yshift": 4} | where)
    return told


def _latest(levels: tuple[float | None, ...]) -> float:
    """Give the last level that there is."""
    return next(level for level in reversed(levels) if level is not None)
