"""The words around a drawn chart: periods and levels at its edges, breaks over it, names beside it, its key under it.

In: a Sheet. Out: words on it, and the room that they need around the figures.
"""

import math

from kpi.charts import static_beside, static_key
from kpi.charts.model import Chart
from kpi.charts.sheet import Margins, Sheet, Size, width
from kpi.charts.static_layers import levels


def margins(chart: Chart, size: Size) -> Margins:
    """Give the room for words around the figures."""
    row = size.letters * 1.25
    left = max(width(text, size.letters) for text in _level_texts(chart.span())) + size.letters * 0.8
    beside, under = static_beside.room(chart, size), static_key.height(chart, size)
    return Margins(left, beside, row * (2.4 if chart.breaks else 1.6), row * 2.2 + under)


def draw(sheet: Sheet) -> None:
    """Write the words at the edges."""
    _levels(sheet)
    _periods(sheet)
    _breaks(sheet)
    static_beside.draw(sheet)
    static_key.draw(sheet)


def _level_texts(span: tuple[float, float]) -> list[str]:
    """Write round levels with as many decimals as they need."""
    found = levels(span)
    places = next((p for p in range(6) if all(abs(level - round(level, p)) < 1e-9 for level in found)), 6)
    return [f"{level + 0.0:,.{places}f}".replace("-", "\u2212") for level in found]


def _levels(sheet: Sheet) -> None:
    """Write the levels beside the axis and what they count over it."""
    gap = sheet.size.letters * 0.5
    for level, text in zip(levels(sheet.span), _level_texts(sheet.span), strict=True):
        sheet.say(sheet.margins.left - gap, sheet.y(level), text, across="right", up="center_baseline")
    sheet.say(0, sheet.size.height - sheet.size.letters * 0.3, sheet.chart.axis, up="top")


def _periods(sheet: Sheet) -> None:
    """Write periods in two lines, the newest always, and of the others as many as there is room for."""
    names = [period.replace(" ", "\n", 1) for period in sheet.chart.periods]
    widest = max(width(part, sheet.size.letters) for name in names for part in name.split("\n"))
    every = max(1, math.ceil((widest + sheet.size.letters * 0.8) / sheet.step))
    low = sheet.margins.bottom - sheet.size.letters * 0.4
    for place in range(len(names) - 1, -1, -every):
        sheet.say(sheet.x(place), low, names[place], across="center", up="top")


def _breaks(sheet: Sheet) -> None:
    """Say over each line of a break what it is; of two that are close, over the first."""
    told, free = "Definition changed", -math.inf
    half = width(told, sheet.size.letters) / 2
    for broken in sheet.chart.breaks:
        x = min(max(sheet.x(broken.place - 0.5), half), sheet.size.width - half)
        if x - half > free:
            sheet.say(x, sheet.top + sheet.size.letters * 0.3, told, across="center", up="bottom")
            free = x + half
