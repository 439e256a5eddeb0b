"""The check that every period is of its indicator's frequency and calendar.

In: Facts. Out: rows whose period can be read, but is another kind of period.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    periods, cells = facts.figures.periods, facts.figures.cells
    readable = np.array([*(error.readable for error in periods.errors), False])

    def say(row: int) -> tuple[str, str]:
        error, definition = periods.errors[int(periods.faults[row])], facts.definition(row)
        asked = "dates" if definition.frequency == "date" else f"{definition.calendar} {definition.frequency}s"
        return f"{error.reason} {definition.id} has figures for {asked}.".strip(), error.question

    yield Found(where(readable[periods.faults]), "value" if cells.wide else "period", say)


RULE = FigureRule(
    code="period-frequency",
    severity=Severity.ERROR,
    prose=(
        "The period is of the indicator's frequency and calendar: a quarter for a quarterly indicator. A date stands "
        "for the period that ends on it."
    ),
    fails="indicator_id,period,value\ncaseload,2018-19,16\n",
    passes="indicator_id,period,value\ncaseload,31/03/2019,16\n",
    find=_find,
)
