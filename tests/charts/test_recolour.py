"""A chart recoloured for dark screens is the chart drawn for dark screens."""

import re

import pytest

from kpi.charts.ink import DARK, LIGHT
from kpi.charts.model import Band, Chart, Line, Point, Target
from kpi.charts.recolour import dark
from kpi.charts.static import vector

PERIODS = ("Q1 2018-19", "Q2 2018-19", "Q3 2018-19", "Q4 2018-19")
SPANS = {"red": (0.0, 50.0), "amber": (50.0, 60.0), "green": (60.0, 100.0)}


def line(label: str, shift: float = 0.0) -> Line:
    states = ("illustrative", "illustrative", "provisional", "final")
    values = (52.0 + shift, None, 61.0 + shift, 55.0 + shift)
    return Line(
        label, tuple(Point(value, f"{value}%", state=state) for value, state in zip(values, states, strict=True))
    )


def chart(lines: int) -> Chart:
    alone = lines == 1
    return Chart(
        title="Files judged good",
        alt="",
        axis="Per cent",
        periods=PERIODS,
        lines=tuple(line("" if alone else f"Team {n}", n * 4.0) for n in range(lines)),
        targets=(Target("Target at least 60%", (60.0,) * 4, (None,) * 4),),
        bands=tuple(Band(status, (span,) * 4) for status, span in SPANS.items()) if alone else (),
        chosen=3,
    )


def without_names(drawn: bytes) -> str:
    """Leave out the names of parts within a drawing, which are made of what is drawn."""
    return re.sub(r"\b(?:c[0-9a-f]{8}-)?m[0-9a-f]{10}\b|c[0-9a-f]{8}-", "", drawn.decode())


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_recoloured_it_is_the_chart_drawn_for_dark_screens(lines: int) -> None:
    light = vector(chart(lines), ink=LIGHT)
    assert without_names(dark(light)) == without_names(vector(chart(lines), ink=DARK))
    assert dark(light) != light


def test_other_colours_and_words_stay_as_they_are() -> None:
    drawn = b'<svg><path fill="#123456"/><path fill="#FFFFFF"/><text>#1 of 2, #ffffff0</text></svg>'
    assert dark(drawn) == b'<svg><path fill="#123456"/><path fill="#0b0c0c"/><text>#1 of 2, #ffffff0</text></svg>'
