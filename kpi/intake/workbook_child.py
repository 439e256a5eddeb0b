"""The child process that opens a workbook under limits; started by read_workbook.py, never imported by it.

In: the kind as argument, the workbook's bytes on standard input. Out: one JSON document on standard output.
"""

import datetime
import io
import json
import sys

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

MEMORY = 512 << 20
SECONDS = 10
MAX_SHEETS = 50
MAX_COLUMNS = 300
MAX_CELLS = 2_000_000


class RefusalError(Exception):
    """Carries the sentence with which the workbook is refused."""


def limit() -> None:
    """Allow this process little memory and time and no files; where the system cannot, the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def text(cell: object) -> str:
    """Write a cell as a person would type it: whole numbers without .0, dates as 2018-06-30."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    return str(cell)


def sheet(book: CalamineWorkbook, name: str, hidden: bool) -> dict[str, object]:
    """Read one worksheet into rows of text that start at A1."""
    table = book.get_sheet_by_name(name)
    height, width = (0, 0) if table.end is None else (table.end[0] + 1, table.end[1] + 1)
    if width > MAX_COLUMNS:
        raise RefusalError(f"Sheet '{name[:40]}' reaches {width:,} columns; at most {MAX_COLUMNS} are read.")
    if height * width > MAX_CELLS:
        raise RefusalError(f"Sheet '{name[:40]}' reaches row {height:,}, far more than a table of figures needs.")
    rows = [[text(cell) for cell in row] for row in table.to_python(skip_empty_area=False)] if height else []
    return {"name": name, "hidden": hidden, "rows": rows, "uncalculated": []}


def answer(kind: str, content: bytes) -> dict[str, object]:
    """Read the workbook: its sheets, or the refusal."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            about = book.sheets_metadata[:MAX_SHEETS]
            return {"sheets": [sheet(book, one.name, one.visible != SheetVisibleEnum.Visible) for one in about]}
    except PasswordError:
        return {"refusal": "password"}
    except RefusalError as refusal:
        return {"refusal": str(refusal)}


if __name__ == "__main__":
    limit()
    try:
        found = answer(sys.argv[1], sys.stdin.buffer.read())
    except (CalamineError, MemoryError, ValueError, OSError):
        sys.exit(1)
    json.dump(found, sys.stdout)
