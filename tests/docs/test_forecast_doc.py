"""Every row of docs/forecast.md, run through the code, and its tables of errors, worked out anew."""

from pathlib import Path
from typing import Any

import pytest

from bench.forecasting import LEVEL_QUARTERS, LEVELS, PUBLISHED, TOOL, TOTAL_QUARTERS, sections, table
from bench.histories import tool_series
from kpi.judge.forecast import Method
from tests.support.figures import Figure, indicator, row
from tests.support.tables import DOCS, rows

PAGE = "forecast.md"
LAIT = Path(__file__).resolve().parents[3] / "shared" / "real" / "lait" / "lait_wolverhampton_sn_region_england.csv"
QUARTERS = ("2017-18 Q3", "2017-18 Q4", "2018-19 Q1", "2018-19 Q2", "2018-19 Q3")
DOUBT = {"doubts": [{"period": "2018-19 Q3", "reason": "published as 0"}]}
CASES: dict[str, tuple[dict[str, Any], Figure | None, int]] = {
    "fewer than four earlier forecasts to check": ({}, ("2018-19 Q3", 50.0), 1),
    "a definition that changed lately": (
        {"breaks": [{"period": "2018-19 Q2", "reason": "New count."}]},
        ("2018-19 Q3", 50.0),
        0,
    ),
    "no figure now": ({}, None, 0),
    "a suppressed figure now": ({}, ("2018-19 Q3", None, {"symbol": "c"}), 0),
    "a figure in doubt now": (DOUBT, ("2018-19 Q3", 0.0), 0),
    "a definition that will change before the year ends": (
        {"breaks": [{"period": "2018-19 Q4", "reason": "New count."}]},
        ("2018-19 Q3", 50.0),
        0,
    ),
    "a first year of spend": ({"unit": "pounds", "basis": "year_to_date"}, ("2018-19 Q3", 50.0), 2),
    "a dated figure": ({"frequency": "date"}, ("2018-12-01", 50.0), 5),
}


@pytest.mark.parametrize(("case", "reason"), rows(PAGE, "When there is none"))
def test_what_is_not_forecast_says_why_as_on_the_page(case: str, reason: str) -> None:
    given, now, left_out = CASES[case]
    before: list[Figure] = [(period, 50.0 + place) for place, period in enumerate(QUARTERS[:-1])][left_out:]
    shown = row(indicator(**given), *before, *([now] if now else []), period="2018-19 Q3")
    assert (shown.forecast, shown.forecast_low, shown.forecast_status, shown.forecast_method) == (None,) * 4
    assert shown.forecast_reason == f"No forecast of the year end: {reason}."


def test_every_case_of_the_page_is_run() -> None:
    assert [case for case, _ in rows(PAGE, "When there is none")] == list(CASES)


def test_every_method_stands_in_the_page() -> None:
    assert [method for method, *_ in rows(PAGE, "The methods")] == [method.value for method in Method]


@pytest.fixture(scope="module")
def tables() -> dict[str, list[str]]:
    return sections()


@pytest.mark.parametrize("heading", [PUBLISHED, LEVEL_QUARTERS, TOTAL_QUARTERS])
def test_the_table_of_errors_is_what_the_back_test_gives(heading: str, tables: dict[str, list[str]]) -> None:
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    assert f"## {heading}\n\n" + "\n".join(tables[heading]) in page


@pytest.mark.reference
@pytest.mark.skipif(
    not LAIT.exists(), reason="the file of the Local Authority Interactive Tool is not beside the project"
)
def test_the_table_of_the_published_tool_is_what_the_back_test_gives() -> None:
    section = (DOCS / PAGE).read_text(encoding="utf-8").split(f"## {TOOL}\n")[1]
    assert "\n".join(table(tool_series(LAIT), LEVELS)) in section
