"""The panel's calendar and counts, whatever the days, meetings and questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kpi.definitions.pack import Pack
from kpi.definitions.panel import PanelFile
from kpi.entry import Entry
from kpi.panel import (
    PanelView,
    answered,
    assemble,
    clear_working_days_before,
    meetings,
    next_ref,
    question_entry,
    withdrawn,
)
from kpi.scorecard import judged_series
from tests.support.figures import frame, indicator, pack, quarter

PUBLISHED_BANK_HOLIDAYS = {
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}
"""Bank holidays of England as the government published them, year by year; weekdays only."""
FREE = {date.fromisoformat(f"{year}-{day}") for year, days in PUBLISHED_BANK_HOLIDAYS.items() for day in days.split()}
FIRST, LAST = date(2016, 2, 15), date(2026, 12, 31)
DAY = timedelta(days=1)


def is_free(day: date) -> bool:
    return day.weekday() >= 5 or day in FREE


def clear_between(published: date, meeting: date) -> int:
    """Count by walking: the working days strictly between two days."""
    count, day = 0, published + DAY
    while day < meeting:
        count += not is_free(day)
        day += DAY
    return count


@given(st.dates(FIRST, LAST), st.integers(0, 10))
def test_clear_working_days_agree_with_a_count_by_hand_over_ten_years(meeting: date, clear: int) -> None:
    published = clear_working_days_before(meeting, clear)
    assert not is_free(published)
    assert clear_between(published, meeting) >= clear
    later = published + DAY
    while later < meeting:
        assert is_free(later) or clear_between(later, meeting) < clear
        later += DAY


def test_every_meeting_day_of_ten_years_has_five_clear_days_and_no_fewer() -> None:
    day = FIRST
    while day <= LAST:
        published = clear_working_days_before(day, 5)
        assert clear_between(published, day) == 5, day
        day += DAY


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_a_later_meeting_never_has_an_earlier_deadline(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert clear_working_days_before(first, 5) <= clear_working_days_before(second, 5)


DEFINITION = indicator(lag_days=20)
DRAWN = frame([("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0)])
asked_on = st.dates(date(2018, 4, 1), date(2019, 12, 31))
states = st.sampled_from(["open", "answered", "withdrawn"])


def council_with(**panel: Any) -> Pack:
    return pack(DEFINITION).model_copy(update={"panel": PanelFile.model_validate(panel)})


def seen(council: Pack, entries: Sequence[Entry], day: date) -> PanelView:
    return assemble(council, entries, lambda i, a: judged_series(DRAWN, council, i, a, 1), quarter(), day, 1)


@st.composite
def questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for number in range(draw(st.integers(0, 8))):
        asked = draw(asked_on)
        due = asked + timedelta(days=draw(st.integers(0, 200)))
        found.append(
            {
                "ref": f"Q{number + 1}",
                "asked": asked.isoformat(),
                "where": "Scrutiny Panel",
                "text": "Why?",
                "owner": "Director",
                "due": due.isoformat(),
                "state": draw(states),
            }
        )
    return found


@given(questions(), asked_on)
def test_questions_counted_by_state_add_up_to_all_that_were_asked(given_: list[dict[str, Any]], day: date) -> None:
    council = council_with(questions=given_)
    view = seen(council, (), day)
    assert sum(view.counts.values()) == len(view.questions)
    assert len(view.questions) + len(view.later_questions) == len(given_)
    assert {one.ref for one in view.overdue} <= {one.ref for one in view.questions if one.state == "open"}
    assert next_ref(view.refs, "Q") not in view.refs


@given(questions(), asked_on, st.lists(st.sampled_from(["answer", "withdraw"]), max_size=6))
def test_the_last_thing_said_of_a_question_stands(given_: list[dict[str, Any]], day: date, said: list[str]) -> None:
    council = council_with(questions=given_[:1])
    if not given_:
        return
    [question] = council.panel.questions
    made = [
        answered(question, f"Answer {n}", day) if what == "answer" else withdrawn(question)
        for n, what in enumerate(said)
    ]
    declared = [replace(question_entry(one), revision=n) for n, one in enumerate(made, start=1)]
    view = seen(council, declared, date(2026, 1, 1))
    [found] = view.questions
    assert found.question == (made[-1] if made else question)


@given(st.lists(st.dates(FIRST, LAST), max_size=12, unique=True))
def test_meetings_come_in_order_and_the_next_is_never_before_its_day(days: list[date]) -> None:
    given_ = [{"id": f"m{number}", "body": "panel", "date": day.isoformat()} for number, day in enumerate(days)]
    council = council_with(meetings=given_)
    assert [one.day for one in meetings(council)] == sorted(days)
    view = seen(council, (), date(2019, 6, 19))
    for quarter_ in view.quarters:
        assert quarter_.quarter.ready_on is not None
        if quarter_.meeting:
            assert quarter_.quarter.ready_on <= quarter_.meeting.deadline < quarter_.meeting.day
            assert quarter_.meeting.day <= quarter_.period.next().last_day
        assert quarter_.written_update is (quarter_.meeting is None)
