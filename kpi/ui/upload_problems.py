"""What is wrong with a file, as a table: where, what, and what to do; the same thing in many rows is said once.

In: Problems of one file. Out: Html with the first of each severity, and a spreadsheet with all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kpi.problem import Problem, Severity
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, join
from kpi.ui.parts import SHOWN_PROBLEMS, heading
from kpi.ui.table import Column, of_rows

SPANS = 3
"""Stretches of rows that are named; the rest are counted."""
SAID_ELSEWHERE = ("changed-figure", "nothing-new", "recipe-offered")
"""Problems that the preview says better; the spreadsheet has them all the same."""

_TITLES = {
    Severity.ERROR: "Must be put right",
    Severity.WARNING: "Please check",
    Severity.NOTE: "For information",
}


def tables(problems: Sequence[Problem]) -> Html:
    """Show the problems by severity, the worst first."""
    told = [one for one in problems if one.code not in SAID_ELSEWHERE]
    return join(_of(severity, [one for one in told if one.severity is severity]) for severity in Severity)


def _of(severity: Severity, these: Sequence[Problem]) -> Html:
    if not these:
        return NOTHING
    groups = alike(these)
    shown = groups[:SHOWN_PROBLEMS]
    sheets = any(one.where.sheet for one in these)
    columns = (*(("Sheet",) if sheets else ()), *_COLUMNS)
    table = of_rows(_TITLES[severity], columns, (_cells(group, sheets) for group in shown), caption_seen=False)
    rest = len(these) - sum(map(len, shown))
    more = element("p", f"and {rest:,} more; the download has them all.") if rest else None
    title = heading(f"{_TITLES[severity]} ({len(these):,})", 3)
    return element("section", title, table, more, class_=f"kpi-problems kpi-problems-{severity.value}")


_COLUMNS = (
    Column("Row", class_="kpi-col-row"),
    Column("Column", class_="kpi-col-column"),
    Column("What was found", class_="kpi-col-wrong"),
    Column("What to do"),
)


def alike(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Put problems together that differ in their row only, in the order of the first of each."""
    found: dict[Problem, list[Problem]] = {}
    for one in problems:
        found.setdefault(replace(one, where=replace(one.where, row=None)), []).append(one)
    return list(found.values())


def _cells(group: Sequence[Problem], sheets: bool) -> tuple[str | Html, ...]:
    first = group[0]
    rows = [one.where.row for one in group if one.where.row]
    place = ((first.where.sheet or "",) if sheets else ()) + (rows_in_words(rows), first.where.column or "")
    return (*place, first.message, first.fix)


def rows_in_words(rows: Sequence[int]) -> str:
    """Name rows briefly: '2 to 6, 9 and 31 more'; 'Whole file' for none."""
    if not rows:
        return "Whole file"
    spans = list(_spans(sorted(rows)))
    named = ", ".join(f"{first:,}" if first == last else f"{first:,} to {last:,}" for first, last in spans[:SPANS])
    more = sum(last - first + 1 for first, last in spans[SPANS:])
    return f"{named} and {more:,} more" if more else named


def _spans(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join rows that follow one another."""
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def csv(problems: Iterable[Problem]) -> bytes:
    """Write every problem with its place and what to do."""
    columns = ("severity", "code", "sheet", "row", "column", "message", "fix")
    rows = (problem.as_dict() for problem in problems)
    return csv_file(columns, ([row[column] for column in columns] for row in rows))
