"""A spreadsheet's figures before anyone has agreed to them: read, given meaning and checked.

In: a file's name and bytes, the definitions and the figures in force. Out: a Candidate with its Problems.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import numpy as np
import pandas as pd

from kpi.definitions.pack import Pack
from kpi.definitions.recipe import Recipe
from kpi.intake.choose import choose, with_figures
from kpi.intake.decided import decided, doubtful, missing, offered, offers, shape_of
from kpi.intake.facts import Facts
from kpi.intake.figures import Figures, read_meaning
from kpi.intake.find import find_header
from kpi.intake.outline import NOTHING_FOUND, Outline, outline
from kpi.intake.read import label, read_sheets
from kpi.intake.rules import child_columns, child_problems, figure_problems, row_problems, sheet_problems
from kpi.intake.shape import LongCells, shape
from kpi.intake.sheet import Sheet
from kpi.intake.tied import with_notes
from kpi.intake.unknown import Unknown, unknown
from kpi.period import Calendar
from kpi.problem import Problem, ProblemError, Severity

Progress = Callable[[str, float], None]


class ChildDataError(ProblemError):
    """Raised for data about single children: nothing of the file is kept, nor other Problems, which quote its cells."""


@dataclass(frozen=True)
class Options:
    """What a person told about a file: the calendar of ambiguous periods, whether it replaces, which worksheet.

    `recipe` says how files of its shape are read; what is told here stands above it.
    """

    calendar: Calendar | None = None
    replace: bool = False
    sheet: str | None = None
    recipe: Recipe | None = None

    @property
    def told(self) -> Calendar | None:
        """The calendar of ambiguous periods: the person's, or the recipe's."""
        own = self.recipe.calendar if self.recipe else None
        return self.calendar or (Calendar(own) if own else None)


@dataclass(frozen=True, eq=False)
class Candidate:
    """A checked file. `frame`: the series contract without council and revision, with `file_row` counted from 1.

    With an error among the problems nothing of it can be published. `sheets` are the worksheets that hold figures, from
    which one can be chosen. `decided` says in sentences what the sheet was taken for, `shape` names its columns,
    `offered` are the recipes made for files of that shape, `outline` is what a correction can choose from, and
    `unknown` are the names and signs that nobody knows.
    """

    name: str
    sha256: str
    frame: pd.DataFrame
    problems: tuple[Problem, ...]
    sheets: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    outline: Outline = NOTHING_FOUND
    unknown: tuple[Unknown, ...] = ()


def read_figures(
    name: str,
    content: bytes,
    pack: Pack,
    *,
    today: date,
    current: pd.DataFrame,
    options: Options,
    progress: Progress | None = None,
) -> Candidate:
    """Read a spreadsheet and check it against the definitions and the figures in force (`current`).

    Raises nothing for a bad file: its faults are the Candidate's problems, in the order of its rows.
    """
    tell = progress or (lambda _text, _fraction: None)
    digest = sha256(content).hexdigest()
    problems: list[Problem] = []
    frame = empty_frame()
    found = _Found()
    try:
        sheets = _sheets(name, content, tell)
        found.titles = with_figures(sheets, options.recipe)
        figures = _figures(sheets, pack, options, tell, problems, found)
        tell(f"Checking {len(figures):,} figures", 0.5)
        facts = Facts(figures, current, today)
        frame = facts.frame
        problems += _checked(facts)
    except ChildDataError as error:
        frame, problems, found = empty_frame(), list(error.problems), _Found()
    except ProblemError as error:
        problems += error.problems
    tell("Checked", 1.0)
    told = (found.titles, found.decided, found.shape, found.offered, found.outline, found.unknown)
    return Candidate(label(name), digest, frame, in_order(problems), *told)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put Problems in the order of their rows, those of the whole file first and notes last, each only once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.severity is Severity.NOTE, one.where.row or 0)))


def empty_frame() -> pd.DataFrame:
    """Give a Candidate's frame without figures."""
    texts = ("indicator", "area", "period", "symbol", "state", "note")
    frame = pd.DataFrame({name: pd.Categorical([], categories=pd.Index([], dtype=str)) for name in texts})
    for name in ("value", "numerator", "denominator"):
        frame[name] = np.array([], dtype=np.float64)
    return frame.assign(file_row=np.array([], dtype=np.int64))[list(COLUMNS)]


COLUMNS = ("indicator", "area", "period", "value", "numerator", "denominator", "symbol", "state", "note", "file_row")


def _sheets(name: str, content: bytes, tell: Progress) -> tuple[Sheet, ...]:
    """Read every sheet of a file; raise ChildDataError when one holds data about single children."""
    tell("Reading the file", 0.0)
    sheets = read_sheets(name, content)
    child = child_problems(sheets)
    if child:
        raise ChildDataError(child)
    return sheets


@dataclass
class _Found:
    """What is known of a file as far as it was read."""

    titles: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    outline: Outline = NOTHING_FOUND
    unknown: tuple[Unknown, ...] = ()


def _figures(
    sheets: Sequence[Sheet], pack: Pack, options: Options, tell: Progress, problems: list[Problem], found: _Found
) -> Figures:
    """Read sheets as far as the meaning of the cells; what is found on the way is added to `problems` and `found`."""
    recipe = options.recipe
    asked = options.sheet or (recipe.sheet if recipe else None)
    found.offered = _naming_their_sheet(sheets, pack) if asked is None and recipe is None else ()
    sheet, notes = choose(sheets, asked, lambda one: find_header(one, recipe))
    problems += [*notes, *sheet.problems, *sheet_problems(sheet)]
    tell("Finding the table", 0.2)
    found.outline = outline(sheets, sheet, recipe)
    found.offered = () if recipe else offered(sheet, pack.recipes)
    problems += offers(sheet, found.offered)
    problems += missing(sheet, find_header(sheet, recipe), recipe)
    cells, body, told = shape(sheet, recipe)
    _refuse_children(cells)
    problems += [*doubtful(sheet, cells.header, recipe), *told]
    found.decided, found.shape = decided(sheet, cells.header, body, recipe), shape_of(cells.header)
    tell(f"Reading {len(cells):,} rows", 0.3)
    cells, notes = with_notes(cells, body)
    problems += notes
    figures = read_meaning(cells, pack, options.told, recipe)
    found.unknown = unknown(figures)
    problems += _counted(figures)
    return figures


def _naming_their_sheet(sheets: Sequence[Sheet], pack: Pack) -> tuple[str, ...]:
    """Name the recipes that say which sheet of a file they are for, and fit it."""
    named = [(sheet, [one for one in pack.recipes if one.sheet and one.sheet == sheet.title]) for sheet in sheets]
    return tuple(name for sheet, recipes in named for name in offered(sheet, recipes))


def _refuse_children(cells: LongCells) -> None:
    """Refuse a header that names a child's data, wherever a recipe found it."""
    child = child_columns.of_header(cells.sheet, cells.header)
    if child:
        raise ChildDataError(child)


def _checked(facts: Facts) -> list[Problem]:
    child = row_problems(facts)
    if child:
        raise ChildDataError(child)
    return figure_problems(facts)


def _counted(figures: Figures) -> list[Problem]:
    """Say how many rows were skipped; ProblemError for a table without any figure."""
    where = figures.cells.sheet.where()
    if not len(figures):
        fix = "Fill in value, or numerator and denominator, and upload the file again."
        raise ProblemError([Problem("no-figures", "The file has a header, but no figures below it.", fix, where)])
    if not figures.skipped:
        return []
    rows = "row without a figure was" if figures.skipped == 1 else "rows without a figure were"
    return [Problem("empty-rows", f"{figures.skipped:,} {rows} skipped.", "", where, Severity.NOTE)]
