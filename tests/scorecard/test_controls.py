"""Whether a figure is a real change, as rows of a scorecard tell it."""

import pytest

from kpi.definitions.indicator import Indicator
from kpi.scorecard import IndicatorHistory, Row, assemble, judged_series
from tests.support.figures import Figure, card, frame, indicator, pack, quarter, row, target, together

STEADY = [8.0, 12.0] * 8
AUDITS = {"decimals": 1, "targets": [target(at_least=5)]}


def upto(values: list[float | None], last: str = "2018-19 Q4") -> list[Figure]:
    """Date figures, one a quarter, so that the last falls on a period."""
    end = quarter(last)
    dated = [(end.shift(place - len(values) + 1).text, value) for place, value in enumerate(values)]
    return [(period, value) for period, value in dated if value is not None]


def shown(values: list[float | None], **given: object) -> Row:
    return row(indicator(**(AUDITS | given)), *upto(values))


def history(definition: Indicator, figures: list[Figure]) -> IndicatorHistory:
    return judged_series(frame(figures, definition.id), pack(definition), definition.id, "all", 3)


@pytest.mark.parametrize(
    ("profile", "after", "variation", "told"),
    [
        ("house", [60.0, 8.0, 12.0, 26.0], "special_cause_improvement", "an improvement."),
        ("unscreened", [60.0, 8.0, 12.0, 26.0], "common_cause", "The limits count large changes too"),
        ("house", [18.0, 21.0, 18.0], "special_cause_improvement", "two in three figures near"),
        ("mdc_2023", [18.0, 9.0, 18.0], "common_cause", "Figures beyond a limit count as near it"),
    ],
)
def test_the_profile_that_the_council_chose_is_used_and_said(
    profile: str, after: list[float], variation: str, told: str
) -> None:
    definition = indicator(**(AUDITS | {"targets": []}))
    figures = frame(upto([*STEADY, *STEADY, *after]), definition.id)
    found = assemble(figures, pack(definition, control_charts=profile), quarter(), 3).rows[0]
    assert found.variation == variation
    assert told in found.variation_reason


def test_a_figure_beyond_its_limit_is_more_than_chance() -> None:
    found = shown([*STEADY, 40.0])
    assert (found.variation, found.assurance) == ("special_cause_improvement", "hit_and_miss")
    assert found.variation_reason == (
        "More than chance: 40.0% is above the upper limit of 22.4%, an improvement. "
        "Within the limits the target of at least 5% is met in some periods and missed in others."
    )


@pytest.mark.parametrize(
    ("polarity", "variation", "ending"),
    [
        ("lower", "special_cause_concern", ", a concern."),
        ("none", "special_cause_neutral_high", "22.4%."),
        ("range", "special_cause_neutral_high", "22.4%."),
    ],
)
def test_what_more_than_chance_means_follows_polarity(polarity: str, variation: str, ending: str) -> None:
    found = shown([*STEADY, 40.0], polarity=polarity, targets=[])
    assert found.variation == variation
    assert found.variation_reason.endswith(ending)


def test_ordinary_variation_says_between_which_limits() -> None:
    found = shown([*STEADY, 12.0], targets=[])
    assert (found.variation, found.assurance) == ("common_cause", "no_target")
    assert found.variation_reason == (
        "Ordinary variation: 12.0% lies between the limits of 0.1% and 20.1%, in no run and no trend."
    )


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0], "12.0% is one of seven figures or more in a row that rise"),
        ([11.0, 13.0, 11.0, 13.0, 11.0, 13.0], "13.0% is one of seven figures or more in a row above the mean"),
        ([18.0, 11.0, 18.0], "18.0% is one of at least two in three figures near the upper limit"),
    ],
)
def test_the_rule_that_marks_a_figure_is_said(after: list[float], told: str) -> None:
    assert told in shown([*STEADY, *STEADY, *after]).variation_reason


@pytest.mark.parametrize(
    ("goal", "assurance", "told"),
    [
        (-5, "consistently_meets", "is always met."),
        (90, "consistently_misses", "is always missed: only a change of the service would meet it."),
    ],
)
def test_assurance_says_whether_the_target_can_be_relied_on(goal: float, assurance: str, told: str) -> None:
    found = shown([*STEADY, 12.0], targets=[target(at_least=goal)])
    assert found.assurance == assurance
    assert found.variation_reason.endswith(told)


@pytest.mark.parametrize(
    ("last", "goal", "told"),
    [
        (95.0, 90, "is always missed: this figure lies beyond them and meets it."),
        (-30.0, -5, "is always met; this figure lies beyond them and misses it."),
    ],
)
def test_a_figure_beyond_the_limits_that_is_the_exception_to_them_says_so(last: float, goal: int, told: str) -> None:
    found = shown([*STEADY, *STEADY, last], targets=[target(at_least=goal)], unit="score")
    assert found.variation_reason.endswith(told)


def test_limits_are_written_so_that_a_figure_beyond_them_differs() -> None:
    found = shown([*STEADY, 23.0], decimals=0, targets=[])
    assert found.variation == "special_cause_improvement"
    assert "23.0% is above the upper limit of 22.6%" in found.variation_reason


def test_later_figures_never_repaint_what_was_said_of_a_quarter() -> None:
    definition, figures = indicator(**AUDITS), upto([*STEADY, 40.0, 41.0, 40.0, 42.0, 41.0, 40.0, 41.0])
    then = row(definition, *figures[:17], period=figures[16][0])
    assert row(definition, *figures, period=figures[16][0]).variation == then.variation == "special_cause_improvement"
    assert [one.variation for one in history(definition, figures).rows][16] == then.variation


def test_a_whole_series_has_one_chart_and_each_period_its_own_judgement() -> None:
    found = history(indicator(**AUDITS), upto([*STEADY, 40.0]))
    assert [one.variation for one in found.rows[:12]] == ["cannot_tell"] * 12
    assert found.rows[12].variation == "common_cause"
    assert len(found.limits) == 17
    assert found.limits[-1].kind == "outside"
    assert not found.limits[0].trial


def test_a_new_definition_starts_a_new_stretch() -> None:
    broken = [{"period": "2018-19 Q1", "reason": "New count."}]
    figures: list[float | None] = [*STEADY, 60.0, 62.0, 60.0, 62.0]
    assert shown(figures, breaks=broken).variation == "cannot_tell"
    assert "since Q1 2018-19, and 13 are needed" in shown(figures, breaks=broken).variation_reason
    assert shown(figures).variation == "special_cause_improvement"


def test_limits_that_are_declared_to_start_afresh_cut_no_comparison() -> None:
    rebased = [{"period": "2016-17 Q1", "reason": "A fourth team began work."}]
    figures: list[float | None] = [*STEADY, *(value + 30 for value in STEADY[:12]), 40.0]
    found = shown(figures, rebases=rebased)
    assert (found.variation, found.direction_previous) == ("cannot_tell", "worsening")
    assert "there are 12 figures since Q1 2016-17" in found.variation_reason
    later = shown([*figures, 40.0], rebases=[{"period": "2015-16 Q4", "reason": "A fourth team began work."}])
    assert later.variation == "common_cause"
    assert later.control.mean == pytest.approx(40, abs=0.5)


def test_a_declared_baseline_keeps_limits_where_they_were() -> None:
    drifted: list[float | None] = [*STEADY[:12], *(value + 8 for value in STEADY[:12])]
    assert shown(drifted, baseline=12).control.upper == pytest.approx(20.64)
    assert shown(drifted).control.upper > 21


def test_a_figure_in_doubt_moves_no_limit() -> None:
    doubted = [{"period": "2016-17 Q1", "reason": "published as 0"}]
    figures: list[float | None] = [8.0, 12.0, 8.0, 12.0, 8.0, 12.0, 0.0, *STEADY[:11]]
    plain, without = shown(figures, doubts=doubted), shown([value or None for value in figures])
    assert plain.control.mean == without.control.mean == pytest.approx(shown(figures).control.mean, rel=0.1)
    assert plain.control.upper == without.control.upper != shown(figures).control.upper


def test_what_rests_on_illustrative_figures_says_so() -> None:
    definition = indicator(**AUDITS)
    figures = frame(upto([*STEADY, 12.0]), definition.id, state="illustrative")
    [found] = card(figures, definition).rows
    assert found.variation_reason.endswith("The limits rest on illustrative figures.")


def test_each_series_of_a_scorecard_has_its_own_chart() -> None:
    up, steady = indicator(id="up", **AUDITS), indicator(id="steady", **AUDITS)
    figures = together(frame(upto([*STEADY, 40.0]), "up"), frame(upto([*STEADY, 12.0]), "steady"))
    said = {found.indicator: found.variation for found in card(figures, up, steady).rows}
    assert said == {"up": "special_cause_improvement", "steady": "common_cause"}


def test_without_any_figure_nothing_can_be_told() -> None:
    found = card(frame([], "other"), indicator()).rows[0]
    assert (found.variation, found.variation_reason) == ("cannot_tell", "Cannot tell: no figure for Q4 2018-19.")
    assert found.limits == () or all(point.mean is None for point in found.limits)


def test_months_are_charted_too() -> None:
    definition = indicator(frequency="month", targets=[], decimals=1)
    months: list[Figure] = [(f"{2017 + place // 12}-{place % 12 + 1:02}", STEADY[place % 16]) for place in range(24)]
    assert row(definition, *months, ("2019-01", 40.0), period="2019-01").variation == "special_cause_improvement"
