"""Figures quoted in the plan's updates, checked against the newest ledger.

In: what is known, an update or a tracker. Out: warnings that name the field or the row.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kpi.intake.updates import UpdateCandidate
from kpi.period import Period
from kpi.plan import Update
from kpi.problem import Problem, Where
from kpi.quoted import Quotations
from kpi.workspace.known import Known

FIELDS: Final = {"commentary": "commentary", "due_reason": "reason"}
"""Fields of an update in which people write, and their columns in a tracker."""


def in_update(now: Known, said: Update, period: Period) -> tuple[Problem, ...]:
    """Warn of the figures that an update of a quarter quotes otherwise than the ledger has them."""
    quotations = Quotations(now.pack, now.figures)
    return tuple(_said(quotations, said, period, {field: Where(column=field) for field in FIELDS}))


def in_tracker(now: Known, candidate: UpdateCandidate) -> UpdateCandidate:
    """Add the same warnings to a tracker, each with its row and column."""
    if candidate.period is None:
        return candidate
    quotations = Quotations(now.pack, now.figures)
    found: list[Problem] = []
    for row in candidate.rows:
        places = {field: Where(candidate.name, row=row.file_row, column=column) for field, column in FIELDS.items()}
        found += _said(quotations, row.update, candidate.period, places)
    return replace(candidate, problems=(*candidate.problems, *found))


def _said(quotations: Quotations, said: Update, period: Period, places: dict[str, Where]) -> Iterator[Problem]:
    for field, where in places.items():
        text = getattr(said, field)
        if text is not None:
            yield from quotations.check(text, period, where)
