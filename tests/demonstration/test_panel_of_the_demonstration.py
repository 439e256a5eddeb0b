"""The demonstration's panel: published dates and minutes, and claims that come out in every way."""

from datetime import date

import pytest

from kpi.definitions.panel import Claim, Meeting, Question, WorkItem
from kpi.expectation import Outcome
from kpi.panel import PanelView
from kpi.period import parse
from kpi.workspace import Records

SCRUTINY = "Children, Young People and Families Scrutiny Panel"


@pytest.fixture(scope="module")
def panel(records: Records) -> PanelView:
    return records.panel("2018-19 Q4")


def test_the_year_end_is_read_on_the_day_of_the_published_meeting(panel: PanelView) -> None:
    assert panel.day == date(2019, 6, 19)
    assert panel.next_meeting is not None
    assert panel.next_meeting.id == "scrutiny_2019_06"
    assert (
        panel.headlines[0]
        == f"The next meeting is the {SCRUTINY}, 19 June 2019; papers were published by 11 June 2019."
    )


def test_the_second_quarter_of_2017_18_needs_a_written_update_as_the_minutes_say(records: Records) -> None:
    quarter = records.panel("2017-18 Q2").quarter(parse("2017-18 Q2"))
    assert quarter is not None
    assert quarter.written_update
    assert quarter.sentence.startswith("No public meeting fits Q2 2017-18: its figures are ready on 30 October 2017")
    (item,) = [item for item in records.place.pack.panel.work_programme if item.kind == "written_update"]
    assert (item.period, item.source) == ("2017-18 Q2", "Minutes of the panel, 6 September 2017")


def test_each_quarter_of_2018_19_fits_a_meeting_of_the_panel(panel: PanelView) -> None:
    fits = {}
    for number in (1, 2, 3, 4):
        quarter = panel.quarter(parse(f"2018-19 Q{number}"))
        assert quarter is not None
        fits[number] = quarter.meeting.id if quarter.meeting else None
    assert fits == {1: "scrutiny_2018_09", 2: "scrutiny_2018_11", 3: "scrutiny_2019_03", 4: "scrutiny_2019_06"}


def test_the_first_quarter_of_2019_20_fits_no_meeting(panel: PanelView) -> None:
    quarter = panel.quarter(parse("2019-20 Q1"))
    assert quarter is not None
    assert quarter.written_update
    assert "Send a written update outside the meeting by 30 September 2019." in quarter.sentence


def test_one_question_is_open_and_overdue_at_the_published_meeting(panel: PanelView) -> None:
    assert [question.ref for question in panel.overdue] == ["Q6"]
    assert panel.overdue[0].sentence == "Q6 was due on 31 May 2019 from the Head of Children in Care: 19 days overdue."


def test_claims_are_borne_out_or_not_or_cannot_be_told(panel: PanelView) -> None:
    outcomes = {claim.ref: claim.answer.outcome for claim in panel.claims}
    assert outcomes == {
        "C1": Outcome.BORNE_OUT,
        "C2": Outcome.NOT_BORNE_OUT,
        "C3": Outcome.BORNE_OUT,
        "C4": Outcome.BORNE_OUT,
        "C5": Outcome.CANNOT_TELL,
        "C6": Outcome.CANNOT_TELL,
        "C7": Outcome.NOT_BORNE_OUT,
        "C8": Outcome.CANNOT_TELL,
    }


def test_the_agency_rate_did_fall_in_the_second_quarter(panel: PanelView) -> None:
    (claim,) = [claim for claim in panel.claims if claim.ref == "C1"]
    assert claim.claim.text == "The agency rate will fall in Quarter 2."
    assert claim.answer.sentence == (
        "Agency social worker rate fell from 16.2% in Q1 2018-19 to 14.2% in Q2 2018-19, as expected."
    )


def test_what_was_not_made_up_names_where_it_was_published(records: Records) -> None:
    panel = records.place.pack.panel
    told: list[Meeting | WorkItem | Question | Claim] = [*panel.meetings, *panel.work_programme]
    told += [*panel.questions, *panel.claims]
    assert all(one.illustrative is not bool(one.source) for one in told)
    assert [question.ref for question in panel.questions if not question.illustrative] == ["Q1", "Q2"]
    assert all(claim.illustrative for claim in panel.claims)


def test_words_of_today_are_no_claim_about_the_future(records: Records) -> None:
    assert "low 20s" not in " ".join(claim.text for claim in records.place.pack.panel.claims)
