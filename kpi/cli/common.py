"""What commands share: the workspace that the arguments name, and what people write in arguments.

In: parsed arguments. Out: settings, a workspace, bytes of a file; ProblemError where there is nothing of the kind.
"""

from argparse import Namespace
from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from kpi.cli.answer import Answer
from kpi.problem import Problem, ProblemError, Where, excerpt
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace

Command = Callable[[Namespace], Answer]


def settings(args: Namespace) -> Settings:
    """Take the environment's settings with what the command line says instead."""
    given = {"data": args.data, "database_url": args.database, "user": getattr(args, "who", None)}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def workspace(args: Namespace) -> Workspace:
    """Open the workspace that the arguments name."""
    return open_workspace(settings(args))


def content(path: Path) -> bytes:
    """Read a file that a person named."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        where = Where(path.name)
        raise ProblemError([Problem("file-unreadable", message, "Check the name and the folder.", where)]) from error


def known(asked: Iterable[str | None], names: Collection[str], what: str) -> None:
    """Refuse names that the scorecard does not have, with the nearest that it has."""
    for name in asked:
        if name and name not in names:
            near = get_close_matches(name, names, n=3, cutoff=0.5) or list(names)[:10]
            fix = f"There are: {', '.join(dict.fromkeys(near))}."
            raise ProblemError([Problem(f"unknown-{what}", f"There is no {what} {excerpt(name)}.", fix)])
