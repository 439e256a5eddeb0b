"""Lays one indicator's counts of children out as tables whose totals add up, to be protected.

In: the rows of one indicator and period by area, earlier releases. Out: drafts with the place of each area in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from kpi.judge.disclosure import TOTAL, Draft, Margin, Protected, Rules, draft
from kpi.period import Period
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
IN_PERIOD: Final = "in_period"
Parts = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """An indicator's protected counts of a period, and the line in which each area stands."""

    indicator: str
    period: Period
    protected: Protected
    place: Mapping[str, int]

    @property
    def figure(self) -> int:
        """The column of what is counted."""
        return figure_at(self.protected.columns)

    def as_before(self, line_of_whole: str) -> Protected:
        """Give the table as an earlier release of one in which the line of the whole service has this name."""
        old = self.protected.rows
        if WHOLE not in self.place or old[self.place[WHOLE]] == line_of_whole:
            return self.protected
        rows = (
            line_of_whole if at == self.place[WHOLE] else f"({name})" if name == TOTAL else name
            for at, name in enumerate(old)
        )
        return replace(self.protected, rows=tuple(rows))

    def as_earlier(self) -> Protected:
        """Give the table as what was printed of the year so far, for the next table of the same year."""
        columns = self.protected.columns
        names = (EARLIER if at == self.figure else f"({name})" for at, name in enumerate(columns))
        return replace(self.protected, columns=tuple(names))


@dataclass(frozen=True, eq=False)
class Laid:
    """A table before it is protected, and the line in which each area stands."""

    indicator: str
    period: Period
    draft: Draft
    place: Mapping[str, int]

    def protected(self, made: Protected) -> Table:
        """Give the table once it is protected."""
        return Table(self.indicator, self.period, made, self.place)


def figure_at(columns: Sequence[str]) -> int:
    """Find the column of what is counted: the first, or for a year to date the total of what it grew from."""
    return len(columns) - 1 if EARLIER in columns else 0


@dataclass(frozen=True, eq=False)
class Task:
    """What the tables of one indicator have in common."""

    indicator: str
    period: Period
    columns: tuple[str, ...]
    rules: Rules
    before: Sequence[Table]
    grown_from: Sequence[Protected]
    withheld: bool

    @property
    def of_rows(self) -> tuple[Margin, ...]:
        """The totals of rows where they are printed: the group of a share, the year to date."""
        return ("rows",) if len(self.columns) > 1 else ()

    def earlier(self, line_of_whole: str) -> list[Protected]:
        """Give the earlier releases of a table in which the line of the whole service has this name."""
        return [*(table.as_before(line_of_whole) for table in self.before), *self.grown_from]


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


def laid_out(
    rows: Sequence[Row],
    rules: Rules,
    before: Sequence[Table] = (),
    grown_from: Sequence[Table] = (),
    last: Mapping[str, Row] | None = None,
) -> list[Laid]:
    """Lay an indicator's counts out: areas under their service where they add up to it, else each for themselves.

    `before` are its tables in earlier releases of the period. What a year to date grew from: `grown_from` are the
    tables of the period before, `last` the rows last printed, by area.
    """
    held = {row.area: parts for row in rows if row.value is not None and (parts := parts_of(row)) is not None}
    grown = _grown(rows, held, last or {})
    first, printed = rows[0], [table.as_earlier() for table in grown_from]
    task = Task(first.indicator, first.period, _columns(first, grown), rules, before, printed, _withheld(rows))
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


def _with_service(task: Task, areas: Mapping[str, Parts], service: Parts) -> Laid:
    """Lay out areas with their service as the total; who is elsewhere can be worked out, and is protected too."""
    table = _frame({**areas, ELSEWHERE: _rest(areas.values(), service)}, task.columns)
    source = np.zeros(table.shape, dtype=bool)
    source[-1] = task.withheld
    made = draft(
        table,
        rules=task.rules,
        totals=(*task.of_rows, "columns"),
        unprinted=(OTHERS, EARLIER, SINCE, _label(ELSEWHERE)),
        withheld=source,
        before=task.earlier(TOTAL),
    )
    place = {area: line for line, area in enumerate(areas)}
    return Laid(task.indicator, task.period, made, place | {WHOLE: made.rows.index(TOTAL)})


def _by_itself(task: Task, areas: Mapping[str, Parts]) -> Laid:
    """Lay out areas that no printed total joins."""
    made = draft(
        _frame(areas, task.columns),
        rules=task.rules,
        totals=task.of_rows,
        unprinted=(OTHERS, EARLIER, SINCE),
        before=task.earlier(_label(WHOLE)),
    )
    return Laid(task.indicator, task.period, made, {area: line for line, area in enumerate(areas)})


def _frame(areas: Mapping[str, Parts], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(areas.values()), index=[_label(area) for area in areas], columns=list(columns))


def _label(area: str) -> str:
    """Name an area's line so that no id can be taken for that of the totals."""
    return f"area {area}"
