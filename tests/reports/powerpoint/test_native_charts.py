"""Charts in PowerPoint are native: they can be edited, their workbook is plain, and they say what the Chart says."""

import io
import zipfile

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from kpi.charts.model import Guide, Line, Target
from kpi.reports.powerpoint.charts import number_format
from kpi.reports.powerpoint.workbook import workbook
from tests.support.office import HOSTILE, MADE, QUARTERS, SHOWN, chart, point, slide
from tests.support.slides import Show, sheet, shown

FIGURES = (35, 36, None, 41, 44, 47, 50, 52)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def test_a_chart_is_native_and_its_target_is_a_second_line(show: Show) -> None:
    [drawn] = show.charts()
    assert drawn.chart_type in (XL_CHART_TYPE.LINE, XL_CHART_TYPE.LINE_MARKERS)
    assert [series.name for series in drawn.plots[0].series] == ["Figure", "Target at least 60%"]
    assert tuple(drawn.plots[0].series[0].values) == FIGURES


def test_every_chart_has_its_workbook_with_the_same_figures(show: Show) -> None:
    [drawn] = show.charts()
    [heading, *rows] = sheet(drawn)
    assert heading == [None, "Figure", "Target at least 60%"]
    assert [row[1] for row in rows] == list(FIGURES)
    assert [row[0].replace("\u2011", "-") for row in rows] == list(QUARTERS)


def test_a_gap_is_a_gap(show: Show) -> None:
    [drawn] = show.charts()
    assert drawn._chartSpace.find(f".//{C}dispBlanksAs").get("val") == "gap"
    cached = drawn._chartSpace.find(f".//{C}ser").find(f"{C}val").iter(f"{C}pt")
    assert [int(one.get("idx")) for one in cached] == [0, 1, 3, 4, 5, 6, 7]


def test_illustrative_points_are_hollow_and_others_are_not(show: Show) -> None:
    [drawn] = show.charts()
    line = drawn._chartSpace.find(f".//{C}ser")
    fills = {
        one.find(f"{C}idx").get("val"): one.find(f"{C}marker").find(f".//{qn('a:srgbClr')}").get("val")
        for one in line.findall(f"{C}dPt")
    }
    assert fills == {"4": "FFFFFF", "5": "FFFFFF"}


def test_every_chart_and_table_has_alternative_text(show: Show) -> None:
    frames = [shape for page in show.slides for shape in page.shapes if shape.has_chart or shape.has_table]
    told = [shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in frames]
    assert told == [chart().alt, "Indicators at 31 March 2019"]


def test_text_that_looks_like_a_formula_stays_text_in_chart_and_workbook() -> None:
    said = '=HYPERLINK("http://example.org")'
    line = Line(said, (point(1.0), point(2.0)))
    target = Target("=1+1", (2.0, 2.0), (None, None))
    made = chart(periods=(said, "+1"), lines=(line,), targets=(target,), chosen=1, axis="=A1")
    [drawn] = shown(slide(chart=made)).charts()
    assert sheet(drawn) == [[None, said, "=1+1"], [said, 1, 2], ["+1", 2, 2]]
    assert [series.name for series in drawn.plots[0].series] == [said, "=1+1"]


def test_hostile_names_are_shown_as_they_are() -> None:
    made = chart(lines=(Line(HOSTILE, chart().lines[0].points),), alt=HOSTILE)
    show = shown(slide(chart=made))
    [drawn] = show.charts()
    assert drawn.plots[0].series[0].name == " ".join(SHOWN.split())


def test_a_target_with_two_edges_is_two_lines_and_limits_are_lines_too() -> None:
    target = Target("Target 18 to 25", (18.0,) * 8, (25.0,) * 8)
    made = chart(targets=(target,), guides=(Guide("Mean 44%", "mean", (44.0,) * 8), Guide("", "near", (1.0,) * 8)))
    [drawn] = shown(slide(chart=made)).charts()
    assert [series.name for series in drawn.plots[0].series] == [
        "Figure",
        "Target 18 to 25, lowest",
        "Target 18 to 25, highest",
        "Mean 44%",
    ]


@pytest.mark.parametrize("points", [(), (point(None),) * 8])
def test_a_chart_without_figures_is_a_sentence(points: tuple[object, ...]) -> None:
    made = chart(periods=QUARTERS[: len(points)], lines=(Line("", points),), targets=(), chosen=None)
    show = shown(slide(chart=made))
    assert show.charts() == []
    assert "There are no figures to draw." in show.text()


def test_four_lines_have_four_colours_and_four_markers() -> None:
    lines = tuple(Line(f"Team {n}", chart().lines[0].points) for n in range(4))
    [drawn] = shown(slide(chart=chart(lines=lines, targets=()))).charts()
    series = list(drawn.plots[0].series)
    assert len({str(one.format.line.color.rgb) for one in series}) == 4
    assert len({one.marker.style for one in series}) == 4


def test_the_workbook_knows_no_clock() -> None:
    made = workbook(("Q1",), (("Figure", (1.0,)),), MADE)
    assert made == workbook(("Q1",), (("Figure", (1.0,)),), MADE)
    with zipfile.ZipFile(io.BytesIO(made)) as container:
        assert b"2019-06-05T09:30:00Z" in container.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("52%", '#,##0"%"'),
        ("72.0%", '#,##0.0"%"'),
        ("1,037", "#,##0"),
        ("16.9", "#,##0.0"),
        ("£140,000", '"£"#,##0'),
        ("£49.6m", "General"),
        ("currently in the low 20s", "General"),
        ("23.7 cases", "General"),
    ],
)
def test_a_value_reads_as_people_write_it(text: str, expected: str) -> None:
    assert number_format(text) == expected
