"""Starts a new plan year from the last: what is unfinished moves with its history, and references stay traceable.

In: a plan as at its last quarter, and the definitions. Out: the service areas' files of the new year, and the updates
that mark what moves.
"""

from collections.abc import Iterator
from typing import Any

from kpi.definitions.legend import Stage
from kpi.definitions.pack import Pack
from kpi.definitions.plan import Action, CarriedFrom, Milestone, PlanFile
from kpi.entry import Entry
from kpi.period import Frequency, Period, containing, read_as
from kpi.plan import update
from kpi.plan.action import ActionView
from kpi.plan.update import Update
from kpi.plan.view import PlanView

LONGEST_REF = 30
"""Characters of the longest reference."""


def carried_forward(pack: Pack, view: PlanView, to_year: str) -> tuple[PlanFile, ...]:
    """Give the files of the new year with every unfinished action of a plan that it does not have yet.

    A service area that has a file for the new year keeps what is in it and gains what is carried; areas that gain
    nothing are left out. References are kept, and lengthened by the old year where the new year uses them already.
    """
    there = {plan.id: plan for plan in pack.plan(to_year)}
    known = {(a.carried_from.year, a.carried_from.ref) for p in there.values() for a in p.actions if a.carried_from}
    refs = {action.ref for plan in there.values() for action in plan.actions}
    files = []
    for plan in pack.plan(view.year):
        left = [one for one in view.in_area(plan.id) if not one.finished and (one.year, one.ref) not in known]
        if left:
            carried = {one.ref: _carried(one, _free(one, refs)) for one in left}
            files.append(_file(plan, there.get(plan.id), carried, to_year))
    return tuple(files)


def closing(view: PlanView, to_year: str) -> tuple[Entry, ...]:
    """Give updates of the plan year's last quarter that mark unfinished actions as moved, where they are not yet.

    The view is that of the last quarter, so that each is laid over what the quarter said.
    """
    year = read_as(view.year, Frequency.YEAR, view.period.calendar).period
    last = containing(year.last_day, Frequency.QUARTER, view.period.calendar)
    moving = (one for one in view.actions if not one.finished and one.declared != "moved")
    return tuple(update.entry(view.year, one.ref, last, _closing(one, last, to_year)) for one in moving)


def _closing(view: ActionView, last: Period, to_year: str) -> Update:
    """Mark an action as moved; its status is kept where it goes with that, and what was said in words stays."""
    said = next((one.update for one in view.updates if one.period == last), None)
    told = None if said and said.commentary else f"Carried forward to {to_year}."
    state = "illustrative" if view.illustrative else "final"
    return Update(stage="moved", status=_status(view), commentary=told, state=state).over(said)


def _status(view: ActionView) -> str | None:
    """Keep a status that goes with moving; else give the first of the legend that does, None where none was said."""
    if view.status is None or "moved" in view.status.stages:
        return None
    statuses = view.legend.statuses if view.legend else ()
    return next((status.id for status in statuses if "moved" in status.stages), None)


def _free(view: ActionView, refs: set[str]) -> str:
    """Keep a reference; one that is taken is told apart by the year it comes from. What is given is taken then."""
    names = _names(view.ref, view.year)
    found = next(name for name in names if name not in refs)
    refs.add(found)
    return found


def _names(ref: str, year: str) -> Iterator[str]:
    yield ref
    number = 1
    while True:
        ending = f" from {year}" if number == 1 else f" from {year}-{number}"
        yield ref[: LONGEST_REF - len(ending)].rstrip() + ending
        number += 1


def _file(plan: PlanFile, there: PlanFile | None, carried: dict[str, Action], to_year: str) -> PlanFile:
    """Put carried actions under their priorities, behind what the new year has."""
    known = {priority.ref: priority for priority in there.priorities} if there else {}
    for priority in plan.priorities:
        actions = tuple(carried[action.ref] for action in priority.actions if action.ref in carried)
        if actions:
            now = known.get(priority.ref, priority.model_copy(update={"actions": ()}))
            known[priority.ref] = now.model_copy(update={"actions": now.actions + actions})
    new = {"plan_year": to_year, "priorities": tuple(known.values())}
    return (there or plan).model_copy(update=new)


def _carried(view: ActionView, ref: str) -> Action:
    """Make the action of the new year: where it stands, when it is due now, and where it comes from.

    Moves and evidence stay with the earlier year, from where they are told; the start is written out, for it lies
    before the new year.
    """
    states = {one.id: one.state for one in view.milestones}
    new: dict[str, Any] = {
        "ref": ref,
        "start": view.action.start or view.start.isoformat(),
        "due": view.due.text,
        "moves": (),
        "milestones": tuple(Milestone(**dict(one) | {"state": states[one.id]}) for one in view.action.milestones),
        "evidence": (),
        "stage": _stage(view),
        "carried_from": CarriedFrom(year=view.year, ref=view.ref),
    }
    return view.action.model_copy(update=new)


def _stage(view: ActionView) -> Stage:
    """Give the stage it goes on with: the last but moved, or what its progress says."""
    if view.stage != "moved":
        return view.stage
    last = view.before_moving
    if last in ("in_progress", "awaiting_sign_off"):
        return last
    progress = bool(view.percent) or any(one.state != "not_started" for one in view.milestones)
    return "in_progress" if progress else "not_started"
