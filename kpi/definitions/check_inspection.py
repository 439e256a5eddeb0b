"""What the record of inspections must agree with: its judgement areas, its dates, the themes and the indicators.

In: inspections.yaml as far as it can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterator

from kpi.definitions import dates
from kpi.definitions.check_expectation import check_expectation
from kpi.definitions.codes import Code
from kpi.definitions.faults import nearest
from kpi.definitions.files import Part
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.known import World
from kpi.definitions.node import Node, ids_of_their_own, refs_of_their_own, root
from kpi.problem import Problem, Where, excerpt

LISTS = ("judgement_areas", "inspections", "directions")
Areas = dict[str, Node]


def check_inspection(part: Part[InspectionFile] | None, world: World) -> Iterator[Problem]:
    """Run every rule over inspections.yaml."""
    top = root(part)
    if top is None:
        return
    areas = {name: area for area in top.nodes("judgement_areas") if (name := area.text("id"))}
    yield from ids_of_their_own(top, *LISTS)
    yield from _check_refs(top)
    yield from _check_areas(top, areas)
    for visit in top.nodes("inspections"):
        yield from _check_judgements(visit, areas, world)
        yield from _check_visit(visit, world)
    for direction in top.nodes("directions"):
        yield from dates.check_days(direction, "issued", "ended")
        yield from dates.check_order(direction, "issued", "ended")
    yield from _check_promises(top, world)


def _check_refs(top: Node) -> Iterator[Problem]:
    """Require references of their own: of recommendations over all inspections, of pledges, of statements."""
    asked = [one for visit in top.nodes("inspections") for one in visit.nodes("recommendations")]
    for kind in (asked, top.nodes("pledges"), top.nodes("self_evaluation")):
        yield from refs_of_their_own(kind)


def _check_areas(top: Node, areas: Areas) -> Iterator[Problem]:
    """Require that a judgement area ends after it began, and takes the place of others that are listed."""
    for area in top.nodes("judgement_areas"):
        since, until = area.number("since"), area.number("until")
        if since and until and until < since:
            yield dates.out_of_order("until", f"before since, {since}", area.where("until"))
        for name, where in area.texts("replaces"):
            if name == area.text("id"):
                message = f"The judgement area {excerpt(name)} takes its own place."
                yield Problem(Code.UNKNOWN_JUDGEMENT_AREA, message, "Name the area that came before.", where)
            else:
                yield from _check_named(name, where, areas, top)


def _check_named(name: str, where: Where, areas: Areas, top: Node) -> Iterator[Problem]:
    """Require a judgement area that is listed."""
    if name not in areas and top.whole("judgement_areas"):
        message = f"There is no judgement area {excerpt(name)}."
        yield Problem(Code.UNKNOWN_JUDGEMENT_AREA, message, nearest(name, list(areas)), where)


def _check_judgements(visit: Node, areas: Areas, world: World) -> Iterator[Problem]:
    """Require judgements for areas that are listed, each once, in the years in which they are judged."""
    judged: set[str] = set()
    for judgement in visit.nodes("judgements"):
        name, where = judgement.text("area"), judgement.where("area")
        if not name:
            continue
        if name in judged:
            yield Problem(Code.DUPLICATE_AREA, f"The area {excerpt(name)} is judged twice.", "Delete one.", where)
        judged.add(name)
        yield from _check_named(name, where, areas, Node(visit.part, (), visit.part.document.value))
        if name in areas:
            yield from _check_span(visit, areas[name], where, world)


def _check_span(visit: Node, area: Node, where: Where, world: World) -> Iterator[Problem]:
    """Require that an area is judged neither before its first year nor after its last."""
    held = dates.period(visit, "date", world.calendar)
    since, until = area.number("since"), area.number("until")
    if held is None or (since and until and until < since):
        return
    if since and held.last_day.year < since:
        told = f"is judged since {since}"
    elif until and held.first_day.year > until:
        told = f"was judged until {until}"
    else:
        return
    message = f"The area {excerpt(area.text('id'))} {told}; this inspection is dated {held.label}."
    yield Problem(Code.JUDGED_OUT_OF_TIME, message, "Name the area of that time, or correct its years.", where)


def _check_visit(visit: Node, world: World) -> Iterator[Problem]:
    """Require dates that can be read, and in order."""
    yield from dates.check_period(visit, "date", world.calendar)
    yield from dates.check_days(visit, "began", "ended", "published")
    yield from dates.check_order(visit, "began", "ended")
    yield from dates.check_order(visit, "began", "published")


def _check_promises(top: Node, world: World) -> Iterator[Problem]:
    """Require, of pledges and the self-evaluation, dates, years and themes, and expectations that can be answered."""
    for pledge in top.nodes("pledges"):
        yield from dates.check_period(pledge, "made", world.calendar)
        yield from _check_figures(pledge, world)
    for statement in top.nodes("self_evaluation"):
        yield from dates.check_year(statement, "year", world.calendar)
        yield from _check_theme(statement, world)
        yield from _check_figures(statement, world)
        for evidence in statement.nodes("evidence"):
            yield from dates.check_period(evidence, "date", world.calendar)


def _check_figures(node: Node, world: World) -> Iterator[Problem]:
    for expectation in node.nodes("indicators"):
        yield from check_expectation(expectation, world)


def _check_theme(statement: Node, world: World) -> Iterator[Problem]:
    """Require a theme of council.yaml."""
    theme = statement.text("theme")
    if theme and world.themes is not None and theme not in world.themes:
        message = f"There is no theme {excerpt(theme)} in council.yaml."
        yield Problem(Code.UNKNOWN_THEME, message, nearest(theme, world.themes), statement.where("theme"))
