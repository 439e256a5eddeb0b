"""What a command answers, and how it is printed: table, csv or json.

In: an Answer. Out: text. Nothing here knows what the figures mean.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kpi.problem import Problem

Rows = Sequence[Mapping[str, Any]]
WIDEST = 60


@dataclass(frozen=True)
class Answer:
    """A command's result: rows or one object for programs, columns and sentences for people."""

    data: Rows | Mapping[str, Any]
    columns: tuple[str, ...] = ()
    """Columns of the printed table; all when empty."""
    lead: tuple[str, ...] = ()
    """Sentences printed above the table."""
    problems: tuple[Problem, ...] = ()
    """Told on standard error."""
    code: int = 0
    raw: bytes | None = None
    """A document to write as it is, in place of any printing."""
    closing: tuple[str, ...] = field(default=())
    """Sentences printed below the table."""


def printed(answer: Answer, form: str) -> str:
    """Give the answer as text in one of the three forms."""
    if form == "json":
        return json.dumps(answer.data, ensure_ascii=False, indent=1, default=str, allow_nan=False) + "\n"
    rows = [answer.data] if isinstance(answer.data, Mapping) else list(answer.data)
    if form == "csv":
        return _csv(rows)
    parts = ["\n".join(answer.lead), _table(rows, answer.columns), "\n".join(answer.closing)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _csv(rows: Rows) -> str:
    """Write rows as CSV; text that a spreadsheet would run as a formula is made harmless."""
    out = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_harmless(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _harmless(value: Any) -> str:
    """Write one cell, quoting what would start a formula."""
    text = _cell(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _cell(value: Any) -> str:
    """Write one value as text, nothing for a missing one."""
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)


def _table(rows: Rows, columns: tuple[str, ...]) -> str:
    """Line rows up under their names; long text is cut with an ellipsis, numbers stand to the right."""
    if not rows:
        return ""
    names = columns or tuple(rows[0])
    cells = [[_cut(_cell(row.get(name))) for name in names] for row in rows]
    widths = [max(len(line[i]) for line in [list(names), *cells]) for i in range(len(names))]
    right = [all(_is_number(row.get(name)) for row in rows) for name in names]
    lines = [_line(names, widths, right), _line(["-" * width for width in widths], widths, right)]
    return "\n".join(lines + [_line(line, widths, right) for line in cells])


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    """Set one line of a table."""
    placed = (
        cell.rjust(width) if side else cell.ljust(width) for cell, width, side in zip(cells, widths, right, strict=True)
    )
    return "  ".join(placed).rstrip()


def _cut(text: str) -> str:
    """Keep a cell on one line of bearable width."""
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"


def _is_number(value: Any) -> bool:
    """Tell a number, or nothing, from text."""
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
