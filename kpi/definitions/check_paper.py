"""What recipes of papers must agree with: the indicators and bodies they name, and themselves.

In: papers/*.yaml as far as they can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterable, Iterator

from kpi.definitions.codes import Code
from kpi.definitions.faults import at, nearest
from kpi.definitions.files import Part
from kpi.definitions.known import World
from kpi.definitions.node import Node, ids_of_their_own, root, taken
from kpi.definitions.panel import PanelFile
from kpi.definitions.paper import Paper
from kpi.problem import Problem, Where, excerpt


def check_papers(parts: Iterable[Part[Paper]], panel: Part[PanelFile] | None, world: World) -> Iterator[Problem]:
    """Run every rule over the recipes of papers."""
    first_of: dict[str, Where] = {}
    bodies = _bodies(panel)
    for part in parts:
        top = root(part)
        if top is None:
            continue
        found = top.text("id")
        if found:
            yield from taken(found, top.where("id"), first_of)
        yield from ids_of_their_own(top, "sections")
        yield from _check_body(top, bodies)
        yield from _check_indicators(top, world)
        yield from _check_exempt(top)


def _bodies(panel: Part[PanelFile] | None) -> list[str] | None:
    """Name the bodies that may be named; None where they cannot be told."""
    if panel is None:
        return []
    top = root(panel)
    return [name for one in top.nodes("bodies") if (name := one.text("id"))] if top else None


def _check_body(top: Node, bodies: list[str] | None) -> Iterator[Problem]:
    body = top.text("body")
    if body and bodies is not None and body not in bodies:
        message = f"There is no body {excerpt(body)}."
        yield Problem(Code.UNKNOWN_BODY, message, nearest(body, bodies), top.where("body"))


def _check_indicators(top: Node, world: World) -> Iterator[Problem]:
    """Require that every indicator named is there."""
    named = [*top.texts("indicators")]
    for filling in (one for section in top.nodes("sections") for one in section.nodes("parts")):
        named += filling.texts("indicators")
        for one in filling.nodes("comparisons"):
            found = one.text("indicator")
            named += [(found, one.where("indicator"))] if found else []
    for text, where in named:
        if world.indicators is not None and text not in world.indicators:
            message = f"There is no indicator {excerpt(text)}."
            yield Problem(Code.UNKNOWN_INDICATOR, message, nearest(text, list(world.indicators)), where)


def _check_exempt(top: Node) -> Iterator[Problem]:
    """Require, of a paper with a section that is not for publication, the reason."""
    exempt = [one for one in top.nodes("sections") if at(one.value, ("exempt",)) is True]
    if exempt and not top.has("exempt_reason"):
        message = f"The section {excerpt(exempt[0].text('id'))} is exempt, and the paper does not say why."
        fix = "Add exempt_reason, such as the paragraph of Schedule 12A that applies."
        yield Problem(Code.EXEMPT_WITHOUT_REASON, message, fix, exempt[0].where("exempt"))
