"""Cell comments and footnotes become notes of the figures that they are tied to.

In: the long table, the sheet's comments, the footnotes below it. Out: the table with its notes, its cells without the
marks of footnotes. What belongs to no figure is told, so that nothing is lost without a word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from kpi.intake.body import Body, Footnote, without_marks
from kpi.intake.header import NUMBER_ROLES, Header
from kpi.intake.shape import LongCells
from kpi.intake.sheet import Column, Sheet, letter
from kpi.problem import Problem, Severity, excerpt

Notes = dict[int, list[str]]
"""The notes of each row of the table."""
MARKED = ("indicator_id", "area", "period", *NUMBER_ROLES)


def with_notes(cells: LongCells, body: Body) -> tuple[LongCells, list[Problem]]:
    """Tie footnotes and comments to figures; the Problems tell of what belongs to none."""
    notes: Notes = {}
    cells = _footnotes(cells, body.footnotes, notes)
    problems = _comments(cells, notes)
    return (_noted(cells, notes) if notes else cells), problems


def _footnotes(cells: LongCells, footnotes: Iterable[Footnote], notes: Notes) -> LongCells:
    """Tie each footnote to the figures whose cell, label or period bears its mark."""
    texts = {one.mark: one.text for one in footnotes if one.mark}
    if not texts:
        return cells
    known, columns = sorted(texts), dict(cells.columns)
    for role in MARKED:
        columns[role], which = without_marks(cells.columns[role], frozenset(texts))
        for row in np.flatnonzero(which >= 0).tolist():
            _add(notes, row, texts[known[int(which[row])]])
    return replace(cells, columns=columns)


def _comments(cells: LongCells, notes: Notes) -> list[Problem]:
    """Tie each comment to the figures of its cell; one on a label or a period holds for all figures under it."""
    if not cells.sheet.comments:
        return []
    rows_of: dict[tuple[int, int], list[int]] = {}
    commented = {row for row, _ in cells.sheet.comments}
    whole = cells.header.row in commented and bool(cells.groups)
    for row in range(len(cells)) if whole else np.flatnonzero(np.isin(cells.rows, list(commented))).tolist():
        for role in MARKED:
            place = cells.cell(row, role)
            if place is not None:
                rows_of.setdefault(place, []).append(row)
    for place, text in cells.sheet.comments.items():
        for row in rows_of.get(place, ()):
            _add(notes, row, text)
    return _untied(cells.sheet, cells.header, {p: t for p, t in cells.sheet.comments.items() if p not in rows_of})


def _untied(sheet: Sheet, header: Header, comments: Mapping[tuple[int, int], str]) -> list[Problem]:
    message = "The comment on cell {} belongs to no figure and was left out: {}"
    return [
        Problem(
            "comment-not-tied",
            message.format(f"{letter(column)}{row + 1}", excerpt(text)),
            "" if row <= header.row else "Write it into note if it belongs to a figure.",
            sheet.where(row),
            Severity.NOTE,
        )
        for (row, column), text in sorted(comments.items())[:100]
    ]


def _add(notes: Notes, row: int, text: str) -> None:
    told = notes.setdefault(row, [])
    if text not in told:
        told.append(text)


def _noted(cells: LongCells, notes: Notes) -> LongCells:
    """Put the notes behind those that the table has already."""
    column = cells.columns["note"]
    texts = column.labels()
    codes = column.codes.copy()
    known: dict[str, int] = {text: place for place, text in enumerate(texts)}
    for row, more in notes.items():
        before = column.text(row)
        whole = "; ".join([*([before] if before else []), *(one for one in more if one not in before)])
        codes[row] = known.setdefault(whole, len(known))
    return replace(cells, columns=cells.columns | {"note": Column.labelled(list(known), codes)})
