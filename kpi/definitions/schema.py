"""JSON schemas of the YAML files, made from the models, so that an editor completes and checks what an analyst types.

In: the models and the sentence under each of their fields. Out: one JSON text a kind of file, draft 2020-12.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kpi.definitions.base import Definition
from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.council import Council
from kpi.definitions.indicator import IndicatorFile
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.legend import LegendFile
from kpi.definitions.panel import PanelFile
from kpi.definitions.paper import Paper, TextFile
from kpi.definitions.plan import PlanFile, PlanYearsFile
from kpi.definitions.recipe import Recipe
from kpi.safe_file import replace_file

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILES: Final[Mapping[str, type[Definition]]] = MappingProxyType(
    {
        "council.json": Council,
        "indicators.json": IndicatorFile,
        "legends.json": LegendFile,
        "years.json": PlanYearsFile,
        "plan.json": PlanFile,
        "inspections.json": InspectionFile,
        "panel.json": PanelFile,
        "benchmarks.json": BenchmarkFile,
        "recipes.json": Recipe,
        "papers.json": Paper,
        "texts.json": TextFile,
    }
)
"""The schema of each kind of YAML file, by the name it is written under."""


def schemas() -> dict[str, str]:
    """Give the text of every schema by file name; the same models give the same text."""
    return {name: _text(model) for name, model in FILES.items()}


def stale(folder: Path) -> tuple[str, ...]:
    """Name the schemas that are missing from a folder or differ from the models."""
    return tuple(name for name, text in schemas().items() if _written(folder / name) != text)


def write(folder: Path) -> None:
    """Write the stale schemas to a folder, made if need be; raises ProblemError where one cannot be written."""
    fresh = schemas()
    with suppress(OSError):  # replace_file tells what is wrong with the folder
        folder.mkdir(parents=True, exist_ok=True)
    for name in stale(folder):
        replace_file(folder / name, fresh[name].encode())


def _text(model: type[Definition]) -> str:
    schema = {"$schema": DIALECT} | model.model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
