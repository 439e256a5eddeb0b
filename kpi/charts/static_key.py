"""The key under a drawn chart: what hollow markers and the shapes of marked figures mean, those that are on it only.

In: a Chart or its Sheet. Out: the height it needs, and a row of markers with words.
"""

from dataclasses import dataclass
from typing import Final

from kpi.charts.model import Chart
from kpi.charts.overlay import MEANINGS, SHAPES
from kpi.charts.sheet import Sheet, Size, width
from kpi.charts.static_layers import MARKED

ROW: Final = 1.3
FOOT: Final = 0.15
"""Room under the key, in letters."""
ILLUSTRATIVE: Final = "Illustrative figure"


@dataclass(frozen=True, slots=True)
class Entry:
    """A marker and what it means."""

    shape: str
    hollow: bool
    words: str


def height(chart: Chart, size: Size) -> float:
    """Give the height of the key, none where there is nothing to explain."""
    rows = len(_rows(chart, size))
    return (rows * ROW + (FOOT if rows else 0)) * size.letters


def draw(sheet: Sheet) -> None:
    """Write the key at the foot of the sheet."""
    letters, colour = sheet.size.letters, sheet.ink.series[0]
    for number, row in enumerate(reversed(_rows(sheet.chart, sheet.size))):
        x, y = sheet.margins.left, ((number + 0.5) * ROW + FOOT) * letters
        for entry in row:
            face = sheet.ink.paper if entry.hollow else colour
            sheet.mark(x + letters * 0.5, y, entry.shape, face=face, edge=colour, size=sheet.size.marker)
            sheet.say(x + letters * 1.4, y, entry.words, up="center_baseline")
            x += _width(entry, sheet.size)


def _entries(chart: Chart) -> list[Entry]:
    points = [point for line in chart.lines for point in line.points if point.value is not None]
    shapes = {SHAPES.get((point.mark, point.up)) for point in points}
    found = [Entry(MARKED[shape], False, told) for shape, told in MEANINGS.items() if shape in shapes]
    return found + [Entry("o", True, ILLUSTRATIVE)] * any(point.is_illustrative for point in points)


def _rows(chart: Chart, size: Size) -> list[list[Entry]]:
    """Break the key into rows that fit the width."""
    rows: list[list[Entry]] = []
    used = 0.0
    for entry in _entries(chart):
        wide = _width(entry, size)
        if rows and used + wide <= size.width * 0.92:
            rows[-1].append(entry)
        else:
            rows.append([entry])
            used = 0.0
        used += wide
    return rows


def _width(entry: Entry, size: Size) -> float:
    return width(entry.words, size.letters) + size.letters * 3
