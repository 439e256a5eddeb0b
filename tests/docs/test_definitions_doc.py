"""The pages on definitions name every key and every Problem, and their examples are sound.

In: the pages of docs about definitions, the plan, inspections and the panel. Out: agreement with models and reader.
"""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from kpi.definitions import benchmark, inspection, legend, panel, paper, plan, yaml_guard, yaml_text
from kpi.definitions.base import Titled
from kpi.definitions.codes import MEANING
from kpi.definitions.council import Committee, Council, HeaderField, Publication, Theme, Thresholds
from kpi.definitions.expectation import Expectation
from kpi.definitions.indicator import Bounds, Break, Doubt, Indicator, IndicatorFile
from kpi.definitions.read import read_pack
from kpi.definitions.recipe import Recipe
from kpi.definitions.target import Sides, Target, Tolerance
from kpi.definitions.yaml_text import read_yaml

DOCS = Path(__file__).resolve().parents[2] / "docs"
SECTIONS = {
    ("indicators.md", "The file"): IndicatorFile,
    ("indicators.md", "Keys of an indicator"): Indicator,
    ("indicators.md", "Keys of a break"): Break,
    ("indicators.md", "Keys of a doubt"): Doubt,
    ("indicators.md", "Keys of bounds"): Bounds,
    ("targets.md", "Keys of a target"): Target,
    ("targets.md", "Keys of a tolerance"): Tolerance,
    ("targets.md", "Keys of an allowance with two sides"): Sides,
    ("council.md", "Keys of the council"): Council,
    ("council.md", "Keys of a theme"): Theme,
    ("council.md", "Keys of an area"): Titled,
    ("council.md", "Keys of thresholds"): Thresholds,
    ("council.md", "Keys of publication"): Publication,
    ("council.md", "Keys of committee"): Committee,
    ("council.md", "Keys of a line of committee"): HeaderField,
    ("plan.md", "Keys of a service area's file"): plan.PlanFile,
    ("plan.md", "Keys of a priority"): plan.Priority,
    ("plan.md", "Keys of an action"): plan.Action,
    ("plan.md", "Keys of a move"): plan.DueMove,
    ("plan.md", "Keys of a milestone"): plan.Milestone,
    ("plan.md", "Keys of an expectation"): Expectation,
    ("plan.md", "Keys of evidence"): plan.Qualitative,
    ("plan.md", "Keys of carried_from"): plan.CarriedFrom,
    ("plan.md", "Keys of legends.yaml"): legend.LegendFile,
    ("plan.md", "Keys of a legend"): legend.Legend,
    ("plan.md", "Keys of a status"): legend.PlanStatus,
    ("plan.md", "Keys of plan/years.yaml"): plan.PlanYearsFile,
    ("plan.md", "Keys of a plan year"): plan.PlanYear,
    ("plan.md", "Keys of a key priority"): plan.KeyPriority,
    ("inspection.md", "Keys of inspections.yaml"): inspection.InspectionFile,
    ("inspection.md", "Keys of a judgement area"): inspection.JudgementArea,
    ("inspection.md", "Keys of an inspection"): inspection.Inspection,
    ("inspection.md", "Keys of a judgement"): inspection.Judgement,
    ("inspection.md", "Keys of a recommendation"): inspection.Recommendation,
    ("inspection.md", "Keys of a direction"): inspection.Direction,
    ("inspection.md", "Keys of a pledge"): inspection.Pledge,
    ("inspection.md", "Keys of a statement"): inspection.Statement,
    ("panel.md", "Keys of panel.yaml"): panel.PanelFile,
    ("panel.md", "Keys of a body"): panel.Body,
    ("panel.md", "Keys of a meeting"): panel.Meeting,
    ("panel.md", "Keys of an item of the work programme"): panel.WorkItem,
    ("panel.md", "Keys of a question"): panel.Question,
    ("panel.md", "Keys of a claim"): panel.Claim,
    ("shapes.md", "Keys of a recipe"): Recipe,
    ("papers.md", "Keys of a paper"): paper.Paper,
    ("papers.md", "Keys of a section"): paper.PaperSection,
    ("papers.md", "Keys of a part"): paper.Filling,
    ("papers.md", "Keys of a comparison"): paper.Comparison,
    ("papers.md", "Keys of texts"): paper.TextFile,
    ("papers.md", "Keys of a text"): paper.SectionText,
    ("benchmarks.md", "Keys of benchmarks.yaml"): benchmark.BenchmarkFile,
    ("benchmarks.md", "Keys of a source"): benchmark.Source,
    ("benchmarks.md", "Keys of a comparison"): benchmark.Compared,
    ("benchmarks.md", "Keys of neighbours"): benchmark.Neighbours,
}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(name: str, heading: str) -> list[list[str]]:
    """Give the cells of the table under a heading, without its header."""
    section = page(name).split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def examples(name: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", page(name), flags=re.M | re.S)


COUNCIL = examples("council.md")[0]
WHOLE, SHORTEST = examples("indicators.md")
PLAN, LEGENDS, YEARS = examples("plan.md")
[RECIPE] = examples("shapes.md")
[PAPER] = examples("papers.md")
[INSPECTIONS], [PANEL], [BENCHMARKS] = examples("inspection.md"), examples("panel.md"), examples("benchmarks.md")


@pytest.mark.parametrize(("where", "model"), SECTIONS.items(), ids=lambda value: str(value))
def test_every_key_is_explained_in_the_order_of_the_model(where, model):
    assert [row[0].strip("`") for row in rows(*where)] == list(model.model_fields)


@pytest.mark.parametrize(("where", "model"), SECTIONS.items(), ids=lambda value: str(value))
def test_a_key_is_said_to_be_given_always_just_where_it_must_be(where, model):
    said = {row[0].strip("`") for row in rows(*where) if row[1] == "always"}
    assert said == {name for name, field in model.model_fields.items() if field.is_required()}


@pytest.mark.parametrize(("where", "model"), SECTIONS.items(), ids=lambda value: str(value))
def test_a_default_is_told_as_it_is(where, model):
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(*where) if row[1].startswith("`")}
    actual = {name: model.model_fields[name].default for name in told}
    assert told == {name: "[all]" if value == ("all",) else str(value) for name, value in actual.items()}


@pytest.mark.parametrize(("where", "model"), SECTIONS.items(), ids=lambda value: str(value))
def test_every_value_of_a_choice_is_named(where, model):
    for name, _, meaning in rows(*where):
        choices = model.model_json_schema()["properties"][name.strip("`")].get("enum", [])
        assert [choice for choice in choices if f"`{choice}`" not in meaning] == []


def test_every_code_stands_in_the_table_with_its_meaning():
    told = {row[0].strip("`"): row[1].rstrip("|").strip() for row in rows("council.md", "When something is wrong")}
    assert told == {str(code): meaning for code, meaning in MEANING.items()}


def write(folder: Path, *indicators: str) -> Path:
    (folder / "indicators").mkdir()
    (folder / "council.yaml").write_text(COUNCIL, encoding="utf-8")
    for number, text in enumerate(indicators):
        (folder / "indicators" / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_examples_of_a_council_and_its_indicators_are_a_sound_pack(tmp_path):
    (tmp_path / "legends.yaml").write_text(LEGENDS, encoding="utf-8")
    pack, problems = read_pack(write(tmp_path, WHOLE, SHORTEST))
    assert problems == ()
    assert set(pack.by_id) == {"average_caseload", "children_in_need"}


def test_the_whole_examples_use_every_key():
    for text, path, model in ((WHOLE, ("indicators", 0), Indicator), (COUNCIL, (), Council)):
        value = read_yaml(text.encode(), "example").value
        for step in path:
            value = value[step]
        assert set(model.model_fields) - set(value) <= {"per", "in_millions", "made_of", "published_as"}


def test_the_examples_of_a_plan_inspections_and_a_panel_are_a_sound_pack(tmp_path):
    write(tmp_path, WHOLE)
    (tmp_path / "plan" / "2018-19").mkdir(parents=True)
    files = {
        "legends.yaml": LEGENDS,
        "plan/years.yaml": YEARS,
        "plan/2018-19/pmqa.yaml": PLAN,
        "inspections.yaml": INSPECTIONS,
        "panel.yaml": PANEL,
        "benchmarks.yaml": BENCHMARKS,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pack, problems = read_pack(tmp_path)
    assert problems == ()
    assert pack.action("2018-19", "PMQA 2.1")
    assert (len(pack.inspection.inspections), len(pack.panel.claims)) == (1, 2)
    assert len(pack.benchmarks.sources) == 3


def test_the_example_of_a_recipe_is_sound_beside_the_indicators(tmp_path):
    (tmp_path / "legends.yaml").write_text(LEGENDS, encoding="utf-8")
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "hr_return.yaml").write_text(RECIPE, encoding="utf-8")
    pack, problems = read_pack(write(tmp_path, WHOLE))
    assert problems == ()
    assert [recipe.id for recipe in pack.recipes] == ["hr_return"]


def test_the_example_of_a_paper_is_sound_beside_the_indicators(tmp_path):
    (tmp_path / "legends.yaml").write_text(LEGENDS, encoding="utf-8")
    (tmp_path / "panel.yaml").write_text("bodies: [{id: scrutiny, title: Panel}]\n", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "committee.yaml").write_text(PAPER, encoding="utf-8")
    pack, problems = read_pack(write(tmp_path, WHOLE))
    assert problems == ()
    assert [paper.id for paper in pack.papers] == ["committee"]
    assert every_key(read_yaml(PAPER.encode(), "papers.md").value) >= {
        *paper.Paper.model_fields,
        *paper.PaperSection.model_fields,
        *paper.Filling.model_fields,
    }


def test_every_part_is_told_in_the_order_of_the_model():
    assert [row[0].strip("`") for row in rows("papers.md", "Parts")] == list(get_args(paper.Part))


def every_key(value):
    """Name every key that an example uses, anywhere."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set(value if isinstance(value, dict) else ()).union(*map(every_key, inner))


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("plan.md", (PLAN, LEGENDS, YEARS)),
        ("inspection.md", (INSPECTIONS,)),
        ("panel.md", (PANEL,)),
        ("shapes.md", (RECIPE,)),
        ("benchmarks.md", (BENCHMARKS,)),
    ],
)
def test_the_examples_of_a_page_use_every_key_it_explains(name, texts):
    used = set().union(*(every_key(read_yaml(text.encode(), name).value) for text in texts))
    explained = {
        key for page_name, heading in SECTIONS if page_name == name for key in SECTIONS[name, heading].model_fields
    }
    assert explained - used == set()


def test_every_stage_is_told_with_the_words_that_people_read():
    told = {row[0].strip("`"): row[1] for row in rows("plan.md", "Stages")}
    assert told == legend.STAGE_WORDS


@pytest.mark.parametrize("text", examples("targets.md"), ids=lambda text: text.split("targets:")[1][:30].strip())
def test_an_example_of_targets_is_sound_in_an_indicator(text, tmp_path):
    shortest = read_yaml(SHORTEST.encode(), "shortest").value["indicators"][0]
    fragment = read_yaml(text.encode(), "fragment").value
    (tmp_path / "legends.yaml").write_text(LEGENDS, encoding="utf-8")
    pack, problems = read_pack(write(tmp_path, json.dumps({"indicators": [shortest | fragment]})))
    assert problems == ()
    assert pack.indicators[0].targets


def test_the_limits_of_a_file_are_told_as_they_are():
    told = page("indicators.md")
    assert f"{yaml_guard.MAX_BYTES:,} bytes, {yaml_guard.MAX_LINES:,} lines" in told
    assert f"{yaml_text.MAX_VALUES // 2:,} values" in told
