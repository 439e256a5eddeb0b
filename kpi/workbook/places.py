"""Places in a sheet, how far a table may reach, and the marks that some cells carry.

In: addresses such as B12. Out: rows and columns from 0, or the sentence with which a workbook is refused.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

MAX_COLUMNS = 300
MAX_CELLS = 1_000_000

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""
Given = dict[str, str]
"""An XML element's attributes."""
Start = Callable[[expat.XMLParserType, str, Given], None]


class RefusalError(Exception):
    """Carries the sentence with which a workbook is refused."""


@dataclass(frozen=True)
class Marks:
    """What calamine does not tell of a sheet's cells: shown as percent or month, errors, formulas without a result.

    `merged` holds the first row and column, last row and column of blocks that show one text, of an .ods only;
    `comments` what people wrote on cells, '' where their words cannot be read.
    """

    percent: set[Place] = field(default_factory=set)
    month: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncalculated: list[Place] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    comments: dict[Place, str] = field(default_factory=dict)


def address(row: int, column: int) -> str:
    """Name a cell as the spreadsheet does: 0, 0 is A1."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def place_of(name: str) -> Place:
    """Read a cell's address, `XFD1048576` at most. Raises ValueError."""
    found = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", name)
    if not found:
        raise ValueError(name)
    column = 0
    for character in found[1]:
        column = column * 26 + ord(character) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def check_reach(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches further than a table of figures. Raises RefusalError."""
    far = address(rows - 1, columns - 1)
    if columns > MAX_COLUMNS:
        raise RefusalError(f"The workbook reaches to cell {far}; at most {MAX_COLUMNS} columns are read.")
    if rows * columns > MAX_CELLS:
        raise RefusalError(f"The workbook reaches to cell {far}, far beyond a table of figures.")


def parse(part: IO[bytes], start: Start, end: Callable[[str], None] | None = None) -> None:
    """Run through an XML part, calling `start` with the parser, an element's name and its attributes, and `end`.

    Names come without prefixes, attributes as written. `start` may set the parser's CharacterDataHandler.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    local = _Local()
    parser.StartElementHandler = lambda name, given: start(parser, local[name], given)
    if end is not None:
        parser.EndElementHandler = lambda name: end(local[name])
    parser.ParseFile(part)


class _Local(dict[str, str]):
    """Names without their prefixes, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]
