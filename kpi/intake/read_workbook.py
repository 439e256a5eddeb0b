"""Read Excel and OpenDocument workbooks in a child process, so that a hostile one harms nothing here.

In: bytes that zip_guard let through. Out: a Sheet for each worksheet, percentages as shown, dates as ISO text.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from kpi.intake.sheet import Column, Sheet, letter
from kpi.intake.zip_guard import damaged, hostile
from kpi.problem import Problem, ProblemError, Severity, Where

SECONDS = 10
ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")


def read_workbook(file: str, content: bytes, kind: str) -> tuple[Sheet, ...]:
    """Read all worksheets of an `xlsx`, `xls` or `ods` workbook.

    ProblemError: locked, damaged, too large, cells far from the table, or too slow to read.
    """
    answer = _ask(file, content, kind)
    refusal = answer.get("refusal")
    if refusal == "password":
        fix = "Open it, take the password off and save it again."
        raise ProblemError([Problem("password", "The workbook is locked with a password.", fix, Where(file=file))])
    if refusal:
        raise hostile(file, str(refusal))
    return tuple(_sheet(file, sheet) for sheet in answer["sheets"])


def _ask(file: str, content: bytes, kind: str) -> dict[str, Any]:
    """Run the child on the bytes and read its answer; a child that dies or takes too long means a bad workbook."""
    with subprocess.Popen(  # noqa: S603 - our own program and one of three words
        [sys.executable, "-E", "-s", "-m", "kpi.workbook", kind],
        cwd=ROOT,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            out, _ = child.communicate(content, timeout=SECONDS)
        except subprocess.TimeoutExpired as fault:
            child.kill()
            raise hostile(file, f"The workbook takes longer than {SECONDS} seconds to read.") from fault
    if child.returncode != 0:
        raise damaged(file)
    answer: dict[str, Any] = json.loads(out)
    return answer


def _sheet(file: str, answer: dict[str, Any]) -> Sheet:
    rows: list[list[str]] = answer["rows"]
    columns = tuple(Column.of(cells) for cells in zip(*rows, strict=True))
    width = len(columns)
    counts = np.full(len(rows), width, dtype=np.int16)
    problems = [_uncalculated(file, answer["name"], *place) for place in answer["uncalculated"]]
    problems += [_unread(file, answer["name"], row, column) for row, column, text in answer["comments"] if not text]
    merged = tuple((top, left, bottom, right) for top, left, bottom, right in answer["merged"])
    comments = {(row, column): text for row, column, text in answer["comments"] if text}
    return Sheet(file, answer["name"], columns, counts, tuple(problems), answer["hidden"], merged, comments)


def _uncalculated(file: str, title: str, row: int, column: int) -> Problem:
    message = f"Cell {letter(column)}{row + 1} is a formula that was never calculated."
    fix = "Open the workbook in Excel, let it calculate and save it; or type the figure itself."
    return Problem("formula-not-calculated", message, fix, Where(file, None, title, row + 1, letter(column)))


def _unread(file: str, title: str, row: int, column: int) -> Problem:
    message = f"The words of the comment on cell {letter(column)}{row + 1} cannot be read."
    fix = "Save the workbook as .xlsx, if it belongs to a figure."
    return Problem("comment-not-read", message, fix, Where(file, None, title, row + 1, letter(column)), Severity.NOTE)
