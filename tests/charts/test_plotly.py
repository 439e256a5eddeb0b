"""What Plotly is told to draw: gaps, hollow points, steps, words, and nothing that needs colour."""

import json
import math
from datetime import date

import plotly.graph_objects as go

from kpi.charts.ink import Ink
from kpi.charts.model import NO_FIGURE, Band, Break, Chart, Line, Point, Target
from kpi.charts.plotly import figure

INK = Ink(
    paper="#FFFFFF",
    text="#0B0C0C",
    faint="#B1B4B6",
    target="#0B0C0C",
    series=("#12436D", "#F46A25", "#28A197", "#801650"),
    bands={"red": "rgba(1,1,1,0.1)", "amber": "rgba(2,2,2,0.1)", "green": "rgba(3,3,3,0.1)"},
    words={"red": "Off target", "amber": "Close", "green": "On target"},
)
PERIODS = ("Q1 2018-19", "Q2 2018-19", "Q3 2018-19", "Q4 2018-19")


def line(*values: float | None, label: str = "", state: str = "final") -> Line:
    return Line(label, tuple(Point(value, f"{value} cases", state=state) for value in values))


def drawn(*lines: Line, **more: object) -> go.Figure:
    return figure(Chart("It fell.", "alt", "Cases a worker", PERIODS, lines, **more), INK)


def words(made: go.Figure) -> list[str]:
    return [annotation.text for annotation in made.layout.annotations]


def test_a_gap_is_a_gap() -> None:
    made = drawn(line(19.2, None, 16.4, 16.0))
    assert list(made.data[0].y) == [19.2, None, 16.4, 16.0]
    assert made.data[0].connectgaps is False


def test_illustrative_points_are_hollow() -> None:
    assert set(drawn(line(1, 2, 3, 4, state="illustrative")).data[0].marker.color) == {"#FFFFFF"}
    assert set(drawn(line(1, 2, 3, 4)).data[0].marker.color) == {"#12436D"}


def test_lines_differ_in_dash_and_marker_not_in_colour_alone() -> None:
    made = drawn(*(line(n, n, n, n, label=f"Team {n}") for n in range(1, 5)))
    assert len({trace.line.dash for trace in made.data}) == 4
    assert len({trace.marker.symbol for trace in made.data}) == 4


def test_several_lines_are_named_at_their_ends_with_their_latest_figure() -> None:
    said = words(drawn(line(20, 21, 22, 23.7, label="Assessment team"), line(20, 21, 21.8, None, label="Care team")))
    own, other = (f'<span style="color:{INK.series[n]}">{shape}</span>' for n, shape in enumerate("●■"))
    assert said == [
        f"{other} <b>Care team</b><br>21.8 cases (Q3<br>2018-19)",
        f"{own} <b>Assessment team</b><br>23.7 cases",
    ]


def test_names_of_lines_that_end_together_stand_apart() -> None:
    made = drawn(line(1, 1, 1, 10, label="One"), line(30, 1, 1, 10, label="Two"))
    levels = sorted(annotation.y for annotation in made.layout.annotations)
    assert levels[1] - levels[0] > 2


def test_one_line_tells_its_latest_and_the_chosen_figure() -> None:
    assert words(drawn(line(19.2, 18.1, 16.4, 16.0), chosen=1)) == ["<b>16.0 cases</b>", "<b>18.1 cases</b>"]


def test_a_figure_is_written_on_the_side_where_its_line_does_not_come_from() -> None:
    assert drawn(line(19.2, 18.1, 16.4, 16.0)).layout.annotations[0].yanchor == "top"
    assert drawn(line(16.0, 16.4, 18.1, 19.2)).layout.annotations[0].yanchor == "bottom"


def test_what_stands_in_place_of_a_figure_is_written_in_its_gap() -> None:
    points = (Point(19.2, "19.2"), Point(None, "suppressed"), Point(None, NO_FIGURE), Point(16.0, "16.0"))
    made = figure(Chart("x", "x", "Number", PERIODS, (Line("", points),)), INK)
    assert [(a.x, a.text) for a in made.layout.annotations if a.yref == "paper"] == [(-2, "suppressed")]


def test_a_target_that_changes_is_a_step() -> None:
    target = Target("Target at most 18 cases", (None,) * 4, (20.0, 20.0, 18.0, 18.0))
    step = drawn(line(19.2, 18.1, 16.4, 16.0), targets=(target,)).data[0]
    assert list(step.x) == [-3.5, -2.5, -2.5, -1.5, -1.5, -0.5, -0.5, 0.5]
    assert list(step.y) == [20.0] * 4 + [18.0] * 4


def test_the_words_of_a_target_stand_where_no_line_crosses_them() -> None:
    target = Target("Target", (10.0,) * 4, (None,) * 4)
    made = drawn(line(10.1, 10.2, 30.0, 30.0), targets=(target,))
    assert next(a.x for a in made.layout.annotations if a.text == "Target") == -0.45 - 1


def test_bands_are_cut_at_the_chart_and_say_their_word() -> None:
    bands = (Band("green", ((-math.inf, 18.0),) * 4), Band("red", ((18.0, math.inf),) * 4))
    made = drawn(line(19.2, 18.1, 16.4, 16.0), bands=bands)
    low, high = made.layout.yaxis.range
    assert [(shape.y0, shape.y1) for shape in made.layout.shapes] == [(low, 18.0), (18.0, high)]
    assert words(made)[:2] == ["On target", "Off target"]


def test_a_changed_definition_is_a_dashed_line_with_its_words_and_parts_the_series() -> None:
    made = drawn(line(15.2, 20.0, 19.7, 16.0), breaks=(Break(1, "Agency workers are counted."),))
    assert list(made.data[0].y) == [15.2, None, 20.0, 19.7, 16.0]
    assert made.layout.shapes[0].x0 == -2.5
    assert "Definition changed" in words(made)


def test_the_template_is_stripped_and_the_figure_small() -> None:
    assert len(json.dumps(json.loads(drawn(line(19.2, 18.1, 16.4, 16.0)).to_json()))) < 4000


def test_markup_in_words_stays_literal() -> None:
    made = drawn(Line("<b>x</b>", tuple(Point(1.0, "<i>1</i>", note="<a href='#'>") for _ in PERIODS)))
    assert "&lt;i&gt;1&lt;/i&gt;" in made.data[0].text[0]
    assert "<a" not in made.data[0].text[0]


def test_few_periods_are_all_named_and_many_are_left_to_the_width_of_the_screen() -> None:
    assert list(drawn(line(1, 2, 3, 4)).layout.xaxis.tickvals) == [-3, -2, -1, 0]
    many = tuple(f"Q{n % 4 + 1} {2000 + n // 4}-{1 + n // 4:02}" for n in range(12))
    chart = Chart("x", "x", "Number", many, (Line("", tuple(Point(1.0, "1") for _ in many)),))
    assert figure(chart, INK).layout.xaxis.labelalias["0"] == "Q4<br>2002-03"
    assert figure(chart, INK).layout.xaxis.labelalias["\u221211"] == "Q1<br>2000-01"


def test_of_very_many_periods_the_same_month_of_every_year_is_named_and_points_are_finer() -> None:
    names = [date(2016 + n // 12, n % 12 + 1, 1).strftime("%B %Y") for n in range(36)]
    points = tuple(Point(1.0, "1", mark="outside" if place else "") for place in range(36))
    made = figure(Chart("x", "x", "Number", tuple(names), (Line("", points),)), INK)
    assert list(made.layout.xaxis.ticktext) == ["Dec<br>2018", "Dec<br>2017", "Dec<br>2016"]
    assert made.layout.xaxis.tickangle == 0
    assert set(made.data[0].marker.size) == {7, 11}


def test_an_empty_chart_can_be_drawn() -> None:
    assert figure(Chart("x", "x", "Number", (), (Line("", ()),)), INK).layout.showlegend is False


def test_the_words_of_a_target_do_not_run_into_those_of_the_newest_figure_just_under_it() -> None:
    target = Target("Target", (None,) * 4, (10.0, 10.0, 20.0, 20.0))
    made = drawn(line(1.0, 2.0, 19.8, 19.9), targets=(target,))
    assert next(a.y for a in made.layout.annotations if a.text == "Target") == 10.0
