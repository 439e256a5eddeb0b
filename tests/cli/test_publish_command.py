"""`publish` freezes a paper and writes its documents; what goes wrong with one is told, and the other stands."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.support.pack import NEXT

ASKED = ("publish", "update", "--period", "2018-19 Q4", "--who", "Clerk")


def test_the_documents_of_a_publication_are_written_beside_it(run: Run, tmp_path: Path) -> None:
    answer = run(*ASKED, "--folder", tmp_path / "out", "--format", "json")
    made = json.loads(answer.out)
    assert (answer.code, made["revision"]) == (0, NEXT)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [one["name"] for one in made["documents"]]


def test_a_folder_that_cannot_be_made_is_told_and_the_publication_stands(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file, not a folder")
    answer = run(*ASKED, "--folder", tmp_path / "out" / "inner")
    assert answer.code == 1
    assert "The paper is published" in answer.err
    assert f"is published as revision {NEXT}" in answer.out
    assert [one["recorded"] for one in run("published", "--format", "json").json] == [NEXT]


def test_recipients_that_are_not_one_line_are_refused_and_nothing_is_published(run: Run) -> None:
    answer = run(*ASKED, "--recipients", "x" * 5000)
    assert answer.code == 1
    assert "To whom it goes is not one line of text." in answer.err
    assert run("published", "--format", "json").json == []
