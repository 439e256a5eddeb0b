"""The check that a value is what its numerator and denominator make.

In: Facts. Out: rows where the two differ by more than rounding explains.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.figures import scale
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity

_NOISE = 1e-9


def _find(facts: Facts) -> Iterator[Found]:
    definitions, numbers = facts.figures.definitions, facts.figures.numbers
    scales = facts.each([scale(one) for one in definitions])
    slack = facts.each([facts.thresholds.rounding_slack * 10.0**-one.shown_decimals for one in definitions])
    with np.errstate(divide="ignore", invalid="ignore"):
        made = scales * numbers["numerator"].values / numbers["denominator"].values
        wrong = np.isfinite(made) & (np.abs(facts.values - made) > slack + _NOISE * np.abs(made))

    def say(row: int) -> tuple[str, str]:
        value, right = facts.apart(row, float(facts.values[row]), float(made[row]))
        return f"The value is {value}, but numerator over denominator is {right}.", "Correct the one that is wrong."

    yield Found(where(wrong), "value", say)


RULE = FigureRule(
    code="value-and-parts",
    severity=Severity.ERROR,
    prose="Where value, numerator and denominator are all given, they agree as far as rounding allows.",
    fails="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,91,84,96\n",
    passes="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,87.5,84,96\n",
    find=_find,
)
