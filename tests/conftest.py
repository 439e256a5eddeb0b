"""What every room's tests may ask for: a ledger that nobody has used, on either database."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Server]:
    """A PostgreSQL server, started when the first test asks for it."""
    try:
        postgres.programs()
    except postgres.NotFoundError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
    with postgres.server() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that nobody has used, once on SQLite and once on PostgreSQL."""
    if request.param == "postgresql":
        running: postgres.Server = request.getfixturevalue("postgresql")
        return running.fresh_url()
    return f"sqlite:///{tmp_path / 'ledger.sqlite'}"
