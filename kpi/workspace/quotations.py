"""Figures quoted in updates of the plan and in the notes of figures, checked against the newest ledger.

In: what is known, and an update, a tracker or a file of figures. Out: warnings that name the field or the row.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

import pandas as pd

from kpi import series
from kpi.definitions.pack import Pack
from kpi.intake.candidate import Candidate
from kpi.intake.preview import KEY
from kpi.intake.updates import UpdateCandidate
from kpi.period import Period
from kpi.plan import Update
from kpi.problem import Problem, Where, has_errors
from kpi.quoted import Quotations, in_notes
from kpi.scorecard import IndicatorHistory, judged_series

FIELDS: Final = {"commentary": "commentary", "due_reason": "reason"}
"""Fields of an update in which people write, and their columns in a tracker."""


def in_update(quotations: Quotations, said: Update, period: Period) -> tuple[Problem, ...]:
    """Warn of the figures that an update of a quarter quotes otherwise than the ledger has them."""
    return tuple(_said(quotations, said, period, {field: Where(column=field) for field in FIELDS}))


def in_tracker(quotations: Quotations, candidate: UpdateCandidate) -> UpdateCandidate:
    """Add the same warnings to a tracker, each with its row and column."""
    if candidate.period is None:
        return candidate
    found: list[Problem] = []
    for row in candidate.rows:
        places = {field: Where(candidate.name, row=row.file_row, column=column) for field, column in FIELDS.items()}
        found += _said(quotations, row.update, candidate.period, places)
    return replace(candidate, problems=(*candidate.problems, *found))


def in_file(candidate: Candidate, current: pd.DataFrame, pack: Pack) -> Candidate:
    """Warn of the figures that notes of a file quote otherwise than the ledger would have them with the file."""
    if has_errors(candidate.problems):
        return candidate

    @cache
    def after() -> pd.DataFrame:
        both = pd.concat(
            [frame.astype(dict.fromkeys(KEY, object)) for frame in (current, candidate.frame.assign(revision=0))]
        )
        return series.conform(both.drop_duplicates(KEY, keep="last").drop(columns="file_row"))

    @cache
    def figures(indicator: str, area: str) -> IndicatorHistory:
        return judged_series(after(), pack, indicator, area, 0)

    def where_of(row: int) -> Where:
        return Where(candidate.name, row=row)

    found = tuple(in_notes(candidate.frame, Quotations(pack, figures), where_of, by="file_row"))
    return replace(candidate, problems=(*candidate.problems, *found)) if found else candidate


def _said(quotations: Quotations, said: Update, period: Period, places: dict[str, Where]) -> Iterator[Problem]:
    for field, where in places.items():
        text = getattr(said, field)
        if text is not None:
            yield from quotations.check(text, period, where)
