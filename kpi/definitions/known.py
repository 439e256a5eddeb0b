"""What other files must agree with: the council's themes, areas and calendar, its indicators, and recommendations.

In: files as far as they can be understood. Out: look-ups; None where nothing can be said, so that nothing is called
unknown that stands in a file with a fault.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpi.definitions.draft import Draft
from kpi.definitions.faults import at
from kpi.definitions.files import Part
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.node import Node, nodes
from kpi.definitions.yaml_text import Document
from kpi.period import Calendar


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of themes and areas that council.yaml has; None where they cannot be read."""

    themes: tuple[str, ...] | None
    areas: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class World:
    """What plans, inspections and the panel may name; None for what cannot be told."""

    calendar: Calendar
    themes: tuple[str, ...] | None
    indicators: Mapping[str, Draft] | None
    recommendations: tuple[str, ...] | None


def known(council: Document | None) -> Known:
    """Take what ids can be read from council.yaml, whatever else is wrong with it."""
    if council is None:
        return Known(None, None)
    areas = _ids(council, "areas") if at(council.value, ("areas",)) is not None else ()
    return Known(_ids(council, "themes"), areas)


def world(
    council: Document | None, indicators: Iterable[Draft] | None, inspection: Part[InspectionFile] | None
) -> World:
    """Gather what may be named; `indicators` is None where not every indicator can be read."""
    drafts = None if indicators is None else {draft.indicator.id: draft for draft in indicators}
    return World(_calendar(council), known(council).themes, drafts, _recommendations(inspection))


def _recommendations(inspection: Part[InspectionFile] | None) -> tuple[str, ...] | None:
    if inspection and () in inspection.faulty:
        return None
    asked = (one.text("ref") for visit in nodes(inspection, "inspections") for one in visit.nodes("recommendations"))
    return tuple(ref for ref in asked if ref)


def indicator(node: Node, world: World) -> Draft | None:
    """Give the indicator that a group names, None where it names none that is known."""
    name = node.text("indicator")
    return world.indicators.get(name) if world.indicators is not None and name else None


def _calendar(council: Document | None) -> Calendar:
    name = at(council.value, ("calendar",)) if council else None
    return next((one for one in Calendar if one == name), Calendar.FINANCIAL)


def _ids(council: Document, key: str) -> tuple[str, ...] | None:
    entries = at(council.value, (key,))
    if not isinstance(entries, list):
        return None
    ids = (at(entry, ("id",)) for entry in entries)
    return tuple(found for found in ids if isinstance(found, str))
