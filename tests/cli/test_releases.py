"""`publish` and `published`: documents written as they are on record, drafts refused, changes since told."""

from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import Run

Q4 = ("--period", "2018-19 Q4")


def test_a_published_paper_is_written_as_it_is_on_record_and_listed(run: Run, tmp_path: Path) -> None:
    answer = run("publish", "update", *Q4, "--who", "Clerk", "--folder", tmp_path / "out", "--format", "json")
    assert answer.code == 0, answer.err
    on_record = {one["name"]: one["sha256"] for one in answer.json["documents"]}
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "out").iterdir()} == on_record
    [listed] = run("published", *Q4, "--format", "json").json
    assert (listed["paper"], listed["who"], listed["in_force"], listed["changed"]) == ("update", "Clerk", True, 0)


def test_a_draft_is_refused_with_what_is_missing_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    answer = run("publish", "committee", "--period", "2018-19 Q3", "--who", "Clerk", "--folder", tmp_path / "out")
    assert answer.code == 1
    assert "Equalities implications" in answer.err
    assert not (tmp_path / "out").exists()
