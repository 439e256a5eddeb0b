"""Judgements over time, area by area, though the areas themselves change.

In: inspections of the definitions. Out: a table of areas by inspections with each change in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from kpi.definitions.inspection import GRADE_WORDS, Grade, Inspection, Judgement, JudgementArea
from kpi.definitions.pack import Pack
from kpi.inspection.dates import known_from, read, told
from kpi.story import grammar

Change = Literal["improved", "declined", "unchanged", "first"]
BEST_FIRST: Final[tuple[Grade, ...]] = tuple(GRADE_WORDS)
CHANGE_WORDS: Final[dict[Change, str]] = {
    "improved": "improved",
    "declined": "declined",
    "unchanged": "unchanged",
    "first": "first judged",
}
"""Changes as people read them."""


@dataclass(frozen=True, slots=True)
class Column:
    """An inspection that gave grades; `later` tells that nobody knew them on the day the record is read."""

    inspection: Inspection
    when: str
    known: date
    later: bool

    @property
    def id(self) -> str:
        """The inspection's id."""
        return self.inspection.id


@dataclass(frozen=True, slots=True)
class Cell:
    """A grade at an inspection, None where the area was not judged; `before` is the area's grade the last time."""

    column: Column
    judgement: Judgement | None
    before: Grade | None
    change: Change | None
    instead: str = ""

    @property
    def grade(self) -> Grade | None:
        """The grade."""
        return self.judgement.grade if self.judgement else None

    @property
    def word(self) -> str:
        """The grade as people read it, or why there is none."""
        return GRADE_WORDS[self.grade] if self.grade else self.instead

    @property
    def change_text(self) -> str:
        """The change since the last grade: 'improved from Requires improvement', 'unchanged', 'first judged'."""
        if self.change is None:
            return ""
        source = f" from {GRADE_WORDS[self.before]}" if self.before and self.change != "unchanged" else ""
        return f"{CHANGE_WORDS[self.change]}{source}"


@dataclass(frozen=True, slots=True)
class AreaHistory:
    """One judgement area over the years; `cells` go with the table's columns."""

    area: JudgementArea
    cells: tuple[Cell, ...]
    note: str

    @property
    def title(self) -> str:
        """The area's title."""
        return self.area.title

    def at(self, inspection_id: str) -> Cell | None:
        """Give the cell of an inspection, None where the table does not have it."""
        return next((cell for cell in self.cells if cell.column.id == inspection_id), None)

    @property
    def sentence(self) -> str:
        """Say the area's grades one after another: 'Impact of leaders: Good on ..., then Outstanding on ...'"""
        graded = [f"{cell.word} on {cell.column.when}" for cell in self.cells if cell.grade]
        grades = f"{self.title}: {', then '.join(graded)}." if graded else f"{self.title}: not judged yet."
        return f"{grades} {self.note}".strip()


@dataclass(frozen=True, slots=True)
class JudgementHistory:
    """Areas in order, by the inspections that gave grades, the oldest first."""

    columns: tuple[Column, ...]
    areas: tuple[AreaHistory, ...]

    @property
    def standing(self) -> Column | None:
        """The latest inspection whose grades were known on the day, None where none was."""
        known = [column for column in self.columns if not column.later]
        return known[-1] if known else None

    def sentence(self, column: Column) -> str:
        """Say every grade of an inspection with its change: '...: Help and protection Good (was ...); ...'"""
        cells = [(area, area.at(column.id)) for area in self.areas]
        grades = "; ".join(f"{area.title} {cell.word} ({_was(cell)})" for area, cell in cells if cell and cell.grade)
        return f"{column.inspection.title}: {grades}."

    def as_rows(self) -> list[dict[str, Any]]:
        """Give one row an area and inspection that judged it."""
        return [
            {
                "area": one.area.id,
                "area_title": one.title,
                "inspection": cell.column.id,
                "date": cell.column.inspection.date,
                "grade": cell.grade,
                "grade_text": cell.word,
                "change": cell.change,
                "before": cell.before,
                "later": cell.column.later,
            }
            for one in self.areas
            for cell in one.cells
            if cell.grade
        ]


def judgement_history(pack: Pack, day: date) -> JudgementHistory:
    """Lay out every grade; inspections that became known after the day are there too, and marked as later."""
    calendar, record = pack.council.calendar, pack.inspection
    graded = sorted((one for one in record.inspections if one.judgements), key=lambda one: read(one.date, calendar))
    columns = [_column(one, calendar, day) for one in graded]
    areas = {area.id: area for area in record.judgement_areas}
    rows = tuple(AreaHistory(area, _cells(area, columns), _note(area, areas)) for area in areas.values())
    return JudgementHistory(tuple(columns), rows)


def change(before: Grade | None, now: Grade) -> Change:
    """Tell how a grade changed since the last one of its area."""
    if before is None:
        return "first"
    step = BEST_FIRST.index(before) - BEST_FIRST.index(now)
    return "unchanged" if not step else "improved" if step > 0 else "declined"


def _column(inspection: Inspection, calendar: str, day: date) -> Column:
    known = known_from(inspection, calendar)
    return Column(inspection, told(inspection.date, calendar), known, known > day)


def _cells(area: JudgementArea, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """Give an area's cells, each compared with the one graded before it."""
    cells: list[Cell] = []
    before: Grade | None = None
    for column in columns:
        found = next((one for one in column.inspection.judgements if one.area == area.id), None)
        if found is None:
            cells.append(Cell(column, None, before, None, _instead(area, column)))
        else:
            cells.append(Cell(column, found, before, change(before, found.grade)))
            before = found.grade
    return tuple(cells)


def _instead(area: JudgementArea, column: Column) -> str:
    """Say why an inspection gave an area no grade."""
    year = column.known.year
    if area.since is not None and year < area.since:
        return f"not judged before {area.since}"
    if area.until is not None and year > area.until:
        return f"judged until {area.until}"
    return "not judged"


def _note(area: JudgementArea, areas: dict[str, JudgementArea]) -> str:
    """Say when an area began or ended, and which took the place of which."""
    replaced = [areas[one].title for one in area.replaces if one in areas]
    taken = [one.title for one in areas.values() if area.id in one.replaces]
    began = f"Judged since {area.since}" if area.since else ""
    place = f"{began}{', ' if began else ''}in place of {grammar.listed(replaced)}" if replaced else began
    ended = f"Judged until {area.until}" if area.until else ""
    after = f"{ended}{', ' if ended else ''}then as {grammar.listed(taken)}" if taken else ended
    return " ".join(f"{text[0].upper()}{text[1:]}." for text in (place, after) if text)


def _was(cell: Cell) -> str:
    """Say what a grade was before, as the published statements do: 'was Good', 'unchanged', 'first judged'."""
    moved = cell.change in ("improved", "declined") and cell.before
    return f"was {GRADE_WORDS[cell.before]}" if moved and cell.before else cell.change_text
