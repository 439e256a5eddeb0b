"""Draws charts with Matplotlib and does nothing else: what documents with these charts are measured against.

In: a file of drawings, as a program of its own: `python -m bench.drawings FILE`. Out: nothing.
"""

import pickle
import sys
from pathlib import Path

from kpi.charts.model import Chart
from kpi.charts.sheet import Size
from kpi.charts.static import forget, picture, vector

Drawing = tuple[str, Chart, Size]
"""A form (vector or picture), what is drawn, and how large."""


def draw(drawings: tuple[Drawing, ...]) -> None:
    """Draw everything anew."""
    forget()
    for form, chart, size in drawings:
        picture(chart, size) if form == "picture" else vector(chart, size)


if __name__ == "__main__":
    draw(pickle.loads(Path(sys.argv[1]).read_bytes()))
