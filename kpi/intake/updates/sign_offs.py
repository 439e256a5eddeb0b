"""A pack's own sign-offs, from a spreadsheet: which role signed which quarter of which service area off.

In: a file's name and bytes, and the definitions. Out: entries for the ledger by quarter, oldest first, and Problems.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from kpi.definitions.pack import Pack
from kpi.definitions.plan import PlanFile
from kpi.entry import Entry
from kpi.intake.header import bare
from kpi.intake.read import label, read_sheets
from kpi.intake.sheet import Sheet
from kpi.intake.updates.table import refuse_children
from kpi.intake.updates.words import plain
from kpi.period import Calendar, Frequency, Period, PeriodError, read_as
from kpi.plan import SignOff, signoff
from kpi.problem import Problem, ProblemError, Where, excerpt

COLUMNS: Final = ("plan_year", "quarter", "service_area", "role", "comment")
NEEDED: Final = COLUMNS[:4]


@dataclass(frozen=True)
class SignOffs:
    """The entries of each quarter, oldest quarter first; none where something is wrong with the file."""

    by_quarter: dict[Period, tuple[Entry, ...]]
    problems: tuple[Problem, ...]


def read_sign_offs(name: str, content: bytes, pack: Pack, today: date) -> SignOffs:
    """Read a file with the columns plan_year, quarter, service_area (id or title), role and comment.

    Raises nothing for a bad file: its faults are the problems, and then it has no entries.
    """
    problems: list[Problem] = []
    found: dict[Period, list[Entry]] = defaultdict(list)
    try:
        sheet = read_sheets(name, content)[0]
        refuse_children([sheet])
        places = _places(sheet)
    except ProblemError as error:
        return SignOffs({}, error.problems)
    for row in range(1, len(sheet)):
        cells = {column: sheet.cells(row)[place] for column, place in places.items()}
        if any(cells.values()):
            try:
                period, entry = _entry(cells, pack, today, sheet, row)
            except ProblemError as error:
                problems += error.problems
            else:
                found[period].append(entry)
    problems += _twice(label(name), found)
    ordered = {} if problems else {period: tuple(found[period]) for period in sorted(found)}
    return SignOffs(ordered, tuple(problems))


def _places(sheet: Sheet) -> dict[str, int]:
    texts = [bare(text) for text in sheet.cells(0)] if len(sheet) else []
    found = {column: texts.index(bare(column)) for column in COLUMNS if bare(column) in texts}
    missing = [column for column in NEEDED if column not in found]
    if missing:
        fix = f"The first row must name {', '.join(NEEDED)}."
        raise ProblemError([Problem("no-header", f"The header lacks {', '.join(missing)}.", fix, sheet.where(0))])
    return found


def _entry(cells: dict[str, str], pack: Pack, today: date, sheet: Sheet, row: int) -> tuple[Period, Entry]:
    """Read one sign-off; ProblemError where something in it is wrong."""
    year, period = (_period(cells, column, pack, sheet.where(row, column)) for column in NEEDED[:2])
    area = _area(cells["service_area"], pack, year.text)
    if period.year != year:
        raise _refusal("outside-plan-year", f"{period.short_label} is not of {year.text}.", sheet.where(row, "quarter"))
    if period.first_day > today:
        raise _refusal("future-quarter", f"{period.short_label} has not begun.", sheet.where(row, "quarter"))
    if area is None:
        message = f"The plan of {year.text} has no service area {excerpt(cells['service_area'])}."
        raise _refusal("unknown-service-area", message, sheet.where(row, "service_area"))
    if plain(cells["role"]) != plain(area.head):
        message = f"{area.title} is signed off by its {area.head}, not by {excerpt(cells['role'])}."
        raise _refusal("sign-off-role", message, sheet.where(row, "role"))
    said = SignOff(role=area.head, comment=cells.get("comment") or None)
    return period, signoff.entry(year.text, area.id, period, said)


def _period(cells: dict[str, str], column: str, pack: Pack, where: Where) -> Period:
    frequency = Frequency.YEAR if column == "plan_year" else Frequency.QUARTER
    try:
        return read_as(cells[column], frequency, Calendar(pack.council.calendar)).period
    except PeriodError as error:
        raise ProblemError([Problem("period-unreadable", error.reason, error.question, where)]) from error


def _area(text: str, pack: Pack, year: str) -> PlanFile | None:
    return next((plan for plan in pack.plan(year) if plain(text) in (plain(plan.id), plain(plan.title))), None)


def _twice(file: str, found: dict[Period, list[Entry]]) -> list[Problem]:
    problems = []
    for period, entries in found.items():
        subjects = [entry.subject for entry in entries]
        for subject in sorted({one for one in subjects if subjects.count(one) > 1}):
            message = f"{subject} is signed off twice for {period.short_label}."
            problems.append(Problem("duplicate-sign-off", message, "Keep one of the rows.", Where(file)))
    return problems


def _refusal(code: str, message: str, where: Where) -> ProblemError:
    return ProblemError([Problem(code, message, "Correct the cell.", where)])
