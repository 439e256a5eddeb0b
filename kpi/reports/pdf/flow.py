"""How the parts of a section stand to their neighbours on the page: what stays together, what starts a page.

In: the blocks of a section. Out: for each block whether it is held, inward or apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kpi.reports.model import Block, Bullets, KeyFigures, Paragraph, Picture, Subheading, Table

WIDE_TABLE: Final = 6
"""An appendix with a table of so many columns stands on turned pages."""
LEADING: Final = 450
"""A paragraph of so many letters may stay with the table or chart after it."""


@dataclass(frozen=True, slots=True)
class Stands:
    """`held`: stays on the page of what follows. `inward`: under the words of a numbered paragraph. `apart`: on top."""

    held: bool
    inward: bool
    apart: bool


def regular(blocks: Sequence[Block]) -> list[Block]:
    """Leave out headings that say nothing, and let none skip a level: a reader would look for what is missing."""
    found: list[Block] = []
    level = 1
    for block in blocks:
        if isinstance(block, Subheading):
            level = min(max(block.level, 2), level + 1)
            if block.text.strip():
                found.append(replace(block, level=level))
        else:
            found.append(block)
    return found


def is_wide(blocks: Sequence[Block]) -> bool:
    """Tell whether some table needs a turned page."""
    return any(isinstance(block, Table) and len(block.columns) >= WIDE_TABLE for block in blocks)


def flow(blocks: Sequence[Block], *, one_a_page: bool) -> list[Stands]:
    """Say how each block stands; with `one_a_page` every chart with its table starts a page."""
    apart = _starts(blocks) if one_a_page else set()
    inward = list(_inward(blocks))
    return [Stands(held, inward[place], place in apart) for place, held in enumerate(_held(blocks))]


def _held(blocks: Sequence[Block]) -> list[bool]:
    """Say which short paragraphs lead to a table or a chart, or open a section that goes on with a heading."""
    held: list[bool] = []
    for block, after in zip(reversed(blocks), [None, *reversed(blocks)], strict=False):
        leads = isinstance(after, Table | Picture | KeyFigures) or (isinstance(after, Paragraph) and held[-1])
        held.append(_is_short(block) and leads)
    opens = bool(blocks[1:]) and _is_short(blocks[0]) and isinstance(blocks[1], Subheading)
    return [opens or held[-1], *held[-2::-1]] if held else []


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= LEADING


def _inward(blocks: Sequence[Block]) -> Iterator[bool]:
    """Say which points belong to a numbered paragraph."""
    numbered = False
    for block in blocks:
        if isinstance(block, Paragraph):
            numbered = bool(block.number)
        elif not isinstance(block, Bullets):
            numbered = False
        yield numbered and isinstance(block, Bullets)


def _starts(blocks: Sequence[Block]) -> set[int]:
    """Give the subheadings under which there are both a chart and a table, the first aside."""
    heads = [place for place, block in enumerate(blocks) if isinstance(block, Subheading) and block.level == 2]
    ends = [*heads[1:], len(blocks)]
    return {head for head, end in zip(heads[1:], ends[1:], strict=True) if _is_page(blocks[head:end])}


def _is_page(blocks: Sequence[Block]) -> bool:
    return {Picture, Table} <= {type(block) for block in blocks}
