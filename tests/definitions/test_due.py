"""A due date is a day, a period or ongoing; it is late after its last day, and never guessed.

In: what people write. Out: days in order, or the question to ask.
"""

from datetime import date

import pytest

from kpi.definitions.due import read_day, read_due
from kpi.period import Calendar, PeriodError


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        ("2019-03-31", date(2019, 3, 31), "31 March 2019"),
        ("30 September 2018", date(2018, 9, 30), "30 September 2018"),
        ("2018-19 Q4", date(2019, 3, 31), "Q4 2018-19 (January to March 2019)"),
        ("March 2019", date(2019, 3, 31), "March 2019"),
        ("2018-19", date(2019, 3, 31), "2018-19"),
        (" Ongoing ", None, "ongoing"),
    ],
)
def test_a_due_date_is_late_after_its_last_day(text, day, label):
    due = read_due(text)
    assert (due.day, due.label) == (day, label)
    assert not due.passed(day or date.max)
    assert due.passed(date(2019, 4, 1)) == (day is not None)


def test_due_dates_written_in_different_ways_come_in_order_of_their_days_and_ongoing_last():
    texts = ["ongoing", "2018-19 Q4", "2019-04-01", "2018-06-30", "March 2018", "2017-18", "June 2018"]
    assert [due.text for due in sorted(map(read_due, texts))] == [
        "2017-18",
        "2018-03",
        "2018-06",
        "2018-06-30",
        "2018-19 Q4",
        "2019-04-01",
        "ongoing",
    ]


def test_a_due_date_lies_within_days_that_are_both_counted():
    due = read_due("2018-19 Q4")
    assert due.within(date(2019, 1, 1), date(2019, 3, 31))
    assert not due.within(date(2019, 1, 1), date(2019, 3, 30))
    assert not read_due("ongoing").within(date.min, date.max)


def test_what_can_be_read_in_two_ways_is_asked_about():
    with pytest.raises(PeriodError) as asked:
        read_due("Q1 2022")
    assert asked.value.question


def test_a_council_of_calendar_years_has_calendar_quarters():
    assert read_due("2018 Q4", Calendar.CALENDAR).day == date(2018, 12, 31)


@pytest.mark.parametrize("text", ["March 2019", "2018-19 Q4", "soon"])
def test_only_a_day_is_a_day(text):
    assert read_day("19 June 2019") == date(2019, 6, 19)
    with pytest.raises(PeriodError):
        read_day(text)
