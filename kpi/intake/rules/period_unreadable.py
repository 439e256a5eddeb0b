"""The check that every period can be read without guessing.

In: Facts. Out: rows whose period is no period, is ambiguous, or covers several.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    periods = facts.figures.periods
    unreadable = np.array([*(not error.readable for error in periods.errors), False])

    def say(row: int) -> tuple[str, str]:
        error = periods.errors[int(periods.faults[row])]
        return error.reason, error.question

    yield Found(where(unreadable[periods.faults]), "period", say)


RULE = FigureRule(
    code="period-unreadable",
    severity=Severity.ERROR,
    prose=(
        "The period is a month, quarter, year or date in a form that has one meaning. Q1 2022 may be a financial or a "
        "calendar quarter and is asked about, never guessed; a span such as Q1 to Q3 is no quarter. Nothing lies "
        "before 1950: Excel shows an empty date cell as January 1900."
    ),
    fails="indicator_id,period,value\ncaseload,Q1 2022,16\n",
    passes="indicator_id,period,value\ncaseload,Q1 2018/19,16\n",
    find=_find,
)
