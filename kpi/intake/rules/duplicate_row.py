"""The check that no figure is given twice.

In: Facts. Out: rows that repeat the indicator, area and period of an earlier row.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    keys = facts.keys
    again = where(pd.Series(keys).duplicated().to_numpy() & (keys >= 0))
    repeated = where(np.isin(keys, np.unique(keys[again]))) if len(again) else again
    _, spots = np.unique(keys[repeated], return_index=True)
    first_of = dict(zip(keys[repeated[spots]].tolist(), repeated[spots].tolist(), strict=True))

    def say(row: int) -> tuple[str, str]:
        first = int(facts.figures.cells.rows[first_of[int(keys[row])]]) + 1
        return f"The row repeats the indicator, area and period of row {first}.", "Keep one of the two."

    yield Found(again, "indicator_id", say)


RULE = FigureRule(
    code="duplicate-row",
    severity=Severity.ERROR,
    prose="No two rows give the same indicator, area and period, even with the same figure.",
    fails="indicator_id,period,value\ncaseload,2018-19 Q4,16\ncaseload,Q4 2018/19,17\n",
    passes="indicator_id,period,value\ncaseload,2018-19 Q3,16\ncaseload,2018-19 Q4,17\n",
    find=_find,
)
