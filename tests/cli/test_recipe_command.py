"""A spreadsheet in a shape of its own, told once and read again by its recipe."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

EXPORT = (
    "Workforce return,,,,\nRun date: 02/07/2019,,,,\nMeasure,Qtr,Result,RAG,Remarks\n"
    "Avg cases per FTE,2018-19 Q4,15.9,G,corrected\nGrand Total,,15.9,,\n"
)
TOLD = (
    *("--column", "Measure=indicator_id", "--column", "Qtr=period", "--column", "Result=value"),
    *("--column", "RAG=ignore", "--column", "Remarks=note"),
    *("--indicator", "Avg cases per FTE=caseload", "--leave-out", "Grand Total"),
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


def test_a_correction_is_kept_as_a_recipe_and_the_next_file_is_read_by_it(run: Run, pack: Path, export: Path) -> None:
    saved = run("recipe", export, "--save", "workforce", "--title", "Workforce return", *TOLD, "--format", "json")
    assert (saved.code, saved.json["figures"], saved.json["recipe"]["title"]) == (0, 1, "Workforce return")
    assert (pack / "recipes" / "workforce.yaml").is_file()
    assert run("check").code == 0
    loaded = run("load", export, "--recipe", "workforce", "--format", "json")
    assert (loaded.code, loaded.json["changed"]) == (0, 1)
    assert "Read with the recipe 'workforce'." in run("history").out


def test_what_a_file_was_taken_for_is_said_and_nothing_is_written(run: Run, pack: Path, export: Path) -> None:
    before = sorted((pack / "recipes").iterdir())
    said = run("recipe", export, *TOLD)
    assert "The header is row 3." in said.out
    assert "Column 'Result' is value." in said.out
    assert sorted((pack / "recipes").iterdir()) == before


def test_a_file_of_a_known_shape_is_offered_its_recipe(run: Run, export: Path) -> None:
    run("recipe", export, "--save", "workforce", *TOLD)
    refused = run("load", export)
    assert refused.code == 1
    assert "--recipe workforce" in refused.err


def test_a_recipe_that_names_no_indicator_is_not_kept(run: Run, pack: Path, export: Path) -> None:
    told = [word.replace("=caseload", "=caselod") for word in TOLD]
    refused = run("recipe", export, "--save", "workforce", *told)
    assert refused.code == 1
    assert not (pack / "recipes" / "workforce.yaml").exists()


@pytest.mark.parametrize("extra", [("--fixed", "area=nowhere"), ("--column", "Sex=gender"), ("--symbol", "*=hidden")])
def test_a_recipe_that_the_pack_cannot_take_is_not_kept(run: Run, pack: Path, export: Path, extra: object) -> None:
    assert run("recipe", export, "--save", "workforce", *TOLD, *extra).code == 1
    assert not (pack / "recipes" / "workforce.yaml").exists()


def test_a_recipe_that_is_not_there_is_named_with_the_nearest(run: Run, export: Path) -> None:
    assert "Did you mean hr_return?" in run("load", export, "--recipe", "hr_retrn").err


def test_a_name_outside_the_folder_of_recipes_is_refused(run: Run, pack: Path, export: Path) -> None:
    assert run("recipe", export, "--save", "../council", *TOLD).code == 1
