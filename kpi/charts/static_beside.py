"""What stands beside a drawn chart: names of its lines with their latest figures, of its limits, or of its statuses.

In: a Chart or its Sheet. Out: the room they need, and words at their levels, apart from each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kpi.charts.ink import WORDS
from kpi.charts.model import Chart, Guide, Line, Point
from kpi.charts.sheet import Sheet, Size, folded, width
from kpi.charts.static_layers import marker

SHARE: Final = 0.19
"""The share of the width that names take at most."""
GAP: Final = 0.6
"""The gap before a name, as a share of its letters."""
SIGN: Final = 1.7
"""The room for a line's marker before its name, in letters."""
ROW: Final = 1.2


@dataclass(frozen=True, slots=True)
class End:
    """Words beside the chart: the level they belong to, lines in bold, further lines, and whose marker they carry."""

    level: float
    bold: tuple[str, ...]
    plain: tuple[str, ...] = ()
    series: int | None = None

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """Give its lines and whether each is bold."""
        return [(text, True) for text in self.bold] + [(text, False) for text in self.plain]


def room(chart: Chart, size: Size) -> float:
    """Give the width that the words need."""
    ends = _ends(chart, size)
    widest = max((width(text, size.letters, bold) for end in ends for text, bold in end.lines), default=0.0)
    return widest + size.letters * (GAP + 0.3 + (SIGN if len(chart.lines) > 1 else 0))


def draw(sheet: Sheet) -> None:
    """Write the words, each at its level or as near to it as the others let it."""
    row = sheet.size.letters * ROW
    ends = sorted(_ends(sheet.chart, sheet.size), key=lambda end: end.level)
    heights = [len(end.lines) * row for end in ends]
    middles = apart([sheet.y(end.level) for end in ends], heights, 0, sheet.size.height)
    for end, middle, height in zip(ends, middles, heights, strict=True):
        _written(sheet, end, middle + height / 2)


def _written(sheet: Sheet, end: End, top: float) -> None:
    letters = sheet.size.letters
    x, row = sheet.right + letters * GAP, letters * ROW
    if end.series is not None:
        marker(sheet, (x + letters * 0.5, top - row / 2), Point(0.0, ""), end.series)
        x += letters * SIGN
    for number, (text, bold) in enumerate(end.lines):
        sheet.say(x, top - (number + 0.5) * row, text, up="center_baseline", bold=bold)


def _ends(chart: Chart, size: Size) -> list[End]:
    """Give what stands beside the chart."""
    if len(chart.lines) > 1:
        named = [_named(chart, place, line, size) for place, line in enumerate(chart.lines)]
        return [end for end in named if end]
    if chart.guides:
        return [_limit(guide, size) for guide in chart.guides if guide.label]
    return _statuses(chart)


def _named(chart: Chart, place: int, line: Line, size: Size) -> End | None:
    """Name a line with its latest figure, and with the period where that is not the newest."""
    last = line.last()
    if last is None:
        return None
    at, point = last
    when = "" if at == len(chart.periods) - 1 else f" ({chart.periods[at]})"
    name = folded(line.label, size.letters, size.width * SHARE, True)
    told = folded(point.text + when, size.letters, size.width * SHARE)
    return End(point.value or 0.0, tuple(name), tuple(told), place)


def _limit(guide: Guide, size: Size) -> End:
    latest = next((level for level in reversed(guide.levels) if level is not None), 0.0)
    return End(latest, (), tuple(folded(guide.label, size.letters, size.width * SHARE)))


def _statuses(chart: Chart) -> list[End]:
    """Name the bands of the newest period in their middle."""
    low, high = chart.span()
    found = []
    for band in chart.bands:
        span = band.spans[-1] if band.spans else None
        if span and (least := max(span[0], low)) < (most := min(span[1], high)):
            found.append(End((least + most) / 2, (), (WORDS[band.status],)))
    return found


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
