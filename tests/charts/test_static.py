"""Charts drawn for paper and slides: vectors and pictures that are the same each time and say what the value says."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from matplotlib.image import imread

from kpi.charts.fonts import showable
from kpi.charts.ink import DARK, LIGHT
from kpi.charts.model import Band, Break, Chart, Forecast, Guide, Line, Point, Target
from kpi.charts.sheet import PRINT, PROJECTOR, Size, folded, width
from kpi.charts.static import forget, picture, vector

QUARTERS = tuple(f"Q{quarter} {year}" for year in ("2017-18", "2018-19") for quarter in (1, 2, 3, 4))
INF = float("inf")


def line(*values: float | None, label: str = "", **other: Any) -> Line:
    points = tuple(Point(value, "no figure" if value is None else f"{value:g}%", **other) for value in values)
    return Line(label, points)


def chart(*lines: Line, **other: Any) -> Chart:
    drawn = lines or (line(24.1, 23, 22.5, 24.6, 25, 26.2, 22, 19.5),)
    return Chart("Re-referrals fell to 19.5%", "Line chart.", "Per cent", QUARTERS, drawn, **other)


WHOLE = chart(
    targets=(Target("Target at most 20%", (None,) * 8, (20.0,) * 8),),
    bands=(Band("green", ((-INF, 20.0),) * 8), Band("red", ((20.0, INF),) * 8)),
    breaks=(Break(4, "a new definition"),),
    chosen=6,
)
LIMITS = chart(
    Line("", tuple(Point(24.0 + n % 3, f"{24 + n % 3}%", mark="outside" if n == 3 else "") for n in range(8))),
    guides=(Guide("Upper limit 28%", "limit", (28.0,) * 8), Guide("Mean 25%", "mean", (25.0,) * 8)),
)
FOUR = chart(*(line(*range(n, n + 8), label=f"Council {n}") for n in range(4)))
AHEAD = chart(line(20, 21, 22, 23, 24, 25, 26, None), forecast=Forecast(7, 27, 25, 29, "Forecast 27%"))
CHARTS = {"status": WHOLE, "limits": LIMITS, "others": FOUR, "forecast": AHEAD}


def drawn(chart: Chart, size: Size = PRINT) -> str:
    return vector(chart, size).decode()


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_chart_gives_the_same_bytes(name: str) -> None:
    first = vector(CHARTS[name]), picture(CHARTS[name])
    forget()
    assert (vector(CHARTS[name]), picture(CHARTS[name])) == first


@pytest.mark.parametrize("name", CHARTS)
def test_a_drawing_is_one_svg_element_without_letters_that_a_machine_may_lack(name: str) -> None:
    root = ElementTree.fromstring(vector(CHARTS[name]))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 482 188"
    assert not list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_two_drawings_in_one_page_share_no_name() -> None:
    names = [re.findall(r' id="([^"]+)"', drawn(each)) for each in CHARTS.values()]
    every = [name for found in names for name in found]
    assert len(every) == len(set(every))
    assert all(f"#{name}" in drawn(each) for each, found in zip(CHARTS.values(), names, strict=True) for name in found)


def test_a_drawing_holds_no_date_and_no_maker() -> None:
    assert "metadata" not in drawn(WHOLE)
    assert b"Software" not in picture(WHOLE, scale=1)


def test_a_drawing_has_no_ground_so_that_it_lies_on_any_page() -> None:
    assert "fill: #ffffff" not in drawn(chart())
    assert "fill: #0b0c0c" not in vector(chart(), PRINT, DARK).decode()


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("size", [PRINT, PROJECTOR], ids=["print", "projector"])
def test_nothing_is_cut_at_the_edges(name: str, size: Size) -> None:
    pixels = imread(BytesIO(picture(CHARTS[name], size, scale=1)))[:, :, :3]
    edges = [pixels[:1].min(), pixels[-1:].min(), pixels[:, -1:].min()]
    assert edges == [1.0, 1.0, 1.0]


def test_illustrative_figures_are_hollow_and_explained() -> None:
    plain, made_up = chart(), chart(line(24, 23, 22, 24, 25, 26, 22, 19, state="illustrative"))
    assert "fill: #ffffff" not in drawn(plain)
    assert drawn(made_up).count("fill: #ffffff") >= 2


def test_a_gap_parts_the_line_and_so_does_a_new_definition() -> None:
    def strokes(chart: Chart) -> int:
        return drawn(chart).count("stroke: #12436d; stroke-width: 2;")

    assert strokes(chart()) == 1
    assert strokes(chart(line(24, 23, None, 24, 25, 26, 22, 19))) == 2
    assert strokes(chart(breaks=(Break(4, "new"),))) == 2


def test_dark_and_light_differ_in_colours_only() -> None:
    light, dark = (
        re.sub(r"#?c[0-9a-f]{8}-|[mp][0-9a-f]{10}|#[0-9a-f]{6}", "", str(vector(WHOLE, PRINT, ink)))
        for ink in (LIGHT, DARK)
    )
    assert light == dark


def test_a_projector_sees_large_letters_thick_lines_and_large_markers() -> None:
    assert PROJECTOR.letters >= 24
    assert PROJECTOR.line >= 4
    assert PROJECTOR.marker >= 10


def test_print_has_letters_of_ten_points_on_a_page_of_a4() -> None:
    assert PRINT.letters >= 10
    assert PRINT.width <= 482


@pytest.mark.parametrize(
    "empty", [Chart("t", "a", "Number", (), ()), chart(line(*[None] * 8))], ids=["no periods", "no figures"]
)
def test_a_chart_without_figures_says_so(empty: Chart) -> None:
    assert len(vector(empty)) > 4000
    assert b"NaN" not in vector(empty)


@pytest.mark.parametrize("text", ["$x^2$ and \\alpha", "<script>", "a\nb", "\x07\u202e", "🎉" * 40, "w" * 500])
def test_any_words_can_be_written(text: str) -> None:
    said = replace(WHOLE, axis=text, targets=(replace(WHOLE.targets[0], label=text),))
    other = chart(*(replace(one, label=text) for one in FOUR.lines))
    for each in (said, other):
        assert ElementTree.fromstring(vector(each)).tag.endswith("svg")


def test_a_single_figure_and_a_flat_line_are_drawn() -> None:
    assert b"nan" not in vector(chart(line(None, None, 0, *[None] * 5))).lower()
    assert b"nan" not in vector(chart(line(*[7] * 8))).lower()


def test_words_that_do_not_fit_are_broken_and_endless_ones_cut() -> None:
    assert folded("Mean of statistical neighbours", 10, 100) == ["Mean of statistical", "neighbours"]
    [cut] = folded("x" * 99, 10, 60)
    assert cut.endswith("…")
    assert width(cut, 10) <= 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("good ≥ 90% → ✓ £5", "good ≥ 90% → ✓ £5"),
        ("🎉", "[party popper]"),
        ("中", "[U+4E2D]"),
        ("\u202eabc", "[U+202E]abc"),
        ("e\u200dx\ufe0f", "ex"),
    ],
)
def test_what_the_letters_cannot_show_is_named(text: str, shown: str) -> None:
    assert showable(text) == shown
