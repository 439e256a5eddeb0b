"""Turns either shape of spreadsheet, long or wide, into one long table of cells.

In: a sheet, and what a recipe says of it. Out: LongCells, each cell knowing the row and column it came from, and
Problems on the way. Where header, rows and notes are, `find`, `body` and `tied` say.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kpi.definitions.recipe import Recipe
from kpi.intake.body import Body, read_body
from kpi.intake.find import LOOK_FOR_HEADER, find_header
from kpi.intake.header import HELPERS, NUMBER_ROLES, ROLES, Across, Header, bare, read_header
from kpi.intake.sheet import Codes, Column, Places, Sheet, letter
from kpi.intake.uneven import uneven
from kpi.problem import Problem, ProblemError, Severity, Where, excerpt

__all__ = ["HELPERS", "NUMBER_ROLES", "ROLES", "Group", "LongCells", "shape"]

WIDE_ROLES = ("indicator_id", "area", "period", "state", "note")


@dataclass(frozen=True, slots=True)
class Group:
    """What columns of a wide table share: the text they give to `role`, and the place of each part of the figure."""

    role: str
    text: str
    places: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class LongCells:
    """A long table of text cells: a Column for every role, all of one length, trimmed, '' where nothing stands.

    `rows` are positions in the sheet, `headers` the columns' names as written. In a wide table every row belongs to
    one of the `groups`, which `of` (n,) points into; in a long one there is none.
    """

    sheet: Sheet
    header: Header
    columns: dict[str, Column]
    rows: Places
    headers: dict[str, str]
    groups: tuple[Group, ...] = ()
    of: Codes | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def wide(self) -> bool:
        """Whether every column of figures is a period."""
        return bool(self.groups) and self.groups[0].role == "period"

    def group(self, place: int) -> Group | None:
        """Give the group of a row of a wide table."""
        return None if self.of is None else self.groups[int(self.of[place])]

    def cell(self, place: int, role: str) -> tuple[int, int] | None:
        """Give the sheet's row and column of a role's cell, from 0; None where it stands in no cell."""
        group = self.group(place)
        if group is not None and role == group.role:
            return self.header.row, next(iter(group.places.values()))
        column = self.header.roles.get(role) if group is None else group.places.get(role, self.header.roles.get(role))
        return None if column is None else (int(self.rows[place]), column)

    def where(self, place: int, role: str) -> Where:
        """Name the cell of a role in a row of this table."""
        found = self.cell(place, role)
        if found is None:
            group = self.group(place)
            at_group = group is not None and role in NUMBER_ROLES
            name = self.header.texts[min(group.places.values())] if group and at_group else self.headers[role]
            return self.sheet.where(int(self.rows[place]), name)
        return self.sheet.where(found[0], self.header.texts[found[1]])

    def distinct(self, places: Places, role: str) -> Places:
        """Keep one row for each cell of the sheet: in a wide table many rows share the cell of an id or a period."""
        if self.of is None or role in NUMBER_ROLES:
            return places
        cells = self.of if self.groups and role == self.groups[0].role else self.rows
        return places[np.sort(np.unique(cells[places], return_index=True)[1])]

    def take(self, places: Places) -> "LongCells":
        """Keep some rows, by position."""
        columns = {role: column.take(places) for role, column in self.columns.items()}
        of = None if self.of is None else self.of[places]
        return LongCells(self.sheet, self.header, columns, self.rows[places], self.headers, self.groups, of)


def shape(sheet: Sheet, recipe: Recipe | None = None) -> tuple[LongCells, Body, list[Problem]]:
    """Turn a sheet into one long table; ProblemError when no header is found, columns repeat or could be one role."""
    header = find_header(sheet, recipe)
    if header is None:
        raise ProblemError([_no_header(sheet, recipe)])
    problems = [*_unsure(sheet, header), *_repeated(sheet, header)]
    if problems:
        raise ProblemError(problems)
    body = read_body(sheet, header, recipe)
    problems = [*body.problems, *uneven(body.sheet, header, body.rows), *_ignored(sheet, header)]
    return (_wide if header.across else _long)(body.sheet, header, body.rows), body, problems


def _long(sheet: Sheet, header: Header, body: Places) -> LongCells:
    columns = {role: _column(sheet, header, role, body) for role in ROLES}
    filled = np.zeros(len(body), dtype=bool)
    for role in header.roles:
        filled |= columns[role].filled_cells()
    places = np.flatnonzero(filled)
    headers = {role: _written(header, role) for role in ROLES}
    whole = LongCells(sheet, header, columns, body, headers)
    return whole if len(places) == len(body) else whole.take(places)


def _wide(sheet: Sheet, header: Header, body: Places) -> LongCells:
    """Melt the columns of each group into rows, leaving empty cells out, in the order of the sheet."""
    groups = _groups(header.across)
    cells = [{part: sheet.columns[at].take(body).trimmed() for part, at in one.places.items()} for one in groups]
    filled = [np.flatnonzero(np.any([column.filled_cells() for column in one.values()], axis=0)) for one in cells]
    within = np.concatenate(filled)
    of = np.repeat(np.arange(len(groups), dtype=np.int32), [len(rows) for rows in filled])
    order = np.lexsort((of, within))
    columns = {role: Column.filled("", len(within)) for role in ROLES}
    columns |= {role: _column(sheet, header, role, body).take(within[order]) for role in WIDE_ROLES}
    for part in {part for one in groups for part in one.places}:
        pieces = [_texts(one.get(part), rows) for one, rows in zip(cells, filled, strict=True)]
        columns[part] = Column.encoded(pa.concat_arrays(pieces).take(pa.array(order)).dictionary_encode())
    columns[groups[0].role] = Column.labelled([one.text for one in groups], of[order])
    headers = {role: _written(header, role) for role in ROLES}
    return LongCells(sheet, header, columns, body[within[order]], headers, groups, of[order])


def _groups(across: tuple[Across, ...]) -> tuple[Group, ...]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for one in across:
        found.setdefault((one.role, one.text), {})[one.part] = one.place
    return tuple(Group(role, text, places) for (role, text), places in found.items())


def _texts(column: Column | None, rows: Places) -> pa.StringArray:
    if column is None:
        return pa.array([""] * len(rows), pa.string())
    return column.texts.take(pa.array(column.codes[rows]))


def _column(sheet: Sheet, header: Header, role: str, body: Places) -> Column:
    if role not in header.roles:
        return Column.filled(header.fixed.get(role, ""), len(body))
    column = sheet.columns[header.roles[role]].take(body).trimmed()
    if role != "period" or header.identifier is None:
        return column
    return column.beside(sheet.columns[header.identifier].take(body).trimmed())


def _written(header: Header, role: str) -> str:
    return header.texts[header.roles[role]] if role in header.roles else role


def _no_header(sheet: Sheet, recipe: Recipe | None) -> Problem:
    if recipe is not None and recipe.header_row is not None:
        message = f"Row {recipe.header_row} is not the header of a table of figures, as the recipe '{recipe.id}' says."
        return Problem("no-header", message, "Correct header_row, or take it out of the recipe.", sheet.where())
    rows = [read_header(sheet.cells(row), row) for row in range(min(len(sheet), LOOK_FOR_HEADER))]
    header = max(rows, key=lambda one: len(one.known), default=None)
    known = header.known if header else set()
    given = known | ({"period", "value"} if header and header.across else set())
    lacking = [role for role in ("indicator_id", "period") if role not in given]
    lacking += [] if "value" in given or {"numerator", "denominator"} <= given else ["value"]
    message = f"The header does not name {' or '.join(lacking)}." if known and lacking else "No header was found."
    fix = (
        "One row must name indicator_id, period and value (or numerator and denominator); or indicator_id and one "
        "column for each period. A recipe can say which column is what, or what holds for every row."
    )
    return Problem("no-header", message, fix, sheet.where(header.row if header and known else 0))


def _unsure(sheet: Sheet, header: Header) -> list[Problem]:
    """Ask where several columns could be one role."""
    found = []
    for role, places in header.unsure:
        names = " or ".join(excerpt(header.texts[place]) for place in places)
        fix = f"Name the right one {role}, or say which by a recipe."
        found.append(Problem("which-column", f"Which column is {role}: {names}?", fix, sheet.where(header.row)))
    return found


def _repeated(sheet: Sheet, header: Header) -> list[Problem]:
    given = Counter((one.role, bare(one.text), one.part) for one in header.across)
    names = [*header.repeated, *(text for (_, text, _), count in given.items() if count > 1)]
    message = "Two columns are both '{}'."
    return [
        Problem("repeated-column", message.format(name), "Keep one of them.", sheet.where(header.row, name))
        for name in dict.fromkeys(names)
    ]


def _ignored(sheet: Sheet, header: Header) -> list[Problem]:
    nameless = [
        place for place, text in enumerate(header.texts) if not text and sheet.columns[place].filled_cells().any()
    ]
    unread = [place for role, place in header.roles.items() if header.across and role in NUMBER_ROLES]
    names = [excerpt(header.texts[place]) for place in (*header.ignored, *unread)]
    names += [f"column {letter(one)}" for one in nameless]
    if not names:
        return []
    message = f"Columns that are not known were ignored: {', '.join(names[:10])}."
    fix = f"Known columns are {', '.join(ROLES)}."
    return [Problem("ignored-columns", message, fix, sheet.where(header.row), Severity.WARNING)]
