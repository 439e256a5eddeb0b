"""How limits, special points and a forecast are drawn: as steps, by shape, with words beside them."""

from kpi.charts.ink import Ink
from kpi.charts.model import Chart, Forecast, Guide, Line, Point, Target
from kpi.charts.overlay import forecast, guides, marker, words
from kpi.charts.plotly import figure

INK = Ink("#FFFFFF", "#0B0C0C", "#B1B4B6", "#0B0C0C", ("#12436D",), {}, {})
PERIODS = ("Q1 2018-19", "Q2 2018-19", "Q3 2018-19")
POINTS = (Point(80.0, "80%"), Point(88.0, "88%", mark="outside", up=True), Point(79.0, "79%", mark="trend"))
LIMITS = (
    Guide("Upper limit 86%", "limit", (86.0, 86.0, 86.0)),
    Guide("", "near", (84.0, 84.0, 84.0)),
    Guide("Mean 80%", "mean", (80.0, 80.0, 80.0)),
)
CHART = Chart("It rose.", "alt", "Per cent", PERIODS, (Line("", POINTS),), guides=LIMITS)
AHEAD = Chart(
    "x", "alt", "Per cent", PERIODS, (Line("", POINTS),), forecast=Forecast(2, 79.0, 70.0, 90.0, "Forecast 79%")
)


def test_special_points_differ_by_shape_and_size() -> None:
    assert marker(POINTS, "circle")["symbol"] == ["circle", "diamond", "triangle-down"]
    assert marker(POINTS, "circle")["size"] == [10, 15, 15]


def test_ordinary_points_have_the_shape_of_their_line() -> None:
    assert marker(POINTS[:1], "square") == {"symbol": "square", "size": 10}


def test_limits_are_steps_of_different_dashes() -> None:
    made = guides(CHART, INK)
    assert made[0]["x"] == [-2.5, -1.5, -1.5, -0.5, -0.5, 0.5]
    assert len({trace["line"]["dash"] for trace in made}) == 3


def test_limits_are_named_beside_the_chart_and_near_limits_are_not() -> None:
    assert [told["text"] for told in words(CHART, 10.0)] == ["Mean 80%", "Upper limit<br>86%"]


def test_names_of_limits_that_lie_close_stand_apart() -> None:
    levels = [told["y"] for told in words(CHART, 200.0)]
    assert levels[1] - levels[0] > 14


def test_the_forecast_reaches_over_its_interval() -> None:
    [drawn] = forecast(AHEAD, INK)
    assert (drawn["x"], drawn["y"]) == ([0], [79.0])
    assert (drawn["error_y"]["array"], drawn["error_y"]["arrayminus"]) == ([11.0], [9.0])


def test_the_chart_makes_room_for_limits_and_interval() -> None:
    assert CHART.span()[1] > 88.0
    assert AHEAD.span()[1] > 90.0
    assert AHEAD.span()[0] < 70.0


def test_plotly_takes_every_layer() -> None:
    assert len(figure(CHART, INK).data) == 4
    assert figure(AHEAD, INK).data[1].marker.symbol == "star"
    assert "<b>Forecast 79%</b>" in [told.text for told in figure(AHEAD, INK).layout.annotations]


def test_a_target_is_named_where_neither_figures_nor_guides_stand_close_over_it() -> None:
    goal = Target("Target 70 to 86", (70.0,) * 3, (86.0,) * 3)
    near = Guide("", "near", (86.1,) * 3)
    made = figure(Chart("x", "x", "Per cent", PERIODS, (Line("", POINTS),), (goal,), guides=(near,)), INK)
    assert [words.y for words in made.layout.annotations if words.text == goal.label] == [70.0]
