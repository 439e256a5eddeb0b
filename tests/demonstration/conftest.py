"""The demonstration with its figures, updates and sign-offs, opened once: these tests only read it."""

from pathlib import Path

import pytest

from kpi.plan import PlanView
from kpi.workspace import Records
from tests.support.pack import demonstration


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """What was declared in the demonstration, in a ledger of its own."""
    folder: Path = tmp_path_factory.mktemp("demonstration")
    return Records(demonstration(folder))


@pytest.fixture(scope="session")
def plan(records: Records) -> PlanView:
    """The plan as it stood at the end of 2018-19."""
    return records.plan("2018-19", "2018-19 Q4")
