"""Loading a published file of 67,878 figures, against reading it with pandas and inserting the rows with bare sqlite3.

In: a made file of the Local Authority Interactive Tool's shape and size, and the demonstration's pack. Out: ratios.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from bench.timing import Ratio, median_seconds, seconds
from kpi.ledger import read
from kpi.settings import ROOT, Settings
from kpi.workspace import Others, Workspace, open_workspace

AREAS, FIGURES, YEARS = 18, 67_878, 9
COLUMNS = ("Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region")
RUNS = 3


def measure() -> Iterator[Ratio]:
    """Load the file both ways, and read the council's own figures with and without it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "tool.csv"
        made().to_csv(file, index=False)
        places = [_place(folder / str(run)) for run in range(RUNS)]
        before = median_seconds(lambda: read.frame(places[0].ledger), runs=5)
        ours = sorted(seconds(_load, place, file) for place in places)[RUNS // 2]
        bare = sorted(seconds(_bare, file, folder / f"bare{run}.sqlite") for run in range(RUNS))[RUNS // 2]
        after = median_seconds(lambda: read.frame(places[0].ledger), runs=5)
        note = f"{FIGURES:,} figures checked, compared and committed"
        yield Ratio("Loading a published file against pandas.read_csv and a bare sqlite3 insert", ours, bare, 4, note)
        yield Ratio("Reading the council's own figures with others' in the ledger against without", after, before, 3)


def made() -> pd.DataFrame:
    """Make a file with as many figures, measures, areas and distinct numbers as the real one has."""
    number = np.arange(FIGURES)
    measure, area, year = number // (AREAS * YEARS), number % AREAS, number // AREAS % YEARS
    values = np.random.default_rng(2019).integers(0, 13_000, FIGURES) / 100
    texts = np.where(number % 11 == 0, "-", np.char.mod("%.15g", values))
    places = [f"Authority {code}" for code in range(300, 300 + AREAS)]
    columns = (
        [f"Measure_{one}" for one in measure],
        np.where(number % (AREAS * YEARS) == 0, "Its label", ""),
        2016 + year,
        np.array(places)[area],
        texts,
        300.0 + area,
        "West Midlands",
    )
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def _place(folder: Path) -> Workspace:
    """Open a copy of the demonstration with its own figures loaded."""
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("ledger.*"))
    return open_workspace(Settings(data=folder, user="bench"))


def _load(place: Workspace, file: Path) -> None:
    """Check, compare and commit."""
    others = Others(place)
    preview = others.preview(file.name, file.read_bytes())
    if preview is None or others.publish(preview, who="bench").revision is None:
        raise RuntimeError("the made file was not loaded")


def _bare(file: Path, path: Path) -> None:
    """Read and insert with nothing checked."""
    rows = pd.read_csv(file)
    database = sqlite3.connect(path)
    database.execute("create table figure (a text, b text, c text, d text, e text, f real, g text)")
    with database:
        database.executemany("insert into figure values (?, ?, ?, ?, ?, ?, ?)", rows.itertuples(index=False, name=None))
    database.close()
