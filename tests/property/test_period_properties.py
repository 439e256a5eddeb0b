"""What holds for every period and every label, not only for the examples."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpi.period import (
    Calendar,
    Frequency,
    Period,
    PeriodError,
    consecutive,
    containing,
    in_frequency,
    parse,
    read_as,
    span,
)

days = st.dates(date(1920, 1, 1), date(2180, 12, 31))
frequencies, calendars = st.sampled_from(Frequency), st.sampled_from(Calendar)
periods = st.builds(containing, days, frequencies, calendars)
label_like = st.text(alphabet="QqFYtora0123456789-/;:. ()[]–\u00a0JanMrch,'", max_size=24)
PIECES = """Q1 Q4 2018 2019 2018-19 18/19 201819 - / ( ) [ ] to at end of year ending Mar April 31 30/06/2018
FY academic Rev prov 00:00 ' ; ytd half from Jan-Mar 0 99999 Quarter 1st T12:00 . , 2018/06 05-06"""
pieces = st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join)
nonsense = st.one_of(st.text(max_size=40), label_like, pieces, pieces.map(lambda text: text.replace(" ", "")))


@given(periods, periods)
def test_two_periods_have_one_order(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one < other) == ((one.last_day, one.first_day) < (other.last_day, other.first_day)) or (
        (one.last_day, one.first_day) == (other.last_day, other.first_day)
    )


@given(periods, periods, periods)
def test_order_is_transitive(one: Period, two: Period, three: Period) -> None:
    first, second, third = sorted((one, two, three))
    assert first <= second <= third
    assert first <= third


@given(periods)
def test_next_and_previous_undo_each_other_and_leave_no_day_out(period: Period) -> None:
    assert period.next().previous() == period == period.previous().next()
    assert period.next().first_day == period.last_day + timedelta(days=1)
    assert period.previous() < period < period.next()


@given(periods, st.integers(-8, 8), st.integers(-8, 8))
def test_shifts_add_up(period: Period, one: int, other: int) -> None:
    assert period.shift(one).shift(other) == period.shift(one + other)


@given(periods, st.integers(0, 12))
def test_consecutive_periods_run_from_first_to_last(period: Period, steps: int) -> None:
    run = consecutive(period, period.shift(steps))
    assert len(run) == steps + 1
    assert list(run) == sorted(run)
    assert (run[0], run[-1]) == (period, period.shift(steps))


@given(periods)
def test_a_period_contains_its_first_and_last_day(period: Period) -> None:
    for day in (period.first_day, period.last_day):
        assert containing(day, period.frequency, period.calendar) == period
    assert period.first_day <= period.last_day


@given(periods)
def test_a_period_lies_in_its_year(period: Period) -> None:
    assert period.year.first_day <= period.first_day
    assert period.last_day <= period.year.last_day
    assert (period.year.frequency, period.year.calendar) == (Frequency.YEAR, period.calendar)


@given(periods)
def test_the_year_before_is_the_same_place_in_the_year_before(period: Period) -> None:
    before = period.year_before()
    assert before.frequency is period.frequency
    assert before.year == period.year.previous()
    assert before.last_day.month == period.last_day.month
    assert before.quarter_number == period.quarter_number


@given(periods)
def test_canonical_text_reads_back_in_its_calendar(period: Period) -> None:
    read = parse(period.text, period.calendar)
    assert (read, read.calendar) == (period, period.calendar)
    assert str(read) == period.text


@given(periods)
def test_short_label_reads_back_in_its_calendar(period: Period) -> None:
    assert parse(period.short_label, period.calendar) == period


@given(periods, st.none() | calendars)
def test_label_for_readers_reads_back_whatever_calendar_is_told(period: Period, told: Calendar | None) -> None:
    if period.frequency is Frequency.YEAR and period.calendar is Calendar.FINANCIAL:
        told = None
    assert parse(period.label, told) == period


@given(periods)
def test_canonical_text_reads_back_for_an_indicator_of_its_kind(period: Period) -> None:
    assert read_as(period.text, period.frequency, period.calendar).period == period


@given(periods, calendars)
def test_the_last_day_of_a_period_stands_for_it(period: Period, calendar: Calendar) -> None:
    day = containing(period.last_day, Frequency.DATE, calendar)
    assert in_frequency(day, period.frequency, period.calendar) == period


@given(periods, frequencies, calendars)
def test_a_period_fits_another_frequency_only_where_its_days_agree(
    period: Period, frequency: Frequency, calendar: Calendar
) -> None:
    try:
        fitted = in_frequency(period, frequency, calendar)
    except PeriodError:
        return
    assert (fitted.frequency, fitted.calendar) == (frequency, calendar)
    same_days = (fitted.first_day, fitted.last_day) == (period.first_day, period.last_day)
    assert same_days or (period.frequency is Frequency.DATE and period.first_day in (fitted.first_day, fitted.last_day))


@given(periods, st.integers(0, 8))
def test_a_range_reads_back(period: Period, steps: int) -> None:
    last = period.shift(steps)
    assert span(f"{period} to {last}", period.calendar) == (period, last)
    assert span(f"from {period}", period.calendar) == (period, None)
    assert span(f"to {period}", period.calendar) == (None, period)


@given(nonsense, st.none() | calendars)
@example("\u0661\u0662/\u0662\u0660\u0661\u0668", None)
@example("ſep 2018", None)
@example("Q\u0661 2018-19", None)
@example("0000-01-01", None)
@example("9999-00", None)
@example("(" * 80, None)
@example("at " * 30, None)
def test_nonsense_raises_period_error_and_nothing_else(text: str, told: Calendar | None) -> None:
    try:
        period = parse(text, told)
    except PeriodError:
        return
    assert parse(period.label) == period


@given(nonsense, frequencies, calendars)
def test_whatever_is_read_for_an_indicator_is_of_its_kind(text: str, frequency: Frequency, calendar: Calendar) -> None:
    try:
        period = read_as(text, frequency, calendar).period
    except PeriodError:
        return
    assert (period.frequency, period.calendar) == (frequency, calendar)


@given(nonsense)
def test_nonsense_is_no_range_either(text: str) -> None:
    try:
        first, last = span(text)
    except PeriodError:
        return
    assert first is None or last is None or first <= last


@given(periods, st.sampled_from(["\u00a0{}", "{} ", "\t{}\n", "\ufeff{}"]))
def test_spaces_around_a_label_do_not_matter(period: Period, frame: str) -> None:
    assert parse(frame.format(period.text), period.calendar) == period


@given(periods, st.sampled_from("\u2010\u2011\u2012\u2013\u2014\u2212"))
def test_the_kind_of_dash_does_not_matter(period: Period, dash: str) -> None:
    assert parse(period.text.replace("-", dash), period.calendar) == period


@given(periods)
def test_case_does_not_matter(period: Period) -> None:
    assert parse(period.label.upper()) == period == parse(period.label.lower())


@given(st.integers(1905, 2190), st.integers(1, 4), st.sampled_from(["Q{q} {y}", "{y} Q{q}", "{y}Q{q}", "{y}-Q{q}"]))
def test_a_quarter_with_one_year_is_never_guessed(year: int, quarter: int, form: str) -> None:
    with pytest.raises(PeriodError) as refusal:
        parse(form.format(q=quarter, y=year))
    assert refusal.value.question


@given(st.integers(1905, 2190), st.integers(0, 99))
def test_two_years_are_a_year_only_when_they_follow_each_other(year: int, end: int) -> None:
    try:
        period = parse(f"{year}/{end:02d}")
    except PeriodError:
        assert end != (year + 1) % 100
        return
    assert (period.frequency is Frequency.YEAR) == (end == (year + 1) % 100)
