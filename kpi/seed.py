"""Fills a new ledger from the pack's own figures, one revision a file, and goes on where a start was cut short.

In: the pack's folder and an open ledger. Out: revisions in the ledger; files with errors are refused whole.
"""

from datetime import date
from pathlib import Path

from kpi.definitions.pack import Pack
from kpi.intake import Options, read_figures
from kpi.intake.preview import compare
from kpi.ledger import Ledger, read, write
from kpi.problem import Problem, ProblemError, has_errors

SEEDER = "the pack"
NOTE = "Figures that came with the pack"


def files(folder: Path) -> list[Path]:
    """List the pack's own figure files in the order they are loaded."""
    return sorted((folder / "observations").glob("*.csv"))


def fill(ledger: Ledger, folder: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Load the files that an empty or half-filled ledger lacks; leave a ledger alone that someone worked in."""
    revisions = read.history(ledger)
    if not ledger.writable or any(revision.who != SEEDER for revision in revisions):
        return ()
    loaded = {revision.file for revision in revisions}
    problems: list[Problem] = []
    for path in files(folder):
        if path.name not in loaded:
            problems += _load(ledger, path, pack, today)
    return tuple(problems)


def _load(ledger: Ledger, path: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Publish one file; another program that is filling the same ledger may finish it instead."""
    head = read.head(ledger)
    current = read.frame(ledger)
    candidate = read_figures(path.name, path.read_bytes(), pack, today=today, current=current, options=Options())
    if has_errors(candidate.problems):
        return candidate.problems
    preview = compare(candidate, current, pack, replace=False)
    if not preview.changes_something:
        return ()
    try:
        write.publish(ledger, preview.submission(), who=SEEDER, note=NOTE, definitions=pack.text, expected_head=head)
    except ProblemError as error:
        if any(problem.code != "changed-beneath" for problem in error.problems):
            raise
    return ()
