"""The words of a drawn chart: periods and levels at its edges, names at the ends of lines, and the figures that matter.

In: a Sheet. Out: words on it, apart from each other, and the room that they need around the figures.
"""

import math
from collections.abc import Sequence
from typing import Final

from kpi.charts.ink import WORDS
from kpi.charts.model import NO_FIGURE, Chart, Point
from kpi.charts.sheet import Margins, Sheet, Size, folded, width
from kpi.charts.static_layers import levels
from kpi.charts.where import falls_to, quiet_place

SMALL: Final = 0.95
NAMES: Final = 0.19
"""The share of the width that names beside the chart take at most."""


def margins(chart: Chart, size: Size) -> Margins:
    """Give the room for words around the figures."""
    row = size.letters * 1.25
    left = max(width(text, size.letters) for text in _level_texts(chart.span())) + size.letters * 0.8
    beside = max(
        (width(text, size.letters, bold) for _, lines in _ends(chart, size) for text, bold in lines), default=0
    )
    return Margins(left, beside + size.letters * 0.9, row * (2.4 if chart.breaks else 1.6), row * 2.2)


def draw(sheet: Sheet) -> None:
    """Write all words."""
    _levels(sheet)
    _periods(sheet)
    _breaks(sheet)
    _targets(sheet)
    _beside(sheet)
    if len(sheet.chart.lines) == 1:
        _values(sheet)
    _forecast(sheet)


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


def _targets(sheet: Sheet) -> None:
    """Write what was asked for on its line, where figures cross it least."""
    letters = sheet.size.letters
    for target in sheet.chart.targets:
        lines = folded(target.label, letters, sheet.width)
        wide = max(width(text, letters) for text in lines)
        cover = min(max(1, math.ceil(wide / sheet.step)), len(sheet.chart.periods))
        place, level = quiet_place(target, sheet.chart, cover)
        x = min(sheet.x(place - 0.5) + letters * 0.3, sheet.right - wide)
        sheet.say(x, sheet.y(level) + letters * 0.2, "\n".join(lines), up="bottom")


Words = tuple[float, list[tuple[str, bool]]]
"""Words beside the chart: the level they belong to, and their lines with whether each is bold."""


def _ends(chart: Chart, size: Size) -> list[Words]:
    """Give what stands beside the chart: names of lines, of limits, or of statuses."""
    room = size.width * NAMES
    if len(chart.lines) > 1:
        return [_named(chart, line.label, *last, size) for line in chart.lines if (last := line.last())]
    if chart.guides:
        named = [guide for guide in chart.guides if guide.label]
        return [
            (_latest(guide.levels), [(text, False) for text in folded(guide.label, size.letters, room)])
            for guide in named
        ]
    return _statuses(chart)


def _named(chart: Chart, name: str, place: int, point: Point, size: Size) -> Words:
    """Name a line with its latest figure, and with the period where that is not the newest."""
    room = size.width * NAMES
    when = "" if place == len(chart.periods) - 1 else f" ({chart.periods[place]})"
    told = [(text, True) for text in folded(name, size.letters, room, True)]
    return point.value or 0.0, told + [(text, False) for text in folded(point.text + when, size.letters, room)]


def _latest(values: Sequence[float | None]) -> float:
    return next((value for value in reversed(values) if value is not None), 0.0)


def _statuses(chart: Chart) -> list[Words]:
    """Name the bands of the newest period in their middle."""
    low, high = chart.span()
    found = []
    for band in chart.bands:
        span = band.spans[-1] if band.spans else None
        if span and (least := max(span[0], low)) < (most := min(span[1], high)):
            found.append(((least + most) / 2, [(WORDS[band.status], False)]))
    return found


def _beside(sheet: Sheet) -> None:
    """Write names beside the chart at their levels, apart from each other."""
    row = sheet.size.letters * 1.2
    ends = sorted(_ends(sheet.chart, sheet.size), key=lambda end: end[0])
    heights = [len(lines) * row for _, lines in ends]
    middles = apart([sheet.y(level) for level, _ in ends], heights, 0, sheet.size.height)
    for (_, lines), middle, height in zip(ends, middles, heights, strict=True):
        for number, (text, bold) in enumerate(lines):
            y = middle + height / 2 - (number + 0.5) * row
            sheet.say(sheet.right + sheet.size.letters * 0.6, y, text, up="center_baseline", bold=bold)


def apart(middles: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move things that stand over each other, lowest first, so that none covers another and all stay within."""
    placed: list[float] = []
    floor = low
    for middle, height in zip(middles, heights, strict=True):
        placed.append(max(middle, floor + height / 2))
        floor = placed[-1] + height / 2
    ceiling = high
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], ceiling - heights[at] / 2)
        ceiling = placed[at] - heights[at] / 2
    return placed


def _values(sheet: Sheet) -> None:
    """Write the latest figure of the only line, the chosen one, and what stands in place of a figure."""
    [line] = sheet.chart.lines
    last = line.last()
    told = {last[0]: last[1]} if last else {}
    if sheet.chart.chosen is not None:
        told[sheet.chart.chosen] = line.points[sheet.chart.chosen]
    for place, point in enumerate(line.points):
        if point.value is None and point.text != NO_FIGURE:
            _instead(sheet, place, point)
    for place, point in told.items():
        if point.value is not None:
            _value(sheet, place, point.text, point.value)


def _value(sheet: Sheet, place: int, text: str, value: float) -> None:
    size = sheet.size.letters * 1.2
    half = width(text, size, True) / 2
    x = min(max(sheet.x(place), sheet.margins.left + half), sheet.right - half)
    down = falls_to(place, sheet.chart.lines[0])
    away = sheet.size.marker * 0.9 * (-1 if down else 1)
    sheet.say(x, sheet.y(value) + away, text, across="center", up="top" if down else "bottom", size=size, bold=True)


def _instead(sheet: Sheet, place: int, point: Point) -> None:
    """Write at the foot of the chart what was said in place of a figure."""
    size = sheet.size.letters * SMALL
    lines = folded(point.text, size, max(sheet.step * 1.6, size * 5))[:3]
    sheet.say(sheet.x(place), sheet.margins.bottom + 2, "\n".join(lines), across="center", up="bottom", size=size)


def _forecast(sheet: Sheet) -> None:
    ahead = sheet.chart.forecast
    if ahead is None:
        return
    half = width(ahead.text, sheet.size.letters, True) / 2
    x = min(sheet.x(ahead.place), sheet.size.width - half)
    sheet.say(x, sheet.y(ahead.high) + sheet.size.letters * 0.4, ahead.text, across="center", up="bottom", bold=True)
