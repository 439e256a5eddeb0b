"""The check for a number cut in two by its own comma: 1,234 without quotes is the value 1 and the note 234.

In: Facts. Out: rows whose note is three digits after a value of one to three.
"""

from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc

from kpi.intake.facts import Facts
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity

_TAIL = r"^[0-9]{3}(\.[0-9]+)?$"


def _find(facts: Facts) -> Iterator[Found]:
    notes = facts.figures.notes
    tail = pc.match_substring_regex(notes.texts, _TAIL).to_numpy(zero_copy_only=False)[notes.codes]
    with np.errstate(invalid="ignore"):
        head = (np.abs(facts.values) < 1000) & (facts.values == np.floor(facts.values))

    def say(row: int) -> tuple[str, str]:
        value = facts.cell(row, "value")
        joined = f"{value},{facts.cell(row, 'note')}"
        return (
            f"The note is only a number, so {joined} may have been cut at its comma.",
            f"Write {joined.replace(',', '')}.",
        )

    yield Found(where(tail & head), "note", say)


RULE = FigureRule(
    code="number-in-note",
    severity=Severity.WARNING,
    prose="A note of three digits is asked about: 1,037 without quotation marks reads as the value 1 and the note 037.",
    fails="indicator_id,period,value,note\nchildren_in_need,2018-19 Q4,1,037\n",
    passes='indicator_id,period,value,note\nchildren_in_need,2018-19 Q4,"1,037",\n',
    find=_find,
)
