"""A copy of the demonstration with its figures and updates loaded, and what is declared of its plan."""

from pathlib import Path

import pytest

from kpi.settings import Settings
from kpi.workspace import Records, open_workspace


@pytest.fixture
def records(pack: Path) -> Records:
    """Open the copy."""
    return opened(pack)


def opened(pack: Path) -> Records:
    """Open a copy again, as a new start of the program does."""
    return Records(open_workspace(Settings(data=pack, user="tests")))
