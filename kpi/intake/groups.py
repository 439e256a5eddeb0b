"""Reads each distinct text once for each kind of row that it stands in.

In: a Column of text and a group for each row (a unit, or a frequency with its calendar). Out: one meaning a row.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kpi.intake.sheet import Codes, Column, Places


def by_group(column: Column, groups: NDArray[np.integer]) -> Iterator[tuple[int, Places, Column]]:
    """Give for each group its rows and, as a Column with as many rows, the distinct texts that occur in them."""
    for group in np.flatnonzero(np.bincount(groups)).tolist() if len(groups) else []:
        rows = np.flatnonzero(groups == group)
        yield group, rows, compact(column.take(rows))


def compact(column: Column) -> Column:
    """Drop the texts that no row uses."""
    used = np.zeros(len(column.texts), dtype=bool)
    used[column.codes] = True
    if used.all():
        return column
    place: Codes = (np.cumsum(used) - 1).astype(np.int32)
    return Column(place[column.codes], column.texts.filter(used))
