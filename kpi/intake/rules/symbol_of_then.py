"""The check for signs that meant something else in the Department for Education's files of 2010 to 2017.

In: Facts. Out: new or changed figures of those years with such a sign, where nobody said whose signs the file uses.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.header import NUMBER_ROLES
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.number import OF_DIALECT, SYMBOLS, Dialect, read
from kpi.problem import Severity, excerpt

LAST_YEAR: Final = 2017
THEN: Final = OF_DIALECT[Dialect.DFE_2010_2017]


def _find(facts: Facts) -> Iterator[Found]:
    if facts.figures.symbols_told:
        return
    periods = facts.figures.periods
    early = np.array([*(one.last_day.year <= LAST_YEAR for one in periods.periods), False])[periods.places]
    for role in NUMBER_ROLES:
        column = facts.figures.cells.columns[role]
        doubtful = np.array([_bare(text) in THEN for text in column.labels()], dtype=bool)[column.codes]
        read_as = facts.figures.numbers[role].faults < 0

        def say(row: int, role: str = role) -> tuple[str, str]:
            written = facts.cell(row, role)
            now, then = read(written).symbol, THEN[_bare(written)]
            message = (
                f"{excerpt(written)} is read as {SYMBOLS[now]}; in DfE files of 2010 to 2017 it is {SYMBOLS[then]}."
            )
            return message, "Say whose signs the file uses: today's, or those of 2010 to 2017."

        yield Found(where(doubtful & read_as & early & ~facts.match.unchanged), role, say)


def _bare(text: str) -> str:
    return text.strip("[] ").lower()


RULE = FigureRule(
    code="symbol-of-then",
    severity=Severity.WARNING,
    prose=(
        "Whose signs a file uses is said where it matters: in the Department for Education's files of 2010 to 2017 an "
        "x is suppressed, today it is not available. A sign that meant something else then, at a figure of those "
        "years, is asked about."
    ),
    fails="indicator_id,period,value\nreferral_rate,2014-15,x\n",
    passes="indicator_id,period,value\nreferral_rate,2014-15,c\n",
    find=_find,
)
