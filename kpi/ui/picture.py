"""Put a chart on the screen in the colours of its light or dark theme, with its message above and in its alt text.

In: a Chart. Out: a heading and one Plotly chart; Plotly is loaded only here.
"""

import streamlit as st

from kpi.charts.ink import DARK, LIGHT
from kpi.charts.model import Chart
from kpi.ui import signs
from kpi.ui.markup import draw, element, prose


def show(chart: Chart, key: str) -> None:
    """Draw the chart under the sentence that says its message."""
    from kpi.charts.plotly import figure

    ink = DARK if st.context.theme.type == "dark" else LIGHT
    reads = element("p", prose(chart.reads), class_="kpi-quiet") if chart.reads else None
    draw(element("h2", prose(chart.title), class_="kpi-message"), reads)
    config = {"displayModeBar": False, "scrollZoom": False, "responsive": True}
    st.plotly_chart(figure(chart, ink), key=key, alt=chart.alt, theme=None, config=config)
    if any(point.mark for line in chart.lines for point in line.points):
        draw(signs.key(chart))
