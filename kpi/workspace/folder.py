"""The folder of a pack: its definitions, and the state its files are in.

In: a folder. Out: a Pack with its warnings, or ProblemError; a text that changes when a definition file does.
"""

from pathlib import Path

from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.problem import Problem, ProblemError, Where


def stamp(folder: Path) -> str:
    """Name the state of a pack's definition files; it changes when any of them does."""
    kinds = ("*.yaml", "indicators/*", "plan/*.yaml", "plan/*/*", "recipes/*", "papers/*")
    files = sorted(path for kind in kinds for path in folder.glob(kind))
    states = ((path.relative_to(folder).as_posix(), path.stat()) for path in files)
    return " ".join(f"{name}:{about.st_mtime_ns}:{about.st_size}" for name, about in states)


def read_definitions(folder: Path) -> tuple[Pack, tuple[Problem, ...]]:
    """Read the pack of a folder with its warnings; raise ProblemError with every fault."""
    if not folder.is_dir():
        fix = "Name the folder that holds council.yaml with --data or KPI_DATA."
        raise ProblemError([Problem("no-pack", "The folder of definitions is not there.", fix, Where(str(folder)))])
    pack, problems = read_pack(folder)
    if pack is None:
        raise ProblemError(problems)
    return pack, problems
