"""Filtering and sorting a scorecard, and the whole series of one indicator."""

import pytest

from kpi import series
from kpi.scorecard import ORDERS, Scorecard, judged_series
from tests.support.figures import card, frame, indicator, pack, target, together

AUDITS = indicator(
    id="audits",
    title="Audits judged good",
    theme="quality",
    targets=[target(at_least=75)],
    owner="Principal Social Worker",
)
VISITS = indicator(id="visits", title="Visits on time", order=1, targets=[target(at_least=90)])
REVIEWS = indicator(id="reviews", title="Reviews on time", order=2, targets=[target(at_least=80)])
DEMAND = indicator(
    id="demand", title="Children in need", order=3, unit="count", polarity="none", areas=["all", "assessment"]
)


@pytest.fixture
def scorecard() -> Scorecard:
    figures = together(
        frame([("2017-18 Q4", 38.0), ("2018-19 Q4", 52.0)], of="audits"),
        frame([("2017-18 Q4", 99.0), ("2018-19 Q4", 88.0)], of="visits"),
        frame([("2017-18 Q4", 80.0), ("2018-19 Q4", 81.0)], of="reviews"),
        frame([("2018-19 Q4", 821.0)], of="demand"),
    )
    return card(figures, AUDITS, VISITS, REVIEWS, DEMAND)


def ids(scorecard: Scorecard) -> list[str]:
    return [row.indicator for row in scorecard.rows]


def test_filters_narrow_together_and_counts_follow(scorecard: Scorecard) -> None:
    assert ids(scorecard.filtered(theme="quality")) == ["audits"]
    assert ids(scorecard.filtered(status="red")) == ["visits", "audits"]
    assert ids(scorecard.filtered(owner="Head of Assessment", status="red")) == ["visits"]
    assert ids(scorecard.filtered(area="assessment")) == ["demand"]
    assert scorecard.filtered(status="red").counts["red"] == 2
    assert scorecard.filtered() == scorecard


def test_a_filter_that_matches_nothing_gives_an_empty_scorecard(scorecard: Scorecard) -> None:
    assert scorecard.filtered(theme="no such theme").rows == ()


def test_what_can_be_filtered_by_is_told(scorecard: Scorecard) -> None:
    assert scorecard.themes == {"workforce": "Workforce", "quality": "Quality of practice"}
    assert scorecard.owners == ("Head of Assessment", "Principal Social Worker")
    assert scorecard.areas == {"all": "Whole service", "assessment": "Assessment team"}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("order", ["visits", "reviews", "demand", "demand", "audits"]),
        ("title", ["audits", "demand", "demand", "reviews", "visits"]),
        ("status", ["visits", "audits", "reviews", "demand", "demand"]),
        ("gap", ["audits", "visits", "reviews", "demand", "demand"]),
        ("change", ["visits", "audits", "reviews", "demand", "demand"]),
    ],
)
def test_rows_sort_with_what_needs_attention_first(scorecard: Scorecard, order: str, expected: list[str]) -> None:
    assert ids(scorecard.sorted_by(order)) == expected
    assert set(ORDERS) == {"order", "title", "status", "gap", "change"}


def test_an_indicators_series_has_every_period_with_gaps_as_rows() -> None:
    broken = indicator(
        targets=[target("from 2018-19 Q1", at_least=50)], breaks=[{"period": "2018-19 Q1", "reason": "New."}]
    )
    figures = frame([("2017-18 Q4", 38.0), ("2018-19 Q2", 41.04), ("2018-19 Q4", None, {"symbol": "c"})], revision=7)
    history = judged_series(figures, pack(broken), "caseload", "all", 9)
    told = [(str(row.period), row.text, row.status.value, row.revision) for row in history.rows]
    assert told == [
        ("2017-18 Q4", "38%", "unrated", 7),
        ("2018-19 Q1", "no figure", "no_data", None),
        ("2018-19 Q2", "41%", "red", 7),
        ("2018-19 Q3", "no figure", "no_data", None),
        ("2018-19 Q4", "suppressed", "no_data", 7),
    ]
    assert [(str(period), reason) for period, reason in history.breaks] == [("2018-19 Q1", "New.")]
    assert (history.title, history.revision) == ("Average caseload", 9)
    assert [line["period"] for line in history.as_rows()] == [str(row.period) for row in history.rows]


def test_the_first_period_of_a_series_has_no_earlier_figure() -> None:
    first = judged_series(frame([("2017-18 Q4", 38.0)]), pack(indicator()), "caseload", "all", 1).rows[0]
    assert first.direction_reason == (
        "Cannot tell against Q3 2017-18: there is no earlier figure. "
        "Cannot tell against Q4 2016-17: there is no earlier figure."
    )
    assert first.sentence.endswith(". There is no earlier figure to compare with.")


def test_an_areas_series_is_named_and_judged_on_its_own() -> None:
    caseload = indicator(areas=["all", "assessment"])
    figures = together(frame([("2018-19 Q4", 16.0)]), frame([("2018-19 Q4", 24.0)], area="assessment"))
    history = judged_series(figures, pack(caseload), "caseload", "assessment", 1)
    assert (history.title, [row.value for row in history.rows]) == ("Average caseload (Assessment team)", [24.0])


def test_a_series_without_a_figure_has_no_rows() -> None:
    assert judged_series(series.empty(), pack(indicator()), "caseload", "all", 0).rows == ()


def test_a_series_agrees_with_the_scorecards_of_its_periods() -> None:
    figures = frame([("2017-18 Q4", 38.0), ("2018-19 Q2", 41.0), ("2018-19 Q3", 50.0), ("2018-19 Q4", 52.0)])
    rated = indicator(targets=[target(at_least=50)])
    for line in judged_series(figures, pack(rated), "caseload", "all", 3).rows:
        [shown] = card(figures, rated, period=str(line.period)).rows
        assert line.as_dict() == shown.as_dict()
