"""Where words stand on a chart so that nothing crosses them, on screen and on paper.

In: a Chart, levels. Out: places and levels.
"""

import math

from kpi.charts.model import Chart, Line, Target


def quiet_place(target: Target, chart: Chart, cover: int) -> tuple[int, float]:
    """Find the place from which words that cover some periods on a target's line are least crossed by figures."""
    sides = (target.high, target.low)
    edges = [(place, value) for edge in sides for place, value in enumerate(edge) if value is not None]
    fitting = [edge for edge in edges if edge[0] <= len(chart.periods) - cover] or edges[-1:]
    return max(fitting, key=lambda edge: _room_over(edge[0], edge[1], chart, cover))


def _room_over(place: int, level: float, chart: Chart, cover: int) -> float:
    """Give the distance from a level up to the figures over it, none where a line crosses it."""
    room = math.inf
    for line in chart.lines:
        values = [point.value for point in line.points[place : place + cover] if point.value is not None]
        over = [value - level for value in values if value >= level]
        room = min([room, *over, *([0.0] if 0 < len(over) < len(values) else [])])
    return room


def falls_to(place: int, line: Line) -> bool:
    """Tell whether the line comes down to a point, so that words over it would be crossed."""
    before, value = (line.points[place - 1].value if place else None), line.points[place].value
    return before is not None and value is not None and before > value
