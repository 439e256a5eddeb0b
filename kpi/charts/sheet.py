"""The sheet a chart is drawn on for papers and slides: its size, its margins, and marks and words at their places.

In: a Chart, a Size, an Ink. Out: artists on one Matplotlib figure, placed in points from the lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, Transform

from kpi.charts.fonts import letters, showable
from kpi.charts.ink import Ink
from kpi.charts.model import Chart


@dataclass(frozen=True, slots=True)
class Size:
    """How large a chart is drawn, in points: `letters` of its words, `line` and `marker` of its series."""

    width: float
    height: float
    letters: float
    line: float
    marker: float


PRINT: Final = Size(width=482, height=188, letters=10.5, line=2, marker=6.5)
"""For a page of A4: as wide as its text."""
PROJECTOR: Final = Size(width=1760, height=700, letters=28, line=4.5, marker=14)
"""For a slide of 1920 by 1080: one point is one pixel."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around the figures for words, in points."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's sheet: places and levels become points, marks and words land on the figure."""

    chart: Chart
    size: Size
    ink: Ink
    margins: Margins
    span: tuple[float, float]
    figure: Figure
    points: Transform = field(init=False)

    def __post_init__(self) -> None:
        """Let every artist be placed in points, whatever the resolution."""
        object.__setattr__(self, "points", Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans)

    @property
    def width(self) -> float:
        """Give the width of the part where figures stand."""
        return self.size.width - self.margins.left - self.margins.right

    @property
    def right(self) -> float:
        """Give the right edge of that part."""
        return self.size.width - self.margins.right

    @property
    def top(self) -> float:
        """Give its upper edge."""
        return self.size.height - self.margins.top

    @property
    def step(self) -> float:
        """Give the width of a period."""
        return self.width / max(len(self.chart.periods), 1)

    def x(self, place: float) -> float:
        """Give the middle of a period; half a place on is its edge."""
        return self.margins.left + (place + 0.5) * self.step

    def y(self, level: float) -> float:
        """Give the height of a level, held within the part where figures stand."""
        low, high = self.span
        share = min(max((level - low) / (high - low), 0.0), 1.0)
        return self.margins.bottom + share * (self.top - self.margins.bottom)

    def line(self, xs: Sequence[float], ys: Sequence[float], **look: Any) -> None:
        """Draw a line through points."""
        self.figure.add_artist(Line2D(xs, ys, transform=self.points, **look))

    def box(self, left: float, bottom: float, right: float, top: float, colour: str) -> None:
        """Fill a rectangle."""
        where = (left, bottom), right - left, top - bottom
        self.figure.add_artist(Rectangle(*where, facecolor=colour, linewidth=0, transform=self.points))

    def mark(self, x: float, y: float, shape: str, *, face: str, edge: str, size: float) -> None:
        """Draw one marker."""
        look = {"markerfacecolor": face, "markeredgecolor": edge, "markersize": size}
        self.line([x], [y], linestyle="none", marker=shape, markeredgewidth=self.size.line * 0.8, **look)

    def say(self, x: float, y: float, text: str, *, across: str = "left", up: str = "center", **look: Any) -> None:
        """Write words as they are, a dollar sign starts no formula; `clear` words have a rim of paper around them."""
        font = letters(look.get("size", self.size.letters), bold=look.get("bold", False))
        where: dict[str, Any] = {"horizontalalignment": across, "verticalalignment": up, "transform": self.points}
        where |= {"color": self.ink.text, "fontproperties": font, "linespacing": 1.1}
        if "behind" in look:
            where["zorder"] = look["behind"]
        if look.get("clear"):
            where["path_effects"] = [withStroke(linewidth=self.size.letters * 0.25, foreground=self.ink.paper)]
        self.figure.add_artist(Text(x, y, showable(text), parse_math=False, **where))


@lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool = False) -> float:
    """Give the width of one line of words in points."""
    wide, _, _ = text_to_path.get_text_width_height_descent(showable(text), letters(size, bold=bold), False)
    return float(wide)


def folded(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """Break words into lines that fit the room; a word too long for it is cut with an ellipsis."""
    lines: list[str] = []
    for word in showable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(_cut(word, size, room, bold))
    return lines


def _cut(word: str, size: float, room: float, bold: bool) -> str:
    while len(word) > 2 and width(word, size, bold) > room:
        word = f"{word[:-2]}…"
    return word
