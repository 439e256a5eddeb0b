"""Chooses the worksheet that holds the figures, or the updates.

In: the sheets of a file. Out: the only visible one with a header of figures, or the one asked for, and notes; where
several have one, the question which.
"""

from collections.abc import Callable, Sequence

from kpi.definitions.recipe import Recipe
from kpi.intake.find import find_header
from kpi.intake.sheet import Sheet
from kpi.problem import Problem, ProblemError, Severity, Where


def choose(
    sheets: Sequence[Sheet],
    asked: str | None = None,
    fits: Callable[[Sheet], object] = find_header,
    what: str = "figures",
) -> tuple[Sheet, list[Problem]]:
    """Choose one sheet; ProblemError when the one asked for is not there, or several fit and none was asked for.

    `fits` finds the header of a sheet that is looked for, `what` says what such a sheet holds.
    """
    if asked is not None:
        return _asked(sheets, asked), []
    notes = [_hidden(sheet, what) for sheet in sheets if sheet.hidden and fits(sheet)]
    visible = [sheet for sheet in sheets if not sheet.hidden]
    fit = [sheet for sheet in visible if fits(sheet)]
    if len(fit) > 1:
        raise ProblemError([*notes, _several(fit, what)])
    return (fit or visible or list(sheets))[0], notes


def with_figures(sheets: Sequence[Sheet], recipe: Recipe | None = None) -> tuple[str, ...]:
    """Name the visible worksheets that hold figures, in the order of the file."""
    return tuple(one.title for one in sheets if one.title and not one.hidden and find_header(one, recipe))


def _asked(sheets: Sequence[Sheet], asked: str) -> Sheet:
    for sheet in sheets:
        if sheet.title is not None and sheet.title.strip().lower() == asked.strip().lower():
            return sheet
    names = ", ".join(f"'{sheet.title}'" for sheet in sheets if sheet.title) or "none"
    message = f"There is no sheet '{asked[:40]}'."
    raise ProblemError([Problem("no-such-sheet", message, f"The file's sheets are: {names}.", sheets[0].where())])


def _hidden(sheet: Sheet, what: str) -> Problem:
    message = f"A hidden sheet with {what} was not read."
    return Problem("hidden-sheet", message, "Show it, or name it, if it should be.", sheet.where(), Severity.NOTE)


def _several(fit: Sequence[Sheet], what: str) -> Problem:
    names = ", ".join(f"'{sheet.title}'" for sheet in fit)
    message = f"Several sheets have {what}: {names}. Which one is read?"
    fix = "Choose the sheet; on the command line by --sheet NAME, or by a recipe that names it."
    return Problem("several-sheets", message, fix, Where(fit[0].file))
