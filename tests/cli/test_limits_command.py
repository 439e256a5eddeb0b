"""The limits of a control chart from a terminal."""

from tests.cli.conftest import Run


def test_twelve_quarters_before_a_new_definition_and_four_after_it_have_trial_limits_and_no_judgement(run: Run) -> None:
    rows = run("series", "cp_visits", "--limits", "--format", "json").json
    assert {row["trial"] for row in rows} == {True}
    assert {row["point"] for row in rows} == {"cannot_tell"}
    assert rows[-1]["lower_limit"] < rows[-1]["mean"] < rows[-1]["upper_limit"]
    assert rows[-1]["limits_text"] == "79.1% to 91.3%"


def test_sixteen_quarters_are_judged(run: Run) -> None:
    rows = run("series", "caseload", "--limits", "--format", "json").json
    assert {row["trial"] for row in rows} == {False}
    assert rows[-1]["point"] == "special_cause_improvement"
    assert rows[-1]["signal"] == "below the lower limit"


def test_the_table_ends_with_what_the_chart_says(run: Run) -> None:
    told = run("series", "cp_visits", "--limits").out
    assert "Cannot tell: there are 4 figures since Q1 2018-19, and 13 are needed." in told
    assert "The limits from Q1 2015-16 to Q4 2018-19 are trial limits." in told
    assert "More than chance: 16.0 cases is below the lower limit" in run("series", "caseload", "--limits").out


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
    assert rows[-1]["variation"] == "special_cause_improvement"


def test_explaining_leaves_out_a_chart_that_cannot_be_judged(run: Run) -> None:
    [told] = run("explain", "turnover", "--format", "json").json
    assert told["variation"] == ""
    [judged] = run("explain", "caseload", "--format", "json").json
    assert judged["variation"].startswith("More than chance: ")
