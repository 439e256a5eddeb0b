"""A briefing in PowerPoint is the same bytes every time, and says what the deck says."""

import io

import pptx

from kpi.reports.powerpoint import powerpoint
from tests.support.office import deck


def test_the_same_deck_gives_the_same_bytes_again() -> None:
    assert powerpoint(deck()) == powerpoint(deck())


def test_the_title_of_a_slide_is_its_sentence() -> None:
    show = pptx.Presentation(io.BytesIO(powerpoint(deck())))
    titles = [page.shapes.title.text for page in show.slides if page.shapes.title]
    assert titles == [slide.title for slide in deck().slides]
