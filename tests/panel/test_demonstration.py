"""What the city's published calendar and record say, from the pack that ships."""

from datetime import date

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.panel import meetings, review_day
from kpi.panel.readiness import Quarters
from kpi.panel.schedule import quarter_view
from kpi.settings import ROOT
from tests.support.figures import quarter


@pytest.fixture(scope="module")
def city() -> Pack:
    found, _ = read_pack(ROOT / "data")
    assert found is not None
    return found


def test_the_report_of_19_june_2019_was_due_on_the_11th(city: Pack) -> None:
    [found] = [one for one in meetings(city) if one.day == date(2019, 6, 19)]
    assert found.deadline == date(2019, 6, 11)


def test_the_second_quarter_of_2017_18_fitted_no_meeting_and_was_sent_in_writing(city: Pack) -> None:
    found = quarter_view(quarter("2017-18 Q2"), meetings(city), Quarters(city))
    assert found.written_update
    assert found.sentence.startswith("No public meeting fits Q2 2017-18: its figures are ready on 30 October 2017")


def test_the_year_2018_19_is_read_on_the_day_of_its_report(city: Pack) -> None:
    assert review_day(city, quarter("2018-19 Q4"), date(2026, 11, 22)) == date(2019, 6, 19)
