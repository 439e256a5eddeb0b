"""A council's definitions, from a folder of YAML to one Pack or the Problems that stand in its way.

In: a folder with council.yaml, indicators/*.yaml and, where there are any, legends.yaml, plan/years.yaml,
plan/<plan year>/*.yaml, inspections.yaml, panel.yaml, benchmarks.yaml, recipes/*.yaml and papers/*.yaml. Out: the
Pack, or None and every fault of every file at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf
from pathlib import Path as Folder

from kpi.definitions import files
from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.check import check_council, check_indicators
from kpi.definitions.check_benchmark import check_benchmarks
from kpi.definitions.check_inspection import check_inspection
from kpi.definitions.check_legend import check_legend_in_use, check_legends
from kpi.definitions.check_links import check_links
from kpi.definitions.check_panel import check_panel
from kpi.definitions.check_paper import check_papers
from kpi.definitions.check_plan import check_plans, check_years
from kpi.definitions.check_recipe import check_recipes
from kpi.definitions.council import Council
from kpi.definitions.draft import Draft, drafts
from kpi.definitions.faults import MAX_FAULTS, at, validated
from kpi.definitions.files import Part
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.known import known, world
from kpi.definitions.legend import LegendFile
from kpi.definitions.pack import Pack
from kpi.definitions.panel import PanelFile
from kpi.definitions.paper import Paper
from kpi.definitions.plan import PlanFile, PlanYearsFile
from kpi.definitions.recipe import Recipe
from kpi.definitions.yaml_guard import more_faults
from kpi.definitions.yaml_text import Document
from kpi.problem import Problem, has_errors

LAST = "\uffff"
"""Sorts after every file name."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands beside the council and its indicators; None for a file that is not there."""

    legends: Part[LegendFile] | None
    years: Part[PlanYearsFile] | None
    plans: tuple[Part[PlanFile], ...]
    inspection: Part[InspectionFile] | None
    panel: Part[PanelFile] | None
    benchmarks: Part[BenchmarkFile] | None
    recipes: tuple[Part[Recipe], ...]
    papers: tuple[Part[Paper], ...]


def read_pack(folder: Folder) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Read a council's definitions; None stands for the Pack when there is an error. Never raises for what it reads.

    Problems name files relative to the folder and come in order of file and line.
    """
    problems: list[Problem] = list(files.check_top(folder))
    document = files.document_of(folder, files.COUNCIL_FILE, problems, needed=True)
    council = _council(document, problems)
    found, whole = _indicators(folder, problems)
    parts = _parts(folder, problems)
    problems += _first(check_indicators(found, known(document)))
    problems += _first(_contradictions(document, found if whole else None, parts))
    told = tuple(sorted(dict.fromkeys(problems), key=_place))
    if council is None or has_errors(told):
        return None, told
    return _pack(council, found, parts), told


def _council(document: Document | None, problems: list[Problem]) -> Council | None:
    if document is None:
        return None
    council, faults, _ = validated(document, (), Council)
    problems += [*faults, *check_council(document)]
    return council


def _indicators(folder: Folder, problems: list[Problem]) -> tuple[list[Draft], bool]:
    """Read every indicator, and tell whether each of them has an id that others can name."""
    found: list[Draft] = []
    whole = True
    for name in files.indicator_files(folder, problems):
        document = files.document_of(folder, name, problems)
        if document is None:
            whole = False
            continue
        entries, faults = drafts(document)
        whole = whole and _all_named(document, entries)
        found += entries
        problems += faults
    return found, whole


def _all_named(document: Document, entries: list[Draft]) -> bool:
    listed = at(document.value, ("indicators",))
    return isinstance(listed, list) and len(listed) == len(entries) and all(entry.sound("id") for entry in entries)


def _parts(folder: Folder, problems: list[Problem]) -> _Parts:
    plans = [files.part(folder, name, PlanFile, problems) for name in files.plan_files(folder, problems)]
    recipes = [files.part(folder, name, Recipe, problems) for name in files.recipe_files(folder, problems)]
    papers = [files.part(folder, name, Paper, problems) for name in files.paper_files(folder, problems)]
    return _Parts(
        files.part(folder, files.LEGENDS_FILE, LegendFile, problems),
        files.part(folder, files.YEARS_FILE, PlanYearsFile, problems),
        tuple(plan for plan in plans if plan),
        files.part(folder, files.INSPECTIONS_FILE, InspectionFile, problems),
        files.part(folder, files.PANEL_FILE, PanelFile, problems),
        files.part(folder, files.BENCHMARKS_FILE, BenchmarkFile, problems),
        tuple(one for one in recipes if one),
        tuple(one for one in papers if one),
    )


def _contradictions(council: Document | None, indicators: Iterable[Draft] | None, parts: _Parts) -> Iterator[Problem]:
    """Run every rule over what stands beside the council and its indicators."""
    there = world(council, indicators, parts.inspection)
    yield from check_links(there)
    yield from check_legends(parts.legends)
    yield from check_legend_in_use(council, parts.legends, plans=bool(parts.plans))
    yield from check_years(parts.years, there)
    yield from check_plans(parts.plans, there)
    yield from check_inspection(parts.inspection, there)
    yield from check_panel(parts.panel, there)
    yield from check_benchmarks(parts.benchmarks, there)
    yield from check_recipes(parts.recipes, there, known(council))
    yield from check_papers(parts.papers, parts.panel, there)


def _pack(council: Council, indicators: Iterable[Draft], parts: _Parts) -> Pack:
    """Put together what has no error."""
    legends, years = parts.legends and parts.legends.model, parts.years and parts.years.model
    return Pack(
        council=council,
        indicators=tuple(draft.indicator for draft in indicators),
        legends=legends.legends if legends else (),
        years=years.years if years else (),
        plans=tuple(plan.model for plan in parts.plans if plan.model),
        inspection=(parts.inspection and parts.inspection.model) or InspectionFile(),
        panel=(parts.panel and parts.panel.model) or PanelFile(),
        benchmarks=parts.benchmarks and parts.benchmarks.model,
        papers=tuple(one.model for one in parts.papers if one.model) or None,
        recipes=tuple(one.model for one in parts.recipes if one.model),
    )


def _first(contradictions: Iterator[Problem]) -> list[Problem]:
    """Take as many contradictions as anyone reads."""
    found = list(islice(contradictions, MAX_FAULTS + 1))
    return found if len(found) <= MAX_FAULTS else [*found[:MAX_FAULTS], more_faults(MAX_FAULTS)]


def _place(problem: Problem) -> tuple[bool, str, float]:
    """Put the council's file first, then files by name; in each the Problems of a line before those of the whole."""
    where = problem.where
    return where.file != files.COUNCIL_FILE, where.file or LAST, where.line or inf
