"""A briefing as HTML: one file that opens from a memory stick, and the same slides for the presenter in the app.

In: a Deck. Out: `offline` bytes and `slides` markup.
"""

from kpi.reports.deck.file import offline
from kpi.reports.deck.frame import stage

__all__ = ["offline", "stage"]
