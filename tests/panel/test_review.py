"""The day on which a quarter's record is read."""

from datetime import date

from kpi.panel import review_day
from tests.panel.conftest import Council
from tests.support.figures import quarter

LONG_AFTER = date(2026, 11, 22)
ITEM = {"meeting": "june_2018", "title": "Year end", "owner": "Director", "period": "2017-18 Q4"}


def test_while_the_quarter_or_the_next_runs_it_is_read_today(council: Council) -> None:
    for today in (date(2019, 2, 1), date(2019, 6, 30)):
        assert review_day(council(), quarter("2018-19 Q4"), today) == today


def test_an_older_quarter_is_read_on_the_day_of_the_meeting_that_could_carry_it(council: Council) -> None:
    assert review_day(council(), quarter("2018-19 Q4"), LONG_AFTER) == date(2019, 6, 19)


def test_the_meeting_of_the_work_programme_goes_before_an_earlier_one(council: Council) -> None:
    item = ITEM | {"meeting": "november_2019", "period": "2018-19 Q4"}
    assert review_day(council(work_programme=[item]), quarter("2018-19 Q4"), LONG_AFTER) == date(2019, 11, 27)


def test_an_item_about_one_figure_takes_no_quarter_to_a_meeting(council: Council) -> None:
    item = ITEM | {"meeting": "november_2019", "period": "2018-19 Q4", "indicators": ["agency_rate"]}
    assert review_day(council(work_programme=[item]), quarter("2018-19 Q4"), LONG_AFTER) == date(2019, 6, 19)


def test_a_written_update_takes_no_quarter_to_a_meeting(council: Council) -> None:
    item = ITEM | {"meeting": "november_2019", "period": "2018-19 Q4", "kind": "written_update"}
    assert review_day(council(work_programme=[item]), quarter("2018-19 Q4"), LONG_AFTER) == date(2019, 6, 19)


def test_where_no_meeting_fits_it_is_read_when_the_next_quarter_ended(council: Council) -> None:
    assert review_day(council(), quarter("2019-20 Q1"), LONG_AFTER) == date(2019, 9, 30)
    assert review_day(council(meetings=[]), quarter("2018-19 Q4"), LONG_AFTER) == date(2019, 6, 30)


def test_a_record_is_never_read_on_a_day_still_to_come(council: Council) -> None:
    item = ITEM | {"meeting": "november_2019", "period": "2018-19 Q4"}
    today = date(2019, 8, 1)
    assert review_day(council(work_programme=[item]), quarter("2018-19 Q4"), today) == today
