"""Words among the figures of a drawn chart: the latest and the chosen figure, the forecast, and what the target is.

In: a Sheet. Out: words on it, each at the place where lines and other words cross it least.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from kpi.charts.clear import Box, Ground, Stroke, through
from kpi.charts.model import NO_FIGURE, Line, Target
from kpi.charts.sheet import Sheet, folded, width
from kpi.charts.static_layers import BEHIND, pieces, steps

LARGE: Final = 1.2
SMALL: Final = 0.95
ROW: Final = 1.2
"""The height of a line of words, as a share of its letters."""
FAINT: Final = 0.15
"""How much less the line of a target or of a limit disturbs words than a line of figures."""
FOLDED: Final = 0.6
"""The share of the width that a line of a target's words takes at most."""
MOST_PLACES: Final = 12
"""Places along a target's line that are tried."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of words with their size."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False
    behind: bool = False

    @property
    def look(self) -> dict[str, Any]:
        """Give how they are written."""
        return {"size": self.size, "bold": self.bold} | ({"behind": BEHIND + 0.1} if self.behind else {})

    @property
    def width(self) -> float:
        """Give the width of the widest line."""
        return max(width(line, self.size, self.bold) for line in self.lines)

    @property
    def height(self) -> float:
        """Give the height of all lines."""
        return len(self.lines) * self.size * ROW


def draw(sheet: Sheet) -> None:
    """Write the figures that matter first, so that they have the best places."""
    ground = Ground(_frame(sheet), tuple(_strokes(sheet)))
    if len(sheet.chart.lines) == 1:
        ground = _values(sheet, ground, sheet.chart.lines[0])
    ground = _forecast(sheet, ground)
    for target in sheet.chart.targets:
        ground = _target(sheet, ground, target)


def _frame(sheet: Sheet) -> Box:
    """Give the part where words may stand; over the figures there is room as long as no break is named there."""
    over = 0 if sheet.chart.breaks else sheet.size.letters * 0.5
    return Box(sheet.margins.left, sheet.margins.bottom, sheet.right, sheet.top + over)


def _strokes(sheet: Sheet) -> Iterator[Stroke]:
    """Give all lines on the sheet, and every figure as a short one."""
    half = sheet.size.marker / 2
    for line in sheet.chart.lines:
        for piece in pieces(sheet, line):
            yield from through([x for x, _ in piece], [y for _, y in piece])
            yield from (Stroke((x - half, y), (x + half, y)) for x, y in piece)
    for target in sheet.chart.targets:
        for edge in (target.low, target.high):
            yield from through(*steps(sheet, edge), FAINT)
    for guide in sheet.chart.guides:
        yield from through(*steps(sheet, guide.levels), FAINT)
    for broken in sheet.chart.breaks:
        x = sheet.x(broken.place - 0.5)
        yield Stroke((x, sheet.margins.bottom), (x, sheet.top))
    if ahead := sheet.chart.forecast:
        yield Stroke((sheet.x(ahead.place), sheet.y(ahead.low)), (sheet.x(ahead.place), sheet.y(ahead.high)))


def _written(sheet: Sheet, ground: Ground, words: Words, places: Sequence[tuple[float, float]]) -> Ground:
    """Write words with their lower left corner at the best of the places, and remember what they cover."""
    boxes = [Box(x, y, x + words.width, y + words.height) for x, y in places]
    number, cost = ground.best(boxes)
    box = boxes[number]
    middle = (box.left + box.right) / 2
    for row, line in enumerate(reversed(words.lines)):
        y = box.bottom + (row + 0.26) * words.size * ROW
        sheet.say(middle, y, line, across="center", up="baseline", clear=cost > 0, **words.look)
    return replace(ground, words=(*ground.words, box))


def _around(sheet: Sheet, words: Words, x: float, y: float, gap: float) -> list[tuple[float, float]]:
    """Give places around a point: over it, under it, then aside of both and beside it, held within the sheet."""
    most = sheet.right - words.width
    middle, over, under = x - words.width / 2, y + gap, y - gap - words.height
    left, right, beside = x - words.width - gap, x + gap, y - words.height / 2
    near = [(middle - words.width * 0.3, under), (middle + words.width * 0.3, under)]
    found = [(middle, over), (middle, under), *near, (left, over), (right, over), (left, under), (right, under)]
    found += [(right, beside), (left, beside)]
    return [(min(max(at, sheet.margins.left + 2), most), up) for at, up in found]


def _values(sheet: Sheet, ground: Ground, line: Line) -> Ground:
    """Write the latest figure of the only line, the chosen one, and what stands in place of a figure."""
    last = line.last()
    told = {last[0]: last[1]} if last else {}
    if sheet.chart.chosen is not None:
        told[sheet.chart.chosen] = line.points[sheet.chart.chosen]
    for place, point in told.items():
        if point.value is not None:
            words = Words((point.text,), sheet.size.letters * LARGE, bold=True)
            where = sheet.x(place), sheet.y(point.value)
            ground = _written(sheet, ground, words, _around(sheet, words, *where, sheet.size.marker * 0.75))
    for place, point in enumerate(line.points):
        if point.value is None and point.text != NO_FIGURE:
            ground = _instead(sheet, ground, place, point.text)
    return ground


def _instead(sheet: Sheet, ground: Ground, place: int, text: str) -> Ground:
    """Write at the foot of the chart what was said in place of a figure."""
    size = sheet.size.letters * SMALL
    words = Words(tuple(folded(text, size, max(sheet.step * 1.6, size * 6))[:3]), size)
    x = min(max(sheet.x(place) - words.width / 2, sheet.margins.left + 2), sheet.right - words.width)
    return _written(sheet, ground, words, [(x, sheet.margins.bottom + 1), (x, sheet.top - words.height)])


def _forecast(sheet: Sheet, ground: Ground) -> Ground:
    ahead = sheet.chart.forecast
    if ahead is None:
        return ground
    words, gap = Words((ahead.text,), sheet.size.letters, bold=True), sheet.size.letters * 0.3
    x, low, high = sheet.x(ahead.place), sheet.y(ahead.low), sheet.y(ahead.high)
    least, most = sheet.margins.left, sheet.right - words.width
    middle = min(max(x - words.width / 2, least), most)
    left = min(max(x - words.width - sheet.size.marker * 1.3, least), most)
    places = [(middle, high + gap), (middle, low - gap - words.height), (left, sheet.y(ahead.value) - words.height / 2)]
    return _written(sheet, ground, words, places)


def _target(sheet: Sheet, ground: Ground, target: Target) -> Ground:
    """Write what was asked for on its line, or under it, where least crosses it; it is named by its first value."""
    edges = [edge for side in (target.high, target.low) for edge in _first(side)]
    if not edges:
        return ground
    letters = sheet.size.letters
    words = Words(tuple(folded(target.label, letters, sheet.width * FOLDED)), letters, behind=True)
    skip = max(1, math.ceil(len(edges) / MOST_PLACES))
    most = sheet.right - words.width - 2
    starts = [(min(sheet.x(place - 0.5) + letters * 0.3, most), sheet.y(value)) for place, value in edges[::skip]]
    over = [(x, y + sheet.size.line * 0.5) for x, y in starts]
    under = [(x, y - words.height - sheet.size.line) for x, y in starts]
    return _written(sheet, ground, words, [*over, *under])


def _first(side: Sequence[float | None]) -> list[tuple[int, float]]:
    """Give the places where an edge has the value that it began with."""
    told = next((value for value in side if value is not None), None)
    return [(place, value) for place, value in enumerate(side) if value is not None and value == told]
