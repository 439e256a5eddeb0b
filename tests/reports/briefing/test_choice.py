"""What a person makes of proposed slides: order, words, and what is left out."""

import pytest
from pydantic import ValidationError

from kpi.reports.briefing import BLANK, Choice, Chosen, arranged
from kpi.reports.briefing.choice import chosen_from
from kpi.reports.slides import Slide

RED = Slide("off_target:icpc_15:all", "Initial conferences stand at 72.0%.", "off_target", notes="As judged.")
LATE = Slide("overdue:1", "2 actions are overdue.", "overdue", points=("CIC 3.1", "CSF 1.1"))


def test_what_nobody_chose_is_shown_as_proposed() -> None:
    placed = arranged((RED, LATE), BLANK)
    assert [one.slide for one in placed] == [RED, LATE]
    assert all(one.shown and not one.worded for one in placed)


def test_the_order_chosen_comes_first_and_what_is_not_named_follows() -> None:
    placed = arranged((RED, LATE), Chosen(slides=(Choice(id="overdue:1"),)))
    assert [one.slide.id for one in placed] == ["overdue:1", "off_target:icpc_15:all"]


def test_words_replace_those_proposed_and_are_told_as_such() -> None:
    chosen = Chosen(slides=(Choice(id=RED.id, title="Conferences are still late.", notes="Ask Health."),))
    [first, _] = arranged((RED, LATE), chosen)
    assert (first.slide.title, first.slide.notes) == ("Conferences are still late.", "Ask Health.")
    assert first.worded
    assert first.proposed == RED


def test_a_slide_left_out_stays_known_so_that_it_can_come_back() -> None:
    [first, _] = arranged((RED, LATE), Chosen(slides=(Choice(id=RED.id, shown=False),)))
    assert (first.slide, first.shown) == (RED, False)


def test_a_written_slide_stands_where_it_was_put() -> None:
    written = Choice(id="written:1", title="What we ask of the panel", points=("Agree the priorities.",))
    placed = arranged((RED,), Chosen(slides=(written, Choice(id=RED.id))))
    assert [one.slide.title for one in placed] == ["What we ask of the panel", RED.title]
    assert placed[0].slide.why == "written"


def test_what_is_no_longer_proposed_is_dropped() -> None:
    gone = Choice(id="off_target:cla_3plus:all", title="Moves")
    assert [one.slide for one in arranged((RED,), Chosen(slides=(gone,)))] == [RED]


def test_a_choice_comes_back_from_its_entry_unchanged() -> None:
    chosen = Chosen(slides=(Choice(id=RED.id, shown=False), Choice(id="written:1", title="“Why?” <b>")))
    entry = chosen.entry("scrutiny", "2018-19 Q4")
    assert entry.key == ("briefing", "scrutiny", "2018-19 Q4")
    assert chosen_from(entry.content) == chosen


@pytest.mark.parametrize(
    "slides",
    [
        [{"id": "a", "colour": "red"}],
        [{"id": ""}],
        [{"id": "a", "points": ["x"] * 6}],
        [{"id": "a", "title": "x" * 5_000}],
        [{"id": str(n)} for n in range(1001)],
    ],
    ids=["unknown key", "no id", "six points", "a title of 5,000 letters", "1,001 slides"],
)
def test_nonsense_is_refused(slides: list[dict[str, object]]) -> None:
    with pytest.raises(ValidationError):
        chosen_from({"slides": slides})
