"""One row of a tracker to an Update of what it says differently from the day it was drawn.

In: a row, and the action as it was at the row's revision and as it is now. Out: an Update or None, and Problems.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from kpi.definitions.due import read_due
from kpi.definitions.pack import Pack
from kpi.definitions.plan import Action
from kpi.intake.updates import words
from kpi.intake.updates.news import news, together
from kpi.intake.updates.table import Row, Table
from kpi.period import Calendar, Period, PeriodError
from kpi.plan import ActionView, Update, check_update
from kpi.problem import Problem, Severity, excerpt, has_errors

COLUMN_OF: Final = {"due": "new_due", "due_reason": "reason"}
"""Fields of an update that stand in a column of another name."""
SUGGESTED: Final = 20
"""Unknown references for which the nearest are looked up."""


@dataclass(frozen=True)
class Context:
    """What a whole sheet is about."""

    pack: Pack
    year: str
    period: Period
    today: date

    @property
    def calendar(self) -> Calendar:
        """The council's calendar."""
        return Calendar(self.pack.council.calendar)


def refs_of(table: Table, known: Mapping[str, ActionView]) -> tuple[dict[int, str], list[Problem]]:
    """Give the reference each row is about, by the row's place; rows without one, unknown or again, are told."""
    refs = {_bare(ref): ref for ref in known}
    firsts: dict[str, Row] = {}
    found: dict[int, str] = {}
    problems: list[Problem] = []
    unknown: Counter[str] = Counter()
    for row in table.rows:
        ref = _bare(row.cells["ref"])
        if ref in firsts:
            problems.append(_again(table, row, firsts[ref]))
        elif ref in refs:
            firsts[ref], found[row.place] = row, refs[ref]
        else:
            unknown["rows"] += 1
            problems.append(_unknown(table, row, refs if unknown["rows"] <= SUGGESTED else {}))
    return found, problems


def read_row(
    row: Row, table: Table, context: Context, before: ActionView, now: ActionView
) -> tuple[Update | None, list[Problem]]:
    """Read what a row says that `before` did not know, and check it against what is known `now`; None for nothing.

    Problems name the row and the column; with an error among them the update is None too.
    """
    problems = _due_column(row, table, context, before)
    said = _said(row, table, context, now.action, problems)
    if has_errors(problems):
        return None, problems
    update = news(said, before, context.calendar)
    if not update.said:
        return None, problems
    update = together(update, before, now)
    problems += _fraction(row, table, update, before)
    found = check_update(update, now, context.period, context.pack, context.today)
    problems += [_placed(problem, row, table) for problem in found]
    return None if has_errors(problems) else update, problems


def _said(row: Row, table: Table, context: Context, action: Action, problems: list[Problem]) -> Update:
    """Read every cell in which something is said; faults are added to `problems`."""
    readers: dict[str, Callable[[str], Any]] = {
        "stage": words.stage,
        "status": lambda text: words.status(text, context.pack.legend),
        "percent": words.percent,
        "commentary": words.prose,
        "due": lambda text: words.due(text, context.calendar),
        "due_reason": words.prose,
        "milestones": lambda text: words.milestones(text, action.milestones),
    }
    said: dict[str, Any] = {"state": _read(row, table, "state", words.state, problems) or "final"}
    for field, reader in readers.items():
        column = COLUMN_OF.get(field, field)
        value = _read(row, table, column, reader, problems) if row.cells[column] else None
        said |= {} if value is None else {field: value}
    return Update.model_validate(said)


def _read(row: Row, table: Table, column: str, reader: Callable[[str], Any], problems: list[Problem]) -> Any:
    try:
        return reader(row.cells[column])
    except words.WordError as error:
        problems.append(Problem(error.code, error.message, error.fix, table.where(row, column)))
        return None


def _due_column(row: Row, table: Table, context: Context, before: ActionView) -> list[Problem]:
    """Warn of a due date that was overwritten where a new one and a reason were asked for."""
    text = row.cells["due"]
    try:
        if not text or row.cells["new_due"] or read_due(text, context.calendar).day == before.due.day:
            return []
    except PeriodError:
        pass
    message = f"The column due says {excerpt(text)}, but {before.ref} is due {before.due.short_label}."
    fix = "A due date is moved by writing the new one in new_due and why in reason; this cell was not read."
    return [Problem("due-overwritten", message, fix, table.where(row, "due"), Severity.WARNING)]


def _fraction(row: Row, table: Table, update: Update, before: ActionView) -> list[Problem]:
    """Ask about 0.5 where 50 fits better, as the check of figures does."""
    value, known = update.percent, before.percent
    if value is None or not 0 < value <= 1:
        return []
    if value == 1 if known is None else abs(100 * value - known) >= abs(value - known):
        return []
    message = f"{value:g} in a percentage means {value:g}%."
    fix = f"If {100 * value:g}% is meant, write {100 * value:g}."
    return [Problem("fraction", message, fix, table.where(row, "percent"), Severity.WARNING)]


def _placed(problem: Problem, row: Row, table: Table) -> Problem:
    """Name the cell that a rule of updates is about; a rule of the whole update stands at the reference."""
    field = problem.where.column or "ref"
    return replace(problem, where=table.where(row, COLUMN_OF.get(field, field)))


def _bare(ref: str) -> str:
    return " ".join(ref.split()).casefold()


def _again(table: Table, row: Row, first: Row) -> Problem:
    message = f"{excerpt(row.cells['ref'])} stands in row {first.place + 1} already."
    return Problem("duplicate-ref", message, "Keep one row for each action.", table.where(row, "ref"))


def _unknown(table: Table, row: Row, refs: Mapping[str, str]) -> Problem:
    """Say that a row names no action, or none of the plan; suggest the nearest references."""
    text, where = row.cells["ref"], table.where(row, "ref")
    if not text:
        fix = "Write the action's reference, such as PMQA 2.1. If cells are merged, unmerge them."
        return Problem("no-ref", "The row names no action.", fix, where)
    close = words.nearest(text, {words.plain(ref): ref for ref in refs.values()})
    fix = f"Is {' or '.join(close)} meant?" if close else "Take the template, which lists the references."
    return Problem("unknown-ref", f"The plan of this year has no action {excerpt(text)}.", fix, where)
