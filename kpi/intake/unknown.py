"""Names and signs of a file that nobody knows: what a person is asked, so that the answer can be kept as a recipe.

In: the figures as read. Out: distinct texts, each with the key of a recipe under which its meaning would stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from kpi.intake.figures import Figures
from kpi.intake.header import NUMBER_ROLES
from kpi.intake.sheet import Column

MOST: Final = 20
"""Texts of one kind that are asked about; the rest come after these."""
LONGEST_SIGN: Final = 8
"""Characters of a cell that may be a sign in place of a figure."""
LONGEST_NAME: Final = 400
Kind = Literal["indicators", "areas", "symbols"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A text nobody knows: the name of an indicator or an area, or a sign in place of a figure."""

    kind: Kind
    text: str


def unknown(figures: Figures) -> tuple[Unknown, ...]:
    """List the distinct texts that are not known, in the order of their rows, a few of each kind."""
    columns = figures.cells.columns
    found = [
        *_of("indicators", columns["indicator_id"], figures.indicators < 0),
        *_of("areas", columns["area"], figures.areas < 0),
        *(one for role in NUMBER_ROLES for one in _of("symbols", columns[role], figures.numbers[role].faults >= 0)),
    ]
    return tuple(dict.fromkeys(found))


def _of(kind: Kind, column: Column, marked: NDArray[np.bool_]) -> Iterator[Unknown]:
    codes, first = np.unique(column.codes[marked], return_index=True)
    texts = (str(column.texts[int(code)].as_py()) for code in codes[np.argsort(first)])
    for _, text in zip(range(MOST), (text for text in texts if _can_be_told(kind, text)), strict=False):
        yield Unknown(kind, " ".join(text.split()))


def _can_be_told(kind: Kind, text: str) -> bool:
    if kind == "symbols":
        return 0 < len(text) <= LONGEST_SIGN and not any(one.isdigit() for one in text)
    return 0 < len(text) <= LONGEST_NAME
