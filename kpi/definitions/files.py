"""The files of a pack: which there are, what each holds, and what would be passed over without a word.

In: a folder. Out: parsed files, checked against the model of their kind, and a Problem for each fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as Folder
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

from kpi.definitions.codes import Code
from kpi.definitions.faults import nearest, validated
from kpi.definitions.yaml_guard import MAX_BYTES
from kpi.definitions.yaml_text import Document, Path, read_yaml
from kpi.problem import Problem, Where

COUNCIL_FILE: Final = "council.yaml"
LEGENDS_FILE: Final = "legends.yaml"
INSPECTIONS_FILE: Final = "inspections.yaml"
PANEL_FILE: Final = "panel.yaml"
BENCHMARKS_FILE: Final = "benchmarks.yaml"
INDICATOR_FOLDER: Final = "indicators"
PLAN_FOLDER: Final = "plan"
RECIPE_FOLDER: Final = "recipes"
PAPER_FOLDER: Final = "papers"
YEARS_FILE: Final = f"{PLAN_FOLDER}/years.yaml"
TOP_FILES: Final = (COUNCIL_FILE, LEGENDS_FILE, INSPECTIONS_FILE, PANEL_FILE, BENCHMARKS_FILE)
ENDING: Final = ".yaml"
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Part(Generic[Model]):
    """One file as read: the parsed document, its model or None where it has a fault, and the paths at fault."""

    document: Document
    model: Model | None
    faulty: frozenset[Path]


def part(folder: Folder, name: str, model: type[Model], problems: list[Problem]) -> Part[Model] | None:
    """Read one optional file, None where it is not there; of one that cannot be parsed the whole is at fault.

    Adds to the problems.
    """
    before = len(problems)
    document = document_of(folder, name, problems)
    if document is None:
        there = len(problems) > before
        return Part(Document(name, None, {}), None, frozenset({()})) if there else None
    found, told, faulty = validated(document, (), model)
    problems += told
    return Part(document, found, frozenset(faulty | document.unsound))


def document_of(folder: Folder, name: str, problems: list[Problem], *, needed: bool = False) -> Document | None:
    """Parse one file; None where nothing more can be said about it. Adds to the problems."""
    path = folder / name
    try:
        if path.exists() and not path.is_file():
            raise OSError(None, "it is not an ordinary file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        if needed:
            fix = f"Name the folder that holds {name}, or write the file as docs/council.md shows."
            problems.append(Problem(Code.FILE_MISSING, "The file is not there.", fix, Where(name)))
        return None
    except OSError as error:
        problems.append(_unreadable(name, error))
        return None
    document = _parsed(content, name)
    problems += document.problems
    return None if () in document.unsound else document


@lru_cache(maxsize=256)
def _parsed(content: bytes, name: str) -> Document:
    """Parse each state of a file once: parsing takes nine tenths of the time that a pack takes to read."""
    return read_yaml(content, name)


def indicator_files(folder: Folder, problems: list[Problem]) -> list[str]:
    """Name the files of indicators in order; add a Problem for what would be passed over without a word."""
    return _yaml_files(folder, INDICATOR_FOLDER, problems)


def recipe_files(folder: Folder, problems: list[Problem]) -> list[str]:
    """Name the files of recipes in order, one a recipe."""
    return _yaml_files(folder, RECIPE_FOLDER, problems)


def paper_files(folder: Folder, problems: list[Problem]) -> list[str]:
    """Name the recipes of papers in order, one a paper."""
    return _yaml_files(folder, PAPER_FOLDER, problems)


def plan_files(folder: Folder, problems: list[Problem]) -> list[str]:
    """Name the files of the plan, one a service area and plan year, in order."""
    names: list[str] = []
    for path in _listed(folder / PLAN_FOLDER, PLAN_FOLDER, problems):
        name = f"{PLAN_FOLDER}/{path.name}"
        if _is_folder(path):
            names += _yaml_files(folder, name, problems)
        elif name != YEARS_FILE and path.suffix.lower() in (".yml", ENDING):
            message = "It is passed over: a service area's file lies in the folder of its plan year."
            problems.append(_passed_over(name, message, "Move it to a folder such as plan/2018-19."))
    return names


def check_top(folder: Folder) -> Iterator[Problem]:
    """Tell of YAML files beside council.yaml that are none of the pack's, such as a misspelt name."""
    faults: list[Problem] = []
    for path in _listed(folder, folder.name, faults):
        if path.suffix.lower() in (".yml", ENDING) and path.name not in TOP_FILES:
            message = "It is passed over: no file of a pack has this name."
            yield _passed_over(path.name, message, nearest(path.name, TOP_FILES))


def _yaml_files(folder: Folder, inside: str, problems: list[Problem]) -> list[str]:
    paths = _listed(folder / inside, inside, problems)
    for path in paths:
        misnamed = path.suffix != ENDING and path.suffix.lower() in (".yml", ENDING)
        if misnamed or _is_folder(path):
            message = f"It is passed over: definitions are files that end in {ENDING}."
            problems.append(_passed_over(f"{inside}/{path.name}", message, "Rename it or move it away."))
    return [f"{inside}/{path.name}" for path in paths if path.suffix == ENDING and not _is_folder(path)]


def _listed(folder: Folder, name: str, problems: list[Problem]) -> list[Folder]:
    """List a folder in order without hidden files; one that is not there is an empty one."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_unreadable(name, error))
        return []


def _is_folder(path: Folder) -> bool:
    """Tell a folder from a file; what may not be looked at is told when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _passed_over(name: str, message: str, fix: str) -> Problem:
    return Problem(Code.FILE_PASSED_OVER, message, fix, Where(name))


def _unreadable(name: str, error: OSError) -> Problem:
    message = f"It cannot be read: {error.strerror}."
    return Problem(Code.FILE_UNREADABLE, message, "Ask whoever looks after the folder for access.", Where(name))
