"""Where a figure came from: its file, row, column and hash, and every revision that changed it."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.pack import NEXT, RETURN
from tests.support.published import TOOL, WORKFORCE, write


def told(run: Run, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("origin", *arguments, "--format", "json").json
    return found


def test_a_published_figure_names_its_file_row_column_and_hash(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, workforce=WORKFORCE)["workforce"]
    run("load", path)
    [found] = told(run, "dfe_workforce/turnover_rate_fte", "2018", "--area", "336")
    digest = sha256(path.read_bytes()).hexdigest()
    where = (found["file"], found["row"], found["column"], found["sha256"], found["revision"])
    assert (found["value"], where) == (28, ("workforce.csv", 8, "turnover_rate_fte", digest, NEXT))


def test_a_figure_that_answers_for_no_indicator_is_found_too(run: Run, tmp_path: Path) -> None:
    run("load", write(tmp_path, tool=TOOL)["tool"])
    [found] = told(run, "lait/RTA", "2014-16", "--area", "336")
    assert (found["row"], found["column"], found["value"]) == (7, "Values", 20.15)


def test_an_own_figure_that_lies_in_the_pack_is_found_in_its_row(run: Run, pack: Path) -> None:
    first = told(run, "caseload", "Q4 2018-19")[0]
    lines = (pack / "observations" / str(first["file"])).read_text(encoding="utf-8").splitlines()
    row = first["row"]
    assert isinstance(row, int)
    assert lines[row - 1].startswith("caseload,all,2018-19 Q4,16,")
    assert "value" in str(first["column"])


def test_an_uploaded_figure_names_its_file_and_hash(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "return.csv"
    path.write_text(RETURN, encoding="utf-8")
    run("load", path)
    [found] = told(run, "caseload", "2019-20 Q1")
    digest = sha256(path.read_bytes()).hexdigest()
    assert (found["file"], found["sha256"], found["row"]) == ("return.csv", digest, None)
    [found] = told(run, "caseload", "2019-20 Q1", "--file", str(path))
    assert (found["row"], found["column"]) == (2, "value, numerator, denominator")


@pytest.mark.parametrize("arguments", [("nothing", "2018"), ("caseload", "2030-31 Q1"), ("caseload", "soon")])
def test_a_figure_that_never_was_is_told(run: Run, arguments: tuple[str, str]) -> None:
    assert run("origin", *arguments).code == 1
