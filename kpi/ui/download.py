"""Files that people take away: CSV that a spreadsheet opens without running anything.

In: headings and rows of text. Out: bytes in UTF-8 with a byte order mark, so that £ survives.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_LIVE = re.compile(r"^\s*[=+\-@\t\r]")
_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table as CSV; a cell that a spreadsheet would run as a formula is made text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def harmless(cell: object) -> str:
    """Give a cell's text, with an apostrophe before what would be a formula; negative numbers stay numbers."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if _LIVE.match(text) and not _NUMBER.match(text) else text


def file_name(*parts: str) -> str:
    """Name a file from words: lower case, hyphens, nothing else."""
    return "-".join(filter(None, (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts))) + ".csv"
