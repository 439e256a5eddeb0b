"""Directions that stand and pledges that are kept."""

from datetime import date
from typing import Any

import pytest

from kpi.expectation import Outcome
from tests.inspection.conftest import FALLS, REVIEW, See

DIRECTION = {"id": "plans", "title": "Direction on plans", "issued": "2018-02-26", "text": "Issue plans in time."}
PLEDGE = {"ref": "P1", "to": "Children in care", "text": "You will be visited.", "made": "2017-11-20"}
MISSED = {"indicator": "audits", "expects": "at_least", "value": 60}
AHEAD = {"indicator": "audits", "expects": "at_least", "value": 50, "period": "2019-20 Q2"}


@pytest.mark.parametrize(
    ("given", "stands", "told"),
    [
        ({}, True, "Direction on plans: issued on 26 February 2018, and still in force."),
        ({"ended": "2019-06-20"}, True, "Direction on plans: issued on 26 February 2018, and still in force."),
        ({"ended": "2019-06-19"}, False, "Direction on plans: issued on 26 February 2018, lifted on 19 June 2019."),
    ],
)
def test_a_direction_stands_until_it_is_lifted(see: See, given: dict[str, str], stands: bool, told: str) -> None:
    view = see(directions=[DIRECTION | given])
    [found] = view.directions
    assert (found.stands, found.sentence) == (stands, told)
    assert ("Under statutory direction: Direction on plans." in view.headlines) is stands


def test_a_direction_of_a_later_day_does_not_stand_yet(see: See) -> None:
    [found] = see(date(2018, 2, 25), directions=[DIRECTION]).directions
    assert (found.stands, found.later) == (False, True)


@pytest.mark.parametrize(
    ("figures", "outcome", "word"),
    [
        ([FALLS], Outcome.BORNE_OUT, "kept"),
        ([FALLS, MISSED], Outcome.NOT_BORNE_OUT, "not kept"),
        ([FALLS, AHEAD], Outcome.CANNOT_TELL, "cannot tell"),
        ([MISSED, AHEAD], Outcome.NOT_BORNE_OUT, "not kept"),
        ([], Outcome.CANNOT_TELL, "no figure named"),
    ],
)
def test_a_pledge_is_kept_when_every_figure_says_so(
    see: See, figures: list[dict[str, Any]], outcome: Outcome, word: str
) -> None:
    [found] = see(pledges=[PLEDGE | {"indicators": figures}]).pledges
    assert (found.outcome, found.word) == (outcome, word)
    assert found.sentence.startswith(f"P1, to Children in care: {word}.")


def test_pledges_are_counted_without_those_of_a_later_day(see: See) -> None:
    later = PLEDGE | {"ref": "P2", "made": "2020-01-01"}
    view = see(REVIEW, pledges=[PLEDGE | {"indicators": [FALLS]}, later])
    assert "Of 1 pledge: kept 1 (P1)." in view.headlines
    assert [one.later for one in view.pledges] == [False, True]


def test_the_command_line_gets_directions_and_pledges(see: See) -> None:
    told = see(directions=[DIRECTION], pledges=[PLEDGE | {"indicators": [FALLS]}]).as_dict()
    assert (told["directions"][0]["stands"], told["directions"][0]["ended"]) == (True, None)
    assert (told["pledges"][0]["outcome"], told["pledges"][0]["answers"][0]["outcome"]) == ("borne_out", "borne_out")
