"""The check that value, numerator and denominator hold numbers or known symbols.

In: Facts. Out: cells that hold something else.
"""

from collections.abc import Iterator

from kpi.intake.facts import Facts
from kpi.intake.header import NUMBER_ROLES
from kpi.intake.numbers import Numbers
from kpi.intake.rules.formula import runs
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity

BROKEN = "Look for a quotation mark that is opened and never closed."


def _find(facts: Facts) -> Iterator[Found]:
    for role in NUMBER_ROLES:
        numbers = facts.figures.numbers[role]

        def say(row: int, role: str = role, numbers: Numbers = numbers) -> tuple[str, str]:
            error = numbers.errors[int(numbers.faults[row])]
            return error.reason, BROKEN if "\n" in facts.cell(row, role) else error.fix

        told = runs(facts.figures.cells.columns[role])
        yield Found(where((numbers.faults >= 0) & ~told), role, say)


RULE = FigureRule(
    code="not-a-number",
    severity=Severity.ERROR,
    prose=(
        "Value, numerator and denominator are numbers (1,037 or £140,000 or 52%), or a symbol such as c for "
        "suppressed. Words go into note, and value stays empty."
    ),
    fails="indicator_id,period,value\ncaseload,2018-19 Q4,low 20s\n",
    passes='indicator_id,period,value,note\ncaseload,2018-19 Q4,,low 20s\nchildren_in_need,2018-19 Q4,"1,037",\n',
    find=_find,
)
