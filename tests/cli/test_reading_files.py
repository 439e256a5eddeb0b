"""What `check` and `load` say of a file: how it was read, in words, and what its notes quote otherwise."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.published import WORKFORCE

RETURN = """Quarterly return,,,,
,,,,
KPI,Team,Quarter,Outturn,Comments
caseload,,2019-20 Q1,15.8,Average caseload was 17.1 cases in Q4 2018-19
"""


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = tmp_path / "return.csv"
    path.write_text(RETURN, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "load"])
def test_how_a_file_was_read_is_said_in_words(run: Run, returned: Path, command: str) -> None:
    told = run(command, returned).out
    assert "The header is row 3." in told
    assert "Column 'Outturn' is value." in told


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_published_file_is_named(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "workforce.csv"
    path.write_text(WORKFORCE, encoding="utf-8")
    assert "It is the published file 'DfE, Children's social work workforce" in run(command, path).out


def test_a_file_that_is_refused_still_says_how_it_was_read(run: Run, returned: Path) -> None:
    returned.write_text(RETURN.replace("15.8", "about 16"), encoding="utf-8")
    answer = run("load", returned)
    assert (answer.code, "The header is row 3." in answer.out) == (1, True)


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_note_that_quotes_another_figure_is_warned_of_with_both_values(
    run: Run, returned: Path, command: str
) -> None:
    told = run(command, returned).err
    assert "The text says 17.1" in told
    assert "row 4, column note" in told


def test_a_check_stores_nothing(run: Run, returned: Path) -> None:
    before = run("verify", "--format", "json").json["revision"]
    run("check", returned)
    assert run("verify", "--format", "json").json["revision"] == before
