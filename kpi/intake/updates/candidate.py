"""A tracker's updates before anyone has agreed to them: read, compared with what was known, and checked.

In: a file's name and bytes, the definitions and the plan as at any revision. Out: an UpdateCandidate with its Problems.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from kpi.definitions.pack import Pack
from kpi.intake.candidate import ChildDataError, Options, in_order
from kpi.intake.read import label, read_sheets
from kpi.intake.updates.about import revisions, year_and_quarter
from kpi.intake.updates.columns import find_tracker
from kpi.intake.updates.rows import Context, read_row, refs_of
from kpi.intake.updates.table import Table, read_table
from kpi.period import Period
from kpi.plan import ActionView, PlanView, Update
from kpi.problem import Problem, ProblemError, Severity, has_errors

ViewAt = Callable[[int | None, str, Period], PlanView]
"""Gives the plan as known at a revision (None for the newest), of a plan year, as at a quarter."""
MOST = 1_000
"""Problems of one kind that are told one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """What one row says that was not known when it was drawn.

    `file_row` counts from 1; `base` is the revision it was drawn at; `earlier` is what the quarter said there.
    """

    file_row: int
    ref: str
    update: Update
    base: int
    earlier: Update | None


@dataclass(frozen=True, eq=False)
class UpdateCandidate:
    """A checked tracker. With an error among the problems nothing of it can be published.

    `unchanged` rows say nothing new; `period` is None where the file could not be read. `sheets` are the worksheets
    that hold updates, from which one can be chosen.
    """

    name: str
    sha256: str
    rows: tuple[UpdateRow, ...]
    problems: tuple[Problem, ...]
    year: str = ""
    period: Period | None = None
    unchanged: int = 0
    sheets: tuple[str, ...] = ()


def read_updates(
    name: str, content: bytes, pack: Pack, *, view_at: ViewAt, head: int, today: date, options: Options
) -> UpdateCandidate:
    """Read a tracker and check it against the plan as it is (`head`) and as it was when each row was drawn.

    Raises nothing for a bad file: its faults are the candidate's problems, in the order of its rows.
    """
    digest, problems, sheets = sha256(content).hexdigest(), list[Problem](), tuple[str, ...]()
    try:
        found = read_sheets(name, content)
        table, told = read_table(found, options.sheet)
        problems += told
        sheets = tuple(sheet.title for sheet in found if sheet.title and find_tracker(sheet))
        year, period = year_and_quarter(table, pack, options.calendar, today)
        rows, unchanged = _rows(table, Context(pack, year, period, today), view_at, head, problems)
    except ChildDataError as error:
        return UpdateCandidate(label(name), digest, (), error.problems)
    except ProblemError as error:
        return UpdateCandidate(label(name), digest, (), _capped([*problems, *error.problems]), sheets=sheets)
    return UpdateCandidate(label(name), digest, rows, _capped(problems), year, period, unchanged, sheets)


def _rows(
    table: Table, context: Context, view_at: ViewAt, head: int, problems: list[Problem]
) -> tuple[tuple[UpdateRow, ...], int]:
    """Read the rows, as far as their references and revisions are sound; give how many say nothing new."""
    bases, faults = revisions(table, head)
    problems += faults
    views = {base: _by_ref(view_at(base, context.year, context.period)) for base in {head, *bases.values()}}
    refs, faults = refs_of(table, views[head])
    problems += faults
    found, unchanged = [], 0
    for row in table.rows:
        if row.place not in refs or row.place not in bases:
            continue
        ref, base = refs[row.place], bases[row.place]
        before = views[base].get(ref, views[head][ref])
        update, faults = read_row(row, table, context, before, views[head][ref])
        problems += faults
        if update is None:
            unchanged += not has_errors(faults)
        else:
            earlier = before.quarter.update if before.quarter else None
            found.append(UpdateRow(row.place + 1, ref, update, base, earlier))
    problems += _nothing(table, unchanged)
    return tuple(found), unchanged


def _by_ref(view: PlanView) -> dict[str, ActionView]:
    return {action.ref: action for action in view.actions}


def _nothing(table: Table, unchanged: int) -> Iterator[Problem]:
    """Say how many rows say nothing new."""
    if unchanged:
        rows = "row says" if unchanged == 1 else "rows say"
        message = f"{unchanged:,} {rows} nothing that is not known already."
        yield Problem("nothing-new", message, "", table.sheet.where(), Severity.NOTE)


def _capped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put Problems in order; tell the first thousand of each code and count the others."""
    ordered = in_order(problems)
    counts = Counter(problem.code for problem in ordered)
    told: Counter[str] = Counter()
    kept = []
    for problem in ordered:
        told[problem.code] += 1
        if told[problem.code] <= MOST:
            kept.append(problem)
        elif told[problem.code] == MOST + 1:
            message = f"{counts[problem.code] - MOST:,} more of the same ({problem.code}) from here on."
            kept.append(Problem(problem.code, message, "", problem.where, problem.severity))
    return tuple(kept)
