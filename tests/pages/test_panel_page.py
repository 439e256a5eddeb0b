"""Panel: the next meeting and its papers, questions with their answers, claims with what the figures say, and forms."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.ui import ask
from kpi.workspace import Records, Workspace
from tests.pages.conftest import Open, markup, words
from tests.support.screens import press, screen, write


def fill(app: AppTest, label: str, text: str) -> None:
    """Write into the field of several lines whose label begins so."""
    [field] = [field for field in app.text_area if field.label.startswith(label)]
    field.set_value(text)


def choose(app: AppTest, label: str, value: str) -> AppTest:
    """Choose from the list with this label."""
    [box] = [box for box in app.selectbox if box.label == label]
    return box.select(value).run()


def asked(app: AppTest, due: str = "30 September 2019") -> AppTest:
    """Write a request and record it."""
    fill(app, "What was asked", "Show caseloads by team.")
    write(app, "Who answers", "Head of Assessment")
    write(app, "Answer due", due)
    write(app, "Your name or role", "Scrutiny Officer")
    return press(app, "Record it")


def test_the_first_sentence_names_the_next_meeting_and_the_day_its_papers_are_published(show: Open) -> None:
    said = words(show("panel"))
    assert "The next meeting is the Children, Young People and Families Scrutiny Panel, 19 June 2019" in said
    assert "published by 11 June 2019" in said


def test_what_no_meeting_fits_is_sent_in_writing(show: Open) -> None:
    said = words(show("panel"))
    assert "No public meeting fits Q1 2019-20" in said
    assert "Send a written update outside the meeting by 30 September 2019." in said


def test_a_meeting_in_the_address_shows_which_figures_are_late_and_by_how_much(show: Open) -> None:
    app = show("panel", meeting="scrutiny_2019_06")
    assert "that miss the papers" in words(app)
    assert "143 days" in words(app)


def test_overdue_questions_come_first_and_say_so(show: Open) -> None:
    shown = markup(show("panel"))
    cards = shown[shown.index("Questions and requests") : shown.index("Answered or withdrawn")]
    assert cards.count("<article") == 2
    assert cards.index("Overdue") < cards.index("Q7")


def test_every_claim_has_the_answer_of_the_figures(show: Open) -> None:
    app = show("panel")
    said = words(app)
    for answer in ("borne out", "not borne out", "cannot tell yet"):
        assert answer in said
    assert "Agency social worker rate fell from 16.2% in Q1 2018-19 to 14.2% in Q2 2018-19, as expected." in said


def test_nonsense_in_the_address_falls_back(show: Open) -> None:
    app = show("panel", meeting="nowhere", record="answer Q99", period="soon", as_at="x")
    assert "The next meeting is" in words(app)
    assert not app.get("form")


def test_a_question_is_recorded_and_said_with_its_revision(folder: Path, place: Workspace) -> None:
    before = place.head()
    app = asked(screen("panel", record="question"))
    assert f"Q8 is recorded as revision {before + 1}" in words(app)
    assert f"./history?revision={before + 1}" in markup(app)
    assert "record" not in app.query_params
    view = Records(place).panel().question("Q8")
    assert view is not None
    assert (view.question.owner, view.due.text, view.who) == ("Head of Assessment", "2019-09-30", "Scrutiny Officer")


def test_faults_are_told_over_the_form_and_at_the_field_and_nothing_is_recorded(folder: Path, place: Workspace) -> None:
    before = place.head()
    app = asked(screen("panel", record="question"), due="soon")
    assert "Nothing was recorded. Please look at: Answer due." in words(app)
    assert "kpi-at-field" in markup(app)
    app = asked(app, due="Q2 2019-20")
    assert place.head() == before + 1
    assert "Nothing was recorded." not in words(app)


def test_what_cannot_be_read_is_told_together_with_what_is_empty(folder: Path, place: Workspace) -> None:
    app = screen("panel", record="question")
    write(app, "Answer due", "soon")
    app = press(app, "Record it")
    assert "Please look at: What was asked, Who answers, Answer due, Your name or role." in words(app)


def test_what_is_left_empty_is_named(folder: Path, place: Workspace) -> None:
    app = press(screen("panel", record="question"), "Record it")
    assert "Please look at: What was asked, Who answers, Answer due, Your name or role." in words(app)


def test_an_answer_closes_the_question(folder: Path, place: Workspace) -> None:
    app = screen("panel", record="answer Q6")
    fill(app, "The answer", "Two doctors were found.")
    write(app, "Day it was answered", "12 June 2019")
    write(app, "Your name or role", "Head of Children in Care")
    app = press(app, "Record the answer to Q6")
    assert f"The answer to Q6 is recorded as revision {place.head()}." in words(app)
    assert "Q6 was answered on 12 June 2019 by the Head of Children in Care." in words(app)
    assert "Overdue" not in words(app)


def test_an_answer_given_after_the_day_of_the_page_is_told_as_later(folder: Path, place: Workspace) -> None:
    app = screen("panel", record="answer Q6")
    fill(app, "The answer", "Two doctors were found.")
    write(app, "Day it was answered", "1 July 2019")
    write(app, "Your name or role", "Head of Children in Care")
    app = press(app, "Record the answer to Q6")
    assert "This page is about 19 June 2019, when it was still open." in words(app)
    assert "Answered later than 19 June 2019" in words(app)


def test_an_answer_from_before_the_question_is_told_at_its_day(folder: Path, place: Workspace) -> None:
    before = place.head()
    app = screen("panel", record="answer Q6")
    fill(app, "The answer", "Two doctors were found.")
    write(app, "Day it was answered", "1 March 2019")
    write(app, "Your name or role", "Head of Children in Care")
    app = press(app, "Record the answer to Q6")
    assert "Please look at: Day it was answered" in words(app)
    assert place.head() == before


def test_a_question_is_withdrawn_with_its_reason(folder: Path, place: Workspace) -> None:
    app = screen("panel", record="withdraw Q7")
    write(app, "Why it is withdrawn", "Asked twice")
    write(app, "Your name or role", "Scrutiny Officer")
    app = press(app, "Record that Q7 is withdrawn")
    assert "Q7 was withdrawn." in words(app)
    assert place.history()[-1].note == "Asked twice"


def test_a_claim_is_said_as_the_figures_will_answer_it_before_it_is_recorded(folder: Path, place: Workspace) -> None:
    app = choose(screen("panel", record="claim"), "Indicator", "agency_rate")
    app = choose(app, "In", "2019-20 Q2")
    assert "Agency social worker rate falls in Q2 2019-20 against Q1 2019-20." in words(app)
    fill(app, "The words as they were said", "The agency rate will fall.")
    write(app, "Who made it", "Director of Children's Services")
    write(app, "Your name or role", "Scrutiny Officer")
    app = press(app, "Record the claim")
    assert f"C9 is recorded as revision {place.head()}" in words(app)
    claim = next(one for one in Records(place).panel().claims if one.ref == "C9")
    assert (claim.claim.expectation.indicator, claim.claim.expectation.since) == ("agency_rate", "2019-20 Q1")


def test_a_claim_with_a_limit_needs_its_number(folder: Path, place: Workspace) -> None:
    before = place.head()
    app = choose(screen("panel", record="claim"), "What the figure does", "at_most")
    assert "There is no number yet." in words(app)
    app = press(app, "Record the claim")
    assert "Nothing was recorded." in words(app)
    assert place.head() == before


def test_markup_in_a_question_stays_literal(folder: Path, place: Workspace) -> None:
    app = screen("panel", record="question")
    fill(app, "What was asked", "<img src=x> :tada: $x$")
    write(app, "Who answers", "<b>me</b>")
    write(app, "Answer due", "Q2 2019-20")
    write(app, "Your name or role", "Officer")
    shown = markup(press(app, "Record it"))
    assert "<img" not in shown
    assert "<b>me" not in shown
    assert "&lt;img src=x&gt; &#58;tada&#58; &#36;x&#36;" in shown


def test_an_earlier_state_says_why_nothing_is_recorded(show: Open) -> None:
    app = show("panel", as_at="3")
    assert "You look at an earlier state" in words(app)
    assert "Record a claim" not in words(app)
    assert not app.get("form")


def test_a_ledger_for_reading_only_says_why(folder: Path, place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = replace(place.ledger, writable=False, why_not="The folder is for reading only.")
    monkeypatch.setattr(ask, "workspace", lambda: replace(place, ledger=shut))
    app = screen("panel", record="question")
    assert "Nothing can be recorded here. The folder is for reading only." in words(app)
    assert not app.get("form")


def test_a_pack_without_a_panel_says_where_to_begin(show: Open, made: Callable[..., Path]) -> None:
    said = words(show("panel", folder=made([{"id": "audits"}])))
    assert "No meeting is in the calendar." in said
    assert "No claim about the future was recorded." in said


def test_the_scorecard_names_overdue_questions_on_its_first_screen(show: Open) -> None:
    shown = show()
    told = "One question of the panel is overdue on 19 June 2019: Q6 , due 31 May 2019, Head of Children in Care."
    assert told in words(shown)
    assert markup(shown).index("Overdue questions") < markup(shown).index("kpi-counts")


def test_a_scorecard_without_overdue_questions_says_nothing_of_them(show: Open, made: Callable[..., Path]) -> None:
    assert "overdue" not in words(show(period="2017-18 Q4"))
    assert "overdue" not in words(show(folder=made([{"id": "audits"}])))


def test_the_record_can_be_taken_away(show: Open) -> None:
    labels = [button.label for button in show("panel").get("download_button")]
    assert labels == ["Download this record (CSV)"]


def test_a_panel_of_one_meeting_needs_no_more_than_that(show: Open, made: Callable[..., Path]) -> None:
    folder = made([{"id": "audits"}])
    panel = {
        "bodies": [{"id": "panel", "title": "Panel"}],
        "meetings": [{"id": "m", "body": "panel", "date": "2019-06-19"}],
    }
    (folder / "panel.yaml").write_text(json.dumps(panel), encoding="utf-8")
    assert "The next meeting is the Panel, 19 June 2019" in words(show("panel", folder=folder))
