"""A recipe is kept whole in the pack, or not at all."""

from pathlib import Path

import pytest

from kpi.problem import ProblemError
from kpi.workspace import read_definitions
from kpi.workspace.recipes import id_from, keep_recipe, why_not_kept
from tests.support.pack import copy_of_demonstration

TOLD = {"id": "finance_return", "title": "Finance return", "columns": {"Qtr": "period"}}


@pytest.mark.parametrize(
    ("title", "expected"), [("HR return", "hr_return"), ("2019: the ledger's (new)", "the_ledger_s_new"), ("12", "")]
)
def test_the_id_of_a_recipe_comes_from_its_title(title: str, expected: str) -> None:
    assert id_from(title) == expected


def test_a_recipe_that_is_kept_is_one_of_the_pack(tmp_path: Path) -> None:
    data = copy_of_demonstration(tmp_path)
    assert why_not_kept(data) == ""
    keep_recipe(data, TOLD)
    assert "finance_return" in {one.id for one in read_definitions(data)[0].recipes}


def test_one_that_contradicts_the_pack_leaves_what_was_there(tmp_path: Path) -> None:
    data = copy_of_demonstration(tmp_path)
    before = keep_recipe(data, TOLD).read_bytes()
    with pytest.raises(ProblemError):
        keep_recipe(data, TOLD | {"columns": {"Qtr": "no_such_thing"}})
    assert (data / "recipes" / "finance_return.yaml").read_bytes() == before
    with pytest.raises(ProblemError):
        keep_recipe(data, TOLD | {"id": "another", "columns": {"Qtr": "no_such_thing"}})
    assert not (data / "recipes" / "another.yaml").exists()
