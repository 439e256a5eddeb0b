"""Copies of the demonstration pack that a test may change as it likes.

In: an empty folder. Out: a pack in it, with its own ledger or none.
"""

import csv
import shutil
from pathlib import Path

from kpi import seed
from kpi.settings import ROOT, Settings
from kpi.workspace import Workspace, open_workspace

RETURN = """indicator_id,period,value,numerator,denominator,state,note
caseload,2019-20 Q1,15.8,,,final,
cin_number,2019-20 Q1,805,,,final,
icpc_15,2019-20 Q1,,44,50,final,
"""
"""Three figures of the next quarter, as an analyst returns them."""


def revisions_of(data: Path) -> int:
    """Count the revisions a new ledger of a pack begins with: a file each, and a quarter's sign-offs each."""
    path = data / "updates" / seed.SIGN_OFFS
    quarters = {row["quarter"] for row in csv.DictReader(path.read_text("utf-8").splitlines())} if path.exists() else ()
    return len(seed.files(data)) + len(seed.update_files(data)) + len(quarters) + len(seed.text_files(data))


SEEDED = revisions_of(ROOT / "data")
"""The last revision that came with the demonstration; what a test publishes first is the one after it."""
NEXT, SECOND, THIRD = SEEDED + 1, SEEDED + 2, SEEDED + 3


def copy_of_demonstration(folder: Path) -> Path:
    """Copy the pack without any ledger."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("ledger.*"))
    return data


def demonstration(folder: Path) -> Workspace:
    """Open a fresh copy of the pack with its figures loaded."""
    return open_workspace(Settings(data=copy_of_demonstration(folder), user="tests"))
