"""Times: stored in UTC, in the order of revisions whatever the clock says, the night it changes included."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.beneath import said
from kpi.ledger.verify import verify
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, publish, submission

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def publish_at(ledger: Ledger, at: datetime) -> None:
    rows = {CASELOAD: float(read.head(ledger))}
    write.publish(ledger, submission(rows), who="Analyst", note="", definitions=DEFINITIONS, expected_head=None, at=at)


def test_half_past_one_happens_twice_on_the_night_the_clocks_go_back(ledger: Ledger) -> None:
    night = datetime(2019, 10, 27, 1, 30, tzinfo=LONDON)
    publish_at(ledger, night)
    publish_at(ledger, night.replace(fold=1))

    first, second = (entry.at for entry in read.history(ledger))

    assert (first, second) == (datetime(2019, 10, 27, 0, 30, tzinfo=UTC), datetime(2019, 10, 27, 1, 30, tzinfo=UTC))
    assert second - first == timedelta(hours=1)
    assert verify(ledger) == ()


def test_times_on_the_night_the_clocks_go_forward_are_kept_in_utc(ledger: Ledger) -> None:
    publish_at(ledger, datetime(2019, 3, 31, 0, 59, tzinfo=LONDON))
    publish_at(ledger, datetime(2019, 3, 31, 2, 1, tzinfo=LONDON))

    first, second = (entry.at for entry in read.history(ledger))

    assert second - first == timedelta(minutes=2)
    with ledger.reading() as connection:
        stored = connection.execute(sa.text("SELECT at FROM revision ORDER BY number")).scalars().all()
    assert stored == ["2019-03-31T00:59:00.000000Z", "2019-03-31T01:01:00.000000Z"]


def test_people_are_told_times_as_clocks_in_london_show_them(ledger: Ledger) -> None:
    publish_at(ledger, datetime(2019, 6, 19, 17, 5, 30, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30))))

    entry = read.history(ledger)[0]

    assert entry.at.utcoffset() == timedelta(0)
    assert "at 12:35 on 19 June 2019" in said(entry)


def test_a_clock_set_back_does_not_reorder_revisions(ledger: Ledger) -> None:
    publish_at(ledger, datetime(2019, 6, 19, 18, 0, tzinfo=UTC))
    publish_at(ledger, datetime(2018, 6, 19, 18, 0, tzinfo=UTC))

    assert [entry.number for entry in read.history(ledger)] == [1, 2]
    assert read.frame(ledger)["value"].tolist() == [1.0]
    assert verify(ledger) == ()


def test_a_time_without_its_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="zone"):
        publish_at(ledger, datetime(2019, 6, 19, 18, 0))  # noqa: DTZ001 - the point of the test

    assert read.head(ledger) == 0


def test_without_a_time_the_moment_of_publication_is_recorded(ledger: Ledger) -> None:
    before = datetime.now(UTC)
    publish(ledger, {CHILDREN_IN_NEED: 1037.0})

    assert before <= read.history(ledger)[0].at <= datetime.now(UTC)
