"""What there is to choose from where a person corrects how a sheet is read: its sheets, rows and columns.

In: the sheets of a file and the header that was found, if any. Out: an Outline in texts, short enough for a screen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi.definitions.recipe import IGNORE, Recipe
from kpi.intake.find import LOOK_FOR_HEADER, find_header
from kpi.intake.header import Header, Naming, read_header
from kpi.intake.sheet import Sheet

CELLS = 6
"""Cells of a row that are shown to know it by."""
LONGEST = 400
"""Characters of a name that a recipe can hold."""
LENGTH = 24
"""Characters that are shown of each."""
HELPER = "helper"
"""A column that is there for people and is not read."""


@dataclass(frozen=True, slots=True)
class Named:
    """A column by the name it bears; `role` is a role, helper, ignore, or what its figures are of; '' asks."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A sheet as a person corrects it. `rows` are those that a header could be in, counted from 1, with their texts.

    `header_row` is the lower row of the header, None where none was found; `unsure` gives the roles that several
    columns could have, with the names of those columns.
    """

    sheets: tuple[str, ...] = ()
    sheet: str = ""
    rows: tuple[tuple[int, str], ...] = ()
    header_row: int | None = None
    header_rows: int = 1
    columns: tuple[Named, ...] = ()
    unsure: tuple[tuple[str, tuple[str, ...]], ...] = ()


NOTHING_FOUND = Outline()


def outline(sheets: Sequence[Sheet], sheet: Sheet, recipe: Recipe | None) -> Outline:
    """Say what can be chosen of a sheet; a row that is told to be the header has columns even where they say little."""
    header = find_header(sheet, recipe) or _told(sheet, recipe)
    titles = tuple(one.title for one in sheets if one.title)
    rows = tuple(_rows(sheet))
    if header is None:
        return Outline(titles, sheet.title or "", rows)
    return Outline(
        titles,
        sheet.title or "",
        rows,
        header.row + 1,
        1 if header.top is None else 2,
        tuple({one.text: one for one in _columns(header)}.values()),
        tuple((role, tuple(_line(header.texts[place]) for place in places)) for role, places in header.unsure),
    )


def _told(sheet: Sheet, recipe: Recipe | None) -> Header | None:
    row = (recipe.header_row if recipe else None) or 0
    return read_header(sheet.cells(row - 1), row - 1, Naming.of(recipe)) if 0 < row <= len(sheet) else None


def _rows(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Give the first rows in which two cells or more are filled."""
    for row in range(min(len(sheet), LOOK_FOR_HEADER)):
        filled = [text for text in sheet.cells(row) if text]
        if len(filled) > 1:
            shown = (text if len(text) <= LENGTH else f"{text[: LENGTH - 1]}…" for text in filled[:CELLS])
            yield row + 1, ", ".join(shown) + (", …" if len(filled) > CELLS else "")


def _columns(header: Header) -> Iterator[Named]:
    """Name every column that bears a name, with what it is taken for."""
    role_of = {place: role for role, place in header.roles.items()}
    role_of |= {one.place: one.text for one in header.across}
    role_of |= dict.fromkeys(header.ignored, IGNORE)
    role_of |= {place: "" for _, places in header.unsure for place in places}
    for place, text in enumerate(header.texts):
        if text and len(text) <= LONGEST:
            yield Named(_line(text), role_of.get(place, HELPER))


def _line(text: str) -> str:
    """Write a name in one line; names are compared without their spaces."""
    return " ".join(text.split())
