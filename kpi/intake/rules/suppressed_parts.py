"""The check that a suppressed value is not given away by its parts.

In: Facts. Out: rows with the symbol c as value, and numbers beside it.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    numbers = facts.figures.numbers
    suppressed = np.array([symbol == "c" for symbol in numbers["value"].symbol_texts])[numbers["value"].symbols]
    given = ~np.isnan(numbers["numerator"].values) & ~np.isnan(numbers["denominator"].values)

    def say(_row: int) -> tuple[str, str]:
        return "The value is suppressed, but numerator and denominator give it away.", "Write c for them too."

    yield Found(where(suppressed & given), "value", say)


RULE = FigureRule(
    code="suppressed-parts",
    severity=Severity.WARNING,
    prose="A value that is suppressed (c) does not stand beside the numerator and denominator that it is made of.",
    fails="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,c,2,3\n",
    passes="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,c,c,c\n",
    find=_find,
)
