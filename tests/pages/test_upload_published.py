"""A published file of others' figures, dropped on the Upload screen: known, told in words, loaded, undone."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.workspace import Others, Workspace
from tests.support.pack import NEXT, RETURN, SEEDED
from tests.support.published import WORKFORCE
from tests.support.screens import drop, press, screen, tick, words, write


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload")


def publish(app: AppTest) -> str:
    """Publish what is on the screen, warnings checked."""
    write(app, "Your name", "Performance analyst")
    for box in app.checkbox:
        tick(app, box.label)
    return words(press(app, "Publish these figures of others"))


def test_a_published_file_is_known_and_told_in_words(app: AppTest) -> None:
    shown = words(drop(app, "workforce.csv", WORKFORCE))
    assert "workforce.csv is the published file '" in shown
    assert "figures of others" in shown
    assert "They stand beside the council's own figures, which stay as they are" in shown
    assert not app.expander


def test_it_is_published_with_a_receipt_and_compared_with(app: AppTest, place: Workspace) -> None:
    drop(app, "workforce.csv", WORKFORCE)
    assert f"Published as revision {NEXT}: " in publish(app)
    assert place.head() == NEXT
    assert Others(place).against("dfe_turnover", "2018").own.value == 28


def test_it_can_be_taken_back_at_once(app: AppTest, place: Workspace) -> None:
    drop(app, "workforce.csv", WORKFORCE)
    publish(app)
    press(app, "Undo this publication")
    assert place.history()[NEXT - 1].undone_by


def test_the_same_file_again_changes_nothing(app: AppTest) -> None:
    drop(app, "workforce.csv", WORKFORCE)
    publish(app)
    assert "and changes nothing" in words(drop(app, "workforce.csv", WORKFORCE))
    assert not [button for button in app.button if button.label.startswith("Publish")]


def test_nothing_is_published_without_a_name(app: AppTest, place: Workspace) -> None:
    drop(app, "workforce.csv", WORKFORCE)
    assert "Write your name or role." in words(press(app, "Publish these figures of others"))
    assert place.head() == SEEDED


def test_a_file_with_a_fault_is_refused_whole(app: AppTest) -> None:
    shown = words(drop(app, "workforce.csv", WORKFORCE.replace("13.1,10.2", "many,10.2")))
    assert "nothing of it can be published until its problems are put right." in shown
    assert not [button for button in app.button if button.label.startswith("Publish")]


def test_a_return_of_the_council_is_no_published_file(app: AppTest) -> None:
    assert "figures of others" not in words(drop(app, "return.csv", RETURN))
