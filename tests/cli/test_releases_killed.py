"""A program that is killed while it publishes or packs leaves no half file and no half publication."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest

from kpi.settings import ROOT, Settings
from kpi.workspace import open_workspace
from kpi.workspace.publications import Publications

OPENED: dict[str, Callable[[Path], object]] = {
    ".zip": zipfile.ZipFile,
    ".pdf": pypdf.PdfReader,
    ".docx": lambda path: docx.Document(str(path)),
}
"""What opens a file that is whole, and raises for half of one."""


def killed(data: Path, seconds: float, *command: object) -> None:
    """Run a command as a program of its own and kill it after some seconds, unless it has ended."""
    arguments = [sys.executable, "-m", "kpi", *map(str, command), "--data", str(data)]
    with subprocess.Popen(arguments, cwd=ROOT, env={**os.environ, "KPI_USER": "tests"}, stderr=subprocess.PIPE) as one:
        try:
            one.wait(seconds)
        except subprocess.TimeoutExpired:
            one.kill()


@pytest.mark.parametrize("seconds", [2.0, 3.5])
def test_publishing_that_is_killed_leaves_whole_documents_or_none(pack: Path, tmp_path: Path, seconds: float) -> None:
    folder = tmp_path / "out"
    killed(pack, seconds, "publish", "update", "--period", "2018-19 Q4", "--folder", folder)
    found = [path for path in folder.glob("*") if not path.name.startswith(".")] if folder.exists() else []
    for path in found:
        OPENED[path.suffix](path)
    went_out = Publications(open_workspace(Settings(data=pack, user="tests"))).publications()
    assert len(went_out) >= bool(found)
    assert all(len(one.frozen.documents) == 2 for one in went_out)


def test_a_pack_that_is_killed_leaves_no_file_and_the_one_before_stays(pack: Path, tmp_path: Path) -> None:
    output = tmp_path / "quarter.zip"
    output.write_bytes(b"the pack of last quarter")
    killed(pack, 3.0, "pack", "--period", "2018-19 Q4", "--output", output)
    assert output.read_bytes() == b"the pack of last quarter" or zipfile.is_zipfile(output)
