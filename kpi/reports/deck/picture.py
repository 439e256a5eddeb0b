"""Charts of slides: what draws them, and how a drawing becomes part of the page.

In: a Chart. Out: Html of one SVG that needs no style from elsewhere.
"""

from collections.abc import Callable

from kpi.charts.model import Chart
from kpi.markup import Html

Draw = Callable[[Chart], Html]
"""What makes the SVG of a chart."""


def drawn(chart: Chart) -> Html:
    """Draw a chart for a projector."""
    raise ValueError(f"nothing draws the chart yet: {chart.title}")
