"""A council's definitions, from a folder of YAML to one Pack or the Problems that stand in its way.

In: a folder with council.yaml and indicators/*.yaml. Out: the Pack, or None and every fault of every file at once.
"""

from itertools import islice
from math import inf
from pathlib import Path as Folder

from kpi.definitions.check import check_council, check_indicators, known
from kpi.definitions.codes import Code
from kpi.definitions.council import Council
from kpi.definitions.draft import Draft, drafts
from kpi.definitions.faults import MAX_FAULTS, validated
from kpi.definitions.pack import Pack
from kpi.definitions.yaml_guard import MAX_BYTES, more_faults
from kpi.definitions.yaml_text import Document, read_yaml
from kpi.problem import Problem, Where, has_errors

COUNCIL_FILE = "council.yaml"
INDICATOR_FOLDER = "indicators"
ENDING = ".yaml"
LAST = "\uffff"
"""Sorts after every file name."""


def read_pack(folder: Folder) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Read a council's definitions; None stands for the Pack when there is an error. Never raises for what it reads.

    Problems name files relative to the folder and come in order of file and line.
    """
    council, document, problems = _council(folder)
    found: list[Draft] = []
    for name in _indicator_files(folder, problems):
        entries, faults = _drafts(folder, name)
        found += entries
        problems += faults
    contradictions = list(islice(check_indicators(found, known(document)), MAX_FAULTS + 1))
    problems += contradictions[:MAX_FAULTS]
    if len(contradictions) > MAX_FAULTS:
        problems.append(more_faults(MAX_FAULTS))
    told = tuple(sorted(dict.fromkeys(problems), key=_place))
    if council is None or has_errors(told):
        return None, told
    return Pack(council=council, indicators=tuple(draft.indicator for draft in found)), told


def _council(folder: Folder) -> tuple[Council | None, Document | None, list[Problem]]:
    document, problems = _document(folder, COUNCIL_FILE)
    if document is None:
        return None, None, problems
    council, faults, _ = validated(document, (), Council)
    return council, document, [*problems, *faults, *check_council(document)]


def _drafts(folder: Folder, name: str) -> tuple[list[Draft], list[Problem]]:
    document, problems = _document(folder, name)
    if document is None:
        return [], problems
    found, faults = drafts(document)
    return found, [*problems, *faults]


def _indicator_files(folder: Folder, problems: list[Problem]) -> list[str]:
    """Name the files of indicators in order; add a Problem for what would be passed over without a word."""
    inside = folder / INDICATOR_FOLDER
    paths = sorted(path for path in _listed(inside, problems) if not path.name.startswith("."))
    for path in paths:
        misnamed = path.suffix != ENDING and path.suffix.lower() in (".yml", ENDING)
        if misnamed or path.is_dir():
            message = f"It is passed over: definitions are files that end in {ENDING}."
            where = Where(f"{INDICATOR_FOLDER}/{path.name}")
            problems.append(Problem(Code.FILE_PASSED_OVER, message, "Rename it or move it away.", where))
    return [f"{INDICATOR_FOLDER}/{path.name}" for path in paths if path.suffix == ENDING and not path.is_dir()]


def _listed(folder: Folder, problems: list[Problem]) -> list[Folder]:
    """List a folder; one that is not there is an empty one."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_unreadable(folder.name, error))
        return []


def _document(folder: Folder, name: str) -> tuple[Document | None, list[Problem]]:
    """Read one file; None where nothing more can be said about it."""
    path = folder / name
    try:
        if path.exists() and not path.is_file():
            raise OSError(None, "it is not an ordinary file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        fix = f"Name the folder that holds {COUNCIL_FILE}, or write the file as docs/council.md shows."
        return None, [Problem(Code.FILE_MISSING, "The file is not there.", fix, Where(name))]
    except OSError as error:
        return None, [_unreadable(name, error)]
    document = read_yaml(content, name)
    return None if () in document.unsound else document, list(document.problems)


def _unreadable(name: str, error: OSError) -> Problem:
    message = f"It cannot be read: {error.strerror}."
    return Problem(Code.FILE_UNREADABLE, message, "Ask whoever looks after the folder for access.", Where(name))


def _place(problem: Problem) -> tuple[bool, str, float]:
    """Put the council's file first, then files by name; in each the Problems of a line before those of the whole."""
    where = problem.where
    return where.file != COUNCIL_FILE, where.file or LAST, where.line or inf
