"""What came of an expectation: borne out, not borne out, or why nobody can tell."""

from datetime import date

import pytest

from kpi.definitions.indicator import Indicator
from kpi.expectation import Outcome
from tests.expectation.conftest import Ask
from tests.support.figures import Figure, indicator, target

YEAR: list[Figure] = [("2017-18 Q4", 19.7), ("2018-19 Q1", 18.0), ("2018-19 Q2", 18.05), ("2018-19 Q4", 16.0)]


def test_a_fall_that_was_expected_names_both_figures_and_periods(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="falls", period="2018-19 Q4", since="2017-18 Q4")
    assert told.outcome is Outcome.BORNE_OUT
    assert told.sentence == (
        "Average caseload fell from 19.7 cases in Q4 2017-18 to 16.0 cases in Q4 2018-19, as expected."
    )
    assert told.now is not None
    assert told.then is not None
    assert (told.now.period.text, told.then.period.text) == ("2018-19 Q4", "2017-18 Q4")


def test_a_movement_that_did_not_happen_says_what_happened_instead(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="rises", period="2018-19 Q4", since="2017-18 Q4")
    assert told.outcome is Outcome.NOT_BORNE_OUT
    assert told.sentence.startswith("Average caseload has not risen: it fell from 19.7 cases")


@pytest.mark.parametrize(
    ("expects", "outcome", "sentence"),
    [
        (
            "improves",
            Outcome.NOT_BORNE_OUT,
            "Average caseload has not improved: "
            "it is little changed, 18.0 cases in Q1 2018-19 and 18.1 cases in Q2 2018-19.",
        ),
        (
            "no_worse",
            Outcome.BORNE_OUT,
            "Average caseload is no worse, as expected: "
            "it is little changed, 18.0 cases in Q1 2018-19 and 18.1 cases in Q2 2018-19.",
        ),
    ],
)
def test_a_change_within_the_threshold_is_no_change(
    ask: Ask, caseload: Indicator, expects: str, outcome: Outcome, sentence: str
) -> None:
    told = ask(caseload, YEAR, expects=expects, period="2018-19 Q2")
    assert (told.outcome, told.sentence) == (outcome, sentence)


def test_the_movement_is_judged_between_displayed_figures(ask: Ask) -> None:
    told = ask(indicator(), [("2018-19 Q3", 46.0), ("2018-19 Q4", 46.4)], expects="rises")
    assert told.outcome is Outcome.NOT_BORNE_OUT
    assert told.sentence.endswith("it stood at 46% in Q3 2018-19 and again in Q4 2018-19.")


def test_becoming_worse_is_said_plainly(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [("2018-19 Q3", 16.0), ("2018-19 Q4", 17.2)], expects="no_worse")
    assert told.sentence == (
        "Average caseload has become worse: it rose from 16.0 cases in Q3 2018-19 to 17.2 cases in Q4 2018-19."
    )


def test_improving_goes_by_polarity(ask: Ask) -> None:
    for polarity, outcome in (("higher", Outcome.BORNE_OUT), ("lower", Outcome.NOT_BORNE_OUT)):
        told = ask(indicator(polarity=polarity), [("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], expects="improves")
        assert told.outcome is outcome


def test_without_a_good_direction_nobody_can_tell_whether_it_improved(ask: Ask) -> None:
    told = ask(indicator(polarity="none"), [("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], expects="improves")
    assert told.outcome is Outcome.CANNOT_TELL
    assert told.sentence == (
        "Average caseload: cannot tell. It rose from 46% in Q3 2018-19 to 52% in Q4 2018-19, and neither way is better."
    )


def test_a_figure_that_should_stay_in_a_range_can_move_without_improving(ask: Ask) -> None:
    steady = indicator(polarity="range", unit="cases", decimals=1, targets=[target(between=[16, 20])])
    told = ask(steady, [("2018-19 Q3", 19.0), ("2018-19 Q4", 17.0)], expects="improves")
    assert told.outcome is Outcome.NOT_BORNE_OUT
    assert told.sentence.endswith("17.0 cases in Q4 2018-19, both inside the target of 16 to 20.")
    fell = ask(steady, [("2018-19 Q3", 19.0), ("2018-19 Q4", 17.0)], expects="falls")
    assert fell.outcome is Outcome.BORNE_OUT


def test_a_figure_nearer_to_its_range_has_improved(ask: Ask) -> None:
    steady = indicator(polarity="range", unit="cases", decimals=1, targets=[target(between=[16, 20])])
    told = ask(steady, [("2018-19 Q3", 23.0), ("2018-19 Q4", 21.0)], expects="improves")
    assert told.sentence.endswith("21.0 cases in Q4 2018-19, closer to the target of 16 to 20.")
    assert ask(steady, [("2018-19 Q3", 21.0), ("2018-19 Q4", 23.0)], expects="no_worse").sentence.endswith(
        "further from the target of 16 to 20."
    )
    same = ask(steady, [("2018-19 Q3", 15.0), ("2018-19 Q4", 21.0)], expects="improves")
    assert same.sentence.endswith("about as far from the target of 16 to 20 as before.")


def test_on_target_goes_by_the_status_of_the_period(ask: Ask, caseload: Indicator) -> None:
    met = ask(caseload, YEAR, expects="on_target")
    assert met.sentence == "Average caseload is 16.0 cases (Q4 2018-19), on its target of 16 to 18, as expected."
    missed = ask(caseload, YEAR, expects="on_target", period="2018-19 Q2")
    assert missed.outcome is Outcome.NOT_BORNE_OUT
    assert missed.sentence.endswith("(Q2 2018-19), 0.1 cases over its target of 16 to 18; that is not on target.")


def test_without_a_target_nobody_can_tell_whether_it_is_met(ask: Ask) -> None:
    told = ask(indicator(), [("2018-19 Q4", 52.0)], expects="on_target")
    assert told.sentence == "Average caseload: cannot tell. No target was set for Q4 2018-19."


@pytest.mark.parametrize(
    ("expects", "value", "end"),
    [
        ("at_most", 16.0, "no more than the 16 cases expected."),
        ("at_most", 15.9, "over the 15.9 cases expected."),
        ("at_least", 16.0, "no less than the 16 cases expected."),
        ("at_least", 16.1, "short of the 16.1 cases expected."),
    ],
)
def test_limits_are_met_on_the_displayed_figure(
    ask: Ask, caseload: Indicator, expects: str, value: float, end: str
) -> None:
    told = ask(caseload, [("2018-19 Q4", 16.04)], expects=expects, value=value)
    assert told.sentence == f"Average caseload stood at 16.0 cases in Q4 2018-19, {end}"
    assert told.outcome is (Outcome.BORNE_OUT if end.startswith("no") else Outcome.NOT_BORNE_OUT)


def test_a_period_that_is_not_over_waits_for_its_figure(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="falls", period="2019-20 Q2", since="2019-20 Q1")
    assert (told.outcome, told.waiting, told.expected) == (Outcome.CANNOT_TELL, True, date(2019, 10, 20))
    assert told.word == "cannot tell yet"
    assert told.sentence == (
        "Average caseload: cannot tell yet. "
        "Q2 2019-20 ends on 30 September 2019, and its figure is expected by 20 October 2019."
    )


def test_a_figure_of_a_later_period_is_not_known_yet_even_when_it_is_there(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [*YEAR, ("2019-20 Q1", 15.0)], expects="falls", period="2019-20 Q1")
    assert told.waiting
    assert ask(caseload, [*YEAR, ("2019-20 Q1", 15.0)], expects="at_most", value=15.5).outcome is Outcome.NOT_BORNE_OUT


def test_a_figure_that_was_not_returned_says_by_when_it_was_promised(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="falls", period="2018-19 Q3")
    assert told.sentence == (
        "Average caseload: cannot tell yet. There is no figure for Q3 2018-19 (expected by 20 January 2019)."
    )


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        ({"symbol": "c"}, "The figure for Q4 2018-19 is suppressed."),
        ({"note": "low 20s"}, "The figure for Q4 2018-19 is in words, “low 20s”."),
    ],
)
def test_what_is_no_number_never_answers(ask: Ask, caseload: Indicator, figure: dict[str, str], why: str) -> None:
    told = ask(caseload, [("2018-19 Q3", 17.0), ("2018-19 Q4", None, figure)], expects="falls", period="2018-19 Q4")
    assert told.outcome is Outcome.CANNOT_TELL
    assert not told.waiting
    assert told.sentence == f"Average caseload: cannot tell. {why}"


def test_an_earlier_figure_that_is_suppressed_cannot_be_compared_with(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [("2018-19 Q3", None, {"symbol": "c"}), ("2018-19 Q4", 16.0)], expects="falls")
    assert told.sentence == "Average caseload: cannot tell. The figure for Q3 2018-19 is suppressed."


def test_the_first_figure_of_a_series_has_nothing_to_move_from(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [("2018-19 Q4", 16.0)], expects="falls")
    assert told.outcome is Outcome.CANNOT_TELL
    assert told.sentence.endswith("there is no earlier figure.")


def test_a_series_without_any_figure_waits_for_one(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [], expects="on_target")
    assert told.sentence == "Average caseload: cannot tell yet. There is no figure yet."


def test_the_newest_number_answers_where_no_period_is_named(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, [("2018-19 Q3", 16.5), ("2018-19 Q4", None, {"symbol": "c"})], expects="at_most", value=18)
    assert told.sentence.startswith("Average caseload stood at 16.5 cases in Q3 2018-19")


def test_a_start_stands_for_the_newest_figure_up_to_it(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="improves", start="2018-19 Q3")
    assert told.then is not None
    assert told.then.period.text == "2018-19 Q2"


def test_nothing_has_moved_yet_when_the_newest_figure_is_from_before_the_start(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="improves", start="2018-19 Q4")
    assert told.waiting
    assert told.sentence == (
        "Average caseload: cannot tell yet. "
        "The newest figure is that of Q4 2018-19, and one from after Q4 2018-19 is needed."
    )


def test_figures_that_were_made_up_or_may_change_are_named(ask: Ask, caseload: Indicator) -> None:
    figures: list[Figure] = [
        ("2018-19 Q3", 17.0, {"state": "illustrative"}),
        ("2018-19 Q4", 16.0, {"state": "provisional"}),
    ]
    assert ask(caseload, figures, expects="falls").mark == "Illustrative: Q3 2018-19. Provisional: Q4 2018-19."
    assert ask(caseload, YEAR, expects="falls").mark == ""


def test_an_indicator_that_left_the_definitions_answers_nothing(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="at_most", value=3, indicator="gone")
    assert told.outcome is Outcome.CANNOT_TELL
    assert told.sentence == "Cannot tell: the definitions have no indicator gone."


def test_the_command_line_gets_both_figures(ask: Ask, caseload: Indicator) -> None:
    told = ask(caseload, YEAR, expects="falls", period="2018-19 Q4", since="2017-18 Q4").as_dict()
    assert told["outcome"] == "borne_out"
    assert told["now"] == {"period": "2018-19 Q4", "value": 16.0, "text": "16.0 cases", "state": "final"}
    assert told["then"]["text"] == "19.7 cases"
    assert ask(caseload, [], expects="on_target").as_dict()["now"] is None
