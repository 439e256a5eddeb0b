"""A recipe agrees with the pack it lies in, and is written so that it is read back equal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.definitions.faults import validated
from kpi.definitions.read import read_pack
from kpi.definitions.recipe import Recipe
from kpi.definitions.recipe_text import as_yaml
from kpi.definitions.yaml_text import read_yaml

START = "id: returns\ntitle: Returns\n"
WRITTEN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=12).map(str.strip)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{START}columns:\n  Measure: indicator_ids\n", "recipe-column"),
        (f"{START}indicators:\n  Caseload: caselod\n", "unknown-indicator"),
        (f"{START}areas:\n  North: northern\n", "unknown-area"),
        (f"{START}fixed:\n  area: nowhere\n", "unknown-area"),
        (f"{START}dialect: welsh\n", "value-choice"),
        (f"{START}header_row: 0\n", "value-limit"),
        (f"{START}colums:\n  A: value\n", "unknown-key"),
    ],
)
def test_a_recipe_that_contradicts_the_pack_is_told_with_its_line(pack: Path, text: str, code: str) -> None:
    (pack / "recipes" / "returns.yaml").write_text(text, encoding="utf-8")
    found, problems = read_pack(pack)
    told = {problem.code: problem.where for problem in problems}
    assert found is None
    assert told[code].file == "recipes/returns.yaml"
    assert told[code].line


def test_two_recipes_of_one_name_are_told(pack: Path) -> None:
    for name in ("a", "b"):
        (pack / "recipes" / f"{name}.yaml").write_text(START, encoding="utf-8")
    assert "duplicate-id" in {problem.code for problem in read_pack(pack)[1]}


@given(
    st.dictionaries(WRITTEN, st.sampled_from(["value", "period", "ignore", "2018-19 Q4"]), max_size=4),
    st.lists(WRITTEN.filter(bool), max_size=3),
)
def test_what_is_written_is_read_back_equal(columns: dict[str, str], left_out: list[str]) -> None:
    recipe = Recipe(id="returns", title="Returns: 'quoted' #1", columns=columns, leave_out=tuple(left_out))
    text = as_yaml(recipe.model_dump(mode="json"))
    found, problems, _ = validated(read_yaml(text.encode(), "returns.yaml"), (), Recipe)
    assert problems == ()
    assert found == recipe
