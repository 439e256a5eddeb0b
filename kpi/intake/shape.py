"""Finds the header and turns either shape of spreadsheet, long or wide, into one long table of cells.

In: the sheets of a file. Out: LongCells, each cell knowing the row and column it came from, and Problems on the way.
Later, titles above the header and stacked headers are found here too; today they are Problems that say so.
"""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from kpi.intake.sheet import Column, Places, Sheet, letter
from kpi.problem import Problem, ProblemError, Severity, Where, excerpt

ROLES = ("indicator_id", "area", "period", "value", "numerator", "denominator", "state", "note")
NUMBER_ROLES = ("value", "numerator", "denominator")
HELPERS = ("title", "plain_title", "indicator_title", "theme", "unit", "owner", "due", "expected", "area_title")
"""Columns that the template and the export write for people; ignored when they come back."""
WIDE_ROLES = ("indicator_id", "area", "state", "note")
LOOK_FOR_HEADER = 30
MOST_UNEVEN = 1_000
_ALIASES = {"indicator": "indicator_id"}


def bare(header: str) -> str:
    """Give a header as it is compared: without case, spaces and underscores."""
    return re.sub(r"[\s_]+", "", header).lower()


_ROLE_OF = {bare(role): role for role in ROLES} | {bare(alias): role for alias, role in _ALIASES.items()}
_HELPERS = frozenset(bare(helper) for helper in HELPERS)


@dataclass(frozen=True, eq=False)
class Header:
    """A header row: its place, its texts, the column of each role, the `periods` of a wide table, and the rest."""

    row: int
    texts: tuple[str, ...]
    roles: dict[str, int]
    periods: tuple[int, ...]
    ignored: tuple[int, ...]

    @property
    def long(self) -> bool:
        """Whether it is the header of a long table."""
        parts = {"numerator", "denominator"} <= self.roles.keys()
        return {"indicator_id", "period"} <= self.roles.keys() and ("value" in self.roles or parts)

    @property
    def wide(self) -> bool:
        """Whether it is the header of a wide table."""
        return "indicator_id" in self.roles and "period" not in self.roles and bool(self.periods)


@dataclass(frozen=True, eq=False)
class LongCells:
    """A long table of text cells: a Column for every role, all of one length, trimmed, '' where nothing stands.

    `rows` are positions in the sheet, `headers` the columns' names as written. In a wide table the header of a value
    is its period, so `value_headers` has one for each row.
    """

    sheet: Sheet
    header: Header
    columns: dict[str, Column]
    rows: Places
    headers: dict[str, str]
    wide: bool

    def __len__(self) -> int:
        return len(self.rows)

    def where(self, place: int, role: str) -> Where:
        """Name the cell of a role in a row of this table."""
        if self.wide and role in ("period", "value"):
            row = self.header.row if role == "period" else int(self.rows[place])
            return self.sheet.where(row, self.columns["period"].text(place))
        return self.sheet.where(int(self.rows[place]), self.headers[role])

    def distinct(self, places: Places, role: str) -> Places:
        """Keep one row for each cell of the sheet: in a wide table many rows share the cell of an id or a period."""
        if not self.wide or role == "value":
            return places
        cells = self.columns["period"].codes if role == "period" else self.rows
        return places[np.sort(np.unique(cells[places], return_index=True)[1])]

    def take(self, places: Places) -> "LongCells":
        """Keep some rows, by position."""
        columns = {role: column.take(places) for role, column in self.columns.items()}
        return LongCells(self.sheet, self.header, columns, self.rows[places], self.headers, self.wide)


def read_header(texts: list[str], row: int) -> Header:
    """Say what each column of a row would be, were the row the header."""
    roles: dict[str, int] = {}
    others: list[int] = []
    for place, text in enumerate(texts):
        role = _ROLE_OF.get(bare(text))
        if role is not None:
            roles.setdefault(role, place)
        elif text and bare(text) not in _HELPERS:
            others.append(place)
    periods = tuple(place for place in others if looks_like_period(texts[place])) if "period" not in roles else ()
    ignored = tuple(place for place in others if place not in periods)
    return Header(row, tuple(texts), roles, periods, ignored)


def looks_like_period(text: str) -> bool:
    """Tell whether a header is meant as a period: it holds a year, or a month or quarter beside a number."""
    return re.search(r"(19|20)\d\d|\bQ[1-4]\b|[A-Za-z]{3}[ -]\d\d\b|\d\d?/\d\d?/\d\d", text, re.IGNORECASE) is not None


def find_header(sheet: Sheet) -> Header | None:
    """Find the first row, among the first thirty, that is a header of the long or the wide form."""
    for row in range(min(len(sheet), LOOK_FOR_HEADER)):
        header = read_header(sheet.cells(row), row)
        if header.long or header.wide:
            return header
    return None


def column_name(sheet: Sheet, place: int) -> str:
    """Name a column by its header, or by its letter where no header is known."""
    header = find_header(sheet)
    return (header.texts[place] if header else "") or letter(place)


def shape(sheet: Sheet) -> tuple[LongCells, list[Problem]]:
    """Turn a sheet into one long table; ProblemError when no header is found or columns repeat."""
    header = find_header(sheet)
    if header is None:
        raise ProblemError([_no_header(sheet)])
    problems = [*above(sheet, header), *_repeated(sheet, header)]
    if problems:
        raise ProblemError(problems)
    body = np.arange(header.row + 1, len(sheet))
    problems = [*uneven(sheet, header), *_ignored(sheet, header)]
    return (_long if header.long else _wide)(sheet, header, body), problems


def _long(sheet: Sheet, header: Header, body: Places) -> LongCells:
    columns = {role: _column(sheet, header, role, body) for role in ROLES}
    filled = np.zeros(len(body), dtype=bool)
    for column in columns.values():
        filled |= column.filled_cells()
    places = np.flatnonzero(filled)
    headers = {role: _written(header, role) for role in ROLES}
    whole = LongCells(sheet, header, columns, body, headers, wide=False)
    return whole if len(places) == len(body) else whole.take(places)


def _wide(sheet: Sheet, header: Header, body: Places) -> LongCells:
    """Melt one column a period into rows, leaving empty cells out, in the order of the sheet."""
    cells = [sheet.columns[place].take(body).trimmed() for place in header.periods]
    filled = [np.flatnonzero(column.filled_cells()) for column in cells]
    within = np.concatenate(filled)
    of_period = np.repeat(np.arange(len(cells)), [len(rows) for rows in filled])
    order = np.lexsort((of_period, within))
    within, of_period = within[order], of_period[order]
    values = Column.of([cells[period].text(row) for period, row in zip(of_period, within, strict=True)])
    periods = Column.labelled([header.texts[place] for place in header.periods], of_period)
    columns = {role: Column.filled("", len(within)) for role in ROLES}
    columns |= {role: _column(sheet, header, role, body).take(within) for role in WIDE_ROLES}
    columns |= {"value": values, "period": periods}
    headers = {role: _written(header, role) for role in ROLES}
    return LongCells(sheet, header, columns, body[within], headers, wide=True)


def _column(sheet: Sheet, header: Header, role: str, body: Places) -> Column:
    if role not in header.roles:
        return Column.filled("", len(body))
    return sheet.columns[header.roles[role]].take(body).trimmed()


def _written(header: Header, role: str) -> str:
    return header.texts[header.roles[role]] if role in header.roles else role


def _no_header(sheet: Sheet) -> Problem:
    header = read_header([text for text in sheet.cells(0) if text] if len(sheet) else [], 0)
    missing = [role for role in ("indicator_id", "period", "value") if role not in header.roles]
    message = f"The header does not name {' or '.join(missing)}." if header.roles else "No header was found."
    fix = (
        "The first row must name indicator_id, period and value (or numerator and denominator); "
        "or indicator_id and one column for each period."
    )
    return Problem("no-header", message, fix, sheet.where(0))


def above(sheet: Sheet, header: Header) -> list[Problem]:
    """Refuse text above the header."""
    higher = [row for row in range(header.row) if any(sheet.cells(row)) and not sheet.cells(row)[0].startswith("sep=")]
    if not higher:
        return []
    message = f"The header is in row {header.row + 1}, below other text."
    rows = "row 1" if header.row == 1 else f"rows 1 to {header.row}"
    fix = f"Delete {rows}, so that the header is first."
    return [Problem("header-not-first", message, fix, sheet.where(header.row))]


def _repeated(sheet: Sheet, header: Header) -> list[Problem]:
    roles = [_ROLE_OF.get(bare(text), "") for text in header.texts]
    counts = Counter(role or bare(header.texts[place]) for place, role in enumerate(roles) if header.texts[place])
    periods = {bare(header.texts[place]) for place in header.periods}
    twice = [name for name, count in counts.items() if count > 1 and (name in ROLES or name in periods)]
    message = "Two columns are both '{}'."
    return [
        Problem("repeated-column", message.format(name), "Keep one of them.", sheet.where(header.row, name))
        for name in twice
    ]


def _ignored(sheet: Sheet, header: Header) -> list[Problem]:
    nameless = [
        place for place, text in enumerate(header.texts) if not text and sheet.columns[place].filled_cells().any()
    ]
    names = [excerpt(header.texts[place]) for place in header.ignored] + [f"column {letter(one)}" for one in nameless]
    if not names:
        return []
    message = f"Columns that are not known were ignored: {', '.join(names[:10])}."
    fix = f"Known columns are {', '.join(ROLES)}."
    return [Problem("ignored-columns", message, fix, sheet.where(header.row), Severity.WARNING)]


def uneven(sheet: Sheet, header: Header) -> list[Problem]:
    """Find rows with fewer cells than the header has names, or with text beyond its last name."""
    named = max(place for place, text in enumerate(header.texts) if text) + 1
    beyond = np.zeros(len(sheet), dtype=bool)
    for column in sheet.columns[named:]:
        beyond |= column.filled_cells()
    rows = np.flatnonzero(beyond | (sheet.counts < named))
    rows = rows[rows > header.row]
    found = [_uneven_row(sheet, row, named) for row in rows[:MOST_UNEVEN].tolist()]
    if len(rows) > MOST_UNEVEN:
        message = f"{len(rows) - MOST_UNEVEN:,} more rows like this from here on."
        found.append(Problem("uneven-row", message, "", sheet.where(int(rows[MOST_UNEVEN]))))
    return found


def _uneven_row(sheet: Sheet, row: int, named: int) -> Problem:
    cells = sheet.cells(row)
    message = f"The row has {int(sheet.counts[row])} cells; the header has {named}."
    fix = "Put quotation marks around a number or a note with a comma in it, or delete what stands too far right."
    if int(sheet.counts[row]) < named:
        fix = "Write every separator, also before empty cells."
    if any("\n" in cell for cell in cells):
        fix = "Look for a quotation mark that is opened and never closed."
    return Problem("uneven-row", message, fix, sheet.where(row))
