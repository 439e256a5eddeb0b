"""The check that a numerator stands with its denominator.

In: Facts. Out: rows with a value and one of its two parts.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    there = {role: ~np.isnan(facts.figures.numbers[role].values) for role in ("value", "numerator", "denominator")}

    for role, other in (("numerator", "denominator"), ("denominator", "numerator")):

        def say(row: int, role: str = role, other: str = other) -> tuple[str, str]:
            return (
                f"The {role} {facts.cell(row, role)} stands without a {other}.",
                f"Give the {other} or empty the cell.",
            )

        given = facts.figures.cells.columns[other].filled_cells()
        yield Found(where(there["value"] & there[role] & ~given), role, say)


RULE = FigureRule(
    code="half-parts",
    severity=Severity.WARNING,
    prose=(
        "Beside a value stand both of its parts or none. A numerator alone may be the value again, moved by one cell."
    ),
    fails="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,87.5,84,\n",
    passes="indicator_id,period,value,numerator,denominator\nreviews_on_time,2018-19 Q4,87.5,84,96\n",
    find=_find,
)
