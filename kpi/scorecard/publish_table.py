"""Lays one indicator's counts of children out as tables whose totals add up, and has them protected.

In: the rows of one indicator and period, by area. Out: tables with the place of each area in them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from kpi.judge.disclosure import Margin, Protected, Rules, protect
from kpi.scorecard.row import Row
from kpi.series import SUPPRESSED

WHOLE: Final = "all"
"""The id of the whole service among areas."""
COUNTED: Final = "counted"
OTHERS: Final = "others"
ELSEWHERE: Final = "(elsewhere)"
SHARES: Final = ("percent", "rate")
Parts = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """Protected counts and the line in which each area stands; `name` is the same in every release."""

    name: str
    protected: Protected
    place: Mapping[str, int]


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """Name the columns of an indicator's table: its children, and in a share those of the group who are not counted."""
    return (COUNTED, OTHERS) if rows[0].definition.unit in SHARES else (COUNTED,)


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


def tables(name: str, rows: Sequence[Row], rules: Rules, before: Mapping[str, Protected]) -> list[Table]:
    """Protect an indicator's counts: areas under their service where they add up to it, else each for themselves."""
    held = {row.area: parts for row in rows if row.value is not None and (parts := parts_of(row)) is not None}
    areas = {area: parts for area, parts in held.items() if area != WHOLE}
    columns, service = columns_of(rows), held.get(WHOLE)
    made: list[Table] = []
    if areas and service and _rest(areas.values(), service) is not None:
        return [_with_service(name, areas, service, columns, rules, before, withheld_areas(rows))]
    if areas:
        made.append(_by_itself(name, areas, columns, rules, before))
    if service:
        made.append(_by_itself(f"{name} {WHOLE}", {WHOLE: service}, columns, replace(rules, rounded="all"), before))
    return made


def withheld_areas(rows: Iterable[Row]) -> bool:
    """Tell whether the source withheld the figure of an area."""
    return any(row.area != WHOLE and row.symbol == SUPPRESSED for row in rows)


def _rest(areas: Iterable[Parts], service: Parts) -> Parts | None:
    """Give the children of the service who are in none of the areas; None where areas hold more than the service."""
    rest = tuple(whole - sum(parts) for whole, *parts in zip(service, *areas, strict=True))
    return rest if min(rest) >= 0 else None


def _with_service(
    name: str,
    areas: Mapping[str, Parts],
    service: Parts,
    columns: tuple[str, ...],
    rules: Rules,
    before: Mapping[str, Protected],
    withheld: bool,
) -> Table:
    """Protect areas with their service as the total; who is elsewhere can be worked out, and is protected too."""
    rest = _rest(areas.values(), service) or (0,) * len(columns)
    table = _frame({**areas, ELSEWHERE: rest}, columns)
    source = np.zeros(table.shape, dtype=bool)
    source[-1] = withheld
    protected = protect(
        table,
        rules=rules,
        totals=(*_of_rows(columns), "columns"),
        unprinted=(OTHERS, _label(ELSEWHERE)),
        withheld=source,
        before=before.get(name),
    )
    place = {area: line for line, area in enumerate(areas)}
    return Table(name, protected, place | {WHOLE: len(protected.rows) - 1})


def _by_itself(
    name: str,
    areas: Mapping[str, Parts],
    columns: tuple[str, ...],
    rules: Rules,
    before: Mapping[str, Protected],
) -> Table:
    """Protect areas that no printed total joins."""
    table, totals = _frame(areas, columns), _of_rows(columns)
    protected = protect(table, rules=rules, totals=totals, unprinted=(OTHERS,), before=before.get(name))
    return Table(name, protected, {area: line for line, area in enumerate(areas)})


def _of_rows(columns: tuple[str, ...]) -> tuple[Margin, ...]:
    """Give the totals of rows where they are printed: the group of a share."""
    return ("rows",) if OTHERS in columns else ()


def _frame(areas: Mapping[str, Parts], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(areas.values()), index=[_label(area) for area in areas], columns=list(columns))


def _label(area: str) -> str:
    """Name an area's line so that no id can be taken for that of the totals."""
    return f"area {area}"
