"""What legends must agree with: each other, the stages of an action, and the legend that council.yaml names.

In: legends.yaml and council.yaml as far as they can be understood. Out: a Problem for each contradiction.
"""

from collections.abc import Iterator

from kpi.definitions.codes import Code
from kpi.definitions.faults import at, nearest
from kpi.definitions.files import Part
from kpi.definitions.legend import STAGE_WORDS, STAGES, LegendFile
from kpi.definitions.node import Node, nodes, taken, warning
from kpi.definitions.yaml_text import Document
from kpi.problem import Problem, Where, excerpt


def check_legends(part: Part[LegendFile] | None) -> Iterator[Problem]:
    """Run every rule over every legend."""
    first_of: dict[str, Where] = {}
    for legend in nodes(part, "legends"):
        found = legend.text("id")
        if found:
            yield from taken(found, legend.where("id"), first_of)
        yield from _check_statuses(legend)
        yield from _check_conditions(legend)
        yield from _check_stages(legend)


def check_legend_in_use(council: Document | None, part: Part[LegendFile] | None, plans: bool) -> Iterator[Problem]:
    """Require, where there is a plan, a legend of legends.yaml."""
    if council is None or (part and () in part.faulty):
        return
    name = at(council.value, ("legend",))
    ids = [found for found in (legend.text("id") for legend in nodes(part, "legends")) if found]
    if name is None and plans:
        message = "There is a plan, but council.yaml names no legend."
        fix = f"Add legend, such as legend: {ids[0] if ids else 'common'}, with the id of a legend of legends.yaml."
        yield Problem(Code.LEGEND_MISSING, message, fix, council.where(()))
    elif isinstance(name, str) and name not in ids:
        message = f"There is no legend {excerpt(name)} in legends.yaml."
        yield Problem(Code.UNKNOWN_LEGEND, message, nearest(name, ids), council.where(("legend",)))


def _check_statuses(legend: Node) -> Iterator[Problem]:
    """Require statuses with ids of their own."""
    first_of: dict[str, Where] = {}
    for status in legend.nodes("statuses"):
        found = status.text("id")
        if found:
            yield from taken(found, status.where("id"), first_of)


def _check_conditions(legend: Node) -> Iterator[Problem]:
    """Require that a condition suggests one status only."""
    first_of: dict[str, tuple[str, Where]] = {}
    for status in legend.nodes("statuses"):
        name = status.text("id") or ""
        for condition, where in status.texts("suggested_for"):
            other, line = first_of.setdefault(condition, (name, where))
            if line is not where:
                message = f"{condition} already suggests {excerpt(other)}: {line}."
                yield Problem(Code.SUGGESTED_TWICE, message, "Let a condition suggest one status.", where)


def _check_stages(legend: Node) -> Iterator[Problem]:
    """Doubt a legend with a stage that no status covers: an action at that stage can have no status."""
    covered: set[str] = set()
    for status in legend.nodes("statuses"):
        if not status.whole("stages"):
            return
        covered |= {stage for stage, _ in status.texts("stages")}
    missing = [STAGE_WORDS[stage] for stage in STAGES if stage not in covered]
    if missing and legend.has("statuses"):
        message = f"No status covers {'the stage' if len(missing) == 1 else 'the stages'} {', '.join(missing)}."
        fix = "Add each to the stages of a status, or leave it so if no action is ever declared at it."
        yield warning(Code.UNCOVERED_STAGE, message, fix, legend.where("statuses"))
