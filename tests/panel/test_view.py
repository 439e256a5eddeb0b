"""The panel's page as one value, for screens, the command line and spreadsheets."""

import json
from datetime import date

from tests.panel.conftest import See
from tests.panel.test_claims import CLAIM
from tests.panel.test_questions import LATE

REVIEW = date(2019, 6, 19)


def test_the_first_sentence_is_about_the_next_meeting(see: See) -> None:
    assert see(date(2019, 5, 28)).headlines[0] == (
        "The next meeting is the Scrutiny Panel, 19 June 2019; papers are published by 11 June 2019, "
        "14 days from 28 May 2019."
    )
    assert see(REVIEW).headlines[0].endswith("papers were published by 11 June 2019.")


def test_a_public_meeting_comes_before_an_earlier_closed_one(see: See) -> None:
    coming = see(date(2019, 4, 1)).next_meeting
    assert coming is not None
    assert coming.id == "june_2019"


def test_only_closed_meetings_leave_the_first_of_them(see: See) -> None:
    closed = [{"id": "closed", "body": "leadership", "date": "2019-08-01"}]
    assert "not in public" in see(REVIEW, meetings=closed).headlines[0]


def test_overdue_questions_stand_among_the_first_sentences(see: See) -> None:
    assert see(REVIEW, questions=[LATE]).headlines[2].endswith("19 days overdue.")


def test_an_empty_record_still_says_something(see: See) -> None:
    assert see(REVIEW, meetings=[]).headlines == (
        "The calendar has no meeting on or after 19 June 2019.",
        "No question has been asked.",
    )


def test_the_command_line_gets_one_json_document(see: See) -> None:
    view = see(REVIEW, questions=[LATE], claims=[CLAIM])
    told = json.loads(json.dumps(view.as_dict()))
    assert [one["id"] for one in told["meetings"]][-2:] == ["june_2019", "november_2019"]
    assert told["meetings"][-2]["deadline"] == "2019-06-11"
    assert told["questions"][0]["overdue"] is True
    assert told["claims"][0]["outcome"] == "borne_out"
    assert told["quarters"][4]["written_update"] is True


def test_a_spreadsheet_gets_one_row_a_meeting_question_and_claim(see: See) -> None:
    rows = see(REVIEW, questions=[LATE], claims=[CLAIM]).as_rows()
    assert [row["kind"] for row in rows] == ["meeting"] * 6 + ["question", "claim"]
    assert {tuple(row) for row in rows} == {("kind", "ref", "when", "who", "state", "text")}
