"""The check that no figure belongs to a period that has not begun.

In: Facts. Out: rows whose period begins after today.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.period import reader_date
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    periods = facts.figures.periods
    future = np.array([*(period.first_day > facts.today for period in periods.periods), False])

    def say(row: int) -> tuple[str, str]:
        begins = reader_date(periods.periods[int(periods.places[row])].first_day)
        return f"{facts.label(row)} lies in the future: it begins on {begins}.", "Correct the period."

    yield Found(where(future[periods.places]), "period", say)


RULE = FigureRule(
    code="period-future",
    severity=Severity.ERROR,
    prose="The period has begun: there are no figures of the future.",
    fails="indicator_id,period,value\ncaseload,2098-99 Q4,16\n",
    passes="indicator_id,period,value\ncaseload,2018-19 Q4,16\n",
    find=_find,
)
