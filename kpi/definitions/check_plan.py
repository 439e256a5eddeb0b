"""What the files of a plan must agree with: their folder, each other, earlier years and the recommendations.

In: plan/years.yaml and plan/<plan year>/*.yaml as far as they can be understood. Out: a Problem for each contradiction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kpi.definitions.check_action import check_action
from kpi.definitions.check_expectation import check_indicator
from kpi.definitions.codes import Code
from kpi.definitions.dates import check_year, year
from kpi.definitions.faults import nearest
from kpi.definitions.files import Part
from kpi.definitions.known import World
from kpi.definitions.node import Node, nodes, ref_taken, root, taken
from kpi.definitions.plan import PlanFile, PlanYearsFile
from kpi.problem import Problem, Where, excerpt

FirstOf = dict[str, Where]
Refs = Mapping[str, frozenset[str] | None]
"""The references of every plan year; None for a year that cannot be read as a whole."""


def check_years(part: Part[PlanYearsFile] | None, world: World) -> Iterator[Problem]:
    """Require years of the council's calendar, each listed once, and indicators of the pack."""
    first_of: FirstOf = {}
    for one in nodes(part, "years"):
        yield from check_year(one, "year", world.calendar)
        yield from _listed_once(one, first_of)
        for priority in one.nodes("key_priorities"):
            for name, where in priority.texts("indicators"):
                yield from check_indicator(name, where, world)


def _listed_once(one: Node, first_of: FirstOf) -> Iterator[Problem]:
    text, where = one.text("year"), one.where("year")
    first = first_of.setdefault(text, where) if text else where
    if first is not where:
        yield Problem(Code.DUPLICATE_ID, f"The year {excerpt(text)} is taken: {first}.", "Keep one of them.", where)


def check_plans(parts: Iterable[Part[PlanFile]], world: World) -> Iterator[Problem]:
    """Run every rule over every file of the plan, in the order of the files."""
    tops = [(part, root(part)) for part in parts]
    files = [top for _, top in tops if top]
    refs = _refs(files) | {_folder_of(part): None for part, top in tops if top is None}
    yield from _check_subjects(files)
    by_year: dict[str, _Taken] = {}
    for file in files:
        yield from check_year(file, "plan_year", world.calendar)
        yield from _check_folder(file, world)
        yield from by_year.setdefault(_year_of(file), _Taken()).check(file)
        for action in _actions(file):
            yield from check_action(action, year(file.text("plan_year"), world.calendar), world)
            yield from _check_recommendations(action, world)
            yield from _check_carried(action, file, refs, world)


class _Taken:
    """What service areas, priorities and actions of one plan year are called so far."""

    def __init__(self) -> None:
        self.areas: FirstOf = {}
        self.priorities: FirstOf = {}
        self.actions: FirstOf = {}

    def check(self, file: Node) -> Iterator[Problem]:
        """Require names that nothing of their kind has in the plan year."""
        area = file.text("id")
        if area:
            yield from _area_taken(area, file.where("id"), self.areas)
        for priority in file.nodes("priorities"):
            yield from _ref_taken(priority, self.priorities)
            for action in priority.nodes("actions"):
                yield from _ref_taken(action, self.actions)


def _area_taken(area: str, where: Where, first_of: FirstOf) -> Iterator[Problem]:
    for problem in taken(area, where, first_of):
        message = f"The plan year has the service area {excerpt(area)} already: {first_of[area]}."
        fix = "Choose another id, or put its priorities into the one file."
        yield Problem(Code.DUPLICATE_SERVICE_AREA, message, fix, problem.where)


def _ref_taken(node: Node, first_of: FirstOf) -> Iterator[Problem]:
    ref = node.text("ref")
    if ref:
        yield from ref_taken(ref, node.where("ref"), first_of)


def _check_subjects(files: Sequence[Node]) -> Iterator[Problem]:
    """Require that no action is called like a service area of its year: a sign-off is of the one or the other."""
    areas = {(_year_of(file), file.text("id")): file.where("id") for file in files}
    for file in files:
        for action in _actions(file):
            ref = action.text("ref")
            if ref and (area := areas.get((_year_of(file), ref))):
                message = f"The ref {excerpt(ref)} is the id of a service area: {area}."
                yield Problem(Code.DUPLICATE_REF, message, "Give the action another ref.", action.where("ref"))


def _check_folder(file: Node, world: World) -> Iterator[Problem]:
    """Require that a file lies in the folder of its plan year; a year that cannot be read is told elsewhere."""
    folder, plan_year = _folder_of(file.part), file.text("plan_year")
    if year(plan_year, world.calendar) and plan_year != folder:
        message = f"plan_year is {excerpt(plan_year)}, but the file lies in the folder {excerpt(folder)}."
        yield Problem(Code.PLAN_FOLDER, message, "Move the file, or correct plan_year.", file.where("plan_year"))


def _check_recommendations(action: Node, world: World) -> Iterator[Problem]:
    """Require recommendations of inspections.yaml."""
    for ref, where in action.texts("recommendations"):
        if world.recommendations is not None and ref not in world.recommendations:
            message = f"There is no recommendation {excerpt(ref)} in inspections.yaml."
            yield Problem(Code.UNKNOWN_RECOMMENDATION, message, nearest(ref, world.recommendations), where)


def _check_carried(action: Node, file: Node, refs: Refs, world: World) -> Iterator[Problem]:
    """Require, of an action carried forward, an earlier year, and an action of it where that year is in the pack."""
    origin = action.node("carried_from")
    if origin is None:
        return
    yield from check_year(origin, "year", world.calendar)
    before, now = year(origin.text("year"), world.calendar), year(_year_of(file), world.calendar)
    ref = origin.text("ref")
    if before and now and before >= now:
        message = f"An action of {now.text} cannot be carried forward from {before.text}."
        yield Problem(Code.CARRIED_FROM, message, "Name an earlier plan year.", origin.where("year"))
    known = refs.get(before.text) if before and now and before < now else None
    if before and ref and known is not None and ref not in known:
        message = f"The plan of {before.text} has no action {excerpt(ref)}."
        yield Problem(Code.CARRIED_FROM, message, nearest(ref, sorted(known)), origin.where("ref"))


def _refs(files: Iterable[Node]) -> dict[str, frozenset[str] | None]:
    found: dict[str, set[str | None]] = {}
    for file in files:
        found.setdefault(_year_of(file), set()).update(action.text("ref") for action in _actions(file))
    return {name: None if None in refs else frozenset(ref for ref in refs if ref) for name, refs in found.items()}


def _actions(file: Node) -> Iterator[Node]:
    for priority in file.nodes("priorities"):
        yield from priority.nodes("actions")


def _year_of(file: Node) -> str:
    """Give the plan year, that of the folder where it is not given."""
    return file.text("plan_year") or _folder_of(file.part)


def _folder_of(part: Part[Any]) -> str:
    """Give the folder of a file: `2018-19` of plan/2018-19/pmqa.yaml."""
    return part.document.file.split("/")[1]
