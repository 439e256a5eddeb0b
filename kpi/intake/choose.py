"""Chooses the worksheet that holds the figures.

In: the sheets of a file. Out: the first visible one with a header of figures, or the one asked for, and notes.
"""

from collections.abc import Sequence

from kpi.intake.shape import find_header
from kpi.intake.sheet import Sheet
from kpi.problem import Problem, ProblemError, Severity


def choose(sheets: Sequence[Sheet], asked: str | None = None) -> tuple[Sheet, list[Problem]]:
    """Choose one sheet; ProblemError when the one asked for is not there."""
    if asked is not None:
        return _asked(sheets, asked), []
    notes = [_hidden(sheet) for sheet in sheets if sheet.hidden and find_header(sheet)]
    visible = [sheet for sheet in sheets if not sheet.hidden]
    fit = [sheet for sheet in visible if find_header(sheet)]
    if len(fit) > 1:
        notes.append(_several(fit))
    return (fit or visible or list(sheets))[0], notes


def with_figures(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Name the worksheets that hold figures, in the order of the file."""
    return tuple(sheet.title for sheet in sheets if sheet.title and find_header(sheet))


def _asked(sheets: Sequence[Sheet], asked: str) -> Sheet:
    for sheet in sheets:
        if sheet.title is not None and sheet.title.strip().lower() == asked.strip().lower():
            return sheet
    names = ", ".join(f"'{sheet.title}'" for sheet in sheets if sheet.title) or "none"
    message = f"There is no sheet '{asked[:40]}'."
    raise ProblemError([Problem("no-such-sheet", message, f"The file's sheets are: {names}.", sheets[0].where())])


def _hidden(sheet: Sheet) -> Problem:
    message = "A hidden sheet with figures was not read."
    return Problem("hidden-sheet", message, "Show it, or name it, if it should be.", sheet.where(), Severity.NOTE)


def _several(fit: Sequence[Sheet]) -> Problem:
    others = ", ".join(f"'{sheet.title}'" for sheet in fit[1:])
    message = f"This sheet was read; others also have figures: {others}."
    return Problem("several-sheets", message, "Name a sheet to read another.", fit[0].where(), Severity.NOTE)
