"""What a change of definitions does to statuses that are already published."""

from kpi import series
from kpi.definitions.indicator import Indicator
from kpi.scorecard import repaint_sentence, repainted
from tests.support.figures import Figure, card, frame, indicator, pack, target, together

CASELOADS: list[Figure] = [("2017-18 Q3", 19.7), ("2017-18 Q4", 19.6), ("2018-19 Q3", 16.4), ("2018-19 Q4", 16.0)]
STRICT, LENIENT = ({"measure": "points", "amber": amber} for amber in (1, 2))


def caseload(tolerance: dict[str, object] = STRICT, **given: object) -> Indicator:
    defaults: dict[str, object] = {"unit": "cases", "decimals": 1, "polarity": "range", "tolerance": tolerance}
    return indicator(**defaults | {"targets": [target(between=[16, 18])]} | given)


def test_a_wider_tolerance_repaints_the_quarters_it_forgives() -> None:
    found = repainted(frame(CASELOADS), pack(caseload()), pack(caseload(LENIENT)))
    told = [(one.indicator, one.area, str(one.period), one.old, one.new) for one in found]
    assert told == [
        ("caseload", "all", "2017-18 Q3", "red", "amber"),
        ("caseload", "all", "2017-18 Q4", "red", "amber"),
    ]
    assert repaint_sentence(found) == (
        "The change repaints 2 published statuses: Average caseload, Q3 2017-18 to Q4 2017-18, off target to close."
    )


def test_a_target_for_the_future_repaints_nothing() -> None:
    goal = [target("2016-17 Q1 to 2018-19 Q4", between=[16, 18]), target("from 2019-20 Q1", between=[14, 15])]
    found = repainted(frame(CASELOADS), pack(caseload()), pack(caseload(targets=goal, title="Caseload", owner="Head")))
    assert found == ()
    assert repaint_sentence(found) == ""


def test_the_same_definitions_repaint_nothing() -> None:
    assert repainted(frame(CASELOADS), pack(caseload()), pack(caseload())) == ()


def test_a_target_taken_away_and_one_for_a_team_are_seen() -> None:
    audits = indicator(id="audits", title="Audits", theme="quality", targets=[target(at_least=75)])
    unrated = audits.model_copy(update={"targets": ()})
    teams = caseload(areas=["all", "assessment"], targets=[target(at_most=25, areas=["assessment"])], polarity="lower")
    tighter = teams.model_copy(
        update={"targets": indicator(targets=[target(at_most=20, areas=["assessment"])]).targets}
    )
    figures = together(
        frame([("2018-19 Q4", 52.0), ("2018-19 Q3", None, {"symbol": "c"})], of="audits"),
        frame([("2018-19 Q4", 21.5)]),
        frame([("2018-19 Q4", 21.5)], area="assessment"),
    )
    found = repainted(figures, pack(audits, teams), pack(unrated, tighter))
    assert repaint_sentence(found) == (
        "The change repaints 2 published statuses: Average caseload (Assessment team), Q4 2018-19, "
        "on target to off target; Audits, Q4 2018-19, off target to no target."
    )


def test_shown_decimals_repaint_as_much_as_targets_do() -> None:
    whole = indicator(targets=[target(at_least=90)])
    tenths = whole.model_copy(update={"decimals": 1})
    [one] = repainted(frame([("2018-19 Q4", 89.6)]), pack(whole), pack(tenths))
    assert (one.old, one.new) == ("green", "red")
    assert repaint_sentence([one]).startswith("The change repaints 1 published status: Average caseload")


def test_indicators_that_come_or_go_and_periods_that_no_longer_fit_are_left_out() -> None:
    figures = together(frame(CASELOADS), frame([("2018-19 Q4", 1.0)], of="gone"), frame([("2018-19", 9.0)], of="new"))
    old = pack(caseload(), indicator(id="gone", targets=[target(at_least=5)]))
    yearly = caseload(LENIENT, frequency="year", targets=[target("from 2010-11", between=[16, 18])])
    assert repainted(figures, old, pack(yearly, indicator(id="new", frequency="year"))) == ()


def test_what_it_lists_is_what_the_scorecards_show() -> None:
    figures = frame(
        [(f"{year}-{year % 100 + 1:02d} Q{n}", 13.0 + n + year % 5) for year in (2016, 2017) for n in (1, 2, 3, 4)]
    )
    old, new = caseload(), caseload(LENIENT, targets=[target(between=[15, 16])])
    periods = figures["period"].tolist()
    shown = {
        text: tuple(card(figures, definition, period=text).rows[0].status for definition in (old, new))
        for text in periods
    }
    found = repainted(figures, pack(old), pack(new))
    assert {str(one.period): (one.old, one.new) for one in found} == {
        text: statuses for text, statuses in shown.items() if statuses[0] is not statuses[1]
    }
    assert found


def test_a_long_list_is_cut_and_the_rest_counted() -> None:
    names = [f"i{n:02d}" for n in range(15)]
    goals = [indicator(id=name, title=name, order=n, targets=[target(at_least=50)]) for n, name in enumerate(names)]
    easier = [goal.model_copy(update={"targets": indicator(targets=[target(at_least=40)]).targets}) for goal in goals]
    figures = together(*(frame([("2018-19 Q4", 45.0)], of=name) for name in names))
    told = repaint_sentence(repainted(figures, pack(*goals), pack(*easier)))
    assert told.startswith("The change repaints 15 published statuses: i00, Q4 2018-19, off target to on target; i01,")
    assert told.endswith("; i11, Q4 2018-19, off target to on target; and 3 more.")


def test_an_empty_ledger_has_nothing_to_repaint() -> None:
    assert repainted(series.empty(), pack(caseload()), pack(caseload(LENIENT))) == ()
