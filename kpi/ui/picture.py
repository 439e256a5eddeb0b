"""Put a chart on the screen in the colours of its light or dark theme, with its message above and in its alt text.

In: a Chart. Out: a heading and one Plotly chart; Plotly is loaded only here.
"""

import streamlit as st

from kpi.charts.ink import Ink
from kpi.charts.model import Chart
from kpi.ui import signs
from kpi.ui.markup import draw, element, prose
from kpi.ui.theme import NIGHT, PAPER, SERIES_DARK, SERIES_LIGHT, STATUSES


def show(chart: Chart, key: str) -> None:
    """Draw the chart under the sentence that says its message."""
    from kpi.charts.plotly import figure

    dark = st.context.theme.type == "dark"
    ink = Ink(
        paper=NIGHT if dark else PAPER,
        text="#F3F2F1" if dark else "#0B0C0C",
        faint="#505A5F" if dark else "#B1B4B6",
        target="#F3F2F1" if dark else "#0B0C0C",
        series=SERIES_DARK if dark else SERIES_LIGHT,
        bands={name: _tint(look.dark.line if dark else look.light.line) for name, look in STATUSES.items()},
        words={name: look.word for name, look in STATUSES.items()},
    )
    reads = element("p", prose(chart.reads), class_="kpi-quiet") if chart.reads else None
    draw(element("h2", prose(chart.title), class_="kpi-message"), reads)
    config = {"displayModeBar": False, "scrollZoom": False, "responsive": True}
    st.plotly_chart(figure(chart, ink), key=key, alt=chart.alt, theme=None, config=config)
    if any(point.mark for line in chart.lines for point in line.points):
        draw(signs.key(chart))


def _tint(colour: str) -> str:
    """Make a faint wash of a colour."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.12)"
