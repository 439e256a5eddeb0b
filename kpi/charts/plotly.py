"""Draw a chart with Plotly: one figure without its template, in SVG, that needs no colour to be read.

In: a Chart and the colours of the screen. Out: a Plotly figure.
"""

import math
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from kpi.charts.model import Band, Chart, Line, Target

FONT = '"Source Sans", sans-serif'
MARKERS = ("circle", "square", "diamond", "triangle-up")
DASHES = ("solid", "dash", "dot", "longdash")
LABEL_PERIODS = 4
"""Periods that the words on a target's line cover."""
LABEL_GAP = 0.07
"""How far apart labels at line ends stand at least, as a share of the chart's height."""


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


def figure(chart: Chart, ink: Ink, height: int = 440) -> go.Figure:
    """Draw the chart: bands at the back, then targets, breaks, lines and the words at their ends."""
    drawn = go.Figure(layout={"template": None})
    low, high = chart.span()
    for band in chart.bands:
        _draw_band(drawn, band, ink, (low, high))
    for target in chart.targets:
        _draw_target(drawn, target, chart, ink)
    for broken in chart.breaks:
        _draw_break(drawn, broken.place, ink)
    for place, line in enumerate(chart.lines):
        drawn.add_trace(_line(line, chart, place, ink))
    _label_ends(drawn, chart, ink, high - low)
    drawn.update_layout(_layout(chart, ink, height, (low, high)))
    return drawn


def _line(line: Line, chart: Chart, place: int, ink: Ink) -> go.Scatter:
    colour = ink.series[place]
    return go.Scatter(
        x=list(range(len(line.points))),
        y=[point.value for point in line.points],
        mode="lines+markers",
        connectgaps=False,
        name=line.label,
        text=[
            _hover(period, line.label, point.text, point.note)
            for period, point in zip(chart.periods, line.points, strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
        line={"color": colour, "width": 3, "dash": DASHES[place]},
        marker={
            "symbol": MARKERS[place],
            "size": 10,
            "color": [ink.paper if point.is_illustrative else colour for point in line.points],
            "line": {"color": colour, "width": 2.5},
        },
    )


def _hover(period: str, label: str, text: str, note: str) -> str:
    told = [f"<b>{_plain(period)}</b>", _plain(f"{label}: {text}" if label else text)]
    return "<br>".join([*told, *([_plain(note)] if note else [])])


def _plain(text: str) -> str:
    """Keep Plotly from reading its small HTML in what a person typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _draw_band(drawn: go.Figure, band: Band, ink: Ink, reach: tuple[float, float]) -> None:
    for first, last, (low, high) in band.runs():
        bottom, top = max(low, reach[0]), min(high, reach[1])
        if top > bottom:
            colour = ink.bands[band.status]
            edges = {"x0": first - 0.5, "x1": last + 0.5, "y0": bottom, "y1": top}
            drawn.add_shape(type="rect", layer="below", line={"width": 0}, fillcolor=colour, **edges)
            if last == len(band.spans) - 1 and top - bottom > LABEL_GAP * (reach[1] - reach[0]):
                _word_beside_band(drawn, ink.words[band.status], (bottom + top) / 2, ink)


def _word_beside_band(drawn: go.Figure, word: str, level: float, ink: Ink) -> None:
    drawn.add_annotation(
        x=1,
        xref="paper",
        y=level,
        text=word,
        showarrow=False,
        xanchor="left",
        xshift=6,
        font={"size": 14, "color": ink.text},
    )


def _draw_target(drawn: go.Figure, target: Target, chart: Chart, ink: Ink) -> None:
    """Draw the edges of the target as steps: level through a period, changing between periods."""
    dashed = {"color": ink.target, "width": 2, "dash": "6px,4px"}
    for edge in (target.low, target.high):
        if any(value is not None for value in edge):
            levels = [value for value in edge for _ in range(2)]
            steps = go.Scatter(x=_stepped(list(range(len(edge)))), y=levels, mode="lines", line=dashed)
            drawn.add_trace(steps.update(connectgaps=False, hoverinfo="skip", name=target.label))
    place, level = _quiet_place(target, chart)
    late = place > len(chart.periods) - LABEL_PERIODS
    drawn.add_annotation(
        x=place + 0.5 if late else place - 0.45,
        y=level,
        text=_plain(target.label),
        showarrow=False,
        xanchor="right" if late else "left",
        yanchor="bottom",
        font={"size": 15, "color": ink.text},
    )


def _quiet_place(target: Target, chart: Chart) -> tuple[int, float]:
    """Find the period from which the words on a target's line are least crossed by the figures."""
    edges = [
        (place, value) for edge in (target.high, target.low) for place, value in enumerate(edge) if value is not None
    ]
    fitting = [edge for edge in edges if edge[0] <= len(chart.periods) - LABEL_PERIODS] or edges[-1:]
    return max(fitting, key=lambda edge: _room_over(edge, chart))


def _room_over(edge: tuple[int, float], chart: Chart) -> float:
    """Give the distance from a level up to the figures over it, none where a line crosses it."""
    place, level = edge
    room = math.inf
    for line in chart.lines:
        values = [point.value for point in line.points[place : place + LABEL_PERIODS] if point.value is not None]
        over = [value - level for value in values if value >= level]
        room = min([room, *over, *([0.0] if 0 < len(over) < len(values) else [])])
    return room


def _stepped(places: list[int]) -> list[float]:
    return [edge for place in places for edge in (place - 0.5, place + 0.5)]


def _draw_break(drawn: go.Figure, place: int, ink: Ink) -> None:
    drawn.add_shape(
        type="line",
        x0=place - 0.5,
        x1=place - 0.5,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": ink.faint, "width": 2, "dash": "dash"},
    )
    drawn.add_annotation(
        x=place - 0.5,
        y=1,
        yref="paper",
        text="Definition changed",
        showarrow=False,
        xanchor="left" if place < 2 else "center",
        yanchor="bottom",
        font={"size": 14, "color": ink.text},
    )


def _label_ends(drawn: go.Figure, chart: Chart, ink: Ink, height: float) -> None:
    """Write the latest figure at the end of a line; several lines are named beside the chart, apart from each other."""
    ends = [(*last, line) for line in chart.lines if (last := line.last())]
    lowest = -math.inf
    for place, point, line in sorted(ends, key=lambda end: end[1].value or 0.0):
        level = max(point.value or 0.0, lowest)
        lowest = level + 2 * LABEL_GAP * height
        if len(chart.lines) == 1:
            inside = {
                "x": place,
                "xanchor": "right",
                "yanchor": "bottom",
                "yshift": 10,
                "text": f"<b>{_plain(point.text)}</b>",
            }
            drawn.add_annotation(y=level, showarrow=False, font={"size": 17, "color": ink.text}, **inside)
        else:
            when = "" if place == len(chart.periods) - 1 else f" ({chart.periods[place]})"
            words = f"<b>{_plain(line.label)}</b><br>{_plain(point.text + when)}"
            beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "align": "left", "text": words}
            drawn.add_annotation(y=level, showarrow=False, font={"size": 15, "color": ink.text}, **beside)


def _right_margin(chart: Chart) -> int:
    """Leave room beside the chart for the names of its lines, or the words of its bands."""
    if len(chart.lines) > 1:
        return min(9 * max(len(line.label) for line in chart.lines), 190)
    return 84 if chart.bands else 16


def _layout(chart: Chart, ink: Ink, height: int, reach: tuple[float, float]) -> dict[str, Any]:
    font = {"family": FONT, "size": 15, "color": ink.text}
    every = max(1, math.ceil(len(chart.periods) / 13))
    ticks = list(range((len(chart.periods) - 1) % every, len(chart.periods), every))
    axis = {"showgrid": False, "zeroline": False, "linecolor": ink.faint, "tickfont": font}
    return {
        "height": height,
        "margin": {"l": 8, "r": _right_margin(chart), "t": 30, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": 15}, "align": "left"},
        "dragmode": False,
        "xaxis": axis
        | {
            "range": [-0.5, len(chart.periods) - 0.5],
            "tickvals": ticks,
            "ticktext": [_two_lines(chart.periods[tick]) for tick in ticks],
            "automargin": True,
            "fixedrange": True,
        },
        "yaxis": axis
        | {
            "range": list(reach),
            "showgrid": True,
            "gridcolor": ink.faint,
            "griddash": "dot",
            "automargin": True,
            "fixedrange": True,
            "nticks": 8,
            "title": {"text": _plain(chart.axis), "font": font, "standoff": 10},
        },
    }


def _two_lines(period: str) -> str:
    """Break 'Q4 2018-19' before its year, so that labels need not be turned."""
    return _plain(period).replace(" ", "<br>", 1)
