"""What publishing figures would do to statuses."""

import numpy as np
import pandas as pd

from kpi.definitions.indicator import Indicator
from kpi.scorecard import restate_sentence, restated
from tests.support.figures import card, frame, indicator, pack, target, together

PERIODS = ("2018-19 Q2", "2018-19 Q3", "2018-19 Q4", "2019-20 Q1")


def caseload(**given: object) -> Indicator:
    defaults: dict[str, object] = {
        "unit": "cases",
        "decimals": 1,
        "polarity": "range",
        "targets": [target(between=[16, 18])],
        "tolerance": {"measure": "points", "amber": 2},
    }
    return indicator(**defaults | given)


def series(*values: float | None, of: str = "caseload", **common: str) -> pd.DataFrame:
    return frame(list(zip(PERIODS, values, strict=False)), of, **common)


def test_figures_that_come_change_and_go_change_statuses() -> None:
    before, after = series(17.0, 17.0, 17.0, None), series(17.5, 23.1, None, 19.2)
    found = restated(before, after, pack(caseload()))
    assert [(one.indicator, one.area, str(one.period), one.old, one.new) for one in found] == [
        ("caseload", "all", "2018-19 Q3", "green", "red"),
        ("caseload", "all", "2018-19 Q4", "green", "no_data"),
        ("caseload", "all", "2019-20 Q1", "no_data", "amber"),
    ]
    assert restate_sentence(found) == (
        "Publishing would change 3 statuses: Average caseload, Q3 2018-19, on target to off target; Average caseload, "
        "Q4 2018-19, on target to no figure; Average caseload, Q1 2019-20, no figure to close."
    )


def test_a_correction_that_rounding_hides_changes_no_status() -> None:
    assert restated(series(18.04), series(17.96), pack(caseload())) == ()
    assert restate_sentence(()) == "Publishing would change no status."


def test_each_area_and_frequency_is_judged_by_its_own_target() -> None:
    teams = caseload(areas=["all", "assessment"], targets=[target(between=[16, 18], areas=["assessment"])])
    budget = indicator(id="budget", title="Budget", unit="pounds", polarity="none", frequency="year", theme="quality")
    after = together(
        frame([("2018-19", 49_600_000.0)], of="budget"), series(17.0), series(17.0, area="assessment"), series(of="old")
    )
    before = after.assign(value=np.nan)
    told = restate_sentence(restated(before, after, pack(teams, budget)))
    assert told == (
        "Publishing would change 3 statuses: Average caseload, Q2 2018-19, no figure to no target; Average caseload "
        "(Assessment team), Q2 2018-19, no figure to on target; Budget, 2018-19, no figure to no target."
    )


def test_figures_of_indicators_nobody_defines_have_no_status() -> None:
    assert restated(series(17.0, of="gone"), series(25.0, of="gone"), pack(caseload())) == ()


def test_quarters_that_change_alike_are_named_together() -> None:
    told = restate_sentence(restated(series(17.0, 17.0, 17.0), series(25.0, 25.0, 17.0), pack(caseload())))
    assert told == (
        "Publishing would change 2 statuses: Average caseload, Q2 2018-19 to Q3 2018-19, on target to off target."
    )


def test_many_statuses_are_counted_by_what_happens_to_them() -> None:
    names = [f"i{n}" for n in range(6)]
    definitions = pack(*(caseload(id=name, title=name, order=n) for n, name in enumerate(names)))
    before = together(*(series(17.0 if name == "i5" else None, of=name) for name in names))
    told = restate_sentence(restated(before, before.assign(value=19.0), definitions))
    assert told == "Publishing would change 6 statuses: 5 from no figure to close and 1 from on target to close."


def test_what_it_lists_is_what_the_scorecards_show() -> None:
    before, after = series(17.0, 19.0, None, 25.0), series(19.0, 19.4, 17.0, 15.0)
    shown = {
        text: tuple(card(figures, caseload(), period=text).rows[0].status for figures in (before, after))
        for text in PERIODS
    }
    found = restated(before, after, pack(caseload()))
    assert {str(one.period): (one.old, one.new) for one in found} == {
        text: statuses for text, statuses in shown.items() if statuses[0] is not statuses[1]
    }
