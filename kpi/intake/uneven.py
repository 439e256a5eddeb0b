"""Finds rows that do not have the cells that the header names.

In: a sheet, its header, and the rows of its table. Out: Problems that say what happened to a row.
"""

import numpy as np

from kpi.intake.header import Header
from kpi.intake.sheet import Places, Sheet
from kpi.problem import Problem

MOST_UNEVEN = 1_000


def uneven(sheet: Sheet, header: Header, body: Places | None = None) -> list[Problem]:
    """Find rows with fewer cells than the header has names, or with text beyond its last name.

    `body` are the rows of the table; all below the header when left out.
    """
    named = max(place for place, text in enumerate(header.texts) if text) + 1
    beyond = np.zeros(len(sheet), dtype=bool)
    for column in sheet.columns[named:]:
        beyond |= column.filled_cells()
    rows = np.flatnonzero(beyond | (sheet.counts < named))
    rows = rows[rows > header.row] if body is None else np.intersect1d(rows, body)
    found = [_uneven_row(sheet, row, named) for row in rows[:MOST_UNEVEN].tolist()]
    if len(rows) > MOST_UNEVEN:
        message = f"{len(rows) - MOST_UNEVEN:,} more rows like this from here on."
        found.append(Problem("uneven-row", message, "", sheet.where(int(rows[MOST_UNEVEN]))))
    return found


def _uneven_row(sheet: Sheet, row: int, named: int) -> Problem:
    cells = sheet.cells(row)
    message = f"The row has {int(sheet.counts[row])} cells; the header has {named}."
    fix = "Put quotation marks around a number or a note with a comma in it, or delete what stands too far right."
    if int(sheet.counts[row]) < named:
        fix = "Write every separator, also before empty cells."
    if any("\n" in cell for cell in cells):
        fix = "Look for a quotation mark that is opened and never closed."
    return Problem("uneven-row", message, fix, sheet.where(row))
