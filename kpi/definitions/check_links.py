"""What indicators say of one another must hold: the counts they are made of, the DfE's figures of the same name.

In: all indicators as far as they can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterator

from kpi.definitions.check_expectation import check_indicator
from kpi.definitions.codes import Code
from kpi.definitions.draft import Draft
from kpi.definitions.known import World
from kpi.problem import Problem, excerpt


def check_links(world: World) -> Iterator[Problem]:
    """Run every rule over what each indicator says of others; none where not every indicator can be read."""
    for draft in (world.indicators or {}).values():
        if draft.sound("made_of"):
            yield from _check_parts(draft, world)
        if draft.sound("published_as") and draft.indicator.published_as:
            yield from _check_other(draft, draft.indicator.published_as, world, "published_as")


def _check_parts(draft: Draft, world: World) -> Iterator[Problem]:
    """Require counts, of a count."""
    for place, name in enumerate(draft.indicator.made_of):
        yield from _check_other(draft, name, world, "made_of", place)
        part = (world.indicators or {}).get(name)
        for one in (draft, part) if part else ():
            if one.sound("unit") and one.indicator.unit != "count":
                message = f"Only counts add up, and the unit of {excerpt(one.indicator.id)} is {one.indicator.unit}."
                yield Problem(Code.LINKED_WRONGLY, message, "Delete it from made_of.", draft.where("made_of", place))


def _check_other(draft: Draft, name: str, world: World, *steps: str | int) -> Iterator[Problem]:
    """Require another indicator of the pack."""
    where = draft.where(*steps)
    yield from check_indicator(name, where, world)
    if name == draft.indicator.id:
        message = f"{excerpt(name)} is named by itself."
        yield Problem(Code.LINKED_WRONGLY, message, "Name another indicator, or delete the line.", where)
