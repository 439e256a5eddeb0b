"""Read a text file: CSV with commas, semicolons or tabs, in any encoding a council's Excel writes.

In: bytes. Out: a Sheet of text, one row a record, so that a quoted line break or a blank line keeps the row numbers.
"""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from kpi.intake.sheet import Column, Counts, Sheet
from kpi.problem import Problem, ProblemError, Where

MAX_COLUMNS = 300
MAX_CELL = 10_000
MAX_UNEVEN_ROWS = 10_000
HEAD_BYTES = 262_144
HEAD_ROWS = 30
BLOCK_BYTES = 1 << 20

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c"))
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?$')


def read_text(file: str, content: bytes) -> Sheet:
    """Read a CSV file whole.

    `file` is the name to show. ProblemError: nothing in it, not text, too many columns, a cell too long.
    """
    body = to_utf8(file, content)
    first_line = body[: _end_of_line(body)].decode(errors="replace")
    told = _SEPARATOR_LINE.match(first_line)
    separator = told[1] if told else _separator(body)
    return _grid(file, body, separator)


def to_utf8(file: str, content: bytes) -> bytes:
    """Give the text as UTF-8: told by its byte order mark, else UTF-8, else Windows-1252 (0xA3 is the pound sign)."""
    body, encoding = content, None
    for mark, named in _BOMS.items():
        if content.startswith(mark):
            body, encoding = content[len(mark) :], named
            break
    try:
        text = _decoded(body, encoding)
    except UnicodeDecodeError as fault:
        raise _not_text(file) from fault
    text = text.rstrip(b"\x1a")
    if len(text.translate(None, _CONTROL)) != len(text):
        raise _not_text(file)
    if not text.strip():
        raise _refusal(file, "empty-file", "The file is empty.", "Save the spreadsheet as CSV again and upload that.")
    return text


def _decoded(body: bytes, encoding: str | None) -> bytes:
    if encoding in (None, "utf-8"):
        if body.isascii():
            return body
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            return body.decode("cp1252").encode()
        return body
    return body.decode(encoding).encode()


def _end_of_line(body: bytes) -> int:
    ends = [place for place in (body.find(b"\n", 0, HEAD_BYTES), body.find(b"\r", 0, HEAD_BYTES)) if place >= 0]
    return min(ends, default=min(len(body), HEAD_BYTES))


def _separator(body: bytes) -> str:
    """Choose comma, semicolon or tab: the one that stands most often, outside quotes, in the first line with any."""
    for line in body[:HEAD_BYTES].decode(errors="replace").splitlines()[:HEAD_ROWS]:
        bare = re.sub(r'"[^"]*"', "", line)
        counts = {mark: bare.count(mark) for mark in ",;\t"}
        if any(counts.values()):
            return max(counts, key=lambda mark: counts[mark])
    return ","


@dataclass
class _Uneven:
    """Rows whose count of cells is not the usual one, kept as they are met."""

    rows: dict[int, list[str]] = field(default_factory=dict)
    separator: str = ","
    too_many: bool = False

    def __call__(self, row: arrow_csv.InvalidRow) -> str:
        self.too_many = len(self.rows) >= MAX_UNEVEN_ROWS or row.actual_columns > MAX_COLUMNS
        if self.too_many:
            return "error"
        self.rows[row.number - 1] = next(csv.reader([row.text], delimiter=self.separator), [])
        return "skip"


def _grid(file: str, body: bytes, separator: str) -> Sheet:
    width = _usual_width(file, body, separator)
    uneven = _Uneven(separator=separator)
    names = [str(place) for place in range(width)]
    types = dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string()))
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(body),
            read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=BLOCK_BYTES),
            parse_options=arrow_csv.ParseOptions(
                delimiter=separator,
                newlines_in_values=b'"' in body,
                ignore_empty_lines=False,
                invalid_row_handler=uneven,
            ),
            convert_options=arrow_csv.ConvertOptions(column_types=types, strings_can_be_null=False),
        )
    except (pa.ArrowInvalid, csv.Error) as fault:
        raise _unreadable(file, uneven) from fault
    columns = [Column.encoded(c.combine_chunks()) for c in table.unify_dictionaries().columns]
    sheet = _with_uneven(file, columns, uneven.rows)
    _refuse_long_cells(sheet)
    return sheet


def _usual_width(file: str, body: bytes, separator: str) -> int:
    """Find how many cells most of the first rows have; ProblemError when there are too many."""
    head = io.StringIO(body[:HEAD_BYTES].decode(errors="replace"), newline="")
    try:
        rows = [row for row, _ in zip(csv.reader(head, delimiter=separator), range(HEAD_ROWS), strict=False)]
    except csv.Error as fault:
        raise _long_cell(Where(file=file)) from fault
    if len(body) > HEAD_BYTES and len(rows) > 1:
        rows = rows[:-1]
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if max(widths, default=1) > MAX_COLUMNS:
        raise _too_wide(file, max(widths))
    return widths.most_common(1)[0][0] if widths else 1


def _with_uneven(file: str, columns: list[Column], uneven: dict[int, list[str]]) -> Sheet:
    """Put the uneven rows back in their places; missing cells are empty."""
    width = max([len(columns), *(len(cells) for cells in uneven.values())])
    length = len(columns[0]) + len(uneven)
    counts: Counts = np.full(length, len(columns), dtype=np.int16)
    if not uneven:
        return Sheet(file, None, tuple(columns), counts)
    places = np.fromiter(uneven, dtype=np.int64)
    counts[places] = [len(cells) for cells in uneven.values()]
    even = np.delete(np.arange(length), places)
    full = []
    for position in range(width):
        extra = [cells[position] if position < len(cells) else "" for cells in uneven.values()]
        known = columns[position] if position < len(columns) else Column.filled("", len(even))
        full.append(_merged(known, even, extra, places))
    return Sheet(file, None, tuple(full), counts)


def _merged(known: Column, even: np.ndarray, extra: list[str], places: np.ndarray) -> Column:
    texts = pa.concat_arrays([known.texts, pa.array(extra, pa.string())])
    codes = np.empty(len(even) + len(places), dtype=np.int32)
    codes[even] = known.codes
    codes[places] = np.arange(len(known.texts), len(texts))
    return Column(codes, texts)


def _refuse_long_cells(sheet: Sheet) -> None:
    for column in sheet.columns:
        lengths = pc.utf8_length(column.texts).to_numpy()
        if lengths.max(initial=0) > MAX_CELL:
            row = int(np.flatnonzero(lengths[column.codes] > MAX_CELL)[0])
            raise _long_cell(sheet.where(row))


def _unreadable(file: str, uneven: _Uneven) -> ProblemError:
    if uneven.too_many:
        message = "The rows of the file have very different numbers of cells, so it cannot be read as one table."
        return _refusal(file, "uneven-rows", message, "Keep one table in the file, with one header.")
    return _long_cell(Where(file=file))


def _too_wide(file: str, width: int) -> ProblemError:
    message = f"The file has {width:,} columns; at most {MAX_COLUMNS} are read."
    return _refusal(file, "too-many-columns", message, "Keep only the columns of the template.")


def _long_cell(where: Where) -> ProblemError:
    message = f"A cell is longer than {MAX_CELL:,} characters."
    fix = "Shorten it; if it should be short, look for a quotation mark that is opened and never closed."
    return ProblemError([Problem("cell-too-long", message, fix, where)])


def _not_text(file: str) -> ProblemError:
    message = "The file is not text, so it cannot be read as CSV."
    return _refusal(file, "not-text", message, "Save the spreadsheet as 'CSV UTF-8', or upload the Excel file itself.")


def _refusal(file: str, code: str, message: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix, Where(file=file))])
