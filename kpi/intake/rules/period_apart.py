"""The check for figures whose period lies far from everything in force: 2008-09 where 2018-19 is meant.

In: Facts. Out: new figures of a known series that more than a year's gap parts from it.
"""

from collections.abc import Iterator

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    def say(row: int) -> tuple[str, str]:
        message = f"{facts.label(row)} is far from every other figure of {facts.definition(row).title}."
        return message, "Correct the period; publish it if it is right."

    yield Found(where(facts.history.apart), "period", say)


RULE = FigureRule(
    code="period-apart",
    severity=Severity.WARNING,
    prose=(
        "A new figure follows on those in force, or leads up to them. One that a gap of more than a year parts from "
        "all of its series, three years where figures come once a year, may bear the wrong year."
    ),
    held="indicator_id,period,value\nchildren_in_need,2018-19 Q3,860\n",
    fails="indicator_id,period,value\nchildren_in_need,2008-09 Q4,821\n",
    passes="indicator_id,period,value\nchildren_in_need,2018-19 Q4,821\n",
    find=_find,
)
