"""What a drawn chart shows under its words: bands of status, grid, limits, targets, breaks, lines and the forecast.

In: a Sheet. Out: marks on it. Illustrative figures are hollow; a line parts where a figure is missing or a definition
changed.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

from matplotlib.ticker import MaxNLocator

from kpi.charts.model import Line, Point
from kpi.charts.overlay import SHAPES
from kpi.charts.sheet import Sheet

MARKERS: Final = ("o", "s", "D", "^")
DASHES: Final = ("-", (0, (4, 1.6)), (0, (1, 1.2)), (0, (8, 2.4)))
GUIDES: Final = {"mean": "-", "limit": (0, (8, 2, 2, 2)), "near": (0, (1, 3))}
MARKED: Final = {"diamond": "D", "triangle-up": "^", "triangle-down": "v", "square": "s", "cross": "P"}
"""Matplotlib's names of the shapes that mark a point."""


GRID: Final = 1.2
BEHIND: Final = 1.5
"""Limits and targets, and words on them, lie behind the figures."""


def draw(sheet: Sheet) -> None:
    """Draw every layer, the figures last."""
    _bands(sheet)
    _grid(sheet)
    _guides(sheet)
    _targets(sheet)
    _breaks(sheet)
    for place, line in enumerate(sheet.chart.lines):
        _line(sheet, line, place)
    _forecast(sheet)


def levels(span: tuple[float, float]) -> list[float]:
    """Give round levels across the span, six or so."""
    found = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]).tick_values(*span)
    return [float(level) for level in found if span[0] <= level <= span[1]]


def _bands(sheet: Sheet) -> None:
    """Wash the values of each status, period by period."""
    for band in sheet.chart.bands:
        for first, last, (low, high) in band.runs():
            bottom, top = sheet.y(low), sheet.y(high)
            if top > bottom:
                sheet.box(sheet.x(first - 0.5), bottom, sheet.x(last + 0.5), top, sheet.ink.bands[band.status])


def _grid(sheet: Sheet) -> None:
    """Draw faint levels, and the lines on which the chart stands."""
    left, right, thin = sheet.margins.left, sheet.right, sheet.size.line * 0.35
    for level in levels(sheet.span):
        look: dict[str, Any] = {"linewidth": thin, "linestyle": (0, (2, 3)), "zorder": GRID}
        sheet.line([left, right], [sheet.y(level)] * 2, color=sheet.ink.faint, **look)
    bottom = sheet.margins.bottom
    sheet.line([left, left, right], [sheet.top, bottom, bottom], color=sheet.ink.faint, linewidth=thin * 1.6)


def steps(sheet: Sheet, values: Sequence[float | None]) -> tuple[list[float], list[float]]:
    """Give a line in points that is level through each period and changes between them."""
    xs = [sheet.x(place + side) for place in range(len(values)) for side in (-0.5, 0.5)]
    return xs, [math.nan if value is None else sheet.y(value) for value in values for _ in range(2)]


def _guides(sheet: Sheet) -> None:
    for guide in sheet.chart.guides:
        width = sheet.size.line * (0.4 if guide.style == "near" else 0.6)
        look: dict[str, Any] = {"color": sheet.ink.text, "linewidth": width, "linestyle": GUIDES[guide.style]}
        sheet.line(*steps(sheet, guide.levels), zorder=BEHIND, **look)


def _targets(sheet: Sheet) -> None:
    look: dict[str, Any] = {"color": sheet.ink.target, "linewidth": sheet.size.line * 0.7, "linestyle": (0, (4, 2.4))}
    for target in sheet.chart.targets:
        for edge in (target.low, target.high):
            if any(value is not None for value in edge):
                sheet.line(*steps(sheet, edge), zorder=BEHIND, **look)


def _breaks(sheet: Sheet) -> None:
    look: dict[str, Any] = {"color": sheet.ink.text, "linewidth": sheet.size.line * 0.6, "linestyle": (0, (6, 3))}
    for broken in sheet.chart.breaks:
        sheet.line([sheet.x(broken.place - 0.5)] * 2, [sheet.margins.bottom, sheet.top], **look)


def _line(sheet: Sheet, line: Line, place: int) -> None:
    """Draw one series and its markers."""
    colour = sheet.ink.series[place]
    stroke: dict[str, Any] = {"color": colour, "linewidth": sheet.size.line, "linestyle": DASHES[place]}
    for piece in pieces(sheet, line):
        if len(piece) > 1:
            sheet.line([x for x, _ in piece], [y for _, y in piece], **stroke)
    for at, point in enumerate(line.points):
        if point.value is not None:
            marker(sheet, (sheet.x(at), sheet.y(point.value)), point, place)


def marker(sheet: Sheet, where: tuple[float, float], point: Point, place: int) -> None:
    """Draw one figure of a series: by the shape of what marks it or of its line, hollow where illustrative."""
    colour = sheet.ink.series[place]
    marked = MARKED.get(SHAPES.get((point.mark, point.up), ""))
    size = min(sheet.size.marker, sheet.step * 0.7) * (1.5 if marked else 1.0)
    face = sheet.ink.paper if point.is_illustrative else colour
    sheet.mark(*where, marked or MARKERS[place], face=face, edge=colour, size=size)


def pieces(sheet: Sheet, line: Line) -> Iterator[list[tuple[float, float]]]:
    """Give stretches of figures in points, without a gap or a change of definition between them."""
    broken = {each.place for each in sheet.chart.breaks}
    piece: list[tuple[float, float]] = []
    for at, point in enumerate(line.points):
        if point.value is None or at in broken:
            yield piece
            piece = []
        if point.value is not None:
            piece.append((sheet.x(at), sheet.y(point.value)))
    yield piece


def _forecast(sheet: Sheet) -> None:
    """Draw the forecast as a hollow star with an upright line through its interval."""
    ahead = sheet.chart.forecast
    if ahead is None:
        return
    x, low, high, cap = sheet.x(ahead.place), sheet.y(ahead.low), sheet.y(ahead.high), sheet.size.marker * 0.6
    look: dict[str, Any] = {"color": sheet.ink.text, "linewidth": sheet.size.line * 0.9}
    sheet.line([x, x], [low, high], **look)
    for end in (low, high):
        sheet.line([x - cap, x + cap], [end, end], **look)
    sheet.mark(x, sheet.y(ahead.value), "*", face=sheet.ink.paper, edge=sheet.ink.text, size=sheet.size.marker * 2)
