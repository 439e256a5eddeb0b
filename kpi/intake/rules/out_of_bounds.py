"""The check that a value is possible at all.

In: Facts. Out: rows whose value lies outside what the definition allows.
"""

from collections.abc import Iterator

import numpy as np

from kpi.definitions.indicator import Bounds, Indicator
from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity

_BY_UNIT = {"percent": Bounds(least=0, most=100)} | dict.fromkeys(("count", "rate", "days", "cases"), Bounds(least=0))


def bounds_of(definition: Indicator) -> tuple[float, float]:
    """Give the least and most possible value: as defined, else 0 to 100 for percent and 0 upwards for counts."""
    bounds = definition.bounds or _BY_UNIT.get(definition.unit, Bounds())
    least = -np.inf if bounds.least is None else bounds.least
    return least, np.inf if bounds.most is None else bounds.most


def _find(facts: Facts) -> Iterator[Found]:
    bounds = [bounds_of(definition) for definition in facts.figures.definitions]
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
        "The value is possible: a percentage lies from 0 to 100 and a count is not negative, unless the definition "
        "gives other bounds."
    ),
    fails="indicator_id,period,value\nreviews_on_time,2018-19 Q4,104\n",
    passes="indicator_id,period,value\nreviews_on_time,2018-19 Q4,100\n",
    find=_find,
)
