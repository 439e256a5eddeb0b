"""Forecasts on the scorecard: which year end, against which target, resting on what."""

from typing import Any

import pytest

from kpi.period import Calendar, parse
from kpi.scorecard import Row, judged_series
from kpi.scorecard.forecasts import next_year_end
from tests.support.figures import Figure, card, frame, indicator, pack, row, target, together

QUARTERS = [f"{year} Q{quarter}" for year in ("2016-17", "2017-18", "2018-19") for quarter in (1, 2, 3, 4)]
CASELOADS = [20.1, 19.8, 19.9, 19.7, 19.0, 18.4, 17.9, 17.5, 17.2, 16.9, 16.4, 16.0]
CASELOAD = {"unit": "cases", "decimals": 1, "polarity": "lower"}


def caseload(quarters: int = 12, **given: Any) -> Row:
    definition = indicator(**CASELOAD, **given)
    figures: list[Figure] = list(zip(QUARTERS[:quarters], CASELOADS, strict=False))
    return row(definition, *figures, period=QUARTERS[quarters - 1])


@pytest.mark.parametrize(
    ("period", "calendar", "end"),
    [
        ("2018-19 Q3", "financial", "2018-19 Q4"),
        ("2018-19 Q4", "financial", "2019-20 Q4"),
        ("2018-11", "financial", "2019-03"),
        ("2018-19", "financial", "2019-20"),
        ("2018-11", "academic", "2019-08"),
        ("2018", "calendar", "2019"),
    ],
)
def test_the_year_end_is_the_next_that_is_still_to_come(period: str, calendar: str, end: str) -> None:
    found = next_year_end(parse(period, Calendar(calendar)))
    assert found is not None
    assert found.text == end


def test_a_forecast_has_a_value_an_interval_a_method_and_a_sentence() -> None:
    shown = caseload(11, targets=[target(between=[16, 18])])
    assert (shown.forecast, shown.forecast_period, shown.forecast_method) == (16.4, "2018-19 Q4", "same_as_last_period")
    assert shown.forecast_text == "16.4 cases (15.8 to 17.0)"
    assert shown.forecast_sentence == "Forecast for Q4 2018-19: 16.4 cases, on its target of 16 to 18."
    assert shown.forecast_reason == (
        "Method: the figure stays where it is. Judged by how far 10 past forecasts missed, 8 year ends in 10 come out "
        "between 15.8 and 17.0, which may be on target or off target."
    )


def test_the_forecast_has_a_status_of_its_own() -> None:
    shown = caseload(11, targets=[target("to 2018-19 Q3", at_most=18), target("from 2018-19 Q4", at_most=15)])
    assert (shown.status, shown.forecast_status) == ("green", "red")
    assert shown.forecast_sentence == (
        "Forecast for Q4 2018-19: 16.4 cases, 1.4 cases over its target of at most 15 cases: off target."
    )


def test_a_year_end_without_a_target_is_unrated() -> None:
    shown = caseload(11, targets=[target("to 2018-19 Q3", at_most=18)])
    assert (shown.status, shown.forecast_status) == ("green", "unrated")
    assert shown.forecast_sentence == "Forecast for Q4 2018-19: 16.4 cases, with no target to judge it by."


def test_a_profile_is_judged_at_its_year_end() -> None:
    profile = {"2018-19 Q3": 20.0, "2018-19 Q4": 16.0}
    shown = caseload(11, targets=[target(None, at_most=profile)])
    assert (shown.status, shown.forecast_status) == ("green", "red")


def test_a_refused_forecast_has_no_status() -> None:
    shown = caseload(4)
    keys = ("forecast", "forecast_low", "forecast_high", "forecast_status", "forecast_method")
    assert [shown.as_dict()[key] for key in keys] == [None] * 5
    assert (shown.forecast_text, shown.forecast_sentence) == ("", "")


def test_spend_at_the_third_quarter_is_forecast_with_last_year_s_fourth() -> None:
    spend = indicator(unit="pounds", polarity="lower", basis="year_to_date", targets=[target(at_most=2_200_000)])
    years = [2_300_000, 2_256_400, 2_116_400]
    figures: list[Figure] = [
        (period, years[place // 4] * (place % 4 + 1) / 4 + 1000 * place) for place, period in enumerate(QUARTERS)
    ]
    shown = row(spend, *figures[:11], period="2018-19 Q3")
    assert shown.forecast == round(figures[10][1] + figures[7][1] - figures[6][1])
    assert (shown.forecast_method, shown.forecast_status) == ("rest_as_last_year", "green")


def test_the_interval_stays_within_what_is_possible() -> None:
    figures: list[Figure] = list(zip(QUARTERS, [80.0, 99.0, 82.0, 98.0, 85.0, 97.0, 90.0, 99.0], strict=False))
    shown = row(indicator(), *figures, period="2017-18 Q4")
    assert shown.forecast_high == 100.0


def test_figures_before_a_break_teach_nothing() -> None:
    broken = {"breaks": [{"period": "2018-19 Q1", "reason": "Only workers with cases are counted."}]}
    assert caseload(12, **broken).forecast is None
    assert caseload(12).forecast == 16.0
    assert "since the definition changed from Q1 2018-19" in caseload(12, **broken).forecast_reason


def test_a_figure_in_doubt_teaches_nothing() -> None:
    doubt = {"doubts": [{"period": "2018-19 Q1", "reason": "published as 0"}]}
    assert caseload(11, **doubt).ahead.checks == caseload(11).ahead.checks - 2


def test_later_figures_do_not_change_the_forecast_of_an_earlier_period() -> None:
    figures: list[Figure] = list(zip(QUARTERS, CASELOADS, strict=True))
    definition = indicator(**CASELOAD)
    assert (
        row(definition, *figures, period="2018-19 Q2").as_dict()
        == row(definition, *figures[:10], period="2018-19 Q2").as_dict()
    )


def test_what_rests_on_illustrative_figures_says_so() -> None:
    figures = [(period, value, {"state": "illustrative"}) for period, value in zip(QUARTERS, CASELOADS, strict=True)]
    shown = row(indicator(**CASELOAD), *figures[:10], (QUARTERS[10], 16.4), period="2018-19 Q3")
    assert shown.forecast_reason.endswith("It rests on illustrative figures.")


def test_a_series_forecasts_at_every_period_as_its_scorecards_do() -> None:
    figures = frame(list(zip(QUARTERS, CASELOADS, strict=True)))
    rated = indicator(**CASELOAD, targets=[target(at_most=17)])
    for line in judged_series(figures, pack(rated), "caseload", "all", 3).rows:
        [shown] = card(figures, rated, period=line.period.text).rows
        assert line.ahead == shown.ahead


def test_rows_of_one_scorecard_are_forecast_each_on_its_own() -> None:
    two = [indicator(id=name, **CASELOAD) for name in ("caseload", "other")]
    figures: list[Figure] = list(zip(QUARTERS, CASELOADS, strict=True))
    both = together(frame(figures), frame([(period, 100 - (value or 0)) for period, value in figures], "other"))
    rows = {shown.indicator: shown for shown in card(both, *two).rows}
    assert (rows["caseload"].forecast, rows["other"].forecast) == (16.0, 84.0)


def test_without_any_figure_there_is_no_forecast() -> None:
    [shown] = card(frame([]), indicator()).rows
    assert shown.forecast_reason == "No forecast of the year end: no figure for Q4 2018-19."
