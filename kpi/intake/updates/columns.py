"""The columns of a tracker spreadsheet, and how one is told from a sheet of figures.

In: a sheet, or a file. Out: the Header with the place of each column that is known, or None.
"""

from typing import Final

from kpi.intake.find import LOOK_FOR_HEADER, find_header
from kpi.intake.header import Header, bare, read_header
from kpi.intake.read import read_sheets
from kpi.intake.read_text import HEAD_BYTES
from kpi.intake.sheet import Sheet
from kpi.problem import ProblemError

SAYING: Final = ("stage", "status", "percent", "commentary", "new_due", "reason", "milestones")
"""Columns in which a person says something of an action."""
NAMING: Final = ("plan_year", "quarter", "ref")
"""Columns that say which action and quarter a row is about."""
READ: Final = (*NAMING, "due", *SAYING, "revision", "state")
"""Columns that are read; `due` only to notice that it was changed where `new_due` was meant."""
HELPERS: Final = ("service_area", "priority", "action", "lead", "original_due")
"""Columns that the template writes for people; ignored when they come back."""
COLUMNS: Final = (
    *NAMING,
    "service_area",
    "action",
    "lead",
    "original_due",
    "due",
    *SAYING,
    "revision",
    "state",
)
"""The template's columns, in order."""
TELLING: Final = ("stage", "status", "commentary")
"""Beside `ref` one of these makes a sheet a tracker."""

_COLUMN_OF = {bare(column): column for column in READ}
_HELPERS = frozenset(bare(helper) for helper in HELPERS)


def looks_like_updates(texts: list[str]) -> bool:
    """Tell whether a row is a tracker's header: `ref` and stage, status or commentary, and no indicator."""
    known = {_COLUMN_OF.get(bare(text)) for text in texts}
    figures = read_header(texts, 0)
    return "ref" in known and bool(known & set(TELLING)) and "indicator_id" not in figures.roles


def is_updates(name: str, content: bytes) -> bool:
    """Tell whether a file holds a tracker and no figures; False for one that cannot be read, which `load` then says.

    Of a long text file the beginning is enough.
    """
    for part in dict.fromkeys((_beginning(content), content)):
        try:
            sheets = read_sheets(name, part)
        except ProblemError:
            continue
        shown = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
        return any(map(find_tracker, shown)) and not any(map(find_header, shown))
    return False


def _beginning(content: bytes) -> bytes:
    """Give the first lines of a text file; a workbook is needed whole."""
    if len(content) <= HEAD_BYTES or content.startswith((b"PK", b"\xd0\xcf")):
        return content
    wide = content.startswith(b"\xff\xfe")
    return content[: content.rfind(b"\n", 0, HEAD_BYTES) + 1 + wide]


def find_tracker(sheet: Sheet) -> Header | None:
    """Find the first row, among the first thirty, that is a tracker's header."""
    for row in range(min(len(sheet), LOOK_FOR_HEADER)):
        texts = sheet.cells(row)
        if looks_like_updates(texts):
            return header_at(texts, row)
    return None


def header_at(texts: list[str], row: int) -> Header:
    """Say which column is where, were this row a tracker's header."""
    places: dict[str, int] = {}
    ignored: list[int] = []
    for place, text in enumerate(texts):
        column = _COLUMN_OF.get(bare(text))
        if column is not None:
            places.setdefault(column, place)
        elif text and bare(text) not in _HELPERS:
            ignored.append(place)
    return Header(row, tuple(texts), places, (), tuple(ignored))
