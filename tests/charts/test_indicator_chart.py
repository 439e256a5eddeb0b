"""The chart of one indicator as a value: points, targets, bands and words."""

import math

import pytest

from kpi.charts.indicator import chart
from kpi.charts.model import Band, Chart, Line, Point
from kpi.scorecard import IndicatorHistory, judged_series
from tests.support.figures import Figure, frame, indicator, pack, quarter, target

CASELOAD = indicator(
    title="Average caseload",
    unit="cases",
    decimals=1,
    polarity="lower",
    targets=[target(between=(16, 18))],
    tolerance={"measure": "points", "amber": {"below": 2, "above": 1}},
)


def history(definition: object, *figures: Figure, area: str = "all") -> IndicatorHistory:
    given = indicator() if definition is None else definition
    return judged_series(frame(figures, given.id, area=area), pack(given), given.id, area, 3)


def spans(drawn: Chart) -> list[tuple[str, tuple[float, float]]]:
    return [(band.status, band.spans[-1]) for band in drawn.bands if band.spans[-1]]


def test_every_period_from_first_to_last_has_a_point_and_gaps_stay_gaps() -> None:
    drawn = chart([history(CASELOAD, ("2018-19 Q1", 19.2), ("2018-19 Q4", 16.0))], "It fell.")
    assert drawn.periods == ("Q1 2018-19", "Q2 2018-19", "Q3 2018-19", "Q4 2018-19")
    assert [point.value for point in drawn.lines[0].points] == [19.2, None, None, 16.0]


def test_the_alternative_text_gives_the_span_and_the_message() -> None:
    drawn = chart([history(CASELOAD, ("2018-19 Q1", 19.2), ("2018-19 Q4", 16.0))], "Average caseload fell.")
    assert drawn.alt == (
        "Line chart of Average caseload, Q1 2018-19 to Q4 2018-19. Average caseload fell. "
        "The table after the chart holds every figure."
    )


def test_bands_of_a_range_reach_red_on_both_sides() -> None:
    drawn = chart([history(CASELOAD, ("2018-19 Q4", 16.0))], "x")
    assert spans(drawn) == [
        ("red", (-math.inf, 14.0)),
        ("amber", (14.0, 16.0)),
        ("green", (16.0, 18.0)),
        ("amber", (18.0, 19.0)),
        ("red", (19.0, math.inf)),
    ]


def test_a_target_without_allowance_has_no_amber() -> None:
    met = indicator(targets=[target(at_least=75)])
    assert spans(chart([history(met, ("2018-19 Q4", 80.0))], "x")) == [
        ("red", (-math.inf, 75.0)),
        ("green", (75.0, math.inf)),
    ]


def test_the_floor_cuts_what_the_allowance_would_still_call_close() -> None:
    floored = indicator(
        targets=[target(at_least=75, floor=72)], tolerance={"measure": "points", "green": 1, "amber": 10}
    )
    assert spans(chart([history(floored, ("2018-19 Q4", 80.0))], "x")) == [
        ("red", (-math.inf, 72.0)),
        ("amber", (72.0, 74.0)),
        ("green", (74.0, math.inf)),
    ]


def test_without_a_target_there_are_no_bands() -> None:
    drawn = chart([history(indicator(), ("2018-19 Q4", 80.0))], "x")
    assert (drawn.bands, drawn.targets) == ((), ())


def test_a_target_that_changes_is_named_by_its_first_value() -> None:
    profiled = indicator(targets=[target(None, at_least={"2018-19 Q1": 60, "2018-19 Q2": 70})])
    drawn = chart([history(profiled, ("2018-19 Q1", 61.0), ("2018-19 Q2", 69.0))], "x")
    assert drawn.targets[0].label == "Target, at first at least 60%"
    assert drawn.targets[0].low == (60.0, 70.0)


def test_teams_stand_side_by_side_each_under_its_own_target() -> None:
    teams = indicator(
        areas=["assessment", "children_in_care"],
        targets=[target(areas=["assessment"], at_most=25), target(areas=["children_in_care"], at_most=18)],
    )
    drawn = chart([history(teams, ("2018-19 Q4", 20.0), area=area) for area in teams.areas], "x")
    assert [line.label for line in drawn.lines] == ["Assessment team", "Children in care team"]
    assert [given.label for given in drawn.targets] == [
        "Target at most 25% (Assessment team)",
        "Target at most 18% (Children in care team)",
    ]
    assert drawn.bands == ()


def test_a_changed_definition_is_marked_where_it_begins() -> None:
    changed = indicator(breaks=[{"period": "2018-19 Q2", "reason": "Agency workers are counted."}])
    drawn = chart([history(changed, ("2018-19 Q1", 61.0), ("2018-19 Q2", 69.0))], "x")
    assert [(each.place, each.reason) for each in drawn.breaks] == [(1, "Agency workers are counted.")]


def test_the_chosen_period_is_named_when_the_chart_has_it() -> None:
    series = history(CASELOAD, ("2018-19 Q3", 16.4), ("2018-19 Q4", 16.0))
    assert chart([series], "x", quarter("2018-19 Q3")).chosen == 0
    assert chart([series], "x", quarter("2030-31 Q3")).chosen is None


def test_the_point_says_its_target_status_and_that_it_is_illustrative() -> None:
    drawn = chart([history(CASELOAD, ("2018-19 Q4", 16.0, {"state": "illustrative"}))], "x")
    assert drawn.lines[0].points[0].note == "Target 16 to 18, on target. Illustrative"


def test_an_empty_series_is_an_empty_chart_that_says_so() -> None:
    drawn = chart([history(CASELOAD)], "x")
    assert drawn.periods == ()
    assert drawn.alt == "Empty chart of Average caseload: there are no figures."


def test_a_line_that_does_not_fit_the_periods_is_refused() -> None:
    with pytest.raises(ValueError, match="one point for every period"):
        Chart("x", "x", "Number", ("2018-19",), (Line("", ()),))


def test_five_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="4 lines at most"):
        Chart("x", "x", "Number", (), tuple(Line(str(n), ()) for n in range(5)))


def test_a_band_gives_stretches_of_the_same_span() -> None:
    band = Band("green", ((0.0, 1.0), (0.0, 1.0), None, (0.0, 2.0)))
    assert list(band.runs()) == [(0, 1, (0.0, 1.0)), (3, 3, (0.0, 2.0))]


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ((), 0.0, 1.0),
        ((5.0,), 4.375, 5.625),
        ((0.0, 8.0), 0.0, 9.0),
        ((-4.0, 4.0), -5.0, 5.0),
        ((90.0, 98.0), 89.0, 99.0),
    ],
)
def test_the_chart_reaches_a_little_beyond_its_figures(values: tuple[float, ...], low: float, high: float) -> None:
    line = Line("", tuple(Point(value, str(value)) for value in values))
    assert Chart("x", "x", "Number", tuple(map(str, values)), (line,)).span() == (low, high)
