"""A tracker's rows as texts, each knowing its place in the spreadsheet, and the faults of the sheet itself.

In: the sheets of a file. Out: a Table of trimmed texts by column, and Problems on the way.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpi.intake.candidate import ChildDataError
from kpi.intake.choose import choose
from kpi.intake.find import above, find_header
from kpi.intake.header import Header, bare
from kpi.intake.rules import child_columns, child_problems, sheet_problems
from kpi.intake.sheet import Sheet, letter
from kpi.intake.uneven import uneven
from kpi.intake.updates.columns import NAMING, READ, SAYING, find_tracker
from kpi.problem import Problem, ProblemError, Severity, Where, excerpt

_GUARD = re.compile(r"'(?='*[=+\-@\t\r])")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its position in the sheet, counted from 0, and the text of every column, '' where nothing stands."""

    place: int
    cells: dict[str, str]


@dataclass(frozen=True, eq=False)
class Table:
    """The rows of a tracker below its header."""

    sheet: Sheet
    header: Header
    rows: tuple[Row, ...]

    def where(self, row: Row | None, column: str) -> Where:
        """Name a cell by the header as it is written; a row of None names the whole column."""
        return self.sheet.where(None if row is None else row.place, written(self.header, column))

    def has(self, column: str) -> bool:
        """Tell whether the header has a column."""
        return column in self.header.roles


def written(header: Header, column: str) -> str:
    """Give a column's name as the header writes it."""
    return header.texts[header.roles[column]] if column in header.roles else column


def read_table(sheets: Sequence[Sheet], asked: str | None) -> tuple[Table, list[Problem]]:
    """Find the tracker among the sheets of a file; ProblemError when there is none, ChildDataError for child data."""
    refuse_children(sheets)
    sheet, problems = choose(sheets, asked, find_tracker, "updates")
    header = find_tracker(sheet)
    if header is None:
        raise ProblemError([_no_tracker(sheet)])
    refusals = [*above(sheet, header), *_repeated(sheet, header), *_missing(sheet, header)]
    if refusals:
        raise ProblemError(refusals)
    found = [*sheet.problems, *sheet_problems(sheet)]
    problems += [_named(problem, header) for problem in found]
    problems += [*_merged(sheet, header), *uneven(sheet, header), *_ignored(sheet, header)]
    return Table(sheet, header, _rows(sheet, header)), problems


def refuse_children(sheets: Sequence[Sheet]) -> None:
    """Raise ChildDataError when any sheet holds data about single children.

    Of a tracker's column names only the header's are looked at: a commentary may say "date of birth".
    """
    found: list[Problem] = []
    for sheet in sheets:
        header = find_tracker(sheet)
        if header is None:
            found += child_problems([sheet])
            continue
        of_header = [one for one in child_problems([_top(sheet, header)]) if one.code == child_columns.CODE]
        of_cells = [one for one in child_problems([sheet]) if one.code != child_columns.CODE]
        found += [*of_header, *(_named(one, header) for one in of_cells)]
    if found:
        raise ChildDataError(found)


def _top(sheet: Sheet, header: Header) -> Sheet:
    """Keep a sheet's rows down to its header."""
    rows = np.arange(header.row + 1)
    return replace(sheet, columns=tuple(column.take(rows) for column in sheet.columns), counts=sheet.counts[rows])


def _rows(sheet: Sheet, header: Header) -> tuple[Row, ...]:
    """Give the rows in which something stands, each distinct text looked at once."""
    columns = {}
    for column in READ:
        if column in header.roles:
            trimmed = sheet.columns[header.roles[column]].trimmed()
            texts = [_GUARD.sub("", text, count=1) if text.startswith("'") else text for text in trimmed.labels()]
            columns[column] = [texts[code] for code in trimmed.codes.tolist()]
    empty = dict.fromkeys(READ, "")
    rows = []
    for place in range(header.row + 1, len(sheet)):
        cells = empty | {column: texts[place] for column, texts in columns.items()}
        if any(cells.values()):
            rows.append(Row(place, cells))
    return tuple(rows)


def _no_tracker(sheet: Sheet) -> Problem:
    if find_header(sheet) is not None:
        message = "The file holds figures, not updates of the plan's actions."
        return Problem("figures-not-updates", message, "Load it as figures.", sheet.where(0))
    fix = f"The first row must name {', '.join(NAMING)} and what is said: {', '.join(SAYING)}. Take the template."
    return Problem("no-header", "No header of a tracker was found.", fix, sheet.where(0))


def _missing(sheet: Sheet, header: Header) -> list[Problem]:
    if "quarter" in header.roles:
        return []
    fix = "Add a column quarter with the quarter in every row, such as 2018-19 Q4."
    return [Problem("no-quarter", "No column says which quarter the updates are for.", fix, sheet.where(header.row))]


def _repeated(sheet: Sheet, header: Header) -> list[Problem]:
    counts = Counter(bare(text) for text in header.texts if text)
    message = "Two columns are both '{}'."
    return [
        Problem("repeated-column", message.format(column), "Keep one of them.", sheet.where(header.row, column))
        for column in header.roles
        if counts[bare(column)] > 1
    ]


def _ignored(sheet: Sheet, header: Header) -> list[Problem]:
    names = [excerpt(header.texts[place]) for place in header.ignored]
    names += [
        f"column {letter(place)}"
        for place, text in enumerate(header.texts)
        if not text and sheet.columns[place].filled_cells().any()
    ]
    if not names:
        return []
    message = f"Columns that are not known were ignored: {', '.join(names[:10])}."
    fix = f"Known columns are {', '.join(READ)}."
    return [Problem("ignored-columns", message, fix, sheet.where(header.row), Severity.WARNING)]


def _merged(sheet: Sheet, header: Header) -> list[Problem]:
    """Refuse merged cells in columns that are read: only the first of them holds the text."""
    fix = "Unmerge them (Home, Merge and centre) and write the text into every cell that it holds for."
    message = "The cell is merged with others, so nobody can tell which rows its text is about."
    found = []
    for top, left, bottom, right in sorted(sheet.merged):
        columns = [column for column, place in header.roles.items() if left <= place <= right]
        if columns and bottom > header.row:
            where = sheet.where(max(top, header.row + 1), written(header, columns[0]))
            found.append(Problem("merged-cells", message, fix, where))
    return found


def _named(problem: Problem, header: Header) -> Problem:
    """Name a cell by its known column, where a check of the whole sheet could give only the letter."""
    names = {letter(place): header.texts[place] for place in header.roles.values()}
    column = problem.where.column
    return replace(problem, where=replace(problem.where, column=names.get(column or "", column)))
