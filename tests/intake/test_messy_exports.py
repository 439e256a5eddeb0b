"""Real exports of a council, when they are there: a question without a recipe, the right figures with one.

In: ../shared/real/messy. Out: figures as they stand in the files; totals and report headings left out and told.
"""

from pathlib import Path

import pytest

from kpi.definitions.council import Council
from kpi.definitions.pack import Pack
from kpi.definitions.recipe import Recipe
from kpi.intake import Candidate
from kpi.problem import Severity
from tests.intake.conftest import Intake, indicator, pack_of

MESSY = Path(__file__).resolve().parents[3] / "shared" / "real" / "messy"
pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not MESSY.is_dir(), reason=f"the reference files are not at {MESSY.name}"),
]
WARDS = ("ferndale", "oval", "stockwell")


def severe(found: Candidate) -> set[str]:
    return {one.code for one in found.problems if one.severity is not Severity.NOTE}


@pytest.fixture
def wards() -> Intake:
    """A council whose areas are three of the wards, and two indicators counted in them."""
    base = pack_of((indicator("meals", areas=("all", *WARDS)), indicator("claimants", areas=("all", "e1", "e2"))))
    areas = [{"id": one, "title": one.capitalize()} for one in WARDS] + [
        {"id": one, "title": one} for one in ("e1", "e2")
    ]
    council = Council.model_validate(base.council.model_dump() | {"areas": areas})
    return Intake(Pack(council=council, indicators=base.indicators))


@pytest.mark.parametrize("path", sorted(MESSY.glob("*.csv")), ids=lambda path: path.name)
def test_an_export_without_a_recipe_is_asked_about(wards: Intake, path: Path) -> None:
    assert "no-header" in severe(wards.read(path.read_bytes(), path.name))


def test_a_count_by_ward_with_bands_keeps_its_bands(wards: Intake) -> None:
    rows = (MESSY / "meals-on-wheels-counts-by-ward.csv").read_text(encoding="utf-8").splitlines()
    known = [rows[0], *(row for row in rows if row.split(",")[0].lower() in WARDS)]
    columns = {"NAME": "area", "ONS WARD CODE": "ignore", "COUNT OF RECIPIENTS": "value"}
    fixed = {"indicator_id": "meals", "period": "2018-19 Q4"}
    told = Recipe.model_validate({"id": "meals", "title": "Meals", "columns": columns, "fixed": fixed})
    found = wards.read("\n".join([*known, "Ferndale,00AYGE,<10"]) + "\n", recipe=told)
    assert found.frame[["area", "value", "symbol"]].fillna(0).values.tolist() == [
        ["ferndale", 13.0, ""],
        ["oval", 11.0, ""],
        ["stockwell", 14.0, ""],
        ["ferndale", 0.0, "<10"],
    ]
    assert severe(found) == {"duplicate-row"}


def test_a_pivot_with_its_grand_total_is_read_without_it(wards: Intake) -> None:
    path = MESSY / "council-tax-nndr-benefits.csv"
    columns = {"Row Labels": "area", "Council tax or housing benefit claimants": "claimants"}
    areas = {"E01003012": "e1", "E01003013": "e2"}
    told = {"id": "tax", "title": "Council tax", "columns": columns, "areas": areas, "leave_out": ["Grand Total"]}
    found = wards.read(
        path.read_bytes(), recipe=Recipe.model_validate(told | {"fixed": {"period": "2018-19 Q4"}, "last_row": 3})
    )
    assert found.frame[["area", "value"]].values.tolist() == [["e1", 276.0], ["e2", 31.0]]
    whole = wards.read(path.read_bytes(), recipe=Recipe.model_validate(told | {"fixed": {"period": "2018-19 Q4"}}))
    assert {one.where.row for one in whole.problems if one.code == "total-row"} == {
        len(path.read_text(encoding="utf-8").splitlines())
    }
