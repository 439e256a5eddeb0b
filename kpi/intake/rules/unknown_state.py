"""The check that a row's state is one of the three.

In: Facts. Out: rows whose state is another word.
"""

from collections.abc import Iterator

from kpi.intake.facts import Facts
from kpi.intake.figures import STATES
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity, excerpt


def _find(facts: Facts) -> Iterator[Found]:
    def say(row: int) -> tuple[str, str]:
        return f"{excerpt(facts.cell(row, 'state'))} is no state.", f"Write {', '.join(STATES)}, or nothing for final."

    yield Found(where(facts.figures.states < 0), "state", say)


RULE = FigureRule(
    code="unknown-state",
    severity=Severity.ERROR,
    prose="The state is final, provisional or illustrative; an empty one means final.",
    fails="indicator_id,period,value,state\ncaseload,2018-19 Q4,16,draft\n",
    passes="indicator_id,period,value,state\ncaseload,2018-19 Q4,16,provisional\n",
    find=_find,
)
