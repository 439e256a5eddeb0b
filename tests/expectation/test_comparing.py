"""What is compared with what: the same rules as the scorecard's directions, however far apart the periods."""

from kpi.expectation import Outcome
from tests.expectation.conftest import Ask
from tests.support.figures import Figure, indicator

SPEND = indicator(unit="pounds", polarity="lower", basis="year_to_date", title="Agency spend")
SHARE = indicator(basis="year_to_date", title="Conferences in time")
SPENT: list[Figure] = [
    ("2017-18 Q3", 1_700_000.0),
    ("2017-18 Q4", 2_256_400.0),
    ("2018-19 Q3", 1_640_100.0),
    ("2018-19 Q4", 2_116_400.0),
]
ACROSS_APRIL: list[Figure] = [("2017-18 Q1", 80.0), ("2017-18 Q4", 52.6), ("2018-19 Q1", 100.0)]


def test_a_year_to_date_is_compared_with_the_same_place_of_the_year_before(ask: Ask) -> None:
    told = ask(SPEND, SPENT, expects="falls")
    assert told.sentence == (
        "Agency spend fell from £2,256,400 by Q4 2017-18 to £2,116,400 by Q4 2018-19, as expected."
    )


def test_a_start_at_another_place_of_the_year_finds_the_same_place_before_it(ask: Ask) -> None:
    told = ask(SPEND, SPENT, expects="improves", upto="2018-19 Q3", start="2017-18 Q4")
    assert told.then is not None
    assert told.then.period.text == "2017-18 Q3"


def test_a_year_to_date_is_never_compared_across_april(ask: Ask) -> None:
    told = ask(SHARE, ACROSS_APRIL, expects="rises", period="2018-19 Q1", since="2017-18 Q4")
    assert told.outcome is Outcome.CANNOT_TELL
    assert told.sentence == (
        "Conferences in time: cannot tell. "
        "Q1 2018-19 is not compared with Q4 2017-18, as year to date starts again in April."
    )


def test_a_total_of_the_year_that_grows_says_nothing(ask: Ask) -> None:
    told = ask(SPEND, SPENT, expects="rises", since="2018-19 Q3")
    assert told.outcome is Outcome.CANNOT_TELL
    assert told.sentence.endswith("A total of the year adds up from Q3 2018-19, so growing says nothing.")


def test_figures_on_two_sides_of_a_new_definition_are_not_compared(ask: Ask) -> None:
    broken = indicator(breaks=[{"period": "2018-19 Q4", "reason": "Agency workers are counted too."}])
    told = ask(broken, [("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], expects="rises")
    assert told.sentence == (
        "Average caseload: cannot tell. "
        "Q4 2018-19 is not compared with Q3 2018-19, as the definition changed from Q4 2018-19."
    )


def test_a_figure_in_doubt_answers_nothing(ask: Ask) -> None:
    doubted = indicator(doubts=[{"period": "2018-19 Q4", "reason": "published as 0, a failed return"}])
    figures: list[Figure] = [("2018-19 Q3", 91.5), ("2018-19 Q4", 0.0), ("2019-20 Q1", 89.6)]
    for expects in ({"expects": "falls"}, {"expects": "at_most", "value": 50}):
        told = ask(doubted, figures, **expects)
        assert told.sentence == (
            "Average caseload: cannot tell. The figure for Q4 2018-19 is in doubt: published as 0, a failed return."
        )
    later = ask(doubted, figures, upto="2019-20 Q1", expects="rises")
    assert later.outcome is Outcome.CANNOT_TELL
    assert "Q4 2018-19 is in doubt: published as 0, a failed return." in later.sentence


def test_a_year_is_answered_by_the_last_quarter_of_quarterly_figures(ask: Ask) -> None:
    told = ask(indicator(), [("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], expects="rises", period="2018-19")
    assert told.sentence.startswith("Average caseload rose from 46% in Q3 2018-19 to 52% in Q4 2018-19")


def test_a_quarter_is_answered_by_the_year_it_lies_in_where_figures_are_yearly(ask: Ask) -> None:
    yearly = indicator(frequency="year", targets=[])
    told = ask(yearly, [("2017-18", 46.0), ("2018-19", 52.0)], expects="rises", period="2018-19 Q2")
    assert told.now is not None
    assert told.now.period.text == "2018-19"


def test_dated_figures_answer_for_the_period_they_lie_in(ask: Ask) -> None:
    dated = indicator(frequency="date", title="Files judged good")
    weeks: list[Figure] = [("2018-02-12", 35.0), ("2018-09-10", 44.0), ("2019-02-11", 52.0)]
    told = ask(dated, weeks, expects="rises", period="2018-19 Q4", since="2017-18")
    assert (
        told.sentence == "Files judged good rose from 35% on 12 February 2018 to 52% on 11 February 2019, as expected."
    )
    missing = ask(dated, weeks, expects="rises", period="2018-19 Q3")
    assert missing.sentence.endswith("There is no figure for Q3 2018-19.")
    ahead = ask(dated, weeks, expects="rises", period="2019-20 Q1")
    assert ahead.sentence.endswith("Q1 2019-20 ends on 30 June 2019.")
    day = ask(dated, weeks, expects="rises", period="2019-06-10")
    assert day.sentence.endswith("10 June 2019 is still to come.")


def test_a_start_after_the_period_asked_for_leaves_nothing_to_compare(ask: Ask) -> None:
    told = ask(indicator(), [("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)], expects="rises", since="2018-19 Q4")
    assert told.outcome is Outcome.CANNOT_TELL


def test_a_start_before_the_first_figure_leaves_nothing_to_compare(ask: Ask) -> None:
    told = ask(indicator(), [("2018-19 Q4", 52.0)], expects="rises", start="2017-18 Q4")
    assert told.sentence == "Average caseload: cannot tell. There is no earlier figure to compare with."
