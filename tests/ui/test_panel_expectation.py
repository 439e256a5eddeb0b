"""A claim's expectation is chosen from lists and said in words before it is recorded."""

import pytest

from kpi.problem import ProblemError
from kpi.ui import panel_expectation as chooser
from kpi.ui.panel_expectation import Chosen, made
from tests.support.figures import indicator, pack, quarter

AGENCY = indicator(id="agency_rate", title="Agency rate", polarity="lower")
FALLS = {"indicator": "agency_rate", "area": "all", "expects": "falls", "period": "2019-20 Q2", "since": "2019-20 Q1"}


def test_what_is_chosen_is_said_as_the_figures_will_answer_it() -> None:
    chosen = made(FALLS, "")
    assert chosen.expectation is not None
    assert "Agency rate falls in" in chooser.said(chosen.expectation, pack(AGENCY))


def test_the_period_before_needs_no_naming() -> None:
    chosen = made(FALLS | {"since": ""}, "")
    assert chooser.expectation(chosen).since is None


def test_a_limit_is_read_as_a_number() -> None:
    chosen = made({**FALLS, "expects": "at_most", "since": ""}, "12.5%")
    assert chooser.expectation(chosen).value == 12.5


@pytest.mark.parametrize("written", ["", "low 20s", "c"])
def test_a_limit_that_is_no_number_is_told_and_nothing_is_chosen(written: str) -> None:
    chosen = made({**FALLS, "expects": "at_least", "since": ""}, written)
    assert chosen.fault is not None
    assert chosen.fault.where.column == "value"
    with pytest.raises(ProblemError):
        chooser.expectation(chosen)


def test_periods_are_the_indicators_own_and_begin_before_the_one_shown() -> None:
    yearly = indicator(id="yearly", frequency="year")
    assert list(chooser.periods_of(yearly, quarter()))[chooser.BEFORE] == "2018-19"
    dated = indicator(id="dated", frequency="date")
    assert "2019-20 Q1" in chooser.periods_of(dated, quarter())


def test_an_incomplete_choice_cannot_be_recorded() -> None:
    with pytest.raises(ProblemError):
        chooser.expectation(Chosen(None))
