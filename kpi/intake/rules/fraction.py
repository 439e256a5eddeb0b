"""The check for percentages written as fractions: 0.52 where 52 is meant.

In: Facts. Out: rows of percent indicators whose value a hundred times larger fits the series better.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity


def _find(facts: Facts) -> Iterator[Found]:
    if facts.figures.percent_told:
        return
    percent = np.array([*(one.unit == "percent" for one in facts.figures.definitions), False])[facts.figures.indicators]
    parts = ~np.isnan(facts.figures.numbers["denominator"].values)
    beside = np.where(np.isnan(facts.history.before), facts.history.after, facts.history.before)
    with np.errstate(invalid="ignore"):
        small = (facts.values > 0) & (facts.values <= 1) & percent & ~parts & ~facts.match.unchanged
        nearer = np.abs(100 * facts.values - beside) < np.abs(facts.values - beside)
    unknown = np.isnan(beside) | (~facts.history.published & _all_small(facts))
    lonely = unknown & (facts.values < 1) & ~facts.history.doubted

    def say(row: int) -> tuple[str, str]:
        value = float(facts.values[row])
        fix = f"If {facts.written(row, 100 * value)} is meant, write {100 * value:.15g}."
        return f"{value:.15g} in a percentage means {value:.15g}%.", fix

    yield Found(where(small & (nearer | lonely)), "value", say)


def _all_small(facts: Facts) -> NDArray[np.bool_]:
    """Mark the figures of series of which the file holds no value above 1, (n,)."""
    series = facts.figures.indicators.astype(np.int64) * len(facts.figures.pack.area_titles) + facts.figures.areas
    large = np.unique(series[facts.values > 1])
    return ~np.isin(series, large)


RULE = FigureRule(
    code="fraction",
    severity=Severity.WARNING,
    prose=(
        "A percentage is written as 52 or 52%. A 0.52 that would fit its series better as 52 is asked about, and a "
        "series that is new and holds nothing above 1."
    ),
    held="indicator_id,period,value\nreviews_on_time,2018-19 Q3,48\n",
    fails="indicator_id,period,value\nreviews_on_time,2018-19 Q4,0.52\n",
    passes="indicator_id,period,value\nreviews_on_time,2018-19 Q4,52\n",
    find=_find,
)
