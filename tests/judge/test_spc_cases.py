"""The cases of the reference collection: limits to 1e-9, labels exactly; refused where the house refuses."""

import csv
import json
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kpi.judge.direction import Polarity
from kpi.judge.spc import ASSURANCES, VARIATIONS, Charted, assurance, chart
from kpi.judge.spc_block import PROFILES
from kpi.judge.spc_limits import Refusal
from kpi.judge.spc_rules import members, run_ends, two_of_three

CASES = Path(__file__).resolve().parents[3] / "shared" / "spc"
pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not CASES.is_dir(), reason=f"the reference cases are not at {CASES}"),
]
Read = dict[tuple[str, str], list[dict[str, str]]]

POLARITIES = {"increase": Polarity.HIGHER, "decrease": Polarity.LOWER, "neutral": Polarity.NONE}
LABELS = {
    "Common Cause": (0, 0),
    "Above UCL": (1, 1),
    "Below LCL": (1, -1),
    "7 Point Trend (Increasing)": (2, 1),
    "7 Point Trend (Decreasing)": (2, -1),
    "2 in 3 Above CL": (3, 1),
    "2 in 3 Below CL": (3, -1),
    "7 Points Above CL": (4, 1),
    "7 Points Below CL": (4, -1),
}
SURE = {"": "no_target", "consistent_pass": "consistently_meets", "consistent_fail": "consistently_misses"}


@cache
def read(name: str) -> Read:
    found: Read = defaultdict(list)
    with (CASES / name).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["case_id"], row["facet"]].append(row)
    return found


def cases() -> list[dict[str, Any]]:
    return json.loads((CASES / "cases.json").read_text(encoding="utf-8")) if CASES.is_dir() else []


def facets() -> list[Any]:
    """Give every series of every case that is judged."""
    judged = [case for case in cases() if "expected_error" not in case]
    return [
        pytest.param(case, key, id="-".join(key))
        for case in judged
        for key in read("cases_input.csv")
        if key[0] == case["id"]
    ]


def charted(case: dict[str, Any], key: tuple[str, str], profile: str) -> Charted:
    rows = sorted(read("cases_input.csv")[key], key=lambda row: row["x"])
    target = np.nan if case["target"] is None else case["target"]
    way = POLARITIES[case["improvement_direction"]]
    low, high = (np.nan, target) if way is Polarity.LOWER else (target, np.nan)
    return chart(
        [float(row["y"]) for row in rows],
        [row["x"] == case["rebase"] for row in rows],
        case["fix_after_n_points"],
        way,
        low,
        high,
        replace(PROFILES[profile], screening=case["screen_outliers"]),
    )


def number(text: str) -> float:
    return float(text) if text else np.nan


def points(found: Charted) -> list[tuple[Any, ...]]:
    says = [VARIATIONS[code].value for code in found.says[0]]
    return list(zip(found.kind[0].tolist(), found.direction[0].tolist(), says, strict=True))


@pytest.mark.parametrize("profile", ["nhs_r", "house"])
@pytest.mark.parametrize(("case", "key"), facets())
def test_limits_agree_to_a_billionth_and_labels_exactly(
    case: dict[str, Any], key: tuple[str, str], profile: str
) -> None:
    found, expected = charted(case, key, profile), read("cases_expected_points.csv")[key]
    for name, limit in (("mean", found.mean), ("lpl", found.lower), ("upl", found.upper)):
        wanted = [number(row[name]) for row in expected]
        np.testing.assert_allclose(limit[0], wanted, rtol=0, atol=1e-9)
    assert points(found) == [(*LABELS[row["special_cause_type"]], row["point_type"]) for row in expected]


@pytest.mark.parametrize(("case", "key"), facets())
def test_variation_and_assurance_agree_with_the_summary(case: dict[str, Any], key: tuple[str, str]) -> None:
    found, [expected] = charted(case, key, "nhs_r"), read("cases_expected_summary.csv")[key]
    assert VARIATIONS[int(found.variation[0])] == expected["variation_type"]
    sure = expected["assurance_type"]
    assert ASSURANCES[int(found.assurance[0])] == SURE.get(sure, "hit_and_miss")


@pytest.mark.parametrize(("case", "key"), facets())
def test_the_house_refuses_short_and_flat_stretches_and_agrees_on_all_others(
    case: dict[str, Any], key: tuple[str, str]
) -> None:
    ours, theirs = charted(case, key, "house"), charted(case, key, "nhs_r")
    last = read("cases_expected_points.csv")[key][-1]
    short, flat = last["short_group_warning"] == "TRUE", last["lpl"] == last["upl"]
    assert (int(ours.refusal[0]) != Refusal.NONE) == (short or flat)
    assert (VARIATIONS[int(ours.variation[0])] == "cannot_tell") == (short or flat)
    assert short or flat or ours.assurance[0] == theirs.assurance[0]


def test_a_baseline_of_eleven_is_an_error_in_the_reference_and_here() -> None:
    wrong = [case for case in cases() if case["fix_after_n_points"] == 11]
    assert wrong
    for case in wrong:
        with pytest.raises(ValueError, match="at least 12"):
            charted(case, (case["id"], "all"), "house")


def test_the_two_sigma_proposal_of_2023_is_a_profile() -> None:
    given = json.loads((CASES / "mdc_two_sigma_variant.json").read_text(encoding="utf-8"))
    for case in given["cases"]:
        for profile, name in (("house", "ptd"), ("mdc_2023", "mdc_2023")):
            figures = [*given["baseline"], *case["tail"]]
            found = chart(figures, baseline=given["fix_after_n_points"], profile=PROFILES[profile])
            near = found.kind[0, -3:] > 0
            assert near.tolist() == [
                flag or value > found.upper[0, -1] for flag, value in zip(case[name], case["tail"], strict=True)
            ]


def vectors(name: str) -> list[dict[str, Any]]:
    told = json.loads((CASES / "rule_vectors.json").read_text(encoding="utf-8"))
    [found] = [cases for title, cases in told.items() if title.startswith(f"{name} (")]
    assert found
    return list(found)


def test_runs_agree_with_the_vectors() -> None:
    for vector in vectors("seven_point_one_side_mean"):
        up, down = (run_ends(np.array(vector["in"]) == side, 7) for side in (1, -1))
        assert (up | down).tolist() == [bool(mark) for mark in vector["out"]]
    for vector in vectors("part_of_seven"):
        assert members(np.array(vector["in"], dtype=bool), 7).tolist() == [bool(mark) for mark in vector["out"]]


def test_trends_agree_with_the_vectors() -> None:
    for vector in vectors("seven_point_trend"):
        moved = np.diff(vector["in"])
        ends = [run_ends(steps, 6) for steps in (moved > 0, moved < 0)]
        assert [0, *(ends[0].astype(int) - ends[1].astype(int)).tolist()] == vector["out"]


def test_two_of_three_agrees_with_the_vectors() -> None:
    for vector in vectors("two_in_three"):
        near, side = np.array(vector["near"]) == 1, np.array(vector["side"]) == 1
        assert two_of_three(near, side).tolist() == [bool(mark) for mark in vector["out"]]
    for vector in vectors("part_of_two_in_three"):
        near, side = np.array(vector["near"]) == 1, np.array(vector["side"]) == 1
        assert (two_of_three(near, side) & near).tolist() == [bool(mark) for mark in vector["out"]]


def test_assurance_agrees_with_the_vectors() -> None:
    for vector in vectors("assurance"):
        way = POLARITIES[vector["direction"]]
        target = np.nan if vector["target"] is None else vector["target"]
        low, high = (np.nan, target) if way is Polarity.LOWER else (target, np.nan)
        found = ASSURANCES[int(assurance(vector["lpl"], vector["upl"], way, low, high))]
        assert found == SURE.get(vector["out"] or "", "hit_and_miss")
