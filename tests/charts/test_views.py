"""What the chart of an indicator shows when asked: limits instead of status, the forecast, the figures of others."""

from dataclasses import replace

import pytest

from kpi.charts.model import Band, Chart, Guide, Line, Point
from kpi.charts.views import has_limits, view
from kpi.period import parse
from kpi.scorecard import IndicatorHistory, Row, judged_series
from kpi.story.others import Against, Neighbourhood, Published
from tests.support.figures import Figure, frame, indicator, pack, row, target

ON_TIME = indicator(title="Reviews on time", targets=[target(at_least=90)], tolerance={"measure": "points", "amber": 3})
YEARLY = indicator(title="Turnover", frequency="year", calendar="calendar", decimals=1, polarity="lower")
LEVELS = (88.0, 90.0, 89.0, 91.0, 90.0, 88.0, 90.0, 91.0, 89.0, 90.0, 88.0, 90.0, 89.0)


def quarters(*values: float) -> tuple[Figure, ...]:
    """Give figures of quarters that follow each other and end with Q4 2018-19."""
    last = parse("2018-19 Q4", "financial")
    periods = [last]
    while len(periods) < len(values):
        periods.insert(0, periods[0].previous())
    return tuple((period.text, value) for period, value in zip(periods, values, strict=True))


def both(*figures: Figure) -> tuple[IndicatorHistory, Row]:
    history = judged_series(frame(figures, ON_TIME.id), pack(ON_TIME), ON_TIME.id, "all", 3)
    return history, row(ON_TIME, *figures)


def drawn(shown: str, *figures: Figure) -> Chart:
    history, last = both(*figures)
    return view(shown, [history], "It fell.", last)


def test_limits_take_the_place_of_the_status() -> None:
    chart = drawn("limits", *quarters(*LEVELS))
    assert chart.bands == ()
    assert {point.status for point in chart.lines[0].points} == {"unrated"}
    assert [guide.style for guide in chart.guides] == ["limit", "near", "mean", "near", "limit"]
    assert chart.reads.endswith("The chart shows limits, not status.")


def test_without_a_choice_the_chart_shows_the_status() -> None:
    chart = drawn("", *quarters(*LEVELS))
    assert chart.bands
    assert (chart.guides, chart.forecast, chart.reads) == ((), None, "")


def test_a_chart_never_shows_limits_and_status_together() -> None:
    lines, periods = (Line("", (Point(1.0, "1"),)),), ("2018-19",)
    band, guide = Band("green", ((0.0, 2.0),)), Guide("Mean 1", "mean", (1.0,))
    with pytest.raises(ValueError, match="limits or status, never both"):
        Chart("x", "x", "Number", periods, lines, bands=(band,), guides=(guide,))


def test_a_figure_beyond_a_limit_is_marked_and_told_to_whoever_cannot_see_it() -> None:
    chart = drawn("limits", *quarters(*LEVELS, 60.0))
    last = chart.lines[0].points[-1]
    assert (last.mark, last.up, last.note) == ("outside", False, "Below the lower limit")
    assert "Q4 2018-19 below the lower limit; and 8 before them. The table after the chart holds" in chart.alt


def test_twelve_figures_have_trial_limits_that_are_named_so_and_mark_nothing() -> None:
    chart = drawn("limits", *quarters(*LEVELS[:11], 60.0))
    assert chart.reads.startswith("Trial limits from 12 figures, too few to judge by: ")
    assert [guide.label[:11] for guide in chart.guides if guide.label] == ["Trial upper", "Mean 87.0%", "Trial lower"]
    assert "No figure is marked." in chart.alt
    assert not any(point.mark for point in chart.lines[0].points)


def test_figures_that_do_not_vary_have_no_limits_to_show() -> None:
    flat = quarters(*(90.0,) * 14)
    assert not has_limits(row(ON_TIME, *flat))
    assert drawn("limits", *flat).reads == "No limits can be drawn."


def test_limits_that_gaps_leave_unsure_say_so() -> None:
    every = quarters(*LEVELS, *LEVELS)
    figures = (*every[:4], *every[5::2])
    chart = drawn("limits", *figures)
    assert chart.reads.startswith("Limits that missing figures leave too unsure to judge by: ")


def test_many_marked_figures_are_told_by_the_last_six() -> None:
    chart = drawn("limits", *quarters(*(70.0 + step for step in range(16))))
    told = chart.alt.partition("Marked: ")[2]
    assert told.count(";") == 6
    assert "; and 10 before them" in told


@pytest.mark.parametrize(
    ("shown", "heading"),
    [
        ("", "It fell."),
        ("limits", "Ordinary variation: 89.0% lies between the limits of 85.2% and 93.7%, in no run and no trend."),
        ("forecast", "Forecast for Q4 2019-20: 89%, 1 percentage point short of their target of at least 90%: close."),
    ],
)
def test_the_heading_says_the_message_of_what_is_shown(shown: str, heading: str) -> None:
    assert drawn(shown, *quarters(*LEVELS)).title == heading


def test_the_forecast_is_a_point_at_the_year_end_with_its_interval() -> None:
    chart = drawn("forecast", *quarters(*LEVELS))
    ahead = chart.forecast
    assert ahead
    assert (chart.periods[ahead.place], ahead.value, ahead.text) == ("Q4 2019-20", 89.0, "Forecast 89%")
    assert ahead.low < 89.0 < ahead.high
    assert chart.bands
    assert "Forecast for Q4 2019-20: 89%" in chart.alt


def test_a_target_of_the_year_end_reaches_the_forecast() -> None:
    assert drawn("forecast", *quarters(*LEVELS)).targets[0].low[-1] == 90.0


def test_a_refused_forecast_leaves_the_chart_as_it_is() -> None:
    assert drawn("forecast", ("2018-19 Q4", 89.0)).forecast is None


def others() -> Against:
    own, england, region = (
        Published(code, name, value, "", "final", 2, 4)
        for code, name, value in (
            ("336", "Wolverhampton", 28.0),
            ("E92", "England", 15.0),
            ("E12", "West Midlands", 15.7),
        )
    )
    near = Neighbourhood("May 2025", 15.2, 13.8, 10, 10)
    year = parse("2018", "calendar")
    return Against(YEARLY, year, "DfE", "turnover", own, england, region, near, (), "it is a test")


def test_others_are_lines_with_their_names_and_own_figures_come_first() -> None:
    figures: tuple[Figure, ...] = (("2017", 22.3), ("2018", 28.0))
    history = judged_series(frame(figures, YEARLY.id), pack(YEARLY), YEARLY.id, "all", 3)
    told = replace(history, rows=(history.rows[0], replace(history.rows[1], against=others())))
    chart = view("others", [told], "It rose.", told.rows[1])
    assert [line.label for line in chart.lines] == [
        "Wolverhampton",
        "England",
        "West Midlands",
        "Mean of statistical neighbours",
    ]
    assert [point.value for point in chart.lines[1].points] == [None, 15.0]
    assert "The lines are Wolverhampton, England, West Midlands and the mean of statistical neighbours." in chart.alt


def test_without_figures_of_others_the_chart_stays_as_it_is() -> None:
    assert len(drawn("others", *quarters(*LEVELS)).lines) == 1
