"""A quarter's updates of the plan as spreadsheets: the template, reading it back, and what loading it would change.

In: bytes from a person. Out: an UpdateCandidate, an UpdatePreview, entries for the ledger; the template the other way.
"""

from kpi.intake.updates.candidate import UpdateCandidate, UpdateRow, ViewAt, read_updates
from kpi.intake.updates.columns import is_updates, looks_like_updates
from kpi.intake.updates.preview import Choice, Conflict, UpdateLine, UpdatePreview, compare
from kpi.intake.updates.template import template

__all__ = [
    "Choice",
    "Conflict",
    "UpdateCandidate",
    "UpdateLine",
    "UpdatePreview",
    "UpdateRow",
    "ViewAt",
    "compare",
    "is_updates",
    "looks_like_updates",
    "read_updates",
    "template",
]
