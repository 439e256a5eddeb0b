"""Published figures of others as known at a revision, kept for the questions that follow each other.

In: a ledger, a revision and definitions. Out: figures, and comparisons made from them; nobody may change them.
"""

from functools import lru_cache

import pandas as pd

from kpi.definitions.pack import Pack
from kpi.ledger import Ledger, read
from kpi.scorecard.benchmarks import Benchmarks


@lru_cache(maxsize=2)
def published_at(ledger: Ledger, revision: int) -> pd.DataFrame:
    """Give every published figure of others that is in force at a revision."""
    return read.frame(ledger, revision, kind="benchmark")


def benchmarks_at(ledger: Ledger, revision: int, pack: Pack) -> Benchmarks:
    """Give the comparisons that definitions ask for, as known at a revision."""
    return _benchmarks(ledger, _changed(ledger, revision), pack.text)


@lru_cache(maxsize=32)
def _changed(ledger: Ledger, revision: int) -> int:
    """Give the last revision up to one that can have changed figures of others, 0 for none; most revisions do not."""
    kinds = ("benchmark", "undo")
    return max((one.number for one in read.history(ledger)[:revision] if one.kind in kinds), default=0)


@lru_cache(maxsize=2)
def _benchmarks(ledger: Ledger, revision: int, definitions: str) -> Benchmarks:
    pack = Pack.from_text(definitions)
    return Benchmarks(published_at(ledger, revision) if pack.benchmarks else _nothing(), pack)


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({"indicator": []})
