"""How wide the columns of a table are: their shares, but never narrower than their longest word.

In: a Table and the width of the page. Out: a width for each column.
"""

import re
from collections.abc import Sequence
from typing import Final

from docx.shared import Emu, Pt

from kpi.reports.model import Cell, Table

LETTER, BOLD_LETTER = 6.3, 7.3
"""Points that a letter of 12 points needs on average, a little more than in Arial."""
EDGES, CHIP_EDGES = 12.0, 42.0
"""Points around the text of a cell, and around the word of a status: its shape, its letter and the spaces."""
SHORT: Final = 14
"""Texts of up to so many letters, such as 'at least 60%', stay on one line where there is room."""
LONGEST: Final = 22
"""Longer words are broken."""


def widths(table: Table, width: Emu) -> list[Emu]:
    """Share the width out by weight, then take from wide columns what narrow ones need for their words."""
    total = sum(column.weight for column in table.columns)
    shares = [width * column.weight / total for column in table.columns]
    needs: list[float] = [Pt(need) for need in needed(table, whole=SHORT)]
    if sum(needs) >= width:
        needs = [Pt(need) for need in needed(table)]
    if sum(needs) >= width:
        return shared(needs, width)
    for _ in table.columns:
        short = sum(max(need - share, 0) for need, share in zip(needs, shares, strict=True))
        spare = [max(share - need, 0) for need, share in zip(needs, shares, strict=True)]
        shares = [
            max(share, need) - short * rest / (sum(spare) or 1)
            for share, need, rest in zip(shares, needs, spare, strict=True)
        ]
    return [Emu(int(share)) for share in shares]


def needed(table: Table, whole: int = 0) -> list[float]:
    """Give the points that each column needs at least; texts of up to `whole` letters stay on one line."""
    heads = [_longest(column.heading) * BOLD_LETTER + EDGES for column in table.columns]
    cells = ([_need(cell, place == 0, whole) for place, cell in enumerate(row)] for row in table.rows)
    return [max(column) for column in zip(heads, *cells, strict=True)]


def shared(weights: Sequence[float], width: Emu) -> list[Emu]:
    """Share the width out by weight alone."""
    return [Emu(int(width * weight / sum(weights))) for weight in weights]


def _need(cell: Cell, heading: bool, whole: int) -> float:
    if cell.status:
        return min(len(cell.text), LONGEST) * BOLD_LETTER + CHIP_EDGES
    letters = len(cell.text) if len(cell.text) <= whole else _longest(cell.text)
    return letters * (BOLD_LETTER if heading else LETTER) + EDGES


def _longest(text: str) -> int:
    return min(max((len(word) for word in re.split(r"[\s\-]+", text)), default=0), LONGEST)
