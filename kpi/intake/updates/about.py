"""Which plan year and quarter a tracker is about, and at which revision each of its rows was drawn.

In: a Table. Out: one year and one quarter for the whole sheet, a revision for each row, or Problems.
"""

from collections.abc import Iterator
from datetime import date

from kpi.definitions.pack import Pack
from kpi.intake.updates.table import Row, Table
from kpi.period import Calendar, Frequency, Period, PeriodError, read_as
from kpi.problem import Problem, ProblemError, excerpt

MOST_REVISIONS = 20
"""Revisions that the rows of one sheet may be drawn at; each of them is looked up."""
UNMERGE = "If cells are merged, unmerge them and write the text into each."


def year_and_quarter(table: Table, pack: Pack, told: Calendar | None, today: date) -> tuple[str, Period]:
    """Read the one plan year and the one quarter of a tracker; `told` is the calendar of ambiguous quarters.

    ProblemError: no rows; a quarter that is missing, unreadable or in the future, or several; a plan year that is not
    theirs.
    """
    if not table.rows:
        fix = "Write a row for each action that is updated, and upload the file again."
        raise ProblemError([Problem("no-updates", "The tracker has a header, but no rows.", fix, table.sheet.where())])
    problems = [*_empty(table, "quarter"), *(_empty(table, "plan_year") if _any(table, "plan_year") else ())]
    quarters = _read(table, "quarter", Frequency.QUARTER, pack, told, problems)
    years = _read(table, "plan_year", Frequency.YEAR, pack, told, problems)
    problems += [*_several(table, "quarter", quarters), *_several(table, "plan_year", years)]
    if problems:
        raise ProblemError(problems)
    period, row = next(iter(quarters.items()))
    year, at = next(iter(years.items()), (period.year, row))
    refusals = list(_fitting(table, pack, period, year.text, today, row, at))
    if refusals:
        raise ProblemError(refusals)
    return year.text, period


def revisions(table: Table, head: int) -> tuple[dict[int, int], list[Problem]]:
    """Give the revision each row was drawn at, by the row's place; rows without one were drawn at the newest.

    A row whose revision is none of the ledger's is left out and told.
    """
    found: dict[int, int] = {}
    problems = []
    for row in table.rows:
        text = row.cells["revision"]
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else head if not text else -1
        if min(head, 1) <= number <= head:
            found[row.place] = number
        else:
            message = f"{excerpt(text)} is no revision: the newest is {head}."
            fix = "Leave the column revision as the template has it, or leave it empty to compare with the newest."
            problems.append(Problem("unknown-revision", message, fix, table.where(row, "revision")))
    if len(set(found.values())) > MOST_REVISIONS:
        message = f"The rows were drawn at more than {MOST_REVISIONS} different revisions."
        fix = "Take one template for the quarter and write the updates into that."
        raise ProblemError([Problem("many-revisions", message, fix, table.where(None, "revision"))])
    return found, problems


def _any(table: Table, column: str) -> bool:
    return any(row.cells[column] for row in table.rows)


def _empty(table: Table, column: str) -> Iterator[Problem]:
    code, what = ("no-quarter", "quarter") if column == "quarter" else ("no-plan-year", "plan year")
    for row in table.rows:
        if not row.cells[column]:
            fix = f"Write the {what} into every row. {UNMERGE}"
            yield Problem(code, f"The row names no {what}.", fix, table.where(row, column))


def _read(
    table: Table, column: str, frequency: Frequency, pack: Pack, told: Calendar | None, problems: list[Problem]
) -> dict[Period, Row]:
    """Read each distinct text of a column once; give the first row of each period."""
    firsts: dict[str, Row] = {}
    for row in table.rows:
        firsts.setdefault(row.cells[column], row)
    found: dict[Period, Row] = {}
    for text, row in firsts.items():
        if not text:
            continue
        try:
            period = read_as(text, frequency, Calendar(pack.council.calendar), told).period
        except PeriodError as error:
            where = table.where(row, column)
            problems.append(Problem("period-unreadable", error.reason, error.question, where))
        else:
            found.setdefault(period, row)
    return found


def _several(table: Table, column: str, found: dict[Period, Row]) -> Iterator[Problem]:
    """Refuse every period after the first."""
    code, what = ("several-quarters", "quarters") if column == "quarter" else ("several-plan-years", "plan years")
    periods = list(found)
    for period in periods[1:]:
        message = f"The sheet is about several {what}: {period.short_label} here, {periods[0].short_label} above."
        yield Problem(code, message, f"Load one sheet for each of the {what}.", table.where(found[period], column))


def _fitting(table: Table, pack: Pack, period: Period, year: str, today: date, row: Row, at: Row) -> Iterator[Problem]:
    """Refuse a plan year without actions, a quarter of another year and one that has not begun."""
    if year not in pack.plan_years:
        known = ", ".join(pack.plan_years) or "none"
        fix = f"The plan years with actions are: {known}."
        column = "plan_year" if at.cells["plan_year"] else "quarter"
        yield Problem("unknown-plan-year", f"There is no plan for {year}.", fix, table.where(at, column))
    elif period.year.text != year:
        message = f"{period.short_label} does not lie in the plan year {year}."
        yield Problem(
            "outside-plan-year", message, "Correct the quarter or the plan year.", table.where(row, "quarter")
        )
    if period.first_day > today:
        message = f"{period.short_label} has not begun."
        yield Problem("future-quarter", message, "Correct the quarter.", table.where(row, "quarter"))
