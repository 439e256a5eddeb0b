"""`python -m kpi compare`: the report's comparison of two spans of months, from a terminal."""

from tests.cli.conftest import Run


def test_social_workers_leaving_halved_as_the_panel_was_told(run: Run) -> None:
    done = run("compare", "leavers", "2018-11 to 2019-03", "2018-06 to 2018-10")
    assert done.code == 0
    assert "halved: 6 in November 2018 to March 2019, against 12 in June to October 2018" in done.out
    assert "Illustrative figures." in done.out


def test_the_four_practice_weeks_of_a_year_are_put_together(run: Run) -> None:
    told = run("compare", "audit_good", "2018-19", "2017-18", "--format", "json").json
    assert [one["value"] for one in told["spans"]] == [45, 35]
    assert (told["how"], told["direction"]) == ("numerators_and_denominators", "improving")


def test_what_cannot_be_compared_is_refused_with_the_reason(run: Run) -> None:
    done = run("compare", "turnover", "Q3 to Q4 2018-19", "Q3 to Q4 2017-18")
    assert done.code == 1
    assert "covers 12 months" in done.err
