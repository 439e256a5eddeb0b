"""Chips, sentences, notices and problems."""

import pytest

from kpi.charts.palette import STATUSES
from kpi.problem import Problem, Severity, Where
from kpi.ui.parts import chip, copy_link, empty, mark, notice, problem, problems, sentence


@pytest.mark.parametrize("status", STATUSES)
def test_a_chip_is_shape_letter_and_word(status: str) -> None:
    made = chip(status)
    assert "<svg" in made
    assert f">{STATUSES[status].letter}<" in made
    assert STATUSES[status].word in made


def test_statuses_that_need_action_have_letters_of_their_own() -> None:
    assert [STATUSES[name].letter for name in ("red", "amber", "green")] == ["R", "A", "G"]


def test_shapes_differ_where_colours_differ() -> None:
    assert len({STATUSES[name].shape for name in ("red", "amber", "green", "unrated")}) == 4


def test_a_sentence_without_a_mark_has_no_empty_mark() -> None:
    assert mark("") == ""
    assert "kpi-mark" not in sentence("It fell.")
    assert "Illustrative figure." in sentence("It fell.", "Illustrative figure.")


def test_a_result_is_announced_and_a_warning_interrupts() -> None:
    assert 'role="status"' in notice("Published.", kind="good")
    assert 'role="alert"' in notice("Nothing was changed.", kind="warning")


def test_a_problem_says_where_what_and_what_to_do() -> None:
    made = problem(Problem("words", "'low 20s' is words.", "Put it in note.", Where("q.csv", row=14, column="value")))
    for part in ("q.csv, row 14, column value", "&#39;low 20s&#39; is words.", "Put it in note."):
        assert part in made


def test_problems_are_listed_worst_first_and_never_more_than_twenty_of_a_kind() -> None:
    given = [Problem("w", "Check it.", severity=Severity.WARNING)] + [Problem("e", f"Wrong {n}.") for n in range(23)]
    made = problems(given)
    assert made.index("Must be put right (23)") < made.index("Please check (1)")
    assert made.count("<li>") == 21
    assert "and 3 more." in made


def test_no_problems_are_nothing() -> None:
    assert problems([]) == ""


def test_an_empty_state_says_what_to_do() -> None:
    assert "Upload a spreadsheet." in empty("No figures yet.", "Upload a spreadsheet.")


def test_copying_a_link_tells_its_result_to_a_screen_reader() -> None:
    assert "data-kpi-copy" in copy_link()
    assert 'role="status"' in copy_link()
