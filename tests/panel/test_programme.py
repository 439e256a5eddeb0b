"""The work programme: what an item needs, and whether it can be in the papers."""

from datetime import date
from typing import Any

import pytest

from tests.panel.conftest import See

ITEM = {"meeting": "june_2019", "title": "Progress at the year end", "owner": "Director", "period": "2018-19 Q4"}


def sentence(see: See, **item: Any) -> str:
    [found] = see(date(2019, 6, 19), work_programme=[ITEM | item]).programme
    return found.sentence


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({}, "Needs 3 figures of Q4 2018-19; 1 will be late: Budget, 2018-19 (8 days late)."),
        ({"indicators": ["agency_rate"]}, "Needs 1 figure of Q4 2018-19, all ready by 11 June 2019."),
        ({"indicators": ["budget"]}, "Needs 1 figure of Q4 2018-19; 1 will be late: Budget, 2018-19 (8 days late)."),
        ({"kind": "written_update"}, "Needs 3 figures of Q4 2018-19, ready on 20 April 2019."),
        ({"period": None, "kind": "visit"}, "Needs no figures; papers are published by 11 June 2019."),
    ],
)
def test_an_item_says_what_it_needs_and_whether_that_can_be_ready(see: See, item: dict[str, Any], told: str) -> None:
    assert sentence(see, **item) == told


def test_items_come_in_the_order_of_their_meetings(see: See) -> None:
    items = [ITEM, ITEM | {"meeting": "june_2018", "title": "Last year", "period": "2017-18"}]
    found = see(date(2019, 6, 19), work_programme=items).programme
    assert [one.item.title for one in found] == ["Last year", "Progress at the year end"]
    assert [one.as_dict()["ready"] for one in found] == [False, False]


def test_a_written_update_waits_for_no_papers(see: See) -> None:
    [found] = see(date(2019, 6, 19), work_programme=[ITEM | {"kind": "written_update"}]).programme
    assert found.ready
    assert found.as_dict()["late"] == []
