"""What came of an expectation is told by shape and word, with a link to the figures."""

import pytest

from kpi.definitions.expectation import Expectation
from kpi.expectation import Answer, Outcome
from kpi.ui import verdict

FALLS = Expectation(indicator="agency_rate", expects="falls")


def answer(
    outcome: Outcome, sentence: str = "Agency rate fell from 18% to 10%, as expected.", mark: str = ""
) -> Answer:
    return Answer(FALLS, "Agency rate", "Agency rate falls", outcome, sentence, mark=mark)


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (Outcome.BORNE_OUT, "borne out"),
        (Outcome.NOT_BORNE_OUT, "not borne out"),
        (Outcome.CANNOT_TELL, "cannot tell"),
    ],
)
def test_an_outcome_has_a_shape_of_its_own_and_its_word(outcome: Outcome, word: str) -> None:
    shown = verdict.verdict(answer(outcome))
    assert f"<span>{word}</span>" in shown
    assert 'aria-hidden="true"' in shown


def test_no_two_outcomes_are_drawn_alike() -> None:
    drawn = {verdict.verdict(answer(outcome)).split('d="')[1].split('"')[0] for outcome in Outcome}
    assert len(drawn) == len(Outcome)


def test_the_title_leads_to_the_figures_in_the_period_looked_at() -> None:
    told = verdict.told(answer(Outcome.BORNE_OUT), "2018-19 Q4", 7)
    assert 'href="./indicator?indicator=agency_rate&amp;period=2018-19+Q4&amp;as_at=7"' in told
    assert ">Agency rate</a> fell from" in told


def test_a_sentence_about_no_indicator_has_no_link() -> None:
    assert "<a " not in verdict.told(answer(Outcome.CANNOT_TELL, "Cannot tell: there is no such indicator."))


def test_made_up_figures_are_marked() -> None:
    assert "Illustrative&#58; Q4 2018-19." in verdict.told(answer(Outcome.BORNE_OUT, mark="Illustrative: Q4 2018-19."))


def test_no_answers_leave_no_empty_list() -> None:
    assert verdict.all_told([]) == ""
