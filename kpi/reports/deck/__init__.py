"""A briefing as HTML: one file that opens from a memory stick, and the same slides for the presenter in the app.

In: a Deck. Out: the bytes of a file by `offline`, the markup of a stage by `stage`.
"""

from kpi.reports.deck.file import asset, offline
from kpi.reports.deck.frame import stage

__all__ = ["asset", "offline", "stage"]
