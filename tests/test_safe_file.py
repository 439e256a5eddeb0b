"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from kpi.problem import ProblemError
from kpi.safe_file import replace_file


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "scorecard.csv"
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["scorecard.csv"]


def test_a_folder_that_is_not_there_is_a_problem_with_a_fix(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        replace_file(tmp_path / "nowhere" / "scorecard.csv", b"new")
    assert "folder exists" in str(error.value)


def test_what_cannot_be_put_in_place_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "scorecard.csv"
    path.mkdir()
    with pytest.raises(ProblemError):
        replace_file(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["scorecard.csv"]
