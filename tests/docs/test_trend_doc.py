"""Every row of docs/trend.md, run through the code."""

from math import nan
from typing import Any

import pytest

from kpi.judge.trend import CRITICAL, Trend
from tests.support.figures import Figure, indicator, row
from tests.support.tables import DOCS, rows

PAGE = "trend.md"
FILES = {"2017-18 Q4": 70, "2018-19 Q1": 90, "2018-19 Q2": 110, "2018-19 Q3": 130, "2018-19 Q4": 150}
CASES: dict[str, tuple[dict[str, Any], dict[str, dict[str, Any] | None]]] = {
    "fewer than five figures": ({}, {"2017-18 Q4": None}),
    "a gap": ({}, {"2018-19 Q2": None}),
    "a figure in doubt": ({"doubts": [{"period": "2018-19 Q2", "reason": "published as 0"}]}, {}),
    "a changed definition": ({"breaks": [{"period": "2018-19 Q3", "reason": "New count."}]}, {}),
    "no parts": ({}, {"2018-19 Q4": {}}),
    "no figure now": ({}, {"2018-19 Q4": None}),
    "a dated figure": ({"frequency": "date"}, {}),
    "money": ({"unit": "pounds"}, {}),
}


def share(period: str, good: int) -> Figure:
    return period, good / 2, {"numerator": float(good), "denominator": 200.0}


def figures(changed: dict[str, dict[str, Any] | None]) -> list[Figure]:
    found: list[Figure] = []
    for period, good in FILES.items():
        if period not in changed:
            found.append(share(period, good))
        elif changed[period] is not None:
            found.append((period, good / 2, {"numerator": nan, "denominator": nan}))
    return found


@pytest.mark.parametrize(("case", "reason"), rows(PAGE, "When it cannot be calculated"))
def test_what_cannot_be_calculated_says_why_as_on_the_page(case: str, reason: str) -> None:
    given, changed = CASES[case]
    shown = row(indicator(**given), *figures(changed))
    assert shown.recent_trend == "cannot_be_calculated"
    assert shown.recent_trend_reason == f"Recent trend cannot be calculated: {reason}."


def test_every_case_of_the_page_is_run() -> None:
    assert [case for case, _ in rows(PAGE, "When it cannot be calculated")] == list(CASES)


def test_without_any_of_these_the_trend_is_told() -> None:
    assert row(indicator(), *figures({})).recent_trend == "increasing"


def test_every_marker_stands_in_the_page() -> None:
    assert [marker for marker, _ in rows(PAGE, "The four markers")] == [trend.value for trend in Trend]


def test_the_critical_value_stands_in_the_page() -> None:
    assert str(CRITICAL) in (DOCS / PAGE).read_text(encoding="utf-8")
