"""Every real published file loads through the command line and through the Upload screen, as it was downloaded.

In: the files, where they are there. Out: a revision a file, with as many figures by either door.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.cli import main
from kpi.workspace import Others, Workspace
from tests.support.screens import copy_of, drop, opened, press, screen, tick, words, write

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not REAL.is_dir(), reason="the published files are not beside the repository"),
]
FILES = sorted([*REAL.glob("dfe/*.csv"), *REAL.glob("lait/*.csv")])


@pytest.fixture(scope="module")
def folder(loaded_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the demonstration into which the files are loaded one after another."""
    before = os.environ.get("KPI_DATA")
    data = copy_of(loaded_pack, tmp_path_factory.mktemp("doors"))
    os.environ["KPI_DATA"] = str(data)
    yield data
    os.environ.pop("KPI_DATA")
    if before is not None:
        os.environ["KPI_DATA"] = before


def counted(place: Workspace, path: Path) -> tuple[int, int]:
    """Say how many figures of a file a load would add and how many are known already."""
    preview = Others(place).preview(path.name, path.read_bytes())
    assert preview is not None
    return preview.counts["new"], preview.counts["unchanged"]


def published(app: AppTest) -> str:
    """Publish what is on the screen, warnings checked."""
    write(app, "Your name", "Performance analyst")
    for box in app.checkbox:
        tick(app, box.label)
    return words(press(app, "Publish these figures of others"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_loads_by_either_door_and_is_then_known(
    folder: Path, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Load it on the screen, take that back, and load it from the terminal: as many figures either way."""
    place = opened(folder)
    new, _ = counted(place, path)
    assert new
    said = published(drop(screen("upload"), path.name, path.read_bytes()))
    assert f"{new:,} figures of others added" in said
    assert counted(place, path)[0] == 0
    place.undo(place.head(), who="tests", note="To load it once more")
    place.ledger.close()
    capfd.readouterr()
    assert main(["load", str(path), "--format", "json", "--data", str(folder)]) == 0
    assert json.loads(capfd.readouterr().out)["new"] == new
