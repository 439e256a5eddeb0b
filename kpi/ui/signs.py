"""Signs of a control chart: variation and assurance as a shape with its words, and what its special points look like.

In: what the chart says of a figure, or a Chart. Out: Html; nothing is told by colour.
"""

from typing import Final

from kpi.charts.model import Chart
from kpi.charts.overlay import MEANINGS, SHAPES
from kpi.judge.spc import Assurance, Variation
from kpi.story.variation import Control
from kpi.ui.markup import Html, element

VARIATION_WORDS: Final = {
    Variation.COMMON_CAUSE: "Ordinary variation",
    Variation.IMPROVEMENT: "A real improvement",
    Variation.CONCERN: "A real change for the worse",
    Variation.NEUTRAL_HIGH: "A real change: higher",
    Variation.NEUTRAL_LOW: "A real change: lower",
    Variation.CANNOT_TELL: "Cannot tell",
}
ASSURANCE_WORDS: Final = {
    Assurance.MEETS: "Limits meet the target",
    Assurance.MISSES: "Limits miss the target",
    Assurance.HIT_AND_MISS: "Limits span the target",
}
"""Where there is no target, and where nobody can tell, no sign of assurance is shown."""

_WAVE: Final = "M3 12C5.5 5 8 5 10 10S14.5 15 17 8"
_ROUND: Final = "M10 1a9 9 0 1 0 0 18A9 9 0 1 0 10 1z"
_DIAMOND: Final = "M10 .8 19.2 10 10 19.2 .8 10z"
_SQUARE: Final = "M1.5 1.5h17v17h-17z"
_UP: Final = "M10 14.5V6M6.5 9 10 5.5 13.5 9"
_DOWN: Final = "M10 5.5V14M6.5 11 10 14.5 13.5 11"
_FRAMES: Final = {
    Variation.IMPROVEMENT: _ROUND,
    Variation.CONCERN: _DIAMOND,
    Variation.NEUTRAL_HIGH: _SQUARE,
    Variation.NEUTRAL_LOW: _SQUARE,
}
_ASSURANCES: Final = {
    Assurance.MEETS: f"{_ROUND}M6 10.5 9 13.5 14.5 7",
    Assurance.MISSES: f"{_DIAMOND}M7.3 7.3 12.7 12.7M12.7 7.3 7.3 12.7",
    Assurance.HIT_AND_MISS: f"M1 10H19{_WAVE}",
}
_UNKNOWN: Final = "M6 7C6 2 14 2 14 6.6 14 10 10 9.6 10 13M10 16.6v.6"
POINTS: Final = {
    "diamond": "M7 .8 13.2 7 7 13.2 .8 7z",
    "triangle-up": "M7 1 13 12.5H1z",
    "triangle-down": "M1 1.5h12L7 13z",
    "square": "M1.5 1.5h11v11h-11z",
    "cross": "M5 1h4v4h4v4H9v4H5V9H1V5h4z",
}
"""The shapes of special points by the names the chart has for them."""


def variation(control: Control) -> Html:
    """Show whether it is a real change: a wave for ordinary variation, an arrow in a frame for a real change."""
    if control.variation is Variation.CANNOT_TELL:
        return _sign(_UNKNOWN, VARIATION_WORDS[control.variation])
    frame = _FRAMES.get(control.variation)
    drawn = f"{frame}{_UP if control.up else _DOWN}" if frame else _WAVE
    return _sign(drawn, VARIATION_WORDS[control.variation])


def assurance(control: Control) -> Html | None:
    """Show whether the target can be relied on; None where there is none or nobody can tell."""
    path = _ASSURANCES.get(control.assurance)
    return _sign(path, ASSURANCE_WORDS[control.assurance]) if path else None


def _sign(path: str, words: str) -> Html:
    drawn = element(
        "svg", element("path", d=path), viewBox="0 0 20 20", width=26, height=26, aria_hidden="true", focusable="false"
    )
    return element("span", drawn, element("span", words), class_="kpi-sign")


def key(chart: Chart) -> Html:
    """Say what each shape on a chart means, those that are on it only."""
    found = {SHAPES.get((point.mark, point.up)) for line in chart.lines for point in line.points}
    items = [_point(path, MEANINGS[shape]) for shape, path in POINTS.items() if shape in found]
    return element("ul", *items, class_="kpi-key kpi-points", aria_label="What the shapes on the chart mean")


def _point(path: str, words: str) -> Html:
    drawn = element("path", d=path)
    shape = element("svg", drawn, viewBox="0 0 14 14", width=16, height=16, aria_hidden="true")
    return element("li", shape, element("span", words))
