"""The check that a figure's period is over.

In: Facts. Out: rows whose period has begun and has not ended.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.period import reader_date
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    periods, today = facts.figures.periods, facts.today
    running = np.array([*(one.first_day <= today < one.last_day for one in periods.periods), False])

    def say(row: int) -> tuple[str, str]:
        ends = reader_date(periods.periods[int(periods.places[row])].last_day)
        return f"{facts.label(row)} is not over: it ends on {ends}.", "Correct the period, or load the figure then."

    yield Found(where(running[periods.places]), "period", say)


RULE = FigureRule(
    code="period-unfinished",
    severity=Severity.WARNING,
    prose="The period is over. A figure for a quarter that still runs needs a second look.",
    fails="indicator_id,period,value\ncaseload,2019-20 Q1,16\n",
    passes="indicator_id,period,value\ncaseload,2018-19 Q4,16\n",
    find=_find,
)
