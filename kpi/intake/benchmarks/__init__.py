"""Published files of others' figures, as they are, to clean figures or Problems.

In: bytes of a file that benchmarks.yaml describes. Out: a PublishedPreview, and what the ledger stores of it.
"""

from kpi.intake.benchmarks.preview import PublishedPreview, preview_published
from kpi.intake.benchmarks.recognise import recognised

__all__ = ["PublishedPreview", "preview_published", "recognised"]
