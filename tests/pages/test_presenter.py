"""The presenter on the screen: the slides travel as text that Streamlit leaves alone."""

import re
from html import unescape

from tests.pages.conftest import Open, words
from tests.support.pack import SEEDED


def stage_of(show: Open, **choices: str) -> str:
    """Give the element that holds the slides."""
    (made,) = (one.proto.body for one in show("briefing", **choices).get("html"))
    return str(made)


def test_the_slides_are_text_and_not_markup_on_their_way(show: Open) -> None:
    made = stage_of(show)
    assert re.findall(r"<(?!/?div)", made) == []
    assert unescape(made).count("<section ") > 10


def test_the_stage_names_the_revision_it_shows_and_the_newest(show: Open) -> None:
    made = stage_of(show)
    assert f'data-revision="{SEEDED}"' in made
    assert f'data-newest="{SEEDED}"' in made


def test_an_earlier_revision_is_presented_as_it_was(show: Open) -> None:
    made = stage_of(show, as_at=str(SEEDED - 1))
    assert f'data-revision="{SEEDED - 1}"' in made
    assert f'data-newest="{SEEDED}"' in made


def test_a_button_presents_and_the_keys_are_named(show: Open) -> None:
    assert "Present Arrows or a clicker turn the slides" in words(show("briefing"))
