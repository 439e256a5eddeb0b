"""The page about choosing slides tells every key of a choice, every code, and how long a message may be."""

import pytest

from kpi import quoted
from kpi.reports.briefing import Choice
from kpi.reports.split import TITLE
from kpi.ui import briefing_desk
from tests.support.tables import DOCS, rows

PAGE = " ".join((DOCS / "briefing-slides.md").read_text("utf-8").split())


def test_every_key_of_a_choice_stands_in_the_page() -> None:
    told = [key for key, _, _ in rows("briefing-slides.md", "On the command line")]
    assert told == list(Choice.model_fields)


def test_the_code_of_a_wrong_figure_stands_in_the_page() -> None:
    assert f"`{quoted.CODE}`" in PAGE


@pytest.mark.parametrize("number", [TITLE, briefing_desk.MOST_NOTES])
def test_how_long_words_may_be_stands_in_the_page(number: int) -> None:
    assert f"more than {number:,} letters" in PAGE
