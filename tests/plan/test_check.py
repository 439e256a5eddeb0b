"""The rules of an update, for the form and the spreadsheet alike."""

from datetime import date
from typing import Any

import pytest

from kpi.entry import Entry
from kpi.plan import Update, check_update
from kpi.problem import Problem, Severity
from tests.plan.plans import REVIEW, action, area, council, plan, said, signed
from tests.support.figures import quarter

AGREED = action(start="2018-05-01", milestones=[{"id": "assess", "title": "Needs assessed", "due": "2018-09-30"}])
PACK = council(area(AGREED))


def problems(*entries: Entry, today: date = REVIEW, period: str = "2018-19 Q4", **fields: Any) -> tuple[Problem, ...]:
    known = plan(PACK, *entries).actions[0]
    return check_update(Update.model_validate(fields), known, quarter(period), PACK, today)


def codes(*entries: Entry, **given: Any) -> list[str]:
    return [problem.code for problem in problems(*entries, **given)]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "nothing-said"),
        ({"status": "on_trak"}, "unknown-status"),
        ({"stage": "in_progress", "status": "complete"}, "status-of-stage"),
        ({"status": "complete"}, "status-of-stage"),
        ({"percent": -1}, "percent-range"),
        ({"percent": 100.5}, "percent-range"),
        ({"milestones": {"train": "done"}}, "unknown-milestone"),
        ({"due": "soon", "due_reason": "Late."}, "due-unreadable"),
        ({"due": "Q1 2019", "due_reason": "Late."}, "due-unreadable"),
        ({"due": "2018-04-30", "due_reason": "Earlier."}, "due-before-start"),
        ({"due": "2019-06-30"}, "due-without-reason"),
        ({"due_reason": "Late."}, "reason-without-due"),
    ],
)
def test_each_rule_stops_what_breaks_it(fields: dict[str, Any], code: str) -> None:
    found = problems(**fields)
    assert [(problem.code, problem.severity) for problem in found] == [(code, Severity.ERROR)]
    assert found[0].fix


@pytest.mark.parametrize(
    "fields",
    [
        {"stage": "in_progress", "status": "on_track", "percent": 0},
        {"stage": "complete", "status": "complete", "percent": 100, "milestones": {"assess": "done"}},
        {"due": "ongoing", "due_reason": "It has become everyday work."},
        {"due": "2018-19 Q4"},
        {"due": "30 June 2019", "due_reason": "The supplier is late."},
        {"commentary": "The supplier is late."},
    ],
)
def test_what_breaks_no_rule_raises_nothing(fields: dict[str, Any]) -> None:
    assert problems(**fields) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"stage": "complete", "status": "complete"}, "milestones-open"),
        ({"stage": "in_progress", "percent": 100}, "percent-not-complete"),
        ({"stage": "complete", "percent": 80, "milestones": {"assess": "done"}}, "percent-of-complete"),
    ],
)
def test_what_may_be_right_is_a_warning(fields: dict[str, Any], code: str) -> None:
    assert [(one.code, one.severity) for one in problems(**fields)] == [(code, Severity.WARNING)]


def test_a_carried_status_must_go_with_the_new_stage() -> None:
    before = said("2018-19 Q3", 1, stage="in_progress", status="on_track")
    (problem,) = problems(before, stage="complete", milestones={"assess": "done"}, percent=100)
    assert problem.code == "status-of-stage"
    assert problem.message == "The status On track does not go with the stage complete."
    assert problem.fix == "Declare Complete, or another stage."


def test_the_nearest_status_is_suggested() -> None:
    assert problems(status="on_trak")[0].fix == "Is on_track meant?"
    assert problems(status="purple")[0].fix.startswith("There are: complete, on_track")


def test_a_problem_names_its_field() -> None:
    assert [one.where.column for one in problems(percent=120, due_reason="Late.")] == ["percent", "due_reason"]


def test_a_quarter_of_another_year_or_one_to_come_is_refused() -> None:
    assert codes(period="2019-20 Q1", percent=10) == ["outside-plan-year"]
    assert codes(percent=10, today=date(2018, 12, 31)) == ["future-quarter"]
    assert codes(percent=10, today=date(2019, 1, 1)) == []


def test_a_quarter_that_is_signed_off_can_be_updated_with_a_warning() -> None:
    (problem,) = problems(signed("2018-19 Q4", 1), percent=10)
    assert (problem.code, problem.severity) == ("signed-off", Severity.WARNING)
    assert problem.message == "Q4 2018-19 is signed off by the Principal Social Worker."


def test_a_move_names_both_dates() -> None:
    (problem,) = problems(due="2019-06-30")
    assert problem.message == "The due date moves from 31 March 2019 to 30 June 2019 and no reason is given."
