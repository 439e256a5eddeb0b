"""What every room's tests may ask for: an unused ledger on either database, a copy of the demonstration."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.pack import demonstration


@pytest.fixture(autouse=True)
def _main_stays() -> Iterator[None]:
    """Put the main module back: Streamlit's AppTest leaves a script in its place, which new processes would run."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


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


@pytest.fixture(scope="session")
def loaded_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its figures loaded; not to be changed."""
    workspace = demonstration(tmp_path_factory.mktemp("loaded"))
    workspace.ledger.close()
    return workspace.folder


@pytest.fixture
def pack(loaded_pack: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration with its figures loaded, which the test may change."""
    return Path(shutil.copytree(loaded_pack, tmp_path / "data"))
