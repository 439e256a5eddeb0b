"""Loading a long CSV of a million rows, against reading it with pandas and inserting the rows with bare sqlite3.

In: a made pack and file. Out: one ratio and the most memory that the load took, in a process of its own.
"""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from bench.packs import figures, write_pack
from bench.timing import Ratio, seconds

SIZE = (500, 50, 40)
_LOAD = """
import resource, sys, time
from pathlib import Path
from kpi.settings import Settings
from kpi.workspace import open_workspace
steps = set()
place = open_workspace(Settings(data=Path(sys.argv[1]), user="bench"))
start = time.perf_counter()
content = Path(sys.argv[2]).read_bytes()
preview = place.preview("figures.csv", content, progress=lambda text, share: steps.add(text))
receipt = place.publish(preview, who="bench")
taken = time.perf_counter() - start
print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, receipt.counts["new"], len(steps))
"""


def measure() -> Iterator[Ratio]:
    """Load the million rows both ways."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = write_pack(folder / "pack", SIZE[0], SIZE[1])
        file = folder / "figures.csv"
        figures(*SIZE).to_csv(file, index=False)
        bare = min(seconds(lambda: _bare(file, folder)) for _ in range(2))
        ours, memory, rows, steps = _ours(pack, file)
        note = f"{rows:,} rows, {memory / 1024 / 1024:.2f} GiB at most (goal 1.5), progress in {steps} steps"
        yield Ratio("Loading 1,000,000 rows against pandas.read_csv and a bare sqlite3 insert", ours, bare, 3, note)


def _ours(pack: Path, file: Path) -> tuple[float, float, int, int]:
    """Check, compare and commit in a fresh process; give seconds, KiB, rows and steps of progress."""
    run = subprocess.run([sys.executable, "-c", _LOAD, pack, file], capture_output=True, text=True, check=True)
    taken, memory, rows, steps = run.stdout.split()
    return float(taken), float(memory), int(rows), int(steps)


def _bare(file: Path, folder: Path) -> None:
    """Read and insert with nothing checked."""
    rows = pd.read_csv(file)
    path = folder / "bare.sqlite"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("create table figure (indicator text, area text, period text, value real, state text)")
    with database:
        database.executemany("insert into figure values (?, ?, ?, ?, ?)", rows.itertuples(index=False, name=None))
    database.close()
