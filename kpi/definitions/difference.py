"""What differs between two sets of definitions, in words for the record.

In: two packs. Out: one sentence a part that changed: council and indicators, legends, plan, inspections, panel, papers.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kpi.definitions.due import read_due
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.pack import Pack
from kpi.definitions.panel import PanelFile
from kpi.definitions.plan import Action
from kpi.period import Calendar, PeriodError

NAMED: Final = 5
"""As many things are named; others are counted."""
By = Mapping[Any, Any]


def differences(before: Pack, after: Pack) -> Iterator[str]:
    """Say in a sentence each what changed: 'Definitions changed: caseload.', 'The plan of 2018-19 changed: ...'."""
    yield from _indicators(before, after)
    legends = _names({one.id: one for one in before.legends}, {one.id: one for one in after.legends})
    if legends:
        yield f"Legends changed: {_few(legends)}."
    for year in sorted(set(before.plan_years) | set(after.plan_years)):
        yield from _plan(year, before, after)
    yield from _told("Plan years", {"year": ({y.year: y for y in before.years}, {y.year: y for y in after.years})})
    inspections = _inspection(before.inspection), _inspection(after.inspection)
    yield from _told("The record of inspections", _paired(*inspections))
    panels = _panel(before.panel), _panel(after.panel)
    yield from _told("The panel's record", _paired(*panels))
    papers = _names({one.id: one for one in before.papers or ()}, {one.id: one for one in after.papers or ()})
    if papers:
        yield f"Papers changed: {_few(papers)}."


def _indicators(before: Pack, after: Pack) -> Iterator[str]:
    ids = _names(before.by_id, after.by_id)
    if before.council != after.council:
        ids = ["council", *ids]
    if ids:
        yield f"Definitions changed: {_few(ids)}."


def _plan(year: str, before: Pack, after: Pack) -> Iterator[str]:
    """Count the actions of a plan year that were added, removed and changed, and name due dates that moved."""
    then, now = _actions(before, year), _actions(after, year)
    areas = _service_areas(before, year), _service_areas(after, year)
    yield from _told(f"The plan of {year}", {"service area": areas, "action": (then, now)})
    calendar = Calendar(after.council.calendar)
    moved = [
        f"{ref} from {_due(then[ref], calendar)} to {_due(now[ref], calendar)}"
        for ref in now
        if ref in then and then[ref].due != now[ref].due
    ]
    if moved:
        yield f"Due {'date' if len(moved) == 1 else 'dates'} changed in the plan: {_few(moved, '; ')}."


def _actions(pack: Pack, year: str) -> dict[str, Action]:
    return {action.ref: action for plan in pack.plan(year) for action in plan.actions}


def _service_areas(pack: Pack, year: str) -> By:
    """Give what is said of each service area beside its actions."""
    return {plan.id: (plan.title, plan.head, plan.order, _priorities(plan.priorities)) for plan in pack.plan(year)}


def _priorities(priorities: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((priority.ref, priority.title) for priority in priorities)


def _due(action: Action, calendar: Calendar) -> str:
    try:
        return read_due(action.due, calendar).label
    except PeriodError:
        return action.due


def _inspection(record: InspectionFile) -> dict[str, By]:
    visits = {one.id: one.model_copy(update={"recommendations": ()}) for one in record.inspections}
    return {
        "judgement area": {one.id: one for one in record.judgement_areas},
        "inspection": visits,
        "recommendation": {asked.ref: asked for one in record.inspections for asked in one.recommendations},
        "direction": {one.id: one for one in record.directions},
        "pledge": {one.ref: one for one in record.pledges},
        "statement": {one.ref: one for one in record.self_evaluation},
    }


def _panel(record: PanelFile) -> dict[str, By]:
    return {
        "rule of papers": {"": record.clear_days},
        "body": {one.id: one for one in record.bodies},
        "meeting": {one.id: one for one in record.meetings},
        "item of the work programme": {(one.meeting, one.title): one for one in record.work_programme},
        "question": {one.ref: one for one in record.questions},
        "claim": {one.ref: one for one in record.claims},
    }


PLURALS: Final[Mapping[str, str]] = {"body": "bodies", "item of the work programme": "items of the work programme"}


def _paired(before: Mapping[str, By], after: Mapping[str, By]) -> dict[str, tuple[By, By]]:
    return {noun: (before[noun], after[noun]) for noun in after}


def _told(what: str, kinds: Mapping[str, tuple[By, By]]) -> Iterator[str]:
    """Say what was added, removed and changed: 'The plan of 2018-19 changed: 2 actions added and 1 action changed.'"""
    told = [count for noun, (before, after) in kinds.items() for count in _counts(noun, before, after)]
    if told:
        yield f"{what} changed: {_listed(told)}."


def _counts(noun: str, before: By, after: By) -> Iterator[str]:
    differing = _names(before, after)
    added = sum(name not in before for name in differing)
    removed = sum(name not in after for name in differing)
    for count, verb in ((added, "added"), (removed, "removed"), (len(differing) - added - removed, "changed")):
        if count:
            yield f"{count:,} {noun if count == 1 else PLURALS.get(noun, f'{noun}s')} {verb}"


def _names(before: By, after: By) -> list[Any]:
    """Name what only one of the two has, or what differs."""
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def _few(names: Sequence[str], comma: str = ", ") -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"{comma.join(names[:NAMED])}{more}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
