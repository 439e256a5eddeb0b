"""Commands of papers: report.

In: parsed arguments. Out: a document written whole, the report as a dictionary, or a revision that holds a text.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from kpi.cli.answer import Answer
from kpi.cli.common import workspace
from kpi.problem import Problem, ProblemError, excerpt
from kpi.reports.as_dict import as_dict
from kpi.reports.model import Report
from kpi.safe_file import replace_file
from kpi.workspace.papers import Papers

RENDERERS: Final = {".pdf": ("kpi.reports.pdf", "pdf"), ".docx": ("kpi.reports.word", "word")}
"""What lays a report out, by the ending of its file; loaded only when it is asked for."""


def arguments(command: ArgumentParser) -> None:
    """Add the arguments of `report`."""
    command.add_argument("paper", metavar="PAPER", help="id of the paper's recipe, such as committee")
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--meeting", help="the meeting it goes to (id); the quarter's own when left out")
    command.add_argument("--output", type=Path, metavar="FILE", help=".pdf, .docx or .json")


def report(args: Namespace) -> Answer:
    """Make a paper of a quarter: a document by the ending of --output, else what it says."""
    made = Papers(workspace(args)).report(args.paper, args.period, args.meeting, args.as_at)
    if args.output is None:
        return Answer(as_dict(made), columns=("id",), lead=_told(made))
    replace_file(args.output, _document(made, args.output.suffix.lower()))
    size = args.output.stat().st_size
    return Answer({"file": str(args.output), "bytes": size}, lead=(f"Written: {args.output}.", *_told(made)))


def _document(made: Report, ending: str) -> bytes:
    """Lay a report out in the form that an ending asks for."""
    if ending == ".json":
        return (json.dumps(as_dict(made), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    if ending not in RENDERERS:
        fix = f"Name a file that ends in {', '.join([*RENDERERS, '.json'])}."
        raise ProblemError([Problem("unknown-form", f"{excerpt(ending)} is not a form of papers.", fix)])
    return _renderer(*RENDERERS[ending])(made)


def _renderer(module: str, name: str) -> Callable[[Report], bytes]:
    found: Any = getattr(import_module(module), name)
    return lambda made: bytes(found(made))


def _told(made: Report) -> tuple[str, ...]:
    """Say what it is, and what it lacks."""
    draft = "A draft: " if made.is_draft else ""
    lacking = [f"{gap.text} {gap.fix}" for gap in made.gaps]
    return (f"{draft}{made.title}, revision {made.revision}.", *lacking, *map(str, made.mismatches))
