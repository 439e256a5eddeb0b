"""Lays one indicator's counts of children out as tables whose totals add up, and has them protected.

In: the rows of one indicator and period by area, earlier releases. Out: tables with the place of each area in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from kpi.judge.disclosure import TOTAL, Margin, Protected, Rules, protect
from kpi.scorecard.row import Row
from kpi.series import SUPPRESSED

WHOLE: Final = "all"
"""The id of the whole service among areas."""
COUNTED: Final = "counted"
OTHERS: Final = "others"
EARLIER: Final = "earlier"
SINCE: Final = "since"
ELSEWHERE: Final = "(elsewhere)"
SHARES: Final = ("percent", "rate")
YEAR_TO_DATE: Final = "year_to_date"
Parts = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """An indicator's protected counts, and the line in which each area stands."""

    indicator: str
    protected: Protected
    place: Mapping[str, int]

    @property
    def figure(self) -> int:
        """The column of what is counted: the first, or for a year to date the total of what it grew from."""
        return len(self.protected.columns) - 1 if EARLIER in self.protected.columns else 0

    def as_earlier(self) -> Protected:
        """Give the table as what was printed of the year so far, for the next table of the same year."""
        columns = self.protected.columns
        names = (EARLIER if at == self.figure else f"({name})" for at, name in enumerate(columns))
        return replace(self.protected, columns=tuple(names))


@dataclass(frozen=True, eq=False)
class Task:
    """What the tables of one indicator have in common."""

    indicator: str
    columns: tuple[str, ...]
    rules: Rules
    before: Sequence[Protected]
    withheld: bool

    @property
    def of_rows(self) -> tuple[Margin, ...]:
        """The totals of rows where they are printed: the group of a share, the year to date."""
        return ("rows",) if len(self.columns) > 1 else ()


def parts_of(row: Row) -> Parts | None:
    """Give the children behind a figure: its count; counted and others of a share; the group of an average.

    None where they are not held, or are no whole numbers that can add up.
    """
    counted, group = row.numerator, row.denominator
    one = row.value if row.definition.unit == "count" else group
    held: tuple[float | None, ...] = (one,)
    if row.definition.unit in SHARES:
        held = (counted, None if counted is None or group is None else group - counted)
    known = [part for part in held if part is not None and part >= 0 and part == int(part)]
    return tuple(int(part) for part in known) if len(known) == len(held) else None


def tables(
    rows: Sequence[Row], rules: Rules, before: Sequence[Protected] = (), last: Mapping[str, Row] | None = None
) -> list[Table]:
    """Protect an indicator's counts: areas under their service where they add up to it, else each for themselves.

    `before` are its tables in earlier releases. `last` are the rows last printed, by area: what a year to date grew
    from.
    """
    held = {row.area: parts for row in rows if row.value is not None and (parts := parts_of(row)) is not None}
    grown = _grown(rows, held, last or {})
    task = Task(rows[0].indicator, _columns(rows[0], grown), rules, before, _withheld(rows))
    held = grown or held
    areas, service = {area: parts for area, parts in held.items() if area != WHOLE}, held.get(WHOLE)
    if areas and service and min(_rest(areas.values(), service)) >= 0:
        return [_with_service(task, areas, service)]
    made = [_by_itself(task, areas)] if areas else []
    if service:
        made.append(_by_itself(replace(task, rules=replace(rules, rounded="all")), {WHOLE: service}))
    return made


def _columns(row: Row, grown: Mapping[str, Parts]) -> tuple[str, ...]:
    """Name a table's columns, which add up: a share's group, a year to date; or the one count."""
    if grown:
        return EARLIER, SINCE
    return (COUNTED, OTHERS) if row.definition.unit in SHARES else (COUNTED,)


def _grown(rows: Sequence[Row], held: Mapping[str, Parts], last: Mapping[str, Row]) -> dict[str, Parts]:
    """Part each count of a year to date into what was printed last and what came since; {} where it does not apply."""
    definition = rows[0].definition
    if definition.basis != YEAR_TO_DATE or definition.unit != "count":
        return {}
    grown: dict[str, Parts] = {}
    for row in rows:
        then = last.get(row.area)
        old = parts_of(then) if then and then.period < row.period and then.period.year == row.period.year else None
        if old and row.area in held and old[0] <= held[row.area][0]:
            grown[row.area] = (old[0], held[row.area][0] - old[0])
    return grown if grown.keys() == held.keys() else {}


def _withheld(rows: Iterable[Row]) -> bool:
    """Tell whether the source withheld the figure of an area."""
    return any(row.area != WHOLE and row.symbol == SUPPRESSED for row in rows)


def _rest(areas: Iterable[Parts], service: Parts) -> Parts:
    """Give the children of the service who are in none of the areas; below 0 where areas hold more than the service."""
    return tuple(whole - sum(parts) for whole, *parts in zip(service, *areas, strict=True))


def _with_service(task: Task, areas: Mapping[str, Parts], service: Parts) -> Table:
    """Protect areas with their service as the total; who is elsewhere can be worked out, and is protected too."""
    table = _frame({**areas, ELSEWHERE: _rest(areas.values(), service)}, task.columns)
    source = np.zeros(table.shape, dtype=bool)
    source[-1] = task.withheld
    protected = protect(
        table,
        rules=task.rules,
        totals=(*task.of_rows, "columns"),
        unprinted=(OTHERS, EARLIER, SINCE, _label(ELSEWHERE)),
        withheld=source,
        before=task.before,
    )
    place = {area: line for line, area in enumerate(areas)}
    return Table(task.indicator, protected, place | {WHOLE: protected.rows.index(TOTAL)})


def _by_itself(task: Task, areas: Mapping[str, Parts]) -> Table:
    """Protect areas that no printed total joins."""
    protected = protect(
        _frame(areas, task.columns),
        rules=task.rules,
        totals=task.of_rows,
        unprinted=(OTHERS, EARLIER, SINCE),
        before=task.before,
    )
    return Table(task.indicator, protected, {area: line for line, area in enumerate(areas)})


def _frame(areas: Mapping[str, Parts], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(areas.values()), index=[_label(area) for area in areas], columns=list(columns))


def _label(area: str) -> str:
    """Name an area's line so that no id can be taken for that of the totals."""
    return f"area {area}"
