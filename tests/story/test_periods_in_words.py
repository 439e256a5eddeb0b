"""Periods of definitions as readers say them."""

import pytest

from kpi.story import periods_in_words, rule_in_words
from tests.support.figures import indicator, target


@pytest.mark.parametrize(
    ("given", "frequency", "said"),
    [
        ("from 2016-17 Q1", "quarter", "from Q1 2016-17"),
        ("2016-17 Q1 to 2017-18 Q4", "quarter", "from Q1 2016-17 to Q4 2017-18"),
        ("to 2018-19 Q4", "quarter", "to Q4 2018-19"),
        ("2018-19 Q4", "quarter", "Q4 2018-19"),
        ("from 2018-19", "year", "from 2018-19"),
        ("from 2018-06", "month", "from June 2018"),
        ("2019-02-11", "date", "11 February 2019"),
    ],
)
def test_periods_are_said_as_readers_say_them(given: str, frequency: str, said: str) -> None:
    assert periods_in_words(given, indicator(frequency=frequency)) == said


def test_a_calendar_year_stays_one_year() -> None:
    assert periods_in_words("2017", indicator(frequency="year", calendar="calendar")) == "2017"


def test_the_rule_in_words_says_periods_alike() -> None:
    targets = [target("2018-19 Q4", at_least=90), target("from 2019-20 Q1", at_least=95)]
    said = rule_in_words(indicator(targets=targets))
    assert "at least 90% in Q4 2018-19" in said
    assert "at least 95% from Q1 2019-20" in said
