"""What the dates of one action must agree with: its plan year and each other; its milestones, figures and evidence.

In: an action as far as it can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from kpi.definitions import dates
from kpi.definitions.check_expectation import check_expectation
from kpi.definitions.codes import Code
from kpi.definitions.due import Due
from kpi.definitions.known import World
from kpi.definitions.node import Node, taken, warning
from kpi.period import Period, reader_date
from kpi.problem import Problem, Where

YEARS_BEFORE: Final = 5
"""An action that started longer before its plan year than this is more likely a slip of the keyboard."""
DAYS_IN_A_YEAR: Final = 366


def check_action(action: Node, plan_year: Period | None, world: World) -> Iterator[Problem]:
    """Run every rule over one action as far as it can be understood; `plan_year` is None where it cannot be read."""
    for expectation in action.nodes("indicators"):
        yield from check_expectation(expectation, world)
    for check in DATE_CHECKS:
        yield from check(action, plan_year, world)


def _check_dates(action: Node, _year: Period | None, world: World) -> Iterator[Problem]:
    """Require dates that can be read."""
    yield from dates.check_period(action, "start", world.calendar)
    yield from dates.check_due(action, "due", world.calendar)
    for move in action.nodes("moves"):
        yield from dates.check_due(move, "to", world.calendar)
        yield from dates.check_days(move, "on")
    for milestone in action.nodes("milestones"):
        yield from dates.check_due(milestone, "due", world.calendar)
    for evidence in action.nodes("evidence"):
        yield from dates.check_period(evidence, "date", world.calendar)


def _check_start(action: Node, plan_year: Period | None, world: World) -> Iterator[Problem]:
    """Doubt a start after the plan year, or long before it."""
    start = dates.period(action, "start", world.calendar)
    if start is None or plan_year is None:
        return
    earliest = plan_year.first_day - timedelta(days=YEARS_BEFORE * DAYS_IN_A_YEAR)
    if start.first_day > plan_year.last_day or start.first_day < earliest:
        side = "after the plan year ends" if start.first_day > plan_year.last_day else "long before the plan year"
        message = f"The action starts {side}: {reader_date(start.first_day)}."
        yield warning(Code.START_OUTSIDE, message, "Check the date.", action.where("start"))


def _check_due(action: Node, plan_year: Period | None, world: World) -> Iterator[Problem]:
    """Require due dates that do not lie before the start; without one, before the plan year unless carried forward."""
    start = _start(action, plan_year, world)
    if start is None:
        return
    due = dates.due(action, "due", world.calendar)
    yield from _before_start(due, start, action.where("due"))
    for move in action.nodes("moves"):
        yield from _before_start(dates.due(move, "to", world.calendar), start, move.where("to"))


def _start(action: Node, plan_year: Period | None, world: World) -> date | None:
    if action.has("start"):
        start = dates.period(action, "start", world.calendar)
        return start.first_day if start else None
    return None if plan_year is None or action.has("carried_from") else plan_year.first_day


def _before_start(due: Due | None, start: date, where: Where) -> Iterator[Problem]:
    if due and due.passed(start):
        message = f"The due date, {due.short_label}, lies before the start, {reader_date(start)}."
        yield Problem(Code.DUE_BEFORE_START, message, "Correct one of the two dates.", where)


def _check_moves(action: Node, _year: Period | None, _world: World) -> Iterator[Problem]:
    """Require the moves of a due date in order of time."""
    before: date | None = None
    for move in action.nodes("moves"):
        on = dates.day(move, "on")
        if on and before and on < before:
            message = f"The move of {reader_date(on)} stands after that of {reader_date(before)}."
            yield Problem(Code.MOVES_ORDER, message, "Put the moves in order of time.", move.where("on"))
        before = on or before


def _check_milestones(action: Node, _year: Period | None, world: World) -> Iterator[Problem]:
    """Require milestones with ids of their own; doubt one that is due after the action."""
    first_of: dict[str, Where] = {}
    last = _last_due(action, world)
    for milestone in action.nodes("milestones"):
        found = milestone.text("id")
        if found:
            yield from taken(found, milestone.where("id"), first_of)
        due = dates.due(milestone, "due", world.calendar)
        if due and last and last.day and not due.within(date.min, last.day):
            message = f"The milestone is due after the action, which is due by {last.short_label}."
            yield warning(Code.MILESTONE_AFTER_DUE, message, "Check both dates.", milestone.where("due"))


def _last_due(action: Node, world: World) -> Due | None:
    """Give the due date after all moves, None where one of them cannot be read."""
    moves = list(action.nodes("moves"))
    return dates.due(moves[-1], "to", world.calendar) if moves else dates.due(action, "due", world.calendar)


DATE_CHECKS: Final[tuple[Callable[[Node, Period | None, World], Iterator[Problem]], ...]] = (
    _check_dates,
    _check_start,
    _check_due,
    _check_moves,
    _check_milestones,
)
