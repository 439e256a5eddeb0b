"""Published figures of others, through the one door: what a file would change, loading it, and what is known.

In: a workspace. Out: previews, revisions of the ledger, and figures as known at a revision.
"""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from kpi.intake.benchmarks import PublishedPreview, preview_published
from kpi.ledger import Ledger, read, write
from kpi.problem import ProblemError
from kpi.workspace.place import Receipt, Workspace, with_warnings


@dataclass(frozen=True)
class Others:
    """What is asked and loaded of published figures."""

    place: Workspace

    def preview(self, name: str, content: bytes) -> PublishedPreview | None:
        """Say what loading a published file would change; None for a file that benchmarks.yaml does not describe."""
        head = self.place.head()
        return preview_published(name, content, self.place.pack, lambda: published_at(self.place.ledger, head), head)

    def publish(self, preview: PublishedPreview, *, who: str, note: str = "") -> Receipt:
        """Load what a preview showed, all or nothing; nothing happens when it changes nothing."""
        if not preview.can_publish:
            raise ProblemError(preview.problems)
        if not preview.changes_something:
            return Receipt(None, preview.counts)
        revision = write.publish(
            self.place.ledger,
            preview.submission(),
            who=who,
            note=with_warnings(note, preview.problems),
            definitions=self.place.pack.text,
            expected_head=preview.head,
            kind="benchmark",
        )
        return Receipt(revision, preview.counts)


@lru_cache(maxsize=2)
def published_at(ledger: Ledger, revision: int) -> pd.DataFrame:
    """Keep the published figures of the revisions looked at last; nobody may change them."""
    return read.frame(ledger, revision, kind="benchmark")
