"""Finds the header of a table of figures, wherever it stands in the sheet.

In: a sheet, and what a recipe says. Out: the Header of one or two rows, or None. A row alone is taken only where the
rows beside it do not say more; of two readings that differ neither is taken without a word.
"""

from kpi.definitions.recipe import Recipe
from kpi.intake.header import PLAIN, Header, Naming, read_header
from kpi.intake.sheet import Sheet, letter
from kpi.intake.stacked import continues, readable, stacked
from kpi.problem import Problem

LOOK_FOR_HEADER = 30


def find_header(sheet: Sheet, recipe: Recipe | None = None) -> Header | None:
    """Find the first header of the long or the wide form among the first thirty rows, or where a recipe says it is."""
    naming = PLAIN if recipe is None else Naming.of(recipe)
    if recipe is not None and recipe.header_row is not None:
        return _told(sheet, recipe, naming)
    for row in range(min(len(sheet), LOOK_FOR_HEADER)):
        header = _at(sheet, row, naming)
        if header is not None:
            return header
    return None


def column_name(sheet: Sheet, place: int) -> str:
    """Name a column by its header, or by its letter where no header is known."""
    header = find_header(sheet)
    return (header.texts[place] if header else "") or letter(place)


def text_above(sheet: Sheet, header: Header) -> list[int]:
    """Give the rows above a header in which something stands."""
    rows = range(header.first_row)
    return [row for row in rows if any(sheet.cells(row)) and not sheet.cells(row)[0].startswith("sep=")]


def above(sheet: Sheet, header: Header) -> list[Problem]:
    """Refuse text above the header."""
    if not text_above(sheet, header):
        return []
    message = f"The header is in row {header.row + 1}, below other text."
    fix = f"Delete {rows_to(header.row)}, so that the header is first."
    return [Problem("header-not-first", message, fix, sheet.where(header.row))]


def rows_to(count: int) -> str:
    """Name the first rows of a sheet."""
    return "row 1" if count == 1 else f"rows 1 to {count}"


def _told(sheet: Sheet, recipe: Recipe, naming: Naming) -> Header | None:
    """Read the header where a recipe says it stands."""
    row = (recipe.header_row or 1) - 1
    if row >= len(sheet):
        return None
    header = stacked(sheet, row - 1, naming) if recipe.header_rows == 2 and row else None
    header = header or read_header(sheet.cells(row), row, naming)
    return header if header.long or header.wide else None


def _at(sheet: Sheet, row: int, naming: Naming) -> Header | None:
    """Read the header that begins, or ends, in a row."""
    alone = read_header(sheet.cells(row), row, naming)
    if "indicator_id" in alone.known and row + 1 < len(sheet) and continues(sheet, alone, row + 1, naming):
        below = stacked(sheet, row, naming)
        if below is not None:
            return below
    usable = alone.long or alone.wide
    if usable and all(one.role != "period" or readable(one.text) for one in alone.across):
        return alone
    upper = stacked(sheet, row - 1, naming) if row and "indicator_id" in alone.known else None
    return upper or (alone if usable else None)
