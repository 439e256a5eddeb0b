"""The scorecard of a period: a row an indicator and area, and which figure it shows."""

import dataclasses
import json
import re

import pytest

from kpi import series
from kpi.judge.status import Status
from kpi.period import Calendar, parse
from kpi.scorecard import assemble
from tests.support.figures import card, frame, indicator, pack, quarter, row, target, together

AUDITS = indicator(id="audit_good", title="Files judged good or outstanding", targets=[target(at_least=75)])
CASELOAD = indicator(
    unit="cases",
    decimals=1,
    polarity="range",
    areas=["all", "assessment"],
    targets=[
        target(between=[16, 18], areas=["all"]),
        target(at_most=25, areas=["assessment"], tolerance={"measure": "percent", "amber": 10}),
    ],
)


def test_every_indicator_and_area_has_a_row_whether_or_not_it_has_a_figure() -> None:
    rows = card(series.empty(), AUDITS, CASELOAD).rows
    assert [(r.indicator, r.area) for r in rows] == [
        ("audit_good", "all"),
        ("caseload", "all"),
        ("caseload", "assessment"),
    ]
    assert {r.status for r in rows} == {Status.NO_DATA}


def test_rows_stand_in_the_order_of_themes_and_then_of_the_definitions() -> None:
    last = indicator(id="last", theme="quality", order=1)
    second = indicator(id="second", order=2, frequency="year")
    first = indicator(id="first", order=1)
    assert [r.indicator for r in card(series.empty(), last, second, first).rows] == ["first", "second", "last"]


def test_counts_name_every_status_and_add_up_to_the_rows() -> None:
    scorecard = card(frame([("2018-19 Q4", 52.0)], of="audit_good"), AUDITS, CASELOAD)
    assert scorecard.counts == {"green": 0, "amber": 0, "red": 1, "unrated": 0, "no_data": 2}
    assert sum(scorecard.counts.values()) == len(scorecard.rows)


def test_each_area_is_judged_against_its_own_target() -> None:
    figures = together(frame([("2018-19 Q4", 16.0)]), frame([("2018-19 Q4", 26.9)], area="assessment"))
    service, team = card(figures, CASELOAD).rows
    assert (service.status, service.target, service.target_text) == ("green", [16.0, 18.0], "16 to 18")
    assert (team.status, team.target, team.target_text) == ("amber", 25.0, "at most 25 cases")


def test_figures_of_unknown_indicators_and_areas_are_left_out_and_nothing_else_is_lost() -> None:
    figures = together(
        frame([("2018-19 Q4", 52.0)], of="audit_good"),
        frame([("2018-19 Q4", 1.0)], of="audit_good", area="a_team_that_was_closed"),
        frame([("2018-19 Q4", 1.0)], of="an_indicator_that_was_dropped"),
    )
    [only] = card(figures, AUDITS).rows
    assert only.value == 52.0


@pytest.mark.parametrize(
    ("frequency", "calendar", "periods", "shown"),
    [
        ("quarter", "financial", ["2018-19 Q3", "2018-19 Q4", "2019-20 Q1"], "2018-19 Q4"),
        ("quarter", "calendar", ["2018 Q4", "2019 Q1", "2019 Q2"], "2019 Q1"),
        ("month", "financial", ["2019-02", "2019-03", "2019-04"], "2019-03"),
        ("year", "financial", ["2017-18", "2018-19", "2019-20"], "2018-19"),
        ("year", "calendar", ["2017", "2018", "2019"], "2018"),
        ("year", "academic", ["2016-17", "2017-18", "2018-19"], "2017-18"),
        ("date", "financial", ["2018-11-12", "2019-02-11", "2019-04-01"], "2019-02-11"),
    ],
)
def test_a_scorecard_of_a_quarter_shows_the_latest_figure_that_ended_with_it(
    frequency: str, calendar: str, periods: list[str], shown: str
) -> None:
    definition = indicator(frequency=frequency, calendar=calendar)
    figures = [(text, float(n)) for n, text in enumerate(periods)]
    assert str(row(definition, *figures).period) == shown
    assert row(definition, *figures).value == periods.index(shown)


@pytest.mark.parametrize(("asked", "shown"), [("2018-19", "2018-19 Q4"), ("2018-12", "2018-19 Q3")])
def test_a_scorecard_of_a_year_or_a_month_shows_the_quarter_that_ended_with_it(asked: str, shown: str) -> None:
    assert str(row(AUDITS, ("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0), period=asked).period) == shown


def test_a_dated_figure_older_than_12_months_is_not_shown_as_todays() -> None:
    practice_week = indicator(frequency="date")
    old = row(practice_week, ("2018-02-12", 38.0))
    assert old.status is Status.NO_DATA
    assert old.status_reason == "No figure in the 12 months to 31 March 2019; the last is 38%, 12 February 2018."


def test_a_dated_figure_is_compared_with_the_one_before_and_the_one_nearest_to_a_year_before() -> None:
    practice_week = indicator(frequency="date")
    shown = row(practice_week, ("2018-02-12", 38.0), ("2018-03-05", 1.0), ("2018-11-12", 46.0), ("2019-02-11", 52.0))
    assert (str(shown.previous.period), shown.change_previous) == ("2018-11-12", 6.0)
    assert (str(shown.year_before.period), shown.change_year) == ("2018-02-12", 14.0)


def test_a_dated_figure_with_none_near_a_year_before_says_so() -> None:
    shown = row(indicator(frequency="date"), ("2018-06-12", 46.0), ("2019-02-11", 52.0))
    assert shown.direction_year == "cannot_tell"
    assert "there is no figure from about a year before" in shown.direction_reason


def test_a_target_that_changed_judges_each_period_by_its_own() -> None:
    tightened = indicator(
        targets=[target("2016-17 Q1 to 2018-19 Q3", at_least=50), target("from 2018-19 Q4", at_least=60)],
    )
    figures = [("2018-19 Q3", 52.0), ("2018-19 Q4", 52.0)]
    assert row(tightened, *figures, period="2018-19 Q3").status is Status.GREEN
    assert row(tightened, *figures, period="2018-19 Q4").status is Status.RED
    assert row(tightened, *figures).history.statuses[-2:] == (Status.GREEN, Status.RED)


def test_history_holds_the_recent_periods_with_gaps_as_nothing() -> None:
    shown = row(AUDITS, ("2017-18 Q4", 38.0), ("2018-19 Q2", 41.0), ("2018-19 Q4", 52.0))
    assert [str(period) for period in shown.history.periods][-5:] == [
        "2017-18 Q4",
        *(f"2018-19 Q{n}" for n in (1, 2, 3, 4)),
    ]
    assert shown.history.values[-5:] == (38.0, None, 41.0, None, 52.0)
    assert shown.history.target_lows[-1] == 75.0
    assert shown.history.target_highs[-1] is None
    assert len(shown.history.periods) == 12


def test_a_short_history_can_be_asked_for() -> None:
    figures = frame([("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], of="audit_good")
    short = assemble(figures, pack(AUDITS), quarter(), 3, history=2)
    assert short.rows[0].history.values == (46.0, 52.0)
    assert short.rows[0].change_previous == 6.0


def test_rows_are_immutable_and_the_same_figures_give_the_same_scorecard() -> None:
    figures = frame([("2018-19 Q4", 52.0)], of="audit_good")
    one, other = card(figures, AUDITS), card(figures, AUDITS)
    assert one == other
    assert hash(one.rows[0]) == hash(other.rows[0])
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.rows[0].value = 99.0


def test_a_row_is_ready_for_json_with_every_key_of_the_contract() -> None:
    keys = re.findall(
        r"\w+",
        "indicator, title, theme, area, period, value, text, target, target_text, gap, status, status_reason, "
        "change_previous, direction_previous, change_year, direction_year, direction_reason, variation, assurance, "
        "forecast, forecast_status, benchmarks, state, data_to, revision",
    )
    figures = frame(
        [("2018-19 Q3", 46.04), ("2018-19 Q4", 52.04, {"state": "provisional"})], of="audit_good", revision=2
    )
    told = json.loads(json.dumps(card(figures, AUDITS).rows[0].as_dict()))
    assert [key for key in keys if key not in told] == []
    assert (told["value"], told["text"], told["target"], told["gap"]) == (52.04, "52%", 75.0, -23.0)
    assert (told["change_previous"], told["change_year"], told["direction_year"]) == (6.0, None, "cannot_tell")
    assert (told["state"], told["data_to"], told["revision"]) == ("provisional", "2019-03-31", 2)


def test_nothing_is_null_in_json() -> None:
    told = json.loads(json.dumps(card(series.empty(), CASELOAD).rows[0].as_dict(), allow_nan=False))
    nulls = ["value", "target", "gap", "change_previous", "state", "data_to", "revision"]
    assert {key: told[key] for key in nulls if key != "target"} == dict.fromkeys(k for k in nulls if k != "target")
    assert told["target"] == [16.0, 18.0]
    assert told["status"] == "no_data"


def test_the_data_of_a_missing_figure_reach_to_the_last_one() -> None:
    missing = row(AUDITS, ("2018-19 Q2", 41.0))
    assert str(missing.data_to) == "2018-09-30"
    assert missing.status_reason == "No figure for Q4 2018-19; the last is 41%, Q2 2018-19."


def test_a_figure_published_after_the_period_is_not_its_last_one() -> None:
    assert row(AUDITS, ("2019-20 Q1", 60.0)).last is None


def test_a_scorecard_remembers_its_period_and_revision() -> None:
    scorecard = card(series.empty(), AUDITS)
    assert (scorecard.period, scorecard.revision) == (parse("2018-19 Q4", Calendar.FINANCIAL), 3)


def test_a_council_without_indicators_has_an_empty_scorecard() -> None:
    assert card(series.empty()).rows == ()


def test_history_says_which_of_the_recent_figures_are_illustrative() -> None:
    shown = row(AUDITS, ("2018-19 Q2", 41.0, {"state": "illustrative"}), ("2018-19 Q4", 52.0, {"state": "final"}))
    assert shown.history.states[-3:] == ("illustrative", "", "final")
