"""Charts that can be edited in PowerPoint: lines with their targets, gaps as gaps, illustrative points hollow.

In: a Chart and a box on a slide. Out: a native line chart with the workbook behind it and its alternative text.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from math import ceil
from typing import Any, Final

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from kpi.charts.model import Chart, Line
from kpi.charts.palette import INK, SERIES_LIGHT
from kpi.reports.literal import line, literal
from kpi.reports.powerpoint.look import PAPER, QUIET, SMALLEST, Box, colour
from kpi.reports.powerpoint.workbook import Series, workbook

MARKERS: Final = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.TRIANGLE)
DASHES: Final = (MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH)
LABELS: Final = 5
"""Periods that are named along the bottom; more would touch each other."""
LEGEND: Final = 36
"""Letters of a name that a legend under a chart has room for."""
UNNAMED: Final = "Figure"
_NUMBER: Final = re.compile(r"^(£?)[\d,]*\d(?:\.(\d+))?(%?)$")


def is_drawable(chart: Chart) -> bool:
    """Tell whether there is a figure to draw."""
    return any(one.last() for one in chart.lines)


def draw(page: Any, chart: Chart, box: Box, made: datetime) -> None:
    """Put a chart on a slide."""
    lines, targets = _lines(chart), [*_targets(chart), *_guides(chart)]
    # A hyphen that does not break keeps the years of a label together.
    categories = [line(period).replace("-", "\u2011") for period in chart.periods]
    data = CategoryChartData()
    data.categories = categories
    for place, (_, values) in enumerate((*lines, *targets), 1):
        data.add_series(f"Series {place}", values)
    frame = page.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *map(Inches, box), data)
    drawn: NativeChart = frame.chart
    _name_series(drawn, [name for name, _ in (*lines, *targets)])
    part: Any = drawn.part
    part.chart_workbook.update_from_xlsx_blob(workbook(categories, (*lines, *targets), made))
    about = frame._element.nvGraphicFramePr.cNvPr
    about.set("name", "Chart")
    about.set("descr", literal(chart.alt))
    _dress(drawn, chart, len(lines))


def _lines(chart: Chart) -> list[Series]:
    return [(line(one.label) or UNNAMED, [point.value for point in one.points]) for one in chart.lines]


def _targets(chart: Chart) -> Iterator[Series]:
    """Give a series for each edge of each target."""
    for target in chart.targets:
        edges = [(word, edge) for word, edge in (("lowest", target.low), ("highest", target.high)) if _is_set(edge)]
        for word, edge in edges:
            yield _in_legend(line(target.label)) + (f", {word}" if len(edges) > 1 else ""), edge


def _in_legend(label: str) -> str:
    """Leave out of a long name whom it is for: the legend would cover the chart; the gap and the notes tell it."""
    return label if len(label) <= LEGEND else label.partition(" (")[0]


def _guides(chart: Chart) -> Iterator[Series]:
    """Give a series for each named level of a control chart."""
    yield from ((line(guide.label), guide.levels) for guide in chart.guides if guide.label)


def _is_set(edge: tuple[float | None, ...]) -> bool:
    return any(value is not None for value in edge)


def _name_series(drawn: NativeChart, names: list[str]) -> None:
    """Name the series afterwards: the library would write a name that starts with '=' as a formula."""
    for series, name in zip(drawn.plots[0].series, names, strict=True):
        series._element.find(qn("c:tx")).find(f".//{qn('c:v')}").text = name


def _dress(drawn: NativeChart, chart: Chart, lines: int) -> None:
    """Set letters, axes, legend and lines."""
    drawn.has_title = False
    drawn.font.size, drawn.font.name, drawn.font.color.rgb = Pt(SMALLEST), "Arial", colour(INK)
    drawn.has_legend = True
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.legend.font.size = Pt(SMALLEST)
    series = list(drawn.plots[0].series)
    for place, one in enumerate(series[:lines]):
        _dress_line(one, chart.lines[place], place)
        if place == 0:
            _label_values(one, chart, place)
    for place, one in enumerate(series[lines:]):
        one.smooth, one.marker.style = False, XL_MARKER_STYLE.NONE
        one.format.line.width, one.format.line.dash_style = Pt(2.25), DASHES[place % len(DASHES)]
        one.format.line.color.rgb = colour(INK)
    _dress_axes(drawn, chart)


def _dress_line(series: Any, line_: Line, place: int) -> None:
    """Draw a line in its colour, its illustrative points hollow."""
    ink = colour(SERIES_LIGHT[place])
    series.smooth = False
    series.format.line.width, series.format.line.color.rgb = Pt(3), ink
    series.marker.style, series.marker.size = MARKERS[place], 11
    _fill(series.marker, ink, ink)
    for number, point in enumerate(line_.points):
        if point.is_illustrative and point.value is not None:
            drawn = series.points[number]
            drawn.marker.style, drawn.marker.size = MARKERS[place], 11
            _fill(drawn.marker, colour(PAPER), ink)
            # A point with looks of its own would otherwise lose the line that leads to it.
            drawn.format.line.width, drawn.format.line.color.rgb = Pt(3), ink


def _fill(marker: Any, inside: Any, edge: Any) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = inside
    marker.format.line.color.rgb, marker.format.line.width = edge, Pt(2.25)


def _label_values(series: Any, chart: Chart, place: int) -> None:
    """Write the latest value of a line, and the one its title speaks of, away from the target."""
    points, last = chart.lines[place].points, chart.lines[place].last()
    for number in sorted({last[0], chart.chosen if chart.chosen is not None else last[0]} if last else ()):
        value = points[number].value
        edges = [edge[number] for target in chart.targets for edge in (target.low, target.high)]
        if value is not None:
            below = any(edge is not None and edge > value for edge in edges)
            _label(series.points[number].data_label, points[number].text, below=below)


def _label(label: Any, text: str, *, below: bool) -> None:
    label.position = XL_LABEL_POSITION.BELOW if below else XL_LABEL_POSITION.ABOVE
    label.font.size, label.font.bold = Pt(20), True
    element = label._get_or_add_dLbl()
    element.find(qn("c:showVal")).set("val", "1")
    for name in ("c:showLegendKey", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"):
        element.find(qn(name)).set("val", "0")
    form = parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="General" sourceLinked="0"/>')
    form.set("formatCode", number_format(text))
    old = element.find(qn("c:numFmt"))
    if old is not None:
        element.remove(old)
    element.find(qn("c:idx")).addnext(form)


def _dress_axes(drawn: NativeChart, chart: Chart) -> None:
    """Name the axes, keep the lines of the grid faint, and leave out names of periods that would touch."""
    value, category = drawn.value_axis, drawn.category_axis
    value.has_major_gridlines = True
    value.major_gridlines.format.line.color.rgb = colour("#D8D8D8")
    value.format.line.fill.background()
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = _axis_format(chart), False
    value.has_title = True
    value.axis_title.text_frame.text = line(chart.axis)
    run = value.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold, run.font.color.rgb = Pt(SMALLEST), False, colour(QUIET)
    category.format.line.color.rgb = colour(QUIET)
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    every = ceil(len(chart.periods) / LABELS)
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="{every}"/>')
    category._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _axis_format(chart: Chart) -> str:
    """Give the number format of the axis: that of the figures, without decimals that ticks do not have."""
    texts = [point.text for one in chart.lines for point in one.points if point.value is not None]
    return re.sub(r"\.0+", "", number_format(texts[-1])) if texts else "General"


def number_format(text: str) -> str:
    """Give the spreadsheet format in which a value reads as `text` (`52.0%`, `£140,000`); General for any other."""
    found = _NUMBER.match(text)
    if not found:
        return "General"
    pound, decimals, percent = found.groups()
    places = f".{'0' * len(decimals)}" if decimals else ""
    return "".join((pound and '"£"', "#,##0", places, percent and '"%"'))
