"""Reads a workbook's cells as the texts a person would type.

In: the kind of workbook and its bytes. Out: plain lists and dictionaries for JSON: sheets, or the reason for a refusal.
"""

import datetime
import io
import struct
import zipfile
from collections.abc import Sequence
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from kpi.workbook import ods, xls, xlsx
from kpi.workbook.places import Marks, Place, RefusalError, address, check_reach

MAX_SHEETS = 50
MAX_CELL = 10_000
MAX_TEXT = 64_000_000
MAX_UNCALCULATED = 1_000
MAX_MERGED = 10_000

Answer = dict[str, object]
_DAMAGED = (CalamineError, ExpatError, zipfile.BadZipFile, struct.error, MemoryError, LookupError, ValueError, OSError)


def read(kind: str, content: bytes) -> Answer | None:
    """Read an `xlsx`, `xls` or `ods`: {"sheets": [...]}, {"refusal": sentence or "password"}, or None when damaged.

    A sheet has name, hidden, rows (texts from A1 on, all of one length), uncalculated (rows and columns from 0),
    merged (first row and column, last row and column of each block) and comments (row, column, text).
    """
    try:
        marked = _marks(kind, content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            tables = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet][:MAX_SHEETS]
            shown = SheetVisibleEnum.Visible
            return {"sheets": [_sheet(book, one.name, one.visible != shown, marked) for one in tables]}
    except PasswordError:
        return {"refusal": "password"}
    except RefusalError as refusal:
        return {"refusal": str(refusal)}
    except _DAMAGED:
        return None


def _marks(kind: str, content: bytes) -> dict[str, Marks]:
    """Read what calamine does not tell."""
    if kind == "xls":
        return xls.marks(content)
    readers = {"xlsx": xlsx.marks, "ods": ods.marks}
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return readers[kind](container)


def _sheet(book: CalamineWorkbook, name: str, hidden: bool, marked: dict[str, Marks]) -> Answer:
    table = book.get_sheet_by_name(name)
    if table.end is not None:
        check_reach(table.end[0] + 1, table.end[1] + 1)
    cells = table.to_python(skip_empty_area=False) if table.end is not None else []
    marks = marked.get(name, Marks())
    rows = [[text(cell) for cell in row] for row in cells]
    for place in marks.percent | marks.month:
        _show(cells, rows, place, place in marks.percent)
    for (row, column), error in marks.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    _check_lengths(rows)
    merged = [*marks.merged, *((*first, *last) for first, last in table.merged_cell_ranges or ())][:MAX_MERGED]
    answer: Answer = {"name": name, "hidden": hidden, "rows": rows, "merged": merged}
    told = [[row, column, words] for (row, column), words in marks.comments.items()]
    return answer | {"uncalculated": marks.uncalculated[:MAX_UNCALCULATED], "comments": told}


def _show(cells: Sequence[Sequence[object]], rows: list[list[str]], place: Place, percentage: bool) -> None:
    """Write a marked cell as the workbook shows it."""
    row, column = place
    if row >= len(cells) or column >= len(cells[row]):
        return
    cell = cells[row][column]
    if percentage and isinstance(cell, int | float):
        rows[row][column] = percent(cell)
    elif isinstance(cell, datetime.date):
        rows[row][column] = f"{cell:%B %Y}"


def text(cell: object) -> str:
    """Write a cell as a person would type it: whole numbers without .0, dates as 2018-06-30."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    return str(cell)


def percent(value: float) -> str:
    """Write a fraction as the percentage that is shown for it: 0.525 is 52.5%."""
    return f"{100 * value:.15g}%"


def _check_lengths(rows: list[list[str]]) -> None:
    """Refuse a cell, or a sheet, with more text than any table of figures."""
    total = 0
    for place, row in enumerate(rows):
        total += sum(map(len, row))
        if total > MAX_TEXT:
            raise RefusalError(f"The workbook holds more than {MAX_TEXT // 1_000_000} MB of text.")
        longest = max(map(len, row), default=0)
        if longest > MAX_CELL:
            column = next(column for column, cell in enumerate(row) if len(cell) > MAX_CELL)
            raise RefusalError(f"Cell {address(place, column)} is longer than {MAX_CELL:,} characters.")
