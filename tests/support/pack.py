"""Copies of the demonstration pack that a test may change as it likes.

In: an empty folder. Out: a pack in it, with its own ledger or none.
"""

import shutil
from pathlib import Path

from kpi.settings import ROOT, Settings
from kpi.workspace import Workspace, open_workspace

RETURN = """indicator_id,period,value,numerator,denominator,state,note
caseload,2019-20 Q1,15.8,,,final,
cin_number,2019-20 Q1,805,,,final,
icpc_15,2019-20 Q1,,44,50,final,
"""
"""Three figures of the next quarter, as an analyst returns them."""


def copy_of_demonstration(folder: Path) -> Path:
    """Copy the pack without any ledger."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("ledger.*"))
    return data


def demonstration(folder: Path) -> Workspace:
    """Open a fresh copy of the pack with its figures loaded."""
    return open_workspace(Settings(data=copy_of_demonstration(folder), user="tests"))
