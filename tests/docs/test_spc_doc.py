"""Every row of docs/spc.md, run through the code."""

from typing import Any, get_args

import pytest

from kpi.definitions.council import ControlCharts
from kpi.judge.spc import ASSURANCES, KINDS, VARIATIONS, chart
from kpi.judge.spc_block import PROFILES
from kpi.period import Period
from tests.support.figures import Figure, indicator, quarter, row
from tests.support.tables import rows

PAGE = "spc.md"
FIRST_OF = {"every other figure missing": "2010-11 Q4", "always the same": "2014-15 Q1", "after a break": "2014-15 Q1"}
KINDS_OF_SERIES: dict[str, dict[str, Any]] = {
    "yearly": {"frequency": "year"},
    "dated": {"frequency": "date"},
    "year to date": {"basis": "year_to_date"},
    "rolling 12 months": {"basis": "rolling_12_months"},
    "in doubt": {"doubts": [{"period": "2018-19 Q4", "reason": "published as 0"}]},
    "after a break": {"breaks": [{"period": "2018-19 Q1", "reason": "New count."}]},
}


@pytest.mark.parametrize(("kind", "rule", "figures", "marked"), rows(PAGE, "What marks a figure"))
def test_figures_are_marked_as_on_the_page(kind: str, rule: str, figures: str, marked: str) -> None:
    values = [float(value) for value in figures.split(",")]
    found = chart([8.0, 12.0] * 6 + values, baseline=12).kind[0, 12:]
    expected = [kind if mark.strip() == "yes" else "common_cause" for mark in marked.split(",")]
    assert rule
    assert [KINDS[code] for code in found] == expected


def test_every_kind_variation_assurance_and_profile_stands_in_the_page() -> None:
    assert {kind for kind, *_ in rows(PAGE, "What marks a figure")} == set(KINDS)
    assert [value for value, _ in rows(PAGE, "Variation")] == list(VARIATIONS)
    assert [value for value, _ in rows(PAGE, "Assurance")] == list(ASSURANCES)
    profiles = rows(PAGE, "Profiles, and where we differ")
    assert [name for name, *_ in profiles] == list(PROFILES)
    assert [name for name, chosen, _ in profiles if chosen == "yes"] == list(get_args(ControlCharts))


@pytest.mark.parametrize(("case", "told"), rows(PAGE, "What is not judged"))
def test_what_is_not_judged_says_why_as_on_the_page(case: str, told: str) -> None:
    definition = indicator(**KINDS_OF_SERIES.get(case, {}))
    shown = row(definition, *_figures(case))
    assert (shown.variation, shown.assurance) == ("cannot_tell", "no_target")
    assert shown.variation_reason == f"Cannot tell: {told}."


def _figures(case: str) -> list[Figure]:
    """Give the series of a case, up to the end of 2018-19."""
    if case == "yearly":
        return [("2017-18", 50.0), ("2018-19", 60.0)]
    if case == "dated":
        return [("2018-02-11", 50.0), ("2019-02-11", 60.0)]
    last = quarter("2018-19 Q3" if case == "no figure" else "2018-19 Q4")
    periods = _upto(last, quarter(FIRST_OF.get(case, "2016-17 Q1")))
    if case == "every other figure missing":
        periods = periods[::2]
    same = case == "always the same"
    return [(period.text, 50.0 if same else 50.0 + place % 3) for place, period in enumerate(periods)]


def _upto(last: Period, first: Period) -> list[Period]:
    return [first.shift(step) for step in range(last.ordinal - first.ordinal + 1)]
