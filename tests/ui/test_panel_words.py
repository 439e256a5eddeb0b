"""The panel's record as words and tables, from a meeting, a question and a claim in a line each."""

from datetime import date

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.panel import PanelFile
from kpi.panel import PanelView, assemble
from kpi.scorecard import judged_series
from kpi.ui import panel_calendar, panel_words
from tests.support.figures import frame, indicator, pack, quarter

AGENCY = indicator(id="agency_rate", title="Agency rate", polarity="lower")
PANEL = {
    "bodies": [{"id": "scrutiny", "title": "Scrutiny Panel"}, {"id": "team", "title": "Team", "public": False}],
    "meetings": [
        {"id": "march", "body": "scrutiny", "date": "2019-03-27"},
        {"id": "june", "body": "scrutiny", "date": "2019-06-19", "venue": "Committee Room 3"},
        {"id": "july", "body": "team", "date": "2019-07-10", "illustrative": True},
    ],
    "work_programme": [
        {"meeting": "june", "title": "Improvement plan", "owner": "Director", "period": "2018-19 Q4"},
        {"meeting": "march", "title": "Care leavers", "owner": "Head", "period": "2018-19 Q3"},
    ],
    "questions": [
        {"ref": "Q1", "meeting": "march", "text": "Why?", "owner": "Head of Care", "due": "2019-05-31"},
        {"ref": "Q2", "meeting": "march", "text": "How many?", "owner": "Head of Care", "due": "2019-06-30"},
        {
            "ref": "Q3",
            "asked": "2019-04-01",
            "where": "Cabinet",
            "text": "When?",
            "owner": "Head",
            "due": "2019-05-01",
            "state": "answered",
            "answer": "In May.",
            "answered": "2019-04-30",
        },
    ],
    "claims": [
        {
            "ref": "C1",
            "meeting": "march",
            "by": "Director",
            "text": "It will fall.",
            "expectation": {"indicator": "agency_rate", "expects": "falls", "period": "2018-19 Q4"},
        }
    ],
}


@pytest.fixture(autouse=True)
def no_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel_calendar.address, "here", lambda screen, **c: panel_calendar.address.link(screen, **c))


def council(**panel: object) -> Pack:
    return pack(AGENCY).model_copy(update={"panel": PanelFile.model_validate(PANEL | panel)})


def view(day: date = date(2019, 6, 19), **panel: object) -> PanelView:
    known, figures = council(**panel), frame([("2018-19 Q3", 12.0), ("2018-19 Q4", 10.0)], of="agency_rate")
    return assemble(
        known, (), lambda one, area: judged_series(figures, known, one, area, 3), quarter(), day, revision=3
    )


def test_overdue_questions_are_named_with_due_date_and_owner() -> None:
    told = panel_words.overdue(view(), None)
    assert "One question of the panel is overdue on 19 June 2019&#58; " in told
    assert ">Q1</a>, due 31 May 2019, Head of Care" in told


def test_several_overdue_questions_are_counted() -> None:
    told = panel_words.overdue(view(date(2019, 7, 1)), 7)
    assert "2 questions of the panel are overdue on 1 July 2019" in told
    assert "as_at=7" in told


def test_nothing_overdue_is_nothing_at_all() -> None:
    assert panel_words.overdue(view(date(2019, 4, 1)), None) == ""


def test_a_card_says_what_was_asked_where_and_by_when() -> None:
    late, waiting = (panel_words.card(one) for one in view().questions if one.state == "open")
    assert "Overdue" in late
    assert "Overdue" not in waiting
    assert "Asked at the Scrutiny Panel, 27 March 2019." in late


def test_an_answer_stands_beside_its_question() -> None:
    told = panel_words.closed([one for one in view().questions if one.state != "open"])
    assert "In May." in told
    assert "Asked at Cabinet on 1 April 2019." in told
    assert panel_words.closed([]) == ""


def test_a_claim_stands_with_what_the_figures_answer() -> None:
    told = panel_words.claims(view().claims, "Claims", "2018-19 Q4", None)
    assert "“It will fall.”" in told
    assert ">borne out<" in told
    assert panel_words.claims([], "Claims", "2018-19 Q4", None).count("<tr") == 2


def test_meetings_to_come_stand_first_and_those_held_are_one_step_away() -> None:
    told = panel_calendar.meetings(view().meetings, date(2019, 6, 19), "")
    assert told.index("19 June 2019") < told.index("10 July 2019") < told.index("1 meeting before that day")
    assert "not public" in told


def test_a_meeting_held_before_is_open_when_it_is_chosen() -> None:
    assert "<details open>" in panel_calendar.meetings(view().meetings, date(2019, 6, 19), "march")


def test_a_meeting_says_its_deadline_and_what_is_late() -> None:
    june = next(one for one in view().meetings if one.id == "june")
    told = panel_calendar.one(june)
    assert "Committee Room 3" in told
    assert "11 June 2019" in told
    assert "None&#58; every figure is promised in time." in told


def test_a_quarter_that_no_meeting_fits_says_to_send_a_written_update() -> None:
    told = panel_calendar.quarters(view().quarters)
    assert "None&#58; send a written update" in told
    assert ">Scrutiny Panel, 19 June 2019</a>" in told


def test_the_work_programme_begins_with_what_is_to_come() -> None:
    told = panel_words.programme(view())
    assert told.index("Improvement plan") < told.index("1 item of earlier meetings") < told.index("Care leavers")


def test_an_empty_record_says_so() -> None:
    bare = view(meetings=(), work_programme=(), questions=(), claims=())
    assert "No meeting is in the calendar." in panel_calendar.meetings(bare.meetings, bare.day, "")
    assert "Nothing is in the work programme." in panel_words.programme(bare)


def test_what_is_taken_away_has_no_formula() -> None:
    asked = {"ref": "Q1", "meeting": "march", "text": "=cmd", "owner": "Head", "due": "2019-05-31"}
    assert b",'=cmd" in panel_words.csv(view(questions=[asked]))
