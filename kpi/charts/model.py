"""A chart as a value: what is drawn, in words and numbers, before anyone draws it.

In: labels, values, targets. Out: frozen parts that `plotly.py` draws and that a paper can draw as well.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

Span = tuple[float, float]
"""From and to, in the indicator's unit; -inf and inf reach to the edge of the chart."""

NO_FIGURE = "no figure"
"""What a point says where nothing was returned."""

MOST_LINES = 4
"""More lines than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. `value` None is a gap; `text` is what people read, `note` what they should know about it.

    `mark` is what makes it special on a control chart (outside, trend, two_of_three, shift), empty for nothing, and
    `up` says on which side.
    """

    value: float | None
    text: str
    status: str = "unrated"
    state: str = "final"
    note: str = ""
    mark: str = ""
    up: bool = False

    @property
    def is_illustrative(self) -> bool:
        """Tell whether the figure was made up for a demonstration."""
        return self.state == "illustrative"


@dataclass(frozen=True, slots=True)
class Line:
    """One series, a point for every period of the chart."""

    label: str
    points: tuple[Point, ...]

    def last(self) -> tuple[int, Point] | None:
        """Give the place of the latest number and its point; None in an empty series."""
        numbers = [(place, point) for place, point in enumerate(self.points) if point.value is not None]
        return numbers[-1] if numbers else None


@dataclass(frozen=True, slots=True)
class Target:
    """What was asked for in every period: the least and the most that is on target, None for no such edge."""

    label: str
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The values that had one status, period by period; None where there was no target."""

    status: str
    spans: tuple[Span | None, ...]

    def runs(self) -> Iterator[tuple[int, int, Span]]:
        """Give stretches of periods with the same span: first place, last place, span."""
        place = 0
        for span, same in groupby(self.spans):
            length = len(list(same))
            if span is not None:
                yield place, place + length - 1, span
            place += length


@dataclass(frozen=True, slots=True)
class Break:
    """A place from which figures are not comparable with earlier ones: the first period on the new definition."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A level of a control chart, period by period: `style` is mean, limit or near; None where it has none."""

    label: str
    style: str
    levels: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected at a place of the chart, from `low` to `high`."""

    place: int
    value: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything one chart says. `title` states the message; `alt` says it to whoever cannot see the chart.

    `reads` says what it shows when that is not the status.
    """

    title: str
    alt: str
    axis: str
    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    targets: tuple[Target, ...] = ()
    bands: tuple[Band, ...] = ()
    breaks: tuple[Break, ...] = ()
    chosen: int | None = None
    """The place of the period that the title speaks of."""
    guides: tuple[Guide, ...] = ()
    forecast: Forecast | None = None
    reads: str = ""

    def __post_init__(self) -> None:
        """Refuse series that do not fit the periods, more lines than can be told apart, and limits over status."""
        lengths = {len(line.points) for line in self.lines} | {len(band.spans) for band in self.bands}
        if (lengths | {len(guide.levels) for guide in self.guides}) - {len(self.periods)}:
            raise ValueError("every line and band of a chart needs one point for every period")
        if self.guides and self.bands:
            raise ValueError("a chart shows limits or status, never both")
        if len(self.lines) > MOST_LINES:
            raise ValueError(f"a chart shows {MOST_LINES} lines at most")

    def span(self) -> Span:
        """Give the values from which to which the chart reaches, with room around figures and targets."""
        edges = [value for target in self.targets for value in (*target.low, *target.high)]
        shown = [point.value for line in self.lines for point in line.points]
        around = [level for guide in self.guides for level in guide.levels]
        ahead = (self.forecast.low, self.forecast.high) if self.forecast else ()
        values = (*shown, *edges, *around, *ahead)
        return _roomy([value for value in values if value is not None and math.isfinite(value)])


def _roomy(values: Sequence[float]) -> Span:
    """Widen the span of values by an eighth; start at zero when zero is near, and never cross it for nothing."""
    if not values:
        return 0.0, 1.0
    least, most = min(values), max(values)
    room = (most - least) / 8 or abs(most) / 8 or 1.0
    low = 0.0 if 0 <= least < most * 0.4 else least - room
    return (max(low, 0.0) if least >= 0 else low), most + room
