"""The check that no cell starts like a formula or a command.

In: a Sheet. Out: cells that a spreadsheet program would run.
"""

from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from kpi.intake.find import column_name
from kpi.intake.rules.rule import MOST, SheetRule, more
from kpi.intake.sheet import Column, Sheet
from kpi.problem import Problem, Severity, excerpt

CODE = "formula"
FIX = "Type the figure or the words themselves; begin a note with a letter."
_RUNS = r"^\s*([=\x{ff1d}]|[+\-@][A-Za-z]|[+\-@]\s*\S*[|!(])"


def runs(column: Column) -> NDArray[np.bool_]:
    """Tell for each row whether a spreadsheet program would run what stands there, (n,)."""
    found: NDArray[np.bool_] = pc.match_substring_regex(column.texts, _RUNS).to_numpy(zero_copy_only=False)
    return found[column.codes] if found.any() else np.zeros(len(column), dtype=bool)


def _find(sheet: Sheet) -> Iterator[Problem]:
    places: list[tuple[int, int]] = []
    for place, column in enumerate(sheet.columns):
        places += [(row, place) for row in np.flatnonzero(runs(column)).tolist()]
    places.sort()
    for row, place in places[:MOST]:
        message = f"{excerpt(sheet.columns[place].text(row))} starts like a formula."
        yield Problem(CODE, message, FIX, sheet.where(row, column_name(sheet, place)), Severity.ERROR)
    if len(places) > MOST:
        yield more(RULE, len(places) - MOST, sheet.where(places[MOST][0]))


RULE = SheetRule(
    code=CODE,
    severity=Severity.ERROR,
    prose=(
        "No cell starts with =, or with +, - or @ before a letter or a bracket, as a formula or a command does. In a "
        "workbook the results of formulas are read; it is text that looks like one which is refused."
    ),
    fails="indicator_id,period,value,note\ncaseload,2018-19 Q4,16,=cmd|' /C calc'!A0\n",
    passes="indicator_id,period,value,note\nbudget_variance,2018-19 Q4,-140000,under budget\n",
    find=_find,
)
