"""Draw a chart with Plotly: one figure without its template, in SVG, that needs no colour to be read.

In: a Chart and the colours of the screen. Out: a Plotly figure. Periods are numbered backwards from the newest, which
is 0, so that Plotly labels the newest one whatever the width of the screen.
"""

import math
from textwrap import shorten, wrap
from typing import Any, Final

import plotly.graph_objects as go

from kpi.charts import overlay
from kpi.charts.ink import LABEL_GAP, Ink, beside, places, plain
from kpi.charts.model import NO_FIGURE, Band, Chart, Line, Point, Target

FONT: Final = '"Source Sans", sans-serif'
MARKERS: Final = ("circle", "square", "diamond", "triangle-up")
SHAPES: Final = "●■◆▲"
"""The markers as letters, before the names of lines."""
DASHES: Final = ("solid", "dash", "dot", "longdash")
LETTERS_ACROSS: Final = 130
"""Letters that fit across a chart on a desk screen."""
FEW_PERIODS: Final = 6
"""Up to this many periods are all named under the chart; of more, as many as there is room for."""
MANY_PERIODS: Final = 24
"""Beyond this many, points and lines are drawn finer, and one period of twelve is named: the same of every year."""
NAME_WIDTH: Final = 16
"""Letters of a line's name that stand beside the chart before it is broken."""


def figure(chart: Chart, ink: Ink, height: int = 440) -> go.Figure:
    """Draw the chart: bands at the back, then targets, breaks, lines and the words at their ends."""
    drawn = go.Figure(layout={"template": "none"})
    low, high = chart.span()
    for band in chart.bands:
        _draw_band(drawn, band, ink, (low, high))
    for target in chart.targets:
        _draw_target(drawn, target, chart, ink)
    for broken in chart.breaks:
        _draw_break(drawn, broken.place - len(chart.periods) + 0.5, ink)
    drawn.add_traces(overlay.guides(chart, ink))
    for place, line in enumerate(chart.lines):
        drawn.add_trace(_line(line, chart, place, ink))
    drawn.add_traces(overlay.forecast(chart, ink))
    if len(chart.lines) == 1:
        _write_values(drawn, chart, ink)
    else:
        _name_lines(drawn, chart, ink, high - low)
    for words in overlay.words(chart, high - low):
        _write(drawn, ink=ink, **words)
    drawn.update_layout(_layout(chart, ink, height, (low, high)))
    return drawn


def _line(line: Line, chart: Chart, place: int, ink: Ink) -> go.Scatter:
    """Draw one series: hollow where illustrative, parted where there is no figure or a new definition begins."""
    colour, drawn = ink.series[place], _parted(line, chart)
    crowded = len(chart.periods) > MANY_PERIODS
    points = [point for _, _, point in drawn]
    return go.Scatter(
        x=[x for x, _, _ in drawn],
        y=[point.value for point in points],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        name=line.label,
        text=[_hover(period, line.label, point.text, point.note) for _, period, point in drawn],
        hovertemplate="%{text}<extra></extra>",
        line={"color": colour, "width": 2 if crowded else 3, "dash": DASHES[place]},
        marker={
            **overlay.marker(points, MARKERS[place], crowded=crowded),
            "color": [ink.paper if point.is_illustrative else colour for point in points],
            "line": {"color": colour, "width": 1.8 if crowded else 2.5},
        },
    )


def _parted(line: Line, chart: Chart) -> list[tuple[float, str, Point]]:
    """Give places, periods and points, with a gap put in before each period on a new definition."""
    broken = {each.place for each in chart.breaks}
    parted: list[tuple[float, str, Point]] = []
    for place, x in enumerate(places(chart)):
        if place in broken:
            parted.append((x - 0.5, "", Point(None, "")))
        parted.append((x, chart.periods[place], line.points[place]))
    return parted


def _hover(period: str, label: str, text: str, note: str) -> str:
    told = [f"<b>{plain(period)}</b>", plain(f"{label}: {text}" if label else text)]
    return "<br>".join([*told, *([plain(note)] if note else [])])


def _folded(text: str, width: int) -> str:
    return "<br>".join(plain(part) for part in wrap(text, width))


def _write(drawn: go.Figure, text: str, ink: Ink, *, size: int = 15, **place: Any) -> None:
    drawn.add_annotation(text=text, showarrow=False, font={"size": size, "color": ink.text}, **place)


def _draw_band(drawn: go.Figure, band: Band, ink: Ink, reach: tuple[float, float]) -> None:
    """Wash the values of one status, and write its word beside the newest period."""
    newest = len(band.spans) - 1
    for first, last, (low, high) in band.runs():
        bottom, top = max(low, reach[0]), min(high, reach[1])
        if top <= bottom:
            continue
        edges = {"x0": first - newest - 0.5, "x1": last - newest + 0.5, "y0": bottom, "y1": top}
        drawn.add_shape(type="rect", layer="below", line={"width": 0}, fillcolor=ink.bands[band.status], **edges)
        if last == newest and top - bottom > LABEL_GAP * (reach[1] - reach[0]):
            _write(drawn, ink.words[band.status], ink, size=14, **beside((bottom + top) / 2))


def _draw_target(drawn: go.Figure, target: Target, chart: Chart, ink: Ink) -> None:
    """Draw the edges of the target as steps: level through a period, changing between periods."""
    dashed = {"color": ink.target, "width": 2, "dash": "6px,4px"}
    steps = [edge for place in places(chart) for edge in (place - 0.5, place + 0.5)]
    for edge in (target.low, target.high):
        if any(value is not None for value in edge):
            levels = [value for value in edge for _ in range(2)]
            drawn.add_trace(
                go.Scatter(x=steps, y=levels, mode="lines", line=dashed, hoverinfo="skip", name=target.label)
            )
    cover = max(2, math.ceil(len(target.label) / LETTERS_ACROSS * len(chart.periods)))
    place, level = _quiet_place(target, chart, cover)
    late = place > len(chart.periods) - cover
    x = place - len(chart.periods) + (1.45 if late else 0.55)
    _write(drawn, plain(target.label), ink, x=x, y=level, xanchor="right" if late else "left", yanchor="bottom")


def _quiet_place(target: Target, chart: Chart, cover: int) -> tuple[int, float]:
    """Find the place from which words that cover some periods on a target's line are least crossed by figures."""
    sides = (target.high, target.low)
    edges = [(place, value) for edge in sides for place, value in enumerate(edge) if value is not None]
    fitting = [edge for edge in edges if edge[0] <= len(chart.periods) - cover] or edges[-1:]
    clear = [edge for edge in fitting if not _written_over(*edge, chart, cover)]
    return max(clear or fitting, key=lambda edge: _room_over(edge[0], edge[1], chart, cover))


def _written_over(place: int, level: float, chart: Chart, cover: int) -> bool:
    """Tell whether the words of a newest figure just under a level would run into words on it."""
    low, high = chart.span()
    ends = [last for line in chart.lines if (last := line.last()) and place <= last[0] < place + cover]
    return any(0 <= level - (point.value or 0.0) < LABEL_GAP * (high - low) for _, point in ends)


def _room_over(place: int, level: float, chart: Chart, cover: int) -> float:
    """Give the distance from a level up to the figures and guides over it, none where a line crosses it."""
    guides = (one for guide in chart.guides for one in guide.levels[place : place + cover] if one is not None)
    room = min((one - level for one in guides if one >= level), default=math.inf)
    for line in chart.lines:
        values = [point.value for point in line.points[place : place + cover] if point.value is not None]
        over = [value - level for value in values if value >= level]
        room = min([room, *over, *([0.0] if 0 < len(over) < len(values) else [])])
    return room


def _draw_break(drawn: go.Figure, place: float, ink: Ink) -> None:
    """Draw a line between two periods where the definition changed, and say so over it."""
    dashed = {"color": ink.text, "width": 1.5, "dash": "dash"}
    drawn.add_shape(type="line", x0=place, x1=place, y0=0, y1=1, yref="paper", line=dashed)
    where = {"x": place, "y": 1, "yref": "paper", "xanchor": "center", "yanchor": "bottom"}
    _write(drawn, "Definition changed", ink, size=14, **where)


def _write_values(drawn: go.Figure, chart: Chart, ink: Ink) -> None:
    """Write the latest figure of the only line, the chosen one, and what stands in place of a figure."""
    last = chart.lines[0].last()
    told = {last[0]: last[1]} if last else {}
    if chart.chosen is not None:
        told[chart.chosen] = chart.lines[0].points[chart.chosen]
    for place, point in enumerate(chart.lines[0].points):
        if point.value is None and point.text != NO_FIGURE:
            where = {"x": place - len(chart.periods) + 1, "y": 0, "yref": "paper", "yanchor": "bottom"}
            _write(drawn, _folded(shorten(point.text, 40, placeholder="…"), NAME_WIDTH), ink, size=13, **where)
    for place, point in told.items():
        if point.value is not None:
            x, falls = place - len(chart.periods) + 1, _falls_to(place, chart.lines[0])
            side = {"yanchor": "top", "yshift": -10} if falls else {"yanchor": "bottom", "yshift": 10}
            where = {"x": x, "y": point.value, "xanchor": "right" if x > -2 else "center"} | side
            _write(drawn, f"<b>{plain(point.text)}</b>", ink, size=17, **where)


def _falls_to(place: int, line: Line) -> bool:
    """Tell whether the line comes down to a point, so that words over it would be crossed."""
    before, value = (line.points[place - 1].value if place else None), line.points[place].value
    return before is not None and value is not None and before > value


def _name_lines(drawn: go.Figure, chart: Chart, ink: Ink, height: float) -> None:
    """Write each line's shape, name and latest figure beside the chart, apart from each other."""
    ends = [(*last, line, number) for number, line in enumerate(chart.lines) if (last := line.last())]
    lowest = -math.inf
    for place, point, line, number in sorted(ends, key=lambda end: end[1].value or 0.0):
        level = max(point.value or 0.0, lowest)
        name = _folded(line.label, NAME_WIDTH)
        lowest = level + (2 + name.count("<br>")) * LABEL_GAP * height
        when = "" if place == len(chart.periods) - 1 else f" ({chart.periods[place]})"
        shape = f'<span style="color:{ink.series[number]}">{SHAPES[number]}</span>'
        _write(drawn, f"{shape} <b>{name}</b><br>{_folded(point.text + when, NAME_WIDTH)}", ink, **beside(level))


def _layout(chart: Chart, ink: Ink, height: int, reach: tuple[float, float]) -> dict[str, Any]:
    font = {"family": FONT, "size": 15, "color": ink.text}
    axis = {"zeroline": False, "linecolor": ink.faint, "tickfont": font, "automargin": True, "fixedrange": True}
    room = 8.5 * NAME_WIDTH if len(chart.lines) > 1 else overlay.ROOM if chart.guides else 84 if chart.bands else 16
    title = {"text": plain(chart.axis), "font": font, "standoff": 10}
    return {
        "height": height,
        "margin": {"l": 8, "r": room, "t": 30, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT, "size": 15}, "align": "left"},
        "dragmode": False,
        "xaxis": axis | {"showgrid": False, "range": [0.5 - len(chart.periods), 0.5]} | _ticks(chart),
        "yaxis": axis | {"range": list(reach), "gridcolor": ink.faint, "griddash": "dot", "nticks": 8, "title": title},
    }


def _short(label: str) -> str:
    """Cut the name of a month to three letters: 'Mar<br>2019'."""
    first, line, rest = label.partition("<br>")
    return f"{first[:3] if first.isalpha() else first}{line}{rest}"


def _ticks(chart: Chart) -> dict[str, Any]:
    """Name the periods in two lines; Plotly chooses how many of them, and writes minus signs as U+2212."""
    labels = [plain(period).replace(" ", "<br>", 1) for period in chart.periods]
    if len(labels) <= FEW_PERIODS:
        return {"tickvals": places(chart), "ticktext": labels}
    if len(labels) > MANY_PERIODS:
        return {"tickvals": places(chart)[::-12], "ticktext": [_short(text) for text in labels[::-12]], "tickangle": 0}
    named = zip(places(chart), labels, strict=True)
    return {"labelalias": {str(place).replace("-", "\u2212"): label for place, label in named}}
