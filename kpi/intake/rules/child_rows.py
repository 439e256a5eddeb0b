"""The check that rows are totals, not one row a child.

In: Facts. Out: one Problem when an indicator, area and period has many rows.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from kpi.intake.facts import Facts
from kpi.intake.rules.child_columns import FIX
from kpi.intake.rules.rule import FigureRule
from kpi.problem import Problem, Severity

CODE = "child-level-rows"
MANY = 10
"""This many rows for one figure are no slip of the pen."""


def _find(facts: Facts) -> Iterator[Problem]:
    keys = facts.keys[facts.keys >= 0]
    if not pd.Series(keys).duplicated().any():
        return
    _, counts = np.unique(keys, return_counts=True)
    if counts.max() >= MANY:
        message = f"One indicator, area and period has {counts.max():,} rows, as a list with one row a child would."
        yield Problem(CODE, message, FIX, facts.figures.cells.sheet.where(), Severity.ERROR)


RULE = FigureRule(
    code=CODE,
    severity=Severity.ERROR,
    prose=(
        f"An indicator, area and period has one row. {MANY} rows or more look like one row a child: the file is "
        "refused and nothing of it is kept."
    ),
    fails="indicator_id,period,value\n" + MANY * "children_in_need,2018-19 Q4,1\n",
    passes="indicator_id,period,value\nchildren_in_need,2018-19 Q4,10\n",
    find=_find,
)
