"""The rows of a table between its header and what stands below: totals, footnotes, headers repeated on every page.

In: a sheet, its header, what a recipe says. Out: a Body: the rows to read, what was left out and why, the footnotes.
Nothing is left out that could be a figure of an indicator: what is not known for a total or a footnote is read.
"""

import re
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from kpi.definitions.recipe import Recipe
from kpi.intake.header import NUMBER_ROLES, Header, bare
from kpi.intake.sheet import Column, Places, Sheet
from kpi.problem import Problem, Severity, excerpt

TOTALS = frozenset(("total", "totals", "grandtotal", "subtotal", "overalltotal", "total:", "grandtotal:"))
"""Names of rows that add others up, as they are compared."""
_MARK = r"\*+|†+|‡+|[¹²³⁴⁵⁶⁷⁸⁹]+|\[(?:note )?\w{1,2}\]|\([0-9]{1,2}\)"
_MARKED = re.compile(rf"(?P<mark>{_MARK})\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
_FOOTNOTE = re.compile(
    r"(source|notes?|footnotes?|key|produced|prepared|printed|report run|run date|data as at|figures as at|end of)\b.*"
    r"|[0-9]{1,2}[.)]\s+[A-Za-z].*",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"[A-Za-z][^;|\t]*\s[^;|\t]*\s[^;|\t]*", re.DOTALL)
_BARE_NUMBER = re.compile(r"(^|,)\s*-?£?[0-9][0-9.,]*%?\s*(,|$)")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its row from 0, the mark that points to it ('' for none) and its text without the mark."""

    row: int
    mark: str
    text: str


@dataclass(frozen=True, eq=False)
class Body:
    """What stands below a header: the `sheet` with merged labels written out, and the `rows` of its table."""

    sheet: Sheet
    rows: Places
    footnotes: tuple[Footnote, ...]
    problems: tuple[Problem, ...]


def read_body(sheet: Sheet, header: Header, recipe: Recipe | None) -> Body:
    """Find the rows of the table below a header, and write out the labels that hold for several of them."""
    last = len(sheet) if recipe is None or recipe.last_row is None else min(recipe.last_row, len(sheet))
    rows = np.arange(header.row + 1, last)
    footnotes = _footnotes(sheet, header, rows)
    totals, told = _totals(sheet, header, rows, recipe)
    left = {one.row for one in footnotes} | set(totals) | set(_repeated_headers(sheet, header, rows))
    kept = rows[~np.isin(rows, list(left))] if left else rows
    problems = [*_left_out(sheet, totals, told), *_below(sheet, footnotes), *_cut(sheet, last)]
    full, more = _written_out(sheet, header, kept, recipe)
    return Body(full, kept, footnotes, (*problems, *more))


def figure_columns(header: Header) -> list[int]:
    """Give the columns in which the figures stand."""
    across = [one.place for one in header.across if one.part in NUMBER_ROLES]
    return across or [place for role, place in header.roles.items() if role in NUMBER_ROLES]


def last_with_figures(body: Body, header: Header) -> int | None:
    """Give the last row of a table that holds a figure, None where none does."""
    rows = body.rows[_with_figures(body.sheet, header)[body.rows]]
    return int(rows[-1]) if len(rows) else None


def _with_figures(sheet: Sheet, header: Header) -> NDArray[np.bool_]:
    filled = np.zeros(len(sheet), dtype=bool)
    for place in figure_columns(header):
        filled |= sheet.columns[place].trimmed().filled_cells()
    return filled


def _footnotes(sheet: Sheet, header: Header, rows: Places) -> tuple[Footnote, ...]:
    """Read the text below the last figure: one filled cell a row, known for a footnote by how it begins or reads."""
    with_figures = np.flatnonzero(_with_figures(sheet, header)[rows])
    if not len(with_figures):
        return ()
    found, after_gap = [], False
    for row in rows[with_figures[-1] + 1 :].tolist():
        cells = [cell for cell in sheet.cells(row) if cell]
        after_gap = after_gap or not cells
        one = _footnote(row, cells, after_gap) if cells else None
        if one is not None:
            found.append(one)
    return tuple(found)


def _footnote(row: int, cells: list[str], after_gap: bool) -> Footnote | None:
    text = " ".join(cells)
    marked = _MARKED.fullmatch(text)
    if marked and len(cells) <= 2 and not _BARE_NUMBER.search(marked["text"]):
        return Footnote(row, marked["mark"].lower(), " ".join(marked["text"].split()))
    sentence = after_gap and _SENTENCE.fullmatch(text) and not _BARE_NUMBER.search(text)
    if len(cells) == 1 and (_FOOTNOTE.fullmatch(text) or sentence):
        return Footnote(row, "", " ".join(text.split()))
    return None


def _totals(sheet: Sheet, header: Header, rows: Places, recipe: Recipe | None) -> tuple[list[int], bool]:
    """Find rows that add others up; those that a recipe names, where it names any. The second says which it was."""
    told = {bare(text) for text in recipe.leave_out} if recipe else set()
    column = min(header.roles.values(), default=None) if told else header.roles.get("indicator_id")
    if column is None:
        return [], bool(told)
    names = [bare(text.strip()) for text in sheet.columns[column].labels()]
    is_total = np.array([name in (told or TOTALS) for name in names], dtype=bool)
    return rows[is_total[sheet.columns[column].codes[rows]]].tolist(), bool(told)


def _repeated_headers(sheet: Sheet, header: Header, rows: Places) -> list[int]:
    """Find rows that say the header again, as every page of a printed report does."""
    place = next(iter(header.roles.values()), None)
    if place is None or header.top is not None:
        return []
    column = sheet.columns[place]
    same = np.array([text.strip() == header.texts[place] for text in column.labels()], dtype=bool)
    return [row for row in rows[same[column.codes[rows]]].tolist() if tuple(sheet.cells(row)) == header.texts]


def _left_out(sheet: Sheet, totals: list[int], told: bool) -> list[Problem]:
    """Tell of rows that add others up; someone confirms it unless a recipe says so."""
    severity = Severity.NOTE if told else Severity.WARNING
    fix = "" if told else "Publish it if that is meant; a recipe can name the rows to leave out."
    message = "The row {} adds other rows up and was left out."
    return [
        Problem("total-row", message.format(excerpt(_first(sheet, row))), fix, sheet.where(row), severity)
        for row in totals[:100]
    ]


def _below(sheet: Sheet, footnotes: tuple[Footnote, ...]) -> list[Problem]:
    return [
        Problem("footnote", f"Below the table: {excerpt(one.text)}", "", sheet.where(one.row), Severity.NOTE)
        for one in footnotes[:50]
    ]


def _cut(sheet: Sheet, last: int) -> list[Problem]:
    below = [row for row in range(last, len(sheet)) if any(sheet.cells(row))][:1]
    message = f"The table ends with row {last}, as the recipe says; what stands below was not read."
    return [Problem("rows-below", message, "", sheet.where(row), Severity.NOTE) for row in below]


def _first(sheet: Sheet, row: int) -> str:
    return next((cell for cell in sheet.cells(row) if cell), "")


def _written_out(sheet: Sheet, header: Header, rows: Places, recipe: Recipe | None) -> tuple[Sheet, list[Problem]]:
    """Write merged labels into every row they are merged over, and those that a recipe lets hold for rows below."""
    columns, problems = list(sheet.columns), []
    labels = {place: role for role, place in header.roles.items() if role not in NUMBER_ROLES}
    inside = set(rows.tolist()) if sheet.merged else set()
    for top, left, bottom, right in sheet.merged:
        if not inside & set(range(top, bottom + 1)):
            continue
        if any(place in range(left, right + 1) for place in figure_columns(header)):
            problems.append(_merged_figure(sheet, header, (top, left, bottom, right)))
        elif left in labels and bottom > top:
            columns[left] = _copied(columns[left], top, bottom)
    for role in recipe.fill_down if recipe else ():
        if role in header.roles:
            columns[header.roles[role]] = _filled_down(columns[header.roles[role]], rows)
    return replace(sheet, columns=tuple(columns)), problems


def _merged_figure(sheet: Sheet, header: Header, block: tuple[int, int, int, int]) -> Problem:
    place = next(one for one in figure_columns(header) if block[1] <= one <= block[3])
    message = "A figure is merged over several cells, so nobody can tell which rows it is about."
    fix = "Unmerge the cells and write the figure where it belongs."
    return Problem("merged-cells", message, fix, sheet.where(block[0], header.texts[place]))


def _copied(column: Column, top: int, bottom: int) -> Column:
    codes = column.codes.copy()
    codes[top : bottom + 1] = codes[top]
    return Column(codes, column.texts)


def _filled_down(column: Column, rows: Places) -> Column:
    """Let a text hold for the empty cells below it."""
    blank = ~column.trimmed().filled_cells()[rows]
    last = np.maximum.accumulate(np.where(blank, -1, np.arange(len(rows))))
    codes = column.codes.copy()
    codes[rows[last >= 0]] = column.codes[rows[last[last >= 0]]]
    return Column(codes, column.texts)


def without_marks(column: Column, marks: frozenset[str]) -> tuple[Column, Places]:
    """Take the marks of footnotes off the end of cells; (n,) says which mark each row had, in sorted order, or -1."""
    known = sorted(marks)
    pattern = re.compile(rf"(?P<head>.*\S)\s*(?P<mark>{_MARK})", re.IGNORECASE | re.DOTALL)
    found = [pattern.fullmatch(text) for text in column.labels()]
    hits = [one if one and one["mark"].lower() in marks else None for one in found]
    texts = pa.array([one["head"].strip() if one else text for one, text in zip(hits, column.labels(), strict=True)])
    which = np.array([known.index(one["mark"].lower()) if one else -1 for one in hits], dtype=np.int64)
    return column.recoded(pc.cast(texts, pa.string())), which[column.codes]
