"""Starts a plan year from the last one: unfinished actions move on with their history, the old year keeps its own.

In: the plan of a workspace. Out: what would move, then files of definitions and a revision that closes the old year.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kpi.definitions.files import PLAN_FOLDER
from kpi.entry import Entry
from kpi.plan import ActionView, PlanView, as_yaml, carried_forward, closing
from kpi.problem import Problem, ProblemError, Where
from kpi.workspace.plans import Plans


@dataclass(frozen=True)
class NextYear:
    """What starting a plan year would do: the files to write, by their place in the pack, and who moves.

    `moving` are the actions carried forward, `ending` those that stay behind; `closing` marks as moved, in the old
    year's last quarter, those that nobody has marked so. `head` is the revision it was worked out at.
    """

    year: str
    old_year: str
    files: Mapping[str, str]
    moving: tuple[ActionView, ...]
    ending: tuple[ActionView, ...]
    closing: tuple[Entry, ...]
    head: int


@dataclass(frozen=True)
class Years(Plans):
    """What is asked and done when one plan year ends and the next begins."""

    def carry_forward(self, year: str | None = None) -> NextYear:
        """Work out the plan year that follows `year` (None: the newest with actions); nothing is written.

        Raises ProblemError: no-plan, year-running (its last quarter has not begun), nothing-to-carry, year-started.
        """
        years = self.place.pack.plan_years
        if not years:
            fix = "Write the first plan as docs/plan.md shows."
            raise ProblemError([Problem("no-plan", "There is no plan to go on from.", fix, Where(PLAN_FOLDER))])
        view = self.plan(year or years[-1], year or years[-1])
        if view.period.first_day > self.place.today:
            fix = "Carry forward in the last quarter of the year, or after it."
            raise ProblemError([Problem("year-running", f"{view.period.label} has not begun.", fix)])
        prepared = self._next(view)
        if not prepared.files:
            message = f"Every action of {view.year} is finished, or has moved to {view.next_year} already."
            raise ProblemError([Problem("nothing-to-carry", message, f"Write the new actions of {view.next_year}.")])
        there = [name for name in prepared.files if (self.place.folder / name).exists()]
        if there:
            raise ProblemError(map(_started, there))
        return prepared

    def start_year(self, prepared: NextYear, *, who: str) -> int | None:
        """Close the old year in a revision and write the files of the new one; give the revision.

        None where nothing needed closing. Cut short, it can be done again and goes on where it stopped. Raises
        ProblemError: folder-unwritable, year-started, or what the ledger refuses; then nothing is written.
        """
        with _drafted(self.place.folder / PLAN_FOLDER, prepared) as draft:
            revision = self._close(prepared, who)
            for name in prepared.files:
                (draft / Path(name).name).replace(self.place.folder / name)
        return revision

    def _next(self, view: PlanView) -> NextYear:
        files = carried_forward(self.place.pack, view, view.next_year)
        moved = {action.carried_from.ref for file in files for action in file.actions if action.carried_from}
        return NextYear(
            year=view.next_year,
            old_year=view.year,
            files={f"{PLAN_FOLDER}/{view.next_year}/{file.id}.yaml": as_yaml(file) for file in files},
            moving=tuple(action for action in view.actions if action.ref in moved),
            ending=tuple(action for action in view.actions if action.ref not in moved),
            closing=closing(view, view.next_year),
            head=view.revision,
        )

    def _close(self, prepared: NextYear, who: str) -> int | None:
        if not prepared.closing:
            return None
        return self.record(prepared.closing, "update", who, f"Carried forward to {prepared.year}", prepared.head)


@contextmanager
def _drafted(folder: Path, prepared: NextYear) -> Iterator[Path]:
    """Write the files aside, so that the ledger hears of nothing that cannot be written; ProblemError for a fault."""
    draft: Path | None = None
    try:
        (folder / prepared.year).mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".", dir=folder / prepared.year))
        for name, text in prepared.files.items():
            (draft / Path(name).name).write_text(text, encoding="utf-8")
        yield draft
    except OSError as error:
        message = f"The plan year cannot be written: {error.strerror}."
        fix = "Ask whoever looks after the folder for access, or download the files and put them there."
        where = Where(f"{PLAN_FOLDER}/{prepared.year}")
        raise ProblemError([Problem("folder-unwritable", message, fix, where)]) from error
    finally:
        if draft:
            shutil.rmtree(draft, ignore_errors=True)


def _started(name: str) -> Problem:
    fix = "Add actions in that file, or move it away, carry forward, and put its actions back."
    return Problem("year-started", "The service area has a file for the new plan year already.", fix, Where(name))
