"""Figures quoted in questions, answers and claims: warned of with both values before they are recorded."""

import pytest
from streamlit.testing.v1 import AppTest

from kpi.workspace import Workspace
from tests.support.pack import NEXT, SEEDED
from tests.support.screens import press, screen, tick, words, write

SLIP = "Social worker turnover was 12.2% in 2018-19."
SURE = "I have checked this and want to record it"


def handed_in(text: str) -> AppTest:
    """Answer a question with a text that quotes a figure."""
    app = screen("panel", record="answer Q6")
    [field] = [field for field in app.text_area if field.label == "The answer"]
    field.set_value(text)
    write(app, "Day it was answered", "19 June 2019")
    write(app, "Your name or role", "Director of Children's Services")
    return press(app, "Record the answer to Q6")


@pytest.fixture(autouse=True)
def copy(folder) -> None:
    """Work on a copy."""


def test_a_figure_that_differs_is_told_with_both_values_and_nothing_is_recorded(place: Workspace) -> None:
    app = handed_in(SLIP)
    assert "The text says 12.2%" in words(app)
    assert "the figure is 11.2%" in words(app)
    assert "Nothing was recorded." in words(app)
    assert place.head() == SEEDED


def test_a_person_who_is_sure_records_it_and_the_record_keeps_that(place: Workspace) -> None:
    app = handed_in(SLIP)
    tick(app, SURE)
    assert f"is recorded as revision {NEXT}" in words(press(app, "Record the answer to Q6"))
    assert "figure-differs" in place.history()[NEXT - 1].note


def test_other_words_are_asked_about_again(place: Workspace) -> None:
    app = handed_in(SLIP)
    tick(app, SURE)
    app.text_area[0].set_value(SLIP.replace("12.2", "13.3"))
    assert "The text says 13.3%" in words(press(app, "Record the answer to Q6"))
    assert place.head() == SEEDED


def test_the_right_figure_is_recorded_without_a_question(place: Workspace) -> None:
    assert f"is recorded as revision {NEXT}" in words(handed_in(SLIP.replace("12.2", "11.2")))
