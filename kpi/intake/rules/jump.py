"""The check for values far from the one before, measured by the series' own history.

In: Facts. Out: new or changed values whose change is many times the usual one.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, not_run, where
from kpi.period import Calendar, Frequency, containing
from kpi.problem import Problem, Severity


def _find(facts: Facts) -> Iterator[Found | Problem]:
    known, least, moving = facts.history, facts.thresholds.jump_history, ~facts.match.unchanged
    smallest = facts.each([10.0**-one.shown_decimals for one in facts.figures.definitions])
    usual = np.fmax(known.usual, smallest)
    change = facts.values - known.before
    with np.errstate(invalid="ignore"):
        far = moving & (known.count >= least) & (np.abs(change) > facts.thresholds.jump_factor * usual)

    def say(row: int) -> tuple[str, str]:
        definition, day = facts.definition(row), date.fromordinal(int(known.days[row]))
        earlier = containing(day, Frequency(definition.frequency), Calendar(definition.calendar)).short_label
        value, before = (facts.written(row, float(array[row])) for array in (facts.values, known.before))
        size, normal = (facts.change(row, float(array[row])) for array in (change, usual))
        way = "up" if change[row] > 0 else "down"
        message = f"{value} is {size} {way} on {before} in {earlier}; this series usually changes by {normal}."
        return message, "Check it; publish it if it is right, and say why in note."

    yield Found(where(far), "value", say)
    numbers = moving & facts.figures.known & ~np.isnan(facts.values) & ~known.doubted
    young = len(
        np.unique(facts.keys[where(numbers & (known.count < least))] // max(1, len(facts.figures.periods.texts)))
    )
    if young:
        yield not_run(facts, "jumps", f"for figures of {young:,} series with fewer than {least} figures before them")


RULE = FigureRule(
    code="jump",
    severity=Severity.WARNING,
    prose=(
        "A value does not change by more than the council's jump_factor times the usual change of its own series: the "
        "middle of all its changes, between breaks and, for a year to date, within a year. Figures that their "
        "definition puts in doubt are passed over. A series with fewer than jump_history figures is not judged, and a "
        "note says so."
    ),
    held=(
        "indicator_id,period,value\nchildren_in_need,2017-18 Q1,900\nchildren_in_need,2017-18 Q2,910\n"
        "children_in_need,2017-18 Q3,905\nchildren_in_need,2017-18 Q4,915\nchildren_in_need,2018-19 Q1,905\n"
        "children_in_need,2018-19 Q2,900\n"
    ),
    fails="indicator_id,period,value\nchildren_in_need,2018-19 Q3,90\n",
    passes="indicator_id,period,value\nchildren_in_need,2018-19 Q3,880\n",
    find=_find,
)
