"""Figures in the words of their unit: money in millions, and rates whose title says per what."""

from kpi.story import rule_in_words, status_reason, year_statement
from tests.support.figures import indicator, row, target

BUDGET = indicator(
    title="Children's services budget",
    unit="pounds",
    decimals=1,
    in_millions=True,
    frequency="year",
    basis="in_period",
    polarity="lower",
    no_change=40_000,
    targets=[
        target(
            "from 2010-11", at_most=50_000_000, floor=55_000_000, tolerance={"measure": "points", "amber": 1_750_000}
        )
    ],
)
REFERRALS = indicator(title="Referrals per 10,000 children", unit="rate", per=10_000, decimals=1, polarity="none")


def test_money_in_millions_is_short_in_every_text() -> None:
    shown = row(BUDGET, ("2017-18", 49_600_000.0), ("2018-19", 51_800_000.0))
    assert (shown.text, shown.target_text, shown.gap_text) == ("£51.8m", "at most £50m", "£1.8m over target")
    assert (shown.change_year_text, shown.change_previous_text) == ("£2.2m", "£2.2m")
    assert shown.sentence == (
        "Children's services budget is £51.8m, £1.8m over its target of at most £50m; "
        "it rose by £2.2m since 2017-18, a worsening."
    )
    assert year_statement(shown) == (
        "Children's services budget in 2018-19 was £2.2m more than a year before (£51.8m against £49.6m)."
    )
    assert status_reason(shown) == (
        "£51.8m is £1.8m over its target of at most £50m (local), beyond the £1.75m allowed: off target."
    )
    assert rule_in_words(BUDGET).endswith(
        "Up to £1.75m over it is close (amber). Further off is off target (red). Above £55m is off target in any case. "
        "A change of £0.04m or less counts as no change."
    )


def test_money_in_millions_is_judged_as_it_is_shown() -> None:
    shown = row(BUDGET, ("2017-18", 50_010_000.0), ("2018-19", 50_040_000.0))
    assert (shown.text, shown.shown, shown.status, shown.gap) == ("£50.0m", 50_000_000, "green", 0)
    assert (shown.change_year, shown.direction_year) == (0.0, "no_change")
    assert row(BUDGET, ("2018-19", 50_050_000.0)).gap == 100_000
    assert shown.history.statuses[-1] == "green"


def test_what_cannot_be_compared_has_no_size() -> None:
    assert row(BUDGET, ("2018-19", 51_800_000.0)).change_year_text == ""


def test_a_rate_says_per_what_once() -> None:
    shown = row(REFERRALS, ("2017-18 Q4", 898.0), ("2018-19 Q4", 662.6))
    assert shown.text == "662.6"
    assert shown.sentence.startswith("Referrals per 10,000 children stand at 662.6, with no target; they fell by 235.4")
    untold = REFERRALS.model_copy(update={"title": "Referral rate"})
    assert row(untold, ("2018-19 Q4", 662.6)).text == "662.6 per 10,000"
