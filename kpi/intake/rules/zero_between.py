"""The check for a zero where the series has large values, which is nearly always a return that failed.

In: Facts. Out: new or changed zeros after a large value, and before one where there is one.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    # A figure in doubt has no neighbours, so that nothing is said of a zero that is known to be false.
    known, large = facts.history, facts.thresholds.zero_between
    with np.errstate(invalid="ignore"):
        after_large = np.abs(known.before) >= large
        before_large = np.isnan(known.after) | (np.abs(known.after) >= large)
    zero = (facts.values == 0) & after_large & before_large & ~facts.match.unchanged

    def say(row: int) -> tuple[str, str]:
        before = facts.written(row, float(known.before[row]))
        after = "" if np.isnan(known.after[row]) else f" and {facts.written(row, float(known.after[row]))} after it"
        fix = "If the figure is missing, leave value empty or write x; if it is a true zero, say so in note."
        return f"The value is 0, with {before} before it{after}.", fix

    yield Found(where(zero), "value", say)


RULE = FigureRule(
    code="zero-between",
    severity=Severity.WARNING,
    prose=(
        "A zero does not stand between large values (the council's zero_between), nor at the end after one. A zero "
        "that its definition puts in doubt is known already and needs no warning."
    ),
    held="indicator_id,period,value\nreviews_on_time,2018-19 Q1,91.5\nreviews_on_time,2018-19 Q3,89.6\n",
    fails="indicator_id,period,value\nreviews_on_time,2018-19 Q2,0\n",
    passes="indicator_id,period,value\nreviews_on_time,2018-19 Q2,90\n",
    find=_find,
)
