"""Which quarter can be shown at which meeting, what is late, and when no meeting fits."""

from datetime import date

from kpi.panel import assemble, meetings, next_meeting
from kpi.scorecard import judged_series
from tests.panel.conftest import BODIES, FIGURES, MEETINGS, Council, See
from tests.support.figures import quarter

REVIEW = date(2019, 6, 19)


def test_meetings_come_by_day_with_the_deadline_of_their_papers(council: Council) -> None:
    found = meetings(council())
    assert [one.id for one in found] == [
        "november_2017",
        "june_2018",
        "september_2018",
        "leaders_2019",
        "june_2019",
        "november_2019",
    ]
    assert [one.deadline for one in found[2:5]] == [date(2018, 8, 28), date(2019, 4, 24), date(2019, 6, 11)]
    assert [one.public for one in found][2:5] == [True, False, True]
    assert found[1].title == "Scrutiny Panel, 20 June 2018"
    assert (found[1].venue, found[2].venue) == ("Civic Centre", "")


def test_a_meeting_may_be_closed_though_its_body_meets_in_public(council: Council) -> None:
    closed = [MEETINGS[0] | {"public": False}]
    assert not meetings(council(meetings=closed))[0].public


def test_the_council_says_how_many_clear_days_it_keeps(council: Council) -> None:
    assert meetings(council(clear_days=3))[4].deadline == date(2019, 6, 13)


def test_the_next_meeting_counts_the_day_itself(council: Council) -> None:
    made = council()
    first, later = next_meeting(made, REVIEW), next_meeting(made, date(2019, 4, 1), "scrutiny")
    assert first is not None
    assert later is not None
    assert first.id == later.id == "june_2019"
    assert next_meeting(made, date(2020, 1, 1)) is None


def test_the_june_meeting_can_show_the_year_end_but_yearly_figures_come_late(see: See) -> None:
    june = next(one for one in see(REVIEW).meetings if one.id == "june_2019")
    assert june.shows is not None
    assert (june.newest.period.text, june.shows.text, june.late) == ("2018-19 Q4", "2018-19 Q4", 1)
    assert june.sentence == (
        "Papers are published by 11 June 2019. All 2 figures that come every quarter are ready for Q4 2018-19; "
        "1 yearly figure is late: Budget, 2018-19 (8 days late)."
    )


def test_a_meeting_a_month_after_the_quarter_can_be_too_early_for_it(see: See) -> None:
    november = see(REVIEW, clear_days=10).meetings[0]
    assert november.deadline == date(2017, 10, 17)
    assert november.can_show == (
        "The figures of Q2 2017-18 are ready only on 20 October 2017; "
        "the newest quarter they can show whole is Q1 2017-18."
    )


def test_papers_that_can_carry_everything_say_so(see: See) -> None:
    november = see(REVIEW).meetings[-1]
    assert november.late == 0
    assert november.can_show == "Every figure is ready for Q2 2019-20."


def test_a_council_without_indicators_asks_for_nothing(council: Council) -> None:
    empty = council().model_copy(update={"indicators": ()})
    view = assemble(empty, (), lambda i, a: judged_series(FIGURES, empty, i, a, 3), quarter(), REVIEW, 3)
    assert view.meetings[0].can_show == "No figure is asked for in Q2 2017-18."
    assert view.quarters[0].sentence == "No figure is asked for in Q1 2018-19."
    assert view.advice == ()


def test_the_edge_of_the_calendar_has_no_quarters_beyond_it(see: See) -> None:
    first = see(REVIEW, period="1900-01 Q1")
    assert [one.period.text for one in first.quarters] == [
        "1900-01 Q1",
        "1900-01 Q2",
        "1900-01 Q3",
        "1900-01 Q4",
        "1901-02 Q1",
    ]


def test_papers_published_on_the_day_figures_are_promised_can_carry_them(see: See) -> None:
    quarter = see(REVIEW).meetings[0].newest
    assert quarter.ready_on == date(2017, 10, 20)
    assert quarter.is_ready(date(2017, 10, 20))
    assert not quarter.is_ready(date(2017, 10, 19))
    assert [one.indicator for one in quarter.late(date(2017, 10, 19))] == ["agency_rate"]
    assert [one.indicator for one in quarter.ready(date(2017, 10, 19))] == ["supervision"]


def test_a_quarter_asks_for_the_years_that_end_in_it_and_for_no_dated_figures(see: See) -> None:
    year_end = see(REVIEW).quarter(see(REVIEW).period)
    assert year_end is not None
    assert [one.indicator for one in year_end.quarter.figures] == ["agency_rate", "supervision", "budget"]
    assert [one.expected for one in year_end.quarter.figures] == [
        date(2019, 4, 20),
        date(2019, 4, 10),
        date(2019, 6, 19),
    ]


def test_a_quarter_whose_figures_come_in_time_names_its_meeting(see: See) -> None:
    view = see(REVIEW)
    found = view.quarter(view.period)
    assert found is not None
    assert found.meeting is not None
    assert found.meeting.id == "june_2019"
    assert found.sentence == (
        "The figures of Q4 2018-19 are ready on 20 April 2019: in time for the Scrutiny Panel, 19 June 2019, "
        "whose papers are published by 11 June 2019."
    )


def test_when_no_public_meeting_fits_a_written_update_is_advised(see: See) -> None:
    view = see(REVIEW)
    found = view.quarter(view.period.next())
    assert found is not None
    assert found.written_update
    assert found.sentence == (
        "No public meeting fits Q1 2019-20: its figures are ready on 20 July 2019, and the next that can carry them is "
        "the Scrutiny Panel, 27 November 2019. Send a written update outside the meeting by 30 September 2019."
    )
    assert found.sentence in view.advice


def test_a_closed_meeting_never_counts_as_one_that_fits(see: See) -> None:
    closed = [{"id": "closed", "body": "leadership", "date": "2019-08-01"}]
    view = see(REVIEW, meetings=closed, bodies=BODIES)
    found = view.quarter(view.period.next())
    assert found is not None
    assert found.meeting is None
    assert "and none is in the calendar." in found.sentence


def test_a_calendar_without_meetings_says_so(see: See) -> None:
    view = see(REVIEW, meetings=[])
    assert view.next_meeting is None
    assert view.headlines[0] == "The calendar has no meeting on or after 19 June 2019."


def test_upcoming_and_past_meetings_are_all_meetings(see: See) -> None:
    view = see(REVIEW)
    assert [one.id for one in view.upcoming] == ["june_2019", "november_2019"]
    assert [one.id for one in view.past][:2] == ["leaders_2019", "september_2018"]
    assert len(view.upcoming) + len(view.past) == len(view.meetings)
