"""How wide the columns of a table are on the page: no word is cut, and room goes where text would take many lines.

In: a Table. Out: points for each column, together the width of the page's text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kpi.charts.sheet import width
from kpi.reports.model import Block, Cell, Table

UPRIGHT: Final = 481.0
ACROSS: Final = 728.0
"""Points between the margins of a page of A4, upright and turned."""
INSET: Final = 5.0
"""Points on each side of a cell's text."""
LETTERS: Final = 12.0
CHIP: Final = 36.0
"""Points that shape, letter and spaces of a chip take before its words."""
WHOLE: Final = 62.0
"""The words of a chip stay on one line up to this width."""
MOST: Final = 0.42
"""The share of an upright page that one word may ask for."""


LOOSE: Final = 60.0
"""What a column is given at most beyond its widest text, so that the cells of a small table stay together."""
STEP: Final = 12.0
SMOOTH: Final = 6
"""How nearly a row is taken to be as high as its highest cell."""
Floats = NDArray[np.float64]


def headings(table: Table) -> tuple[str, ...]:
    """Give the headings of a table's columns."""
    return tuple(column.heading for column in table.columns)


def alike(blocks: Sequence[Block], page: float) -> dict[tuple[str, ...], list[float]]:
    """Give the widths of columns by their headings: tables with the same headings stand in line with each other."""
    found: dict[tuple[str, ...], list[Table]] = {}
    for table in (block for block in blocks if isinstance(block, Table)):
        found.setdefault(headings(table), []).append(table)
    return {
        heads: widths(replace(same[0], rows=tuple(row for table in same for row in table.rows)), page)
        for heads, same in found.items()
    }


def widths(table: Table, page: float = UPRIGHT) -> list[float]:
    """Share the page out: what each column needs, room where it saves lines, the rest by weight."""
    texts = _naturals(table)
    needs = _needs(table)
    if needs.sum() >= page:
        return [float(need) for need in needs * page / needs.sum()]
    given = _topped(texts.max(axis=0), needs, _filled(texts, needs, page), page)
    weights = np.array([max(column.weight, 0.1) for column in table.columns])
    wants = texts.max(axis=0)
    wanting = weights * (given < wants)
    share = wanting if wanting.any() else weights
    shared = given + (page - given.sum()) * share / share.sum()
    return [float(wide) for wide in np.minimum(shared, np.maximum(given, wants) + LOOSE)]


def _filled(texts: Floats, needs: Floats, page: float) -> Floats:
    """Give room step by step to the column where it saves the most; nothing more once every text is on one line."""
    given = needs
    while page - given.sum() >= STEP:
        height = _height(texts, given)
        gains = [height - _height(texts, _wider(given, place)) for place in range(len(given))]
        best = int(np.argmax(gains))
        if gains[best] <= 0:
            break
        given = _wider(given, best)
    return given


def _topped(wants: Floats, needs: Floats, given: Floats, page: float) -> Floats:
    """Give columns that lack less than a step to stand on one line what they lack, out of the one that lacks most."""
    lacking = np.where(wants - given < STEP, np.maximum(wants - given, 0.0), 0.0)
    over, most = max(given.sum() + lacking.sum() - page, 0.0), int(np.argmax(wants - given))
    if lacking[most] or given[most] - over < needs[most]:
        return given
    topped = given + lacking
    topped[most] -= over
    return topped


def _wider(given: Floats, place: int) -> Floats:
    wider = given.copy()
    wider[place] += STEP
    return wider


def _height(texts: Floats, given: Floats) -> float:
    """Give about the height of all rows, smooth enough to tell where only two columns together would save a line."""
    lines = np.maximum(texts / given, 1.0)
    return float(((lines**SMOOTH).sum(axis=1) ** (1 / SMOOTH)).sum())


def _naturals(table: Table) -> Floats:
    """Give the width at which each text would stand on one line, headings first."""
    heads = [width(column.heading, LETTERS, True) + 2 * INSET for column in table.columns]
    return np.array([heads, *([_natural(cell) for cell in row] for row in table.rows)])


def _needs(table: Table) -> Floats:
    """Give the least width of each column: its longest word, a chip with its words."""
    heads = [_longest(column.heading, bold=True) + 2 * INSET for column in table.columns]
    cells = [[_need(cell) for cell in row] for row in table.rows]
    return np.asarray(np.max([heads, *cells], axis=0), dtype=np.float64)


def _need(cell: Cell) -> float:
    natural = _natural(cell)
    if cell.status and natural <= WHOLE + CHIP:
        return natural
    return min(_longest(cell.text), MOST * UPRIGHT) + 2 * INSET + (CHIP if cell.status else 0)


def _natural(cell: Cell) -> float:
    lines = cell.text.split("\n")
    return max(width(line, LETTERS) for line in lines) + 2 * INSET + (CHIP if cell.status else 0)


def _longest(text: str, *, bold: bool = False) -> float:
    return max((width(word, LETTERS, bold) for word in re.split(r"[\s\u200b]+|(?<=-)", text)), default=0.0)
