"""A scorecard of a million figures from the ledger, against the bare SQL read and the bare numpy comparison.

In: a made pack, loaded. Out: one ratio.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.packs import figures, write_pack
from bench.timing import Ratio, median_seconds
from kpi.ledger import read
from kpi.scorecard import assemble
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace

SIZE = (500, 50, 40)


def measure() -> Iterator[Ratio]:
    """Judge the million figures both ways."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_pack(Path(name) / "pack", SIZE[0], SIZE[1])
        place = open_workspace(Settings(data=folder, user="bench"))
        content = figures(*SIZE).to_csv(index=False).encode()
        place.publish(place.preview("figures.csv", content), who="bench")
        ours = median_seconds(lambda: _ours(place), runs=3)
        bare = median_seconds(lambda: _bare(folder / "ledger.sqlite"), runs=3)
        note = f"{_ours(place):,} rows"
        yield Ratio("Scorecard of 500 indicators x 50 areas x 40 quarters", ours, bare, 3, note)


def _ours(place: Workspace) -> int:
    """Read the figures afresh, judge them and give every row its status."""
    revision = read.head(place.ledger)
    card = assemble(read.frame(place.ledger, revision), place.pack, place.opening_period(), revision)
    return sum(card.counts.values())


def _bare(path: Path) -> int:
    """Fetch the same columns of the same rows and compare every value with its target."""
    database = sqlite3.connect(path)
    rows = database.execute(
        "select series, period, value, numerator, denominator, symbol, state, note from observation"
    ).fetchall()
    database.close()
    values = np.array([row[2] for row in rows], dtype=float)
    target = np.full(values.shape, 80.0)
    codes = np.where(values >= target, 0, np.where(values >= target * 0.9, 1, 2))
    return int(np.count_nonzero(codes == 2))
