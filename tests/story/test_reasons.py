"""Why a figure has its status, and rules in words."""

from typing import Any

import pytest

from kpi.story import gap_text, rule_in_words, status_reason, target_text, text_of
from tests.support.figures import indicator, row, target

ONE_AND_FIVE_POINTS = {"measure": "points", "green": 1, "amber": 5}
TEN_PER_CENT = {"measure": "percent", "amber": 10}


def reason(value: float, targets: list[dict[str, Any]], **given: Any) -> str:
    return status_reason(row(indicator(targets=targets, **given), ("2018-19 Q4", value)))


def test_a_reason_names_the_gap_the_target_who_set_it_and_the_tolerance() -> None:
    assert reason(52, [target(at_least=75, tolerance=TEN_PER_CENT)]) == (
        "52% is 23 percentage points short of its target of at least 75% (local), beyond the 10% allowed: off target."
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (80.0, "80% is on its target of at least 80% (national)."),
        (
            79.0,
            "79% is 1 percentage point short of its target of at least 80% (national), "
            "within the 1 percentage point that still counts as on target.",
        ),
        (
            76.0,
            "76% is 4 percentage points short of its target of at least 80% (national), "
            "within the 5 percentage points allowed: close.",
        ),
        (
            74.0,
            "74% is 6 percentage points short of its target of at least 80% (national), "
            "beyond the 5 percentage points allowed: off target.",
        ),
        (
            69.0,
            "69% is 11 percentage points short of its target of at least 80% (national) "
            "and below the floor of 70%, where action must follow: off target.",
        ),
    ],
)
def test_every_shade_is_explained(value: float, told: str) -> None:
    goal = target(at_least=80, set_by="national", floor=70, tolerance=ONE_AND_FIVE_POINTS)
    assert reason(value, [goal]) == told


def test_a_range_with_edges_names_the_side_that_was_missed() -> None:
    goal = target(between=[16, 18], tolerance={"measure": "points", "amber": {"below": 2, "above": 1}})
    given: dict[str, Any] = {"unit": "cases", "decimals": 1, "polarity": "range"}
    assert reason(16.0, [goal], **given) == "16.0 cases is on its target of 16 to 18 (local)."
    assert reason(14.5, [goal], **given) == (
        "14.5 cases is 1.5 cases short of its target of 16 to 18 (local), within the 2 cases allowed: close."
    )
    assert reason(20.0, [goal], **given) == (
        "20.0 cases is 2.0 cases over its target of 16 to 18 (local), beyond the 1 case allowed: off target."
    )


def test_without_a_tolerance_the_reason_says_so() -> None:
    assert reason(99, [target(at_least=100, set_by="statutory")]) == (
        "99% is 1 percentage point short of its target of at least 100% (statutory), with no tolerance: off target."
    )


def test_above_the_floor_of_money_that_should_be_low() -> None:
    told = reason(1_300_000, [target(at_most=1_000_000, floor=1_200_000)], unit="pounds", polarity="lower")
    assert told == (
        "£1,300,000 is £300,000 over its target of at most £1,000,000 (local) "
        "and above the floor of £1,200,000, where action must follow: off target."
    )


def test_unrated_says_whether_there_was_never_a_target_or_none_for_the_period() -> None:
    assert reason(52, []) == "No target is set for this indicator, so it is not rated."
    assert reason(52, [target("2017-18 Q4", at_least=75)]) == "No target was set for Q4 2018-19, so it is not rated."


def test_no_figure_and_no_target_is_no_figure() -> None:
    assert status_reason(row(indicator(), ("2018-19 Q3", 46.0))) == (
        "No figure for Q4 2018-19; the last is 46%, Q3 2018-19."
    )


def test_a_target_is_shown_with_the_decimals_that_it_was_judged_with() -> None:
    assert reason(74, [target(at_least=74.5)]) == (
        "74% is 0.5 percentage points short of its target of at least 74.5% (local), with no tolerance: off target."
    )


@pytest.mark.parametrize(
    ("low", "high", "given", "text"),
    [
        (75.0, None, {}, "at least 75%"),
        (None, 25.0, {"unit": "cases", "decimals": 1}, "at most 25 cases"),
        (16.0, 18.0, {"unit": "cases", "decimals": 1}, "16 to 18"),
        (14.0, 20.0, {}, "14% to 20%"),
        (60.0, 60.0, {}, "60%"),
        (None, 2_120_000.0, {"unit": "pounds"}, "at most £2,120,000"),
        (None, 99.5, {"unit": "pounds"}, "at most £99.50"),
        (None, 356.5, {"unit": "rate", "per": 10_000}, "at most 356.5 per 10,000"),
        (300.0, 350.0, {"unit": "rate", "per": 10_000}, "300 to 350"),
        (None, None, {}, ""),
    ],
)
def test_targets_in_words(low: float | None, high: float | None, given: dict[str, Any], text: str) -> None:
    assert target_text(low, high, indicator(**given)) == text


@pytest.mark.parametrize(
    ("value", "given", "text"),
    [
        (71.8, {"decimals": 1}, "3.2 percentage points short of target"),
        (75.0, {}, "on target"),
        (73.0, {"unit": "count"}, "2 short of target"),
        (73.0, {"unit": "days"}, "2 days short of target"),
        (73.0, {"unit": "cases", "decimals": 1}, "2.0 cases short of target"),
    ],
)
def test_gaps_are_told_in_the_unit_of_the_indicator(value: float, given: dict[str, Any], text: str) -> None:
    assert gap_text(row(indicator(targets=[target(at_least=75)], **given), ("2018-19 Q4", value))) == text


def test_a_figure_without_a_target_has_no_gap() -> None:
    assert gap_text(row(indicator(), ("2018-19 Q4", 52.0))) == ""


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ({"symbol": "c"}, "suppressed"),
        ({"symbol": "90-99"}, "90 to 99"),
        ({"note": "low 20s"}, "low 20s"),
        ({}, "no figure"),
    ],
)
def test_a_cell_without_a_number_says_what_it_is(cell: dict[str, str], text: str) -> None:
    assert text_of(row(indicator(), ("2018-19 Q4", None, cell))) == text


def test_zero_is_shown_and_judged_as_zero() -> None:
    shown = row(indicator(targets=[target(at_least=75)]), ("2018-19 Q4", 0.0))
    assert (shown.text, shown.status) == ("0%", "red")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"polarity": "none"}, "Neither way is better. No target is set, so it is not rated."),
        (
            {"targets": [target(at_least=75)]},
            "Higher is better. Target: at least 75% from Q1 2010-11, set locally. Anything else is off target (red).",
        ),
        (
            {"targets": [target("2018-19 Q4", at_least=75, floor=60, tolerance=ONE_AND_FIVE_POINTS)]},
            "Higher is better. Target: at least 75% in Q4 2018-19, set locally. "
            "Up to 1 percentage point short of it still counts as on target. "
            "Up to 5 percentage points short of it is close (amber). Further off is off target (red). "
            "Below 60% is off target in any case.",
        ),
        (
            {
                "polarity": "lower",
                "no_change": 0.5,
                "targets": [
                    target("2016-17 Q1 to 2017-18 Q4", at_most=15, tolerance=TEN_PER_CENT),
                    target("from 2018-19 Q1", at_most=12, set_by="national", tolerance=TEN_PER_CENT),
                ],
            },
            "Lower is better. Target: at most 15% from Q1 2016-17 to Q4 2017-18, set locally. "
            "Target: at most 12% from Q1 2018-19, set nationally. "
            "Up to 10% of the target over it is close (amber). Further off is off target (red). "
            "A change of 0.5 percentage points or less counts as no change.",
        ),
        (
            {
                "polarity": "range",
                "unit": "cases",
                "areas": ["assessment"],
                "targets": [
                    target(
                        between=[16, 18],
                        areas=["assessment"],
                        tolerance={"measure": "points", "amber": {"below": 2, "above": 1}},
                    )
                ],
            },
            "Close to the target is better. Target for assessment: 16 to 18 from Q1 2010-11, set locally. "
            "Up to 2 cases below it or 1 case above it is close (amber). Further off is off target (red).",
        ),
        (
            {"unit": "count", "targets": [target(None, at_least={"2018-19 Q1": 4, "2018-19 Q2": 9, "2019-20 Q1": 5})]},
            "Higher is better. Target: at least 4 (Q1) and 9 (Q2) in 2018-19; 5 (Q1) in 2019-20, set locally. "
            "Anything else is off target (red).",
        ),
        (
            {
                "frequency": "year",
                "targets": [target(None, at_least={"2017-18": 70, "2018-19": 75}, set_by="statutory")],
            },
            "Higher is better. Target: at least 70% in 2017-18 and 75% in 2018-19, set by law. "
            "Anything else is off target (red).",
        ),
    ],
)
def test_rules_in_words(given: dict[str, Any], told: str) -> None:
    assert rule_in_words(indicator(**given)) == told


def test_areas_are_named_by_their_titles_where_they_are_known() -> None:
    teams = indicator(areas=["assessment"], targets=[target(at_least=75, areas=["assessment"])])
    assert "Target for Assessment team: at least 75%" in rule_in_words(teams, {"assessment": "Assessment team"})
