"""Control charts: limits, marked points, what they say by polarity, assurance, and what is refused."""

import numpy as np
import pytest

from kpi.judge.direction import Polarity
from kpi.judge.spc import ASSURANCES, KINDS, VARIATIONS, Assurance, Charted, Kind, Variation, assurance, chart
from kpi.judge.spc_block import PROFILES
from kpi.judge.spc_limits import Refusal

HIGHER, LOWER, RANGE, NONE = Polarity
CASELOADS = [8.0, 12.0] * 6
"""Twelve figures with a mean of 10 and an average range of 4: limits of -0.64 and 20.64, near 17.09 and 2.91."""


def kinds(charted: Charted) -> list[str]:
    return [KINDS[code].value for code in charted.kind[0]]


def variation(charted: Charted) -> Variation:
    return VARIATIONS[int(charted.variation[0])]


def test_limits_are_2_66_average_ranges_from_the_mean_and_near_limits_two_thirds_of_that() -> None:
    found = chart([*CASELOADS, 10.0], baseline=12)
    limits = (found.mean, found.lower, found.upper, found.near_lower, found.near_upper)
    assert [limit[0, -1] for limit in limits] == pytest.approx([10, -0.64, 20.64, 10 - 7.0933333, 17.0933333])


def test_limits_are_never_clipped_to_what_is_possible() -> None:
    assert chart([96.0, 100.0] * 7).upper[0, 0] > 100


def test_a_large_range_is_screened_out_once() -> None:
    figures = [8.0, 12.0] * 8 + [60.0] + [8.0, 12.0] * 4
    screened, plain = (chart(figures, profile=PROFILES[name]) for name in ("house", "unscreened"))
    assert screened.upper[0, 0] - screened.mean[0, 0] == pytest.approx(2.66 * 4)
    assert plain.upper[0, 0] > screened.upper[0, 0]


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ([10, 25], Kind.OUTSIDE),
        ([10, 20.64], Kind.COMMON),
        ([18, 11, 18], Kind.TWO_OF_THREE),
        ([18, 9, 18], Kind.COMMON),
        ([9, 10.5, 11, 11.5, 12, 12.5, 13], Kind.TREND),
        ([11, 12, 11, 12, 11], Kind.COMMON),
        ([11, 12, 11, 12, 11, 12], Kind.SHIFT),
    ],
)
def test_the_last_point_has_the_first_kind_that_fits(after: list[float], kind: Kind) -> None:
    assert kinds(chart([*CASELOADS, *after], baseline=12))[-1] == kind.value


@pytest.mark.parametrize(
    ("polarity", "high", "low"),
    [
        (HIGHER, Variation.IMPROVEMENT, Variation.CONCERN),
        (LOWER, Variation.CONCERN, Variation.IMPROVEMENT),
        (RANGE, Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW),
        (NONE, Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW),
    ],
)
def test_polarity_makes_a_special_cause_an_improvement_or_a_concern(
    polarity: Polarity, high: Variation, low: Variation
) -> None:
    assert variation(chart([*CASELOADS, 25.0], baseline=12, polarity=polarity)) is high
    assert variation(chart([*CASELOADS, -5.0], baseline=12, polarity=polarity)) is low
    assert variation(chart([*CASELOADS, 10.0], baseline=12, polarity=polarity)) is Variation.COMMON_CAUSE


@pytest.mark.parametrize(
    ("polarity", "low", "high", "expected"),
    [
        (HIGHER, 0, np.nan, Assurance.MEETS),
        (HIGHER, 4, np.nan, Assurance.MISSES),
        (HIGHER, 2, np.nan, Assurance.HIT_AND_MISS),
        (HIGHER, 3, np.nan, Assurance.HIT_AND_MISS),
        (HIGHER, 1, np.nan, Assurance.HIT_AND_MISS),
        (LOWER, np.nan, 4, Assurance.MEETS),
        (LOWER, np.nan, 0, Assurance.MISSES),
        (RANGE, 0, 4, Assurance.MEETS),
        (RANGE, 4, 5, Assurance.MISSES),
        (RANGE, 2, 5, Assurance.HIT_AND_MISS),
        (NONE, 4, np.nan, Assurance.NO_TARGET),
        (HIGHER, np.nan, np.nan, Assurance.NO_TARGET),
    ],
)
def test_assurance_compares_limits_of_1_and_3_with_the_target(
    polarity: Polarity, low: float, high: float, expected: Assurance
) -> None:
    assert ASSURANCES[int(assurance(1, 3, polarity, low, high))] is expected


def test_nothing_crosses_the_start_of_a_stretch() -> None:
    figures = [8.0, 12.0] * 8 + [28.0, 32.0] * 8
    found = chart(figures, [place == 16 for place in range(32)])
    assert (found.mean[0, 0], found.mean[0, -1]) == (10.0, 30.0)
    assert set(kinds(found)) == {"common_cause"}
    assert "common_cause" not in kinds(chart(figures))


def test_series_may_have_their_stretches_in_different_places() -> None:
    figures = np.array([[8.0, 12.0] * 8 + [28.0, 32.0] * 8] * 2)
    starts = np.zeros(figures.shape, dtype=bool)
    starts[0, 16] = True
    found = chart(figures, starts)
    assert found.mean[:, -1].tolist() == [30.0, 20.0]


def test_a_gap_removes_both_ranges_that_touch_it_and_breaks_runs() -> None:
    figures = [*CASELOADS, 100.0, np.nan, 100.0, 12.0, 8.0]
    found = chart([*CASELOADS, np.nan, *CASELOADS])
    assert found.upper[0, 0] == pytest.approx(20.64)
    run = chart([*CASELOADS, 11, 12, 11, 12, np.nan, 11, 11.5, 12], baseline=12)
    assert "shift" not in kinds(run)
    assert chart(figures).last[0] == 16


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        (CASELOADS, Refusal.TOO_FEW),
        ([12.0] * 20, Refusal.NO_VARIATION),
        ([12.0, np.nan] * 20, Refusal.GAPS),
        ([np.nan] * 20, Refusal.NO_FIGURE),
        ([], Refusal.NO_FIGURE),
        ([0.1 + 0.2, 0.3] * 10, Refusal.NO_VARIATION),
        ([8.0, 12.0, *[10.0] * 15, 40.0], Refusal.NONE),
    ],
)
def test_what_cannot_be_judged_is_refused_with_its_reason(figures: list[float], reason: Refusal) -> None:
    found = chart(figures, polarity=HIGHER, low=5)
    assert int(found.refusal[0]) == reason
    refused = reason is not Refusal.NONE
    assert (variation(found) is Variation.CANNOT_TELL) == refused
    assert (ASSURANCES[int(found.assurance[0])] is Assurance.CANNOT_TELL) == refused
    assert not refused or not found.kind.any()


def test_twelve_figures_have_trial_limits_and_thirteen_are_judged() -> None:
    few, enough = chart(CASELOADS), chart([*CASELOADS, 8.0])
    assert few.trial.all()
    assert few.upper[0, 0] == pytest.approx(20.64)
    assert not enough.trial.any()


def test_a_stretch_that_is_too_short_does_not_stop_the_one_before() -> None:
    found = chart([*CASELOADS, 8.0, 40.0, 30.0, 32.0], [place == 14 for place in range(16)])
    assert kinds(found)[13] == "outside"
    assert found.trial[0].tolist() == [False] * 14 + [True] * 2
    assert variation(found) is Variation.CANNOT_TELL


def test_a_baseline_of_fewer_than_twelve_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 12 figures; 11 were given"):
        chart(CASELOADS, baseline=11)


@pytest.mark.parametrize(
    ("tail", "house", "counted"),
    [
        ([18, 21, 11], "common_cause", "two_of_three"),
        ([21, 9, 18], "common_cause", "common_cause"),
        ([21, 21, 18], "common_cause", "two_of_three"),
    ],
)
def test_the_profile_of_2023_counts_points_beyond_a_limit_as_near_it(
    tail: list[float], house: str, counted: str
) -> None:
    place = 12 + tail.index(18)
    assert kinds(chart([*CASELOADS, *tail], baseline=12))[place] == house
    assert kinds(chart([*CASELOADS, *tail], baseline=12, profile=PROFILES["mdc_2023"]))[place] == counted


def test_without_refusals_even_two_figures_are_judged() -> None:
    found = chart([5.0, 7.0], profile=PROFILES["nhs_r"])
    assert (found.lower[0, 0], found.upper[0, 0]) == pytest.approx((0.68, 11.32))
    assert variation(found) is Variation.COMMON_CAUSE


def test_what_was_charted_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        chart(CASELOADS).kind[0, 0] = 1
