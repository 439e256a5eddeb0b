"""What lies ahead and behind, from a terminal: explain and the keys of scorecard and series."""

import pytest

from tests.cli.conftest import Run


def test_explain_says_the_forecast_its_method_and_what_it_rests_on(run: Run) -> None:
    told = run("explain", "agency_spend", "--period", "2018-19 Q3").out
    assert "Forecast for Q4 2018-19: £2,207,100, £87,100 over its target of at most £2,120,000: close." in told
    assert "Method: the rest of the year brings what it brought a year before." in told
    assert "It rests on illustrative figures." in told


def test_explain_says_why_there_is_no_forecast_and_no_trend(run: Run) -> None:
    [told] = run("explain", "dfe_caseload", "--format", "json").json
    assert told["forecast"] == (
        "No forecast of the year end: 1 past forecast can be compared with what came since the definition changed "
        "from 2017, and 4 are needed."
    )
    assert told["recent_trend"].startswith("Recent trend cannot be calculated: ")


@pytest.mark.parametrize("command", [("scorecard",), ("series", "caseload")])
def test_a_forecast_comes_with_all_of_its_keys_or_none(run: Run, command: tuple[str, ...]) -> None:
    for row in run(*command, "--format", "json").json:
        keys = ("forecast", "forecast_low", "forecast_high", "forecast_status", "forecast_method")
        assert len({row[key] is None for key in keys}) == 1
        assert row["forecast_reason"].startswith("No forecast" if row["forecast"] is None else "Method: ")
        assert row["forecast"] is None or row["forecast_low"] <= row["forecast"] <= row["forecast_high"]


def test_a_forecast_of_the_year_end_leaves_the_status_now_alone(run: Run) -> None:
    [spend] = [row for row in run("scorecard", "--format", "json").json if row["indicator"] == "agency_spend"]
    assert (spend["status"], spend["forecast_status"], spend["forecast_period"]) != (None, None, None)
    assert spend["status_reason"].startswith("£2,116,400 is on its target")
