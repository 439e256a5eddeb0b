"""A council's definitions, from a folder of YAML to one Pack or the Problems that stand in its way.

In: a folder with council.yaml and indicators/*.yaml. Out: the Pack, or None and every fault of every file at once.
"""

from pathlib import Path as Folder

from kpi.definitions.council import Council
from kpi.definitions.faults import at, validated
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.definitions.yaml_text import Document, read_yaml
from kpi.problem import Problem, Where, has_errors

COUNCIL_FILE = "council.yaml"
INDICATOR_FOLDER = "indicators"


def read_pack(folder: Folder) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Read a council's definitions; None stands for the Pack when there is an error. Never raises for what it reads."""
    document, problems = _document(folder, COUNCIL_FILE)
    council, found, _ = validated(document, (), Council) if document else (None, (), set())
    told: list[Problem] = [*problems, *found]
    indicators: list[Indicator] = []
    for file in sorted((folder / INDICATOR_FOLDER).glob("*.yaml")):
        read, faults = _indicators(folder, f"{INDICATOR_FOLDER}/{file.name}")
        told += faults
        indicators += read
    if council is None or has_errors(told):
        return None, tuple(told)
    return Pack(council=council, indicators=tuple(indicators)), tuple(told)


def _indicators(folder: Folder, name: str) -> tuple[list[Indicator], list[Problem]]:
    document, problems = _document(folder, name)
    read, told = [], list(problems)
    entries = at(document.value, ("indicators",)) if document else None
    if document and isinstance(entries, list):
        for place in range(len(entries)):
            indicator, found, _ = validated(document, ("indicators", place), Indicator)
            told += found
            read += [indicator] if indicator else []
    return read, told


def _document(folder: Folder, name: str) -> tuple[Document | None, tuple[Problem, ...]]:
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, (Problem("file-unreadable", f"The file cannot be read: {error.strerror}.", where=Where(name)),)
    document = read_yaml(content, name)
    return (document if document.unsound != {()} else None), document.problems
