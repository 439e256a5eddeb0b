"""An expectation in words, before any figure has answered it."""

import pytest

from kpi.definitions.expectation import Expectation
from kpi.expectation import in_words
from tests.support.figures import indicator, pack

RATE = indicator(id="agency_rate", title="Agency rate", decimals=1)
PLANS = indicator(id="plans", title="Pathway plans", unit="count", order=20, areas=["all", "assessment"])


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (
            {"expects": "falls", "period": "2019-20 Q2", "since": "2019-20 Q1"},
            "Agency rate falls in Q2 2019-20 against Q1 2019-20",
        ),
        ({"expects": "at_most", "value": 12}, "Agency rate is at most 12%"),
        ({"expects": "at_least", "value": 12.5, "period": "Q4 2018/19"}, "Agency rate is at least 12.5% in Q4 2018-19"),
        ({"expects": "on_target", "period": "2018-19"}, "Agency rate is on target in Q4 2018-19"),
        ({"expects": "improves"}, "Agency rate improves"),
    ],
)
def test_an_expectation_reads_as_a_sentence(expected: dict[str, object], words: str) -> None:
    assert in_words(Expectation.model_validate({"indicator": "agency_rate"} | expected), pack(RATE)) == words


def test_plural_titles_have_plural_verbs_and_areas_are_named() -> None:
    asked = Expectation(indicator="plans", area="assessment", expects="no_worse")
    assert in_words(asked, pack(RATE, PLANS)) == "Pathway plans (Assessment team) are no worse"


def test_an_indicator_that_left_the_definitions_is_named_by_its_id() -> None:
    assert in_words(Expectation(indicator="gone", expects="at_most", value=3), pack(RATE)) == "gone is at most 3"
