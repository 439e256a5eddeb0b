"""A folder is written whole or not at all, and never in place of what somebody else put there."""

from pathlib import Path

import pytest

from kpi.problem import ProblemError
from kpi.safe_folder import replace_folder

FILES = {"index.html": b"<!DOCTYPE html>", "data/figures.csv": b"a,b\n"}


def ours(folder: Path) -> bool:
    return (folder / "index.html").exists()


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_holds_every_file(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", FILES, ours)
    assert held(tmp_path / "site") == FILES
    assert names(tmp_path) == ["site"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    replace_folder(tmp_path / "site", FILES, ours)
    assert held(tmp_path / "site") == FILES


def test_an_earlier_one_is_replaced_whole(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", FILES | {"old.html": b"old"}, ours)
    replace_folder(tmp_path / "site", FILES, ours)
    assert held(tmp_path / "site") == FILES
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_anything_else_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    place, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_bytes(b"of others")
    if kind == "folder":
        place.mkdir()
        (place / "letters.docx").write_bytes(b"of others")
    elif kind == "file":
        place.write_bytes(b"of others")
    else:
        place.symlink_to(other)
    with pytest.raises(ProblemError) as error:
        replace_folder(place, FILES, ours)
    assert [problem.code for problem in error.value.problems] == ["folder-not-ours"]
    assert names(tmp_path) == ["other", "site"]
    assert held(other) == {"index.html": b"of others"}


def test_what_cannot_be_written_leaves_the_earlier_one_and_no_rest(tmp_path: Path) -> None:
    replace_folder(tmp_path / "site", FILES, ours)
    with pytest.raises(ProblemError) as error:
        replace_folder(tmp_path / "site", FILES | {"index.html/under": b"a file is no folder"}, ours)
    assert [problem.code for problem in error.value.problems] == ["file-unwritable"]
    assert held(tmp_path / "site") == FILES
    assert names(tmp_path) == ["site"]


def test_a_folder_around_it_that_is_not_there_is_a_problem_with_a_fix(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        replace_folder(tmp_path / "nowhere" / "site", FILES, ours)
    assert "folder around it exists" in str(error.value)
