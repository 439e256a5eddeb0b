"""Periods: their days, their neighbours, their names and their order."""

import copy
import pickle
from collections.abc import Callable
from datetime import date

import pytest

from kpi.period import (
    Calendar,
    Frequency,
    Period,
    PeriodError,
    consecutive,
    containing,
    in_frequency,
    parse,
    read,
    read_as,
    reader_date,
    span,
)

Q4 = parse("2018-19 Q4")


def test_the_fourth_financial_quarter_is_january_to_march() -> None:
    assert (Q4.first_day, Q4.last_day) == (date(2019, 1, 1), date(2019, 3, 31))
    assert (Q4.frequency, Q4.calendar, Q4.quarter_number) == (Frequency.QUARTER, Calendar.FINANCIAL, 4)


def test_a_quarter_has_three_names() -> None:
    assert (Q4.text, Q4.label, Q4.short_label) == ("2018-19 Q4", "Q4 2018-19 (January to March 2019)", "Q4 2018-19")
    assert f"{Q4}" == "2018-19 Q4"


@pytest.mark.parametrize(
    ("text", "calendar", "label", "short"),
    [
        ("2018-19", Calendar.FINANCIAL, "2018-19", "2018-19"),
        ("2018-19", Calendar.ACADEMIC, "academic year 2018-19", "2018-19"),
        ("2018", Calendar.CALENDAR, "2018", "2018"),
        ("2018 Q1", Calendar.CALENDAR, "Q1 2018 (January to March 2018)", "Q1 2018"),
        ("2018-19 Q2", Calendar.ACADEMIC, "Q2 2018-19 (December 2018 to February 2019)", "Q2 2018-19"),
        ("2018-06", Calendar.FINANCIAL, "June 2018", "June 2018"),
        ("2019-02-11", Calendar.FINANCIAL, "11 February 2019", "11 Feb 2019"),
    ],
)
def test_names_for_readers(text: str, calendar: Calendar, label: str, short: str) -> None:
    period = parse(text, calendar)
    assert (period.text, period.label, period.short_label) == (text, label, short)


def test_the_name_of_a_calendar_or_frequency_does_as_well_as_the_thing_itself() -> None:
    from_names = (
        parse("2018-19", "academic"),
        read("2018-19", "academic").period,
        read_as("2018-19", "year", "academic", "academic").period,
        in_frequency(parse("2018-19", Calendar.ACADEMIC), "year", "academic"),
        containing(date(2018, 9, 1), "year", "academic"),
        *span("2018-19", "academic"),
    )
    for period in from_names:
        assert period is not None
        assert (type(period.frequency), type(period.calendar)) == (Frequency, Calendar)
        assert (period.label, period.next().first_day) == ("academic year 2018-19", date(2019, 9, 1))


@pytest.mark.parametrize(
    "refused",
    [
        lambda: parse("2018-19", "lunar"),
        lambda: read("2018-19", "lunar"),
        lambda: read_as("2018-19", "year", "lunar"),
        lambda: read_as("2018-19", "fortnight", "financial"),
        lambda: read_as("2018-19", "year", "financial", "lunar"),
        lambda: in_frequency(Q4, "fortnight", "financial"),
        lambda: in_frequency(Q4, "quarter", "lunar"),
        lambda: containing(date(2019, 3, 31), "quarter", "lunar"),
        lambda: containing(date(2019, 3, 31), "fortnight", "financial"),
        lambda: span("from 2018-19 Q4", "lunar"),
    ],
)
def test_a_calendar_or_frequency_that_does_not_exist_is_no_fault_of_the_label(refused: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="is not a valid") as refusal:
        refused()
    assert not isinstance(refusal.value, PeriodError)


def test_quarters_cross_the_financial_year_end_without_a_gap() -> None:
    assert [str(period) for period in consecutive(Q4.previous(), Q4.next())] == [
        "2018-19 Q3",
        "2018-19 Q4",
        "2019-20 Q1",
    ]
    assert Q4.next().first_day == date(2019, 4, 1)


def test_the_same_quarter_last_year() -> None:
    assert str(Q4.year_before()) == "2017-18 Q4"
    assert str(parse("June 2018").year_before()) == "2017-06"
    assert str(parse("2018-19").year_before()) == "2017-18"


def test_the_year_before_a_leap_day_is_28_february() -> None:
    assert str(parse("29 February 2020").year_before()) == "2019-02-28"
    assert str(parse("28 February 2021").year_before()) == "2020-02-28"


def test_a_quarter_belongs_to_the_year_it_is_named_after() -> None:
    assert str(Q4.year) == "2018-19"
    assert str(parse("March 2019").year) == "2018-19"
    assert str(containing(date(2019, 3, 31), Frequency.MONTH, Calendar.ACADEMIC).year) == "2018-19"
    assert str(containing(date(2019, 3, 31), Frequency.DATE, Calendar.CALENDAR).year) == "2019"


def test_the_financial_year_turns_between_31_march_and_1_april() -> None:
    years = [str(containing(day, Frequency.YEAR, Calendar.FINANCIAL)) for day in (date(2019, 3, 31), date(2019, 4, 1))]
    assert years == ["2018-19", "2019-20"]


def test_periods_are_ordered_by_their_last_day_then_their_first() -> None:
    labels = ["2018-19", "2018-19 Q4", "March 2019", "31 March 2019", "2018-19 Q3", "2019-20 Q1"]
    ordered = [str(period) for period in sorted(map(parse, labels))]
    assert ordered == ["2018-19 Q3", "2018-19", "2018-19 Q4", "2019-03", "2019-03-31", "2019-20 Q1"]


def test_months_and_days_are_equal_whatever_calendar_they_carry() -> None:
    months = {Period(Frequency.MONTH, calendar, 2018 * 12 + 5) for calendar in Calendar}
    assert len(months) == 1
    assert len({Period(Frequency.QUARTER, calendar, 2018 * 4) for calendar in Calendar}) == 3


def test_a_financial_and_a_calendar_quarter_of_the_same_days_are_not_equal_but_have_an_order() -> None:
    calendar_quarter = parse("2019 Q1", Calendar.CALENDAR)
    assert (calendar_quarter.first_day, calendar_quarter.last_day) == (Q4.first_day, Q4.last_day)
    assert calendar_quarter != Q4
    assert (calendar_quarter < Q4) != (calendar_quarter > Q4)


def test_a_period_is_not_compared_with_its_text() -> None:
    assert Q4 != "2018-19 Q4"
    with pytest.raises(TypeError):
        _ = Q4 < "2018-19 Q4"


def test_a_period_cannot_be_changed_and_can_be_copied_and_stored() -> None:
    with pytest.raises(AttributeError):
        Q4.__setattr__("ordinal", 0)
    assert pickle.loads(pickle.dumps(Q4)) == copy.deepcopy(Q4) == Q4


def test_periods_outside_1900_to_2199_are_refused() -> None:
    for label in ("1899", "2200", "1819", "0000", "2199-00 Q4 2", "0001-01-01"):
        with pytest.raises(PeriodError):
            parse(label)
    with pytest.raises(PeriodError):
        parse("2199").next()
    with pytest.raises(PeriodError):
        parse("1 January 1900").previous()


def test_only_periods_of_one_kind_make_a_run() -> None:
    assert consecutive(Q4, Q4.previous()) == ()
    with pytest.raises(PeriodError):
        consecutive(Q4, parse("2018-19"))


def test_a_period_error_says_reason_and_question_in_one_line_and_survives_storing() -> None:
    error = pickle.loads(pickle.dumps(PeriodError("'FY2019' names one year.", "Is it 2018-19 or 2019-20?")))
    assert str(error) == "'FY2019' names one year. Is it 2018-19 or 2019-20?"
    assert str(PeriodError("The period is empty.")) == "The period is empty."


def test_dates_are_written_for_readers() -> None:
    assert reader_date(date(2019, 6, 19)) == "19 June 2019"
