"""The Briefing screen's choosing side: order, words, slides of one's own, keeping, and what two people do at once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.reports.briefing import Choice, Chosen
from kpi.workspace import Workspace
from kpi.workspace.briefings import Briefings
from tests.support.pack import NEXT
from tests.support.screens import press, screen, words, write

Q4 = "2018-19 Q4"
MESSAGE = "Message (the title of the slide)"


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("briefing", edit="overdue:1")


def fill(app: AppTest, label: str, text: str) -> None:
    """Write into the field of several lines whose label begins so."""
    [field] = [field for field in app.text_area if field.label == label]
    field.set_value(text)


def keep(app: AppTest, who: str = "Director") -> AppTest:
    """Keep the draft with the quarter."""
    write(app, "Your name or role", who)
    return press(app, "Keep it")


def titles(place: Workspace) -> list[str]:
    """Give the titles of the slides that are shown, as they are kept."""
    return [slide.title for slide in Briefings(place).deck("leadership", Q4).slides]


def slides(place: Workspace) -> list[str]:
    """Give the ids of the slides that are shown, as they are kept."""
    return [slide.id for slide in Briefings(place).deck("leadership", Q4).slides]


def test_a_briefing_is_ordered_worded_and_kept(app: AppTest, place: Workspace) -> None:
    press(app, "Make it the first")
    assert "Moved. Slide 1 of 19." in words(app)
    fill(app, MESSAGE, "Two actions are late.")
    press(app, "Use these words")
    assert "Changes that are not kept yet: Leadership team, Q4 2018-19" in words(app)
    keep(app)
    assert f"The briefing of the leadership team is kept as revision {NEXT}." in words(app)
    assert "Chosen by Director, " in words(app)
    assert "not kept yet" not in words(app)
    assert titles(place)[0] == "Two actions are late."


def test_a_slide_moves_on_from_where_it_is_without_an_address(folder: Path) -> None:
    app = screen("briefing")
    press(app, "Move down")
    assert "Moved. Slide 2 of 19." in words(app)
    assert "opening" in app.query_params["edit"]
    press(app, "Move up")
    press(app, "Move up")
    assert "It is the first slide already. Slide 1 of 19." in words(app)
    assert "not kept yet" not in words(app)


def test_a_slide_is_left_out_and_put_back(app: AppTest, place: Workspace) -> None:
    press(app, "Leave it out")
    assert "The slide is left out. Slide 14 of 19." in words(app)
    press(app, "Put it back")
    assert "not kept yet" not in words(app)
    press(app, "Leave it out")
    keep(app)
    assert "18 slides for the leadership team; 1 is left out." in words(app)
    assert "overdue:1" not in slides(place)


def test_a_slide_of_ones_own_is_written_and_taken_away(app: AppTest, place: Workspace) -> None:
    press(app, "Add the slide")
    assert "Write what the slide says." in words(app)
    fill(app, "Message of the new slide", "<b>What we ask</b> of you")
    fill(app, "Its points, one a line", "Agree the plan.\n\n=HYPERLINK(1)\n{{ x }}")
    press(app, "Add the slide")
    assert "The slide is added as the last one. Slide 20 of 20." in words(app)
    keep(app)
    last = Briefings(place).deck("leadership", Q4).slides[-1]
    assert (last.title, last.points) == (
        "<b>What we ask</b> of you",
        ("Agree the plan.", "=HYPERLINK(1)", "{{ x }}"),
    )
    press(app, "Take it away")
    assert "The slide is taken away. Slide 1 of 19." in words(app)


def test_words_that_quote_a_wrong_figure_or_have_no_room_are_told_before_they_are_kept(app: AppTest) -> None:
    fill(app, MESSAGE, f"Initial conferences within 15 working days stand at 91.0%. {'And so on. ' * 20}")
    press(app, "Use these words")
    told = words(app)
    assert "91.0%" in told
    assert "72.0%" in told
    assert "The message has 2" in told
    assert "Say the message in 230 letters or fewer" in told


def test_discarding_brings_back_what_was_kept(app: AppTest, place: Workspace) -> None:
    press(app, "Leave it out")
    press(app, "Discard the changes")
    assert "The changes are discarded" in words(app)
    assert "not kept yet" not in words(app)
    assert place.head() == NEXT - 1


def test_nobody_keeps_a_briefing_without_a_name_or_without_a_slide(folder: Path, place: Workspace) -> None:
    out = tuple(Choice(id=one, shown=False) for one in slides(place)[1:])
    Briefings(place).choose(Chosen(slides=(Choice(id="opening"), *out)), "leadership", Q4, who="Analyst")
    app = screen("briefing", edit="opening")
    press(app, "Leave it out")
    keep(app, "")
    assert "Write who keeps it." in words(app)
    keep(app)
    assert "The briefing would have no slide. Keep at least one slide." in words(app)
    assert place.head() == NEXT


@pytest.mark.parametrize(("button", "first"), [("Go on with mine", "overdue:1"), ("Take theirs", "question_due:1")])
def test_who_was_slower_chooses_between_the_two_briefings(
    app: AppTest, place: Workspace, button: str, first: str
) -> None:
    press(app, "Make it the first")
    Briefings(place).choose(Chosen(slides=(Choice(id="question_due:1"),)), "leadership", Q4, who="Head of Safeguarding")
    app.run()
    keeping = [one.label for one in app.button if one.label.startswith("Keep it")]
    if keeping:
        keep(app)
    assert "Head of Safeguarding kept another briefing" in words(app)
    press(app, button)
    if button == "Go on with mine":
        keep(app)
    assert slides(place)[0] == first
    assert "not kept yet" not in words(app)


def test_another_figure_published_meanwhile_is_no_reason_to_choose(app: AppTest, place: Workspace) -> None:
    press(app, "Make it the first")
    Briefings(place).choose(Chosen(slides=(Choice(id="question_due:1"),)), "scrutiny", Q4, who="Analyst")
    app.run()
    keep(app)
    assert slides(place)[0] == "overdue:1"


def test_a_draft_waits_while_another_audience_is_looked_at(app: AppTest) -> None:
    press(app, "Make it the first")
    app.query_params["audience"] = "corporate_parenting"
    told = words(app.run())
    assert "8 slides for the corporate parenting board." in told
    assert "Changes that are not kept yet: Leadership team, Q4 2018-19" in told
    assert "Keep this briefing" not in told


@pytest.mark.parametrize("nonsense", ["<script>", "off_target:nothing:all", "written:9", "0", "edit"])
def test_an_address_that_names_no_slide_opens_the_first(folder: Path, nonsense: str) -> None:
    app = screen("briefing", edit=nonsense, audience=nonsense, period=nonsense)
    assert "Slide 1 of 19." in words(app)
    assert "edit" not in app.query_params


def test_what_was_kept_and_taken_back_meanwhile_is_told(folder: Path, place: Workspace) -> None:
    number = Briefings(place).choose(Chosen(slides=(Choice(id="overdue:1"),)), "leadership", Q4, who="Analyst")
    app = screen("briefing", edit="opening")
    press(app, "Move down")
    place.undo(number, who="Analyst")
    assert "What was kept last was taken back after you began" in words(app.run())
    press(app, "Take theirs")
    assert "not kept yet" not in words(app)
    assert slides(place)[0] == "opening"
