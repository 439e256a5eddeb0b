"""What every layer of a drawn chart shares: its colours, where periods stand, and words that stay literal.

In: a Chart, texts. Out: plain values for Plotly.
"""

from dataclasses import dataclass
from typing import Any, Final

from kpi.charts.model import Chart

LABEL_GAP: Final = 0.07
"""How far apart words stand at least, as a share of the chart's height."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a screen: `bands` and `words` go by status."""

    paper: str
    text: str
    faint: str
    target: str
    series: tuple[str, ...]
    bands: dict[str, str]
    words: dict[str, str]


def places(chart: Chart) -> list[int]:
    """Give the number of each period, counted backwards from the newest, which is 0."""
    return list(range(1 - len(chart.periods), 1))


def plain(text: str) -> str:
    """Keep Plotly from reading its small HTML in what a person typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def beside(level: float) -> dict[str, Any]:
    """Give the place beside the chart at a level."""
    return {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "align": "left", "y": level}
