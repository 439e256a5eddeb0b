"""The limits of a control chart from a terminal."""

from tests.cli.conftest import Run


def test_twelve_quarters_have_trial_limits_and_no_judgement(run: Run) -> None:
    rows = run("series", "caseload", "--limits", "--format", "json").json
    assert {row["trial"] for row in rows} == {True}
    assert {row["point"] for row in rows} == {"cannot_tell"}
    assert rows[-1]["lower_limit"] < rows[-1]["mean"] < rows[-1]["upper_limit"]
    assert rows[-1]["limits_text"] == "17.5 cases to 20.5 cases"


def test_the_table_ends_with_what_the_chart_says(run: Run) -> None:
    told = run("series", "caseload", "--limits").out
    assert "Cannot tell: there are 12 figures since Q1 2016-17, and 13 are needed." in told
    assert "The limits from Q1 2016-17 to Q4 2018-19 are trial limits." in told


def test_a_yearly_indicator_has_no_limits_and_says_why(run: Run) -> None:
    printed = run("series", "dfe_caseload", "--limits")
    assert printed.code == 0
    assert "Cannot tell: control charts are for months and quarters, and this indicator is yearly." in printed.out
    rows = run("series", "dfe_caseload", "--limits", "--format", "json").json
    assert {row["mean"] for row in rows} == {None}


def test_a_series_without_the_option_is_as_before(run: Run) -> None:
    rows = run("series", "caseload", "--format", "json").json
    assert "upper_limit" not in rows[0]
    assert rows[0]["variation"] == "cannot_tell"


def test_explaining_leaves_out_a_chart_that_cannot_be_judged(run: Run) -> None:
    [told] = run("explain", "caseload", "--format", "json").json
    assert told["variation"] == ""
