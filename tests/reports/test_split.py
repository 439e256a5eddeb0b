"""What is too much for one slide goes on to the next, and nothing is lost."""

from dataclasses import replace

import pytest

from kpi.reports.model import Cell
from kpi.reports.slides import Slide
from kpi.reports.split import LINES, MOST_FIGURES, cut, fitted, parts
from tests.support import decks


@pytest.mark.parametrize("slide", decks.SLIDES, ids=lambda slide: slide.id)
def test_a_slide_of_ordinary_size_stays_as_it_is(slide: Slide) -> None:
    assert parts(slide) == (slide,)


def test_points_go_on_to_the_next_slide_in_order_and_say_which_part_it_is() -> None:
    points = tuple(f"Point {number}" for number in range(2 * LINES))
    made = parts(Slide("asks", "We ask.", "written", points=points, who="Director", notes="Slowly."))
    assert tuple(point for part in made for point in part.points) == points
    assert [part.title for part in made] == [f"We ask. ({n} of {len(made)})" for n in range(1, len(made) + 1)]
    assert [part.notes for part in made] == ["Slowly.", *[""] * (len(made) - 1)]
    assert len({part.id for part in made}) == len(made)


def test_a_chart_a_table_and_points_are_a_slide_each() -> None:
    slide = Slide("all", "All.", "written", chart=decks.CHART, table=decks.TABLE, points=("One.",))
    assert [(bool(part.chart), bool(part.table), bool(part.points)) for part in parts(slide)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_rows_go_on_with_the_same_caption_and_columns() -> None:
    rows = tuple((Cell(f"Action {n}"), Cell("Head"), Cell("June"), Cell("Close", "amber")) for n in range(30))
    made = parts(Slide("late", "30 are late.", "overdue", table=replace(decks.TABLE, rows=rows)))
    assert len(made) > 1
    assert tuple(row for part in made if part.table for row in part.table.rows) == rows


def test_figures_are_six_at_most() -> None:
    made = parts(Slide("many", "Many.", "written", figures=decks.COUNTS * 2))
    assert [len(part.figures) for part in made] == [MOST_FIGURES, 4]


def test_a_second_figure_of_a_chart_has_a_slide_of_its_own() -> None:
    made = parts(replace(decks.SLIDES[1], figures=decks.MONEY))
    assert [[figure.text for figure in part.figures] for part in made] == [["612"], ["£2,140,000"]]


def test_words_that_are_cut_are_told_in_full_on_a_further_slide() -> None:
    title = "The panel asked for it. " * 40
    made = parts(Slide("long", title, "written", who="Head of Service"))
    assert made[0].title.startswith("The panel asked for it.")
    assert "…" in made[0].title
    told = " ".join(point.strip("…") for part in made for point in part.points)
    assert told == title.strip()


def test_five_thousand_letters_without_a_space_are_kept_whole() -> None:
    made = parts(Slide("x", "X", "written", points=("x" * 5000,)))
    assert sum(point.count("x") for part in made for point in part.points) == 5000


def test_wide_letters_count_twice() -> None:
    assert cut("😀" * 10, 20) == "😀" * 10
    assert cut("😀" * 11, 20) == "😀" * 9 + "…"


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("Head of Safeguarding", 15) == "Head of…"


def test_hostile_words_fit_as_well() -> None:
    deck = fitted(decks.hostile())
    assert max(len(slide.title) for slide in deck.slides) < 260
    assert len(deck.council) <= 80
