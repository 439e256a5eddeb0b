"""Figures in doubt on the scorecard and in an indicator's series: counted, and never compared with."""

from kpi.scorecard import Row, judged_series
from tests.support.figures import Figure, card, frame, indicator, pack, row, target, together

DOUBT = {"period": "Q4 2017/18", "reason": "Published as 0."}
REVIEWS = indicator(doubts=[DOUBT], targets=[target(at_least=95)])
FIGURES: list[Figure] = [("2016-17 Q4", 91.0), ("2017-18 Q3", 91.0), ("2017-18 Q4", 0.0), ("2018-19 Q1", 94.0)]


def told(shown: Row) -> tuple[str, float | None, str, float | None]:
    return shown.direction_previous, shown.change_previous, shown.direction_year, shown.change_year


def test_a_figure_in_doubt_is_kept_judged_and_counted() -> None:
    scorecard = card(frame(FIGURES), REVIEWS, period="2017-18 Q4")
    [shown] = scorecard.rows
    assert (shown.value, shown.status, scorecard.counts["red"]) == (0.0, "red", 1)
    assert (shown.doubt_reason, shown.as_dict()["doubt"]) == ("Published as 0", "Published as 0")


def test_neither_it_nor_what_follows_is_compared_with_it() -> None:
    figures: list[Figure] = [*FIGURES, ("2017-18 Q1", 90.0), ("2018-19 Q4", 89.0)]
    assert told(row(REVIEWS, *figures, period="2017-18 Q4")) == ("cannot_tell", None, "cannot_tell", None)
    assert told(row(REVIEWS, *figures, period="2018-19 Q1")) == ("cannot_tell", None, "improving", 4.0)
    assert told(row(REVIEWS, *figures, period="2018-19 Q4"))[2:] == ("cannot_tell", None)
    assert told(row(REVIEWS, *figures, period="2017-18 Q3"))[0] == "cannot_tell"


def test_a_doubt_holds_for_the_teams_it_names() -> None:
    teams = indicator(areas=["all", "assessment"], doubts=[DOUBT | {"areas": ["assessment"]}])
    figures: list[Figure] = [("2017-18 Q4", 5.0), ("2018-19 Q4", 8.0)]
    service, team = card(together(frame(figures), frame(figures, area="assessment")), teams).rows
    assert (service.direction_year, team.direction_year) == ("improving", "cannot_tell")


def test_a_doubt_about_a_figure_that_is_not_there_changes_nothing() -> None:
    beyond = indicator(doubts=[{"period": "2030-31 Q1", "reason": "not yet"}, DOUBT])
    assert told(row(beyond, ("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)))[:2] == ("improving", 6.0)
    missing = row(beyond, ("2017-18 Q4", None, {"symbol": "c"}), ("2018-19 Q4", 52.0))
    assert "the figure for Q4 2017-18 is suppressed" in missing.direction_reason
    assert card(frame([]), beyond).rows[0].direction_previous == "cannot_tell"


def test_a_series_names_its_figures_in_doubt() -> None:
    history = judged_series(frame(FIGURES), pack(REVIEWS), "caseload", "all", 1)
    assert [(str(period), reason) for period, reason in history.doubts] == [("2017-18 Q4", "Published as 0")]
    assert {line["period"]: line["doubt"] for line in history.as_rows() if line["doubt"]} == {
        "2017-18 Q4": "Published as 0"
    }
    assert history.rows[-1].direction_previous == "cannot_tell"
