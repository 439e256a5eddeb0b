"""The check for figures that were published before and would change.

In: Facts. Out: rows whose value differs from the one in force, with old and new.
"""

from collections.abc import Iterator

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.match import same_numbers
from kpi.intake.rules.rule import FigureRule, Found, not_run, where
from kpi.number import symbol_text
from kpi.problem import Problem, Severity


def _find(facts: Facts) -> Iterator[Found | Problem]:
    if not len(facts.current):
        yield not_run(facts, "changed figures", "because nothing has been published yet")
        return
    places = facts.match.places
    old, old_symbols = facts.current["value"].to_numpy()[places], facts.current["symbol"].astype(object).to_numpy()
    new_symbols = facts.frame["symbol"].astype(object).to_numpy()
    moved = ~same_numbers(facts.values, old) | (new_symbols != old_symbols[places])

    def say(row: int) -> tuple[str, str]:
        before, now = float(old[row]), float(facts.values[row])
        if np.isnan(before) or np.isnan(now):
            was, would = _words(facts, row, before, old_symbols[places[row]]), _words(facts, row, now, new_symbols[row])
        else:
            was, would = facts.apart(row, before, now)
        return f"{facts.label(row)} was published as {was}; it would become {would}.", "Publish it if that is meant."

    yield Found(where(facts.match.changed & moved), "value", say)


def _words(facts: Facts, row: int, value: float, symbol: str) -> str:
    if not np.isnan(value):
        return facts.written(row, value)
    return symbol_text(symbol) if symbol else "no number"


RULE = FigureRule(
    code="changed-figure",
    severity=Severity.WARNING,
    prose="A figure that was published before does not change unseen: old and new are shown, and someone confirms.",
    held="indicator_id,period,value\nchildren_in_need,2017-18 Q4,1037\n",
    fails="indicator_id,period,value\nchildren_in_need,2017-18 Q4,1073\n",
    passes='indicator_id,period,value\nchildren_in_need,2017-18 Q4,"1,037"\n',
    find=_find,
)
