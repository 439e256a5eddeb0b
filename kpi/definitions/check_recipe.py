"""What recipes must agree with: the indicators and areas they name, and a file name of their own.

In: recipes/*.yaml as far as they can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterable, Iterator

from kpi.definitions.codes import Code
from kpi.definitions.faults import nearest
from kpi.definitions.files import Part
from kpi.definitions.known import Known, World
from kpi.definitions.node import Node, root, taken
from kpi.definitions.recipe import IGNORE, ROLES, Recipe
from kpi.period import PeriodError, read
from kpi.problem import Problem, Where, excerpt

WHOLE = "all"


def check_recipes(parts: Iterable[Part[Recipe]], world: World, known: Known) -> Iterator[Problem]:
    """Run every rule over the recipes."""
    first_of: dict[str, Where] = {}
    for part in parts:
        top = root(part)
        if top is None:
            continue
        found = top.text("id")
        if found:
            yield from taken(found, top.where("id"), first_of)
        yield from _check_columns(top, world)
        yield from _check_indicators(top, world)
        yield from _check_areas(top, known)


def _texts(top: Node, key: str) -> Iterator[tuple[str, str, Where]]:
    """Give the sound texts of a list of keys, with their places."""
    group = top.node(key)
    if group is None or not isinstance(group.value, dict):
        return
    for name in group.value:
        text = group.text(name)
        if text:
            yield name, text, group.where(name)


def _check_columns(top: Node, world: World) -> Iterator[Problem]:
    """Require of every column a role, a period, an indicator, or that it is ignored."""
    for name, text, where in _texts(top, "columns"):
        if text in (*ROLES, IGNORE) or world.indicators is None or text in world.indicators or _is_period(text):
            continue
        message = f"Column {excerpt(name)} is said to be {excerpt(text)}, which is no role, period or indicator."
        yield Problem(Code.RECIPE_COLUMN, message, nearest(text, [*ROLES, IGNORE, *world.indicators]), where)


def _check_indicators(top: Node, world: World) -> Iterator[Problem]:
    """Require that the indicators named are there."""
    named = [(text, where) for _, text, where in _texts(top, "indicators")]
    named += [(text, where) for role, text, where in _texts(top, "fixed") if role == "indicator_id"]
    for text, where in named:
        if world.indicators is not None and text not in world.indicators:
            message = f"There is no indicator {excerpt(text)}."
            yield Problem(Code.UNKNOWN_INDICATOR, message, nearest(text, list(world.indicators)), where)


def _check_areas(top: Node, known: Known) -> Iterator[Problem]:
    """Require that the areas named are there."""
    named = [(text, where) for _, text, where in _texts(top, "areas")]
    named += [(text, where) for role, text, where in _texts(top, "fixed") if role == "area"]
    for text, where in named:
        if known.areas is not None and text not in (WHOLE, *known.areas):
            message = f"There is no area {excerpt(text)}."
            yield Problem(Code.UNKNOWN_AREA, message, nearest(text, [WHOLE, *known.areas]), where)


def _is_period(text: str) -> bool:
    try:
        read(text)
    except PeriodError as error:
        return bool(error.question) and any(character.isdigit() for character in text)
    return True
