"""What every layer of a drawn chart shares: its colours, where periods stand, and words that stay literal.

In: a Chart, texts. Out: plain values for Plotly.
"""

from dataclasses import dataclass
from typing import Any, Final

from kpi.charts.model import Chart
from kpi.charts.palette import INK, NIGHT, PAPER, SERIES_DARK, SERIES_LIGHT, STATUSES

LABEL_GAP: Final = 0.07
"""How far apart words stand at least, as a share of the chart's height."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The colours of a screen: `bands` and `words` go by status. Each is equal to itself alone."""

    paper: str
    text: str
    faint: str
    target: str
    series: tuple[str, ...]
    bands: dict[str, str]
    words: dict[str, str]


def _wash(colour: str, ground: str) -> str:
    """Give a faint wash of a colour on a ground, as one colour."""
    parts = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(0.12 * over + 0.88 * under):02X}" for over, under in parts)


WORDS: Final = {name: look.word for name, look in STATUSES.items()}
LIGHT: Final = Ink(
    paper=PAPER,
    text=INK,
    faint="#B1B4B6",
    target=INK,
    series=SERIES_LIGHT,
    bands={name: _wash(look.light.line, PAPER) for name, look in STATUSES.items()},
    words=WORDS,
)
DARK: Final = Ink(
    paper=NIGHT,
    text="#F3F2F1",
    faint="#505A5F",
    target="#F3F2F1",
    series=SERIES_DARK,
    bands={name: _wash(look.dark.line, NIGHT) for name, look in STATUSES.items()},
    words=WORDS,
)


def places(chart: Chart) -> list[int]:
    """Give the number of each period, counted backwards from the newest, which is 0."""
    return list(range(1 - len(chart.periods), 1))


def plain(text: str) -> str:
    """Keep Plotly from reading its small HTML in what a person typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def beside(level: float) -> dict[str, Any]:
    """Give the place beside the chart at a level."""
    return {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "align": "left", "y": level}
