"""Clear working days: what lies between the day papers are published and the meeting."""

from datetime import date

import pytest

from kpi.panel import bank_holidays, clear_working_days_before, is_working_day


def test_papers_for_the_19th_of_june_2019_are_published_by_the_11th() -> None:
    published = clear_working_days_before(date(2019, 6, 19), 5)
    assert published == date(2019, 6, 11)
    between = [date(2019, 6, day) for day in range(12, 19)]
    assert sum(is_working_day(day) for day in between) == 5


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 5, 8), "May Day"),
        (date(2022, 6, 2), "Spring Bank Holiday"),
        (date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
        (date(2019, 8, 26), "Late Summer Bank Holiday"),
        (date(2020, 12, 28), "Boxing Day (observed)"),
    ],
)
def test_bank_holidays_of_england_include_those_that_came_once_or_were_moved(day: date, name: str) -> None:
    assert bank_holidays(day.year)[day] == name
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day", [date(2020, 5, 4), date(2022, 5, 30), date(2019, 1, 2), date(2019, 3, 18), date(2019, 8, 5)]
)
def test_days_that_are_free_only_elsewhere_or_in_other_years_are_working_days(day: date) -> None:
    assert is_working_day(day)


def test_easter_puts_papers_a_week_and_a_half_before_the_meeting() -> None:
    assert clear_working_days_before(date(2019, 4, 24), 5) == date(2019, 4, 12)


def test_papers_are_published_on_a_working_day() -> None:
    assert clear_working_days_before(date(2019, 6, 17), 5) == date(2019, 6, 7)
    assert clear_working_days_before(date(2019, 6, 17), 0) == date(2019, 6, 14)


def test_the_days_a_body_wants_are_its_own() -> None:
    assert clear_working_days_before(date(2019, 6, 19), 3) == date(2019, 6, 13)
