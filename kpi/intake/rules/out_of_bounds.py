"""The check that a value is possible at all.

In: Facts. Out: rows whose value lies outside what the definition allows.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    bounds = [definition.possible for definition in facts.figures.definitions]
    low, high = (facts.each([pair[side] for pair in bounds]) for side in (0, 1))

    def say(row: int) -> tuple[str, str]:
        edge, side = (low[row], "least") if facts.values[row] < low[row] else (high[row], "most")
        value, limit = facts.apart(row, float(facts.values[row]), float(edge))
        return f"{value} is not possible: the {side} that {facts.definition(row).id} can be is {limit}.", "Correct it."

    with np.errstate(invalid="ignore"):
        yield Found(where((facts.values < low) | (facts.values > high)), "value", say)


RULE = FigureRule(
    code="out-of-bounds",
    severity=Severity.ERROR,
    prose=(
        "The value is possible: a percentage lies from 0 to 100, and only money and scores are negative, unless the "
        "definition gives other bounds."
    ),
    fails="indicator_id,period,value\nreviews_on_time,2018-19 Q4,104\n",
    passes="indicator_id,period,value\nreviews_on_time,2018-19 Q4,100\n",
    find=_find,
)
