"""The check that a value left empty can be worked out.

In: Facts. Out: rows with one part without the other, or a denominator that is no divisor.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    cells, numbers = facts.figures.cells.columns, facts.figures.numbers
    given = {role: cells[role].filled_cells() for role in ("value", "numerator", "denominator")}
    readable = (numbers["numerator"].faults < 0) & (numbers["denominator"].faults < 0)
    below = numbers["denominator"].values
    alone = ~given["value"] & (given["numerator"] ^ given["denominator"]) & readable

    def lacking(row: int) -> tuple[str, str]:
        other = "denominator" if given["numerator"][row] else "numerator"
        return f"There is no value, and no {other} to work it out from.", f"Give the value, or the {other}."

    def divisor(row: int) -> tuple[str, str]:
        fix = (
            "Correct it; where there was nothing to count, write z (not applicable) as the value and leave both empty."
        )
        return f"The denominator is {facts.cell(row, 'denominator')}, so nothing can be divided by it.", fix

    yield Found(where(alone), "value", lacking)
    with np.errstate(invalid="ignore"):
        yield Found(where(below <= 0), "denominator", divisor)


RULE = FigureRule(
    code="parts-incomplete",
    severity=Severity.ERROR,
    prose="A value left empty has both a numerator and a denominator above 0, so that it can be worked out.",
    fails="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,,84,0\n",
    passes="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,,84,96\n",
    find=_find,
)
