"""The check for figures in another unit: thousands of pounds, or a count that lost its last digits.

In: Facts. Out: new or changed values many times larger or smaller than the one beside them, and millions without them.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity

TIMES: Final = 50.0
"""How many times the figure beside it a figure has to be, or a figure's share of it."""
A_MILLION: Final = 1e6


def _find(facts: Facts) -> Iterator[Found]:
    beside = np.where(np.isnan(facts.history.before), facts.history.after, facts.history.before)
    moving = ~facts.match.unchanged & (facts.values != 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.abs(facts.values / beside)
    far = moving & (beside != 0) & ((ratio >= TIMES) | (ratio <= 1 / TIMES))

    def beside_it(row: int) -> tuple[str, str]:
        value, other = facts.apart(row, float(facts.values[row]), float(beside[row]))
        return f"{value} stands beside {other} in its series.", "Is it in another unit, such as thousands? Correct it."

    yield Found(where(far), "value", beside_it)
    millions = facts.each([float(one.in_millions) for one in facts.figures.definitions]) == 1
    shown = facts.each([0.5 * A_MILLION * 10.0**-one.decimals for one in facts.figures.definitions])
    with np.errstate(invalid="ignore"):
        small = moving & ~far & millions & (np.abs(facts.values) < shown)

    def no_million(row: int) -> tuple[str, str]:
        return (
            f"{facts.cell(row, 'value')} is shown as {facts.written(row, 0.0)}.",
            "If it is in millions, write £49.6m.",
        )

    yield Found(where(small), "value", no_million)


RULE = FigureRule(
    code="other-scale",
    severity=Severity.WARNING,
    prose=(
        "A value is less than 50 times the one beside it in its series, and more than a fiftieth of it: what is not "
        "may be in thousands, or have lost digits. Of an indicator that is shown in millions a value that "
        "would be shown as none is asked about."
    ),
    held="indicator_id,period,value\nagency_spend,2018-19 Q3,105000\n",
    fails="indicator_id,period,value\nagency_spend,2018-19 Q4,140\n",
    passes="indicator_id,period,value\nagency_spend,2018-19 Q4,140000\n",
    find=_find,
)
