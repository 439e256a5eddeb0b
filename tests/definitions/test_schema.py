"""The JSON schemas say what the models say, are up to date, and are named by the YAML files for editors.

In: the models and data/. Out: agreement.
"""

import json
import re
from pathlib import Path

import pytest

from kpi.definitions import schema
from kpi.problem import ProblemError

DATA = Path(__file__).parents[2] / "data"
FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def named_schema(path: Path) -> Path:
    """Give the schema that the first line of a YAML file names."""
    found = FIRST_LINE.fullmatch(path.read_text(encoding="utf-8").split("\n", 1)[0])
    assert found, f"{path.name} does not name its schema in the first line"
    return (path.parent / found[1]).resolve()


def test_the_committed_schemas_are_up_to_date():
    assert schema.stale(DATA / "schema") == (), "write them again with: python -m kpi schema"


KINDS = {
    "council.yaml": "council.json",
    "indicators/*.yaml": "indicators.json",
    "legends.yaml": "legends.json",
    "plan/years.yaml": "years.json",
    "plan/*/*.yaml": "plan.json",
    "inspections.yaml": "inspections.json",
    "panel.yaml": "panel.json",
    "benchmarks.yaml": "benchmarks.json",
    "recipes/*.yaml": "recipes.json",
    "papers/*.yaml": "papers.json",
    "texts/*.yaml": "texts.json",
}


def test_every_schema_is_the_schema_of_a_kind_of_file():
    assert list(KINDS.values()) == list(schema.FILES)


@pytest.mark.parametrize(("pattern", "name"), KINDS.items())
def test_every_yaml_file_names_the_schema_of_its_kind(pattern, name):
    paths = list(DATA.glob(pattern))
    assert paths
    assert {named_schema(path) for path in paths} == {DATA / "schema" / name}


def test_written_schemas_are_not_stale(tmp_path):
    assert schema.stale(tmp_path / "schema") == tuple(schema.FILES)
    schema.write(tmp_path / "schema")
    assert schema.stale(tmp_path / "schema") == ()
    (tmp_path / "schema" / "council.json").write_text("{}")
    assert schema.stale(tmp_path / "schema") == ("council.json",)


def test_a_schema_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "schema").write_text("a file where the folder should be")
    with pytest.raises(ProblemError):
        schema.write(tmp_path / "schema")


@pytest.mark.parametrize("name", schema.FILES)
def test_a_schema_is_of_the_dialect_and_describes_every_field(name):
    found = json.loads(schema.schemas()[name])
    groups = [found, *found.get("$defs", {}).values()]
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for group in groups:
        assert group["additionalProperties"] is False
        assert all("description" in field for field in group["properties"].values()), group["title"]


def test_a_schema_offers_the_values_of_a_choice():
    indicator = json.loads(schema.schemas()["indicators.json"])["$defs"]["Indicator"]
    assert indicator["properties"]["polarity"]["enum"] == ["higher", "lower", "range", "none"]
    assert "owner" in indicator["required"]
