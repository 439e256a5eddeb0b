"""When and what a revision is, for papers that must be the same whenever they are made again.

In: a workspace and a revision. Out: its number, time and seal, and the views of a quarter without a clock.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kpi.ledger import read
from kpi.panel import PanelView, assemble, review_day
from kpi.period import Period
from kpi.plan import PlanView
from kpi.problem import Problem, ProblemError
from kpi.workspace.known import known
from kpi.workspace.place import Workspace
from kpi.workspace.records import Records
from kpi.workspace.today import day_in_england


@dataclass(frozen=True, slots=True)
class Made:
    """A revision: its number, when it was recorded (aware, UTC), the day that was in England, and the seal on it."""

    revision: int
    at: datetime
    day: date
    seal: str


def made(place: Workspace, as_at: int | None = None) -> Made:
    """Tell of a revision, None for the newest; ProblemError where there is none."""
    entries = read.up_to(read.history(place.ledger), as_at)
    if not entries:
        raise ProblemError([Problem("empty-ledger", "Nothing has been recorded yet.", "Load the first figures.")])
    return Made(entries[-1].number, entries[-1].at, day_in_england(entries[-1].at), entries[-1].hash)


def plan_of(place: Workspace, quarter: Period, as_at: int | None = None, *, for_print: bool = False) -> PlanView | None:
    """Give the plan as it stood in a quarter, read on the day of the revision; None where there is no plan.

    `for_print` concludes nothing from the figures that could point at a child.
    """
    year = Records(place).plan_year(quarter, as_at)
    return known(place, as_at, for_print=for_print).plan(year, quarter, made(place, as_at).day) if year else None


def panel_of(place: Workspace, quarter: Period, as_at: int | None = None, *, for_print: bool = False) -> PanelView:
    """Give the panel's record for a quarter, read on the day of its review, and no later than the revision.

    `for_print` answers no claim from the figures that could point at a child.
    """
    now = known(place, as_at, for_print=for_print)
    day = review_day(now.pack, quarter, made(place, as_at).day)
    return assemble(now.pack, now.entries, now.figures, quarter, day, now.revision)
