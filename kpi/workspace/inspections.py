"""The inspection through the one door: judgements, the trace to the figures, promises and the self-evaluation.

In: a workspace and a quarter. Out: InspectionViews as known at a revision.
"""

from dataclasses import dataclass
from datetime import date

from kpi.inspection import InspectionView, assemble
from kpi.panel import review_day
from kpi.period import Period
from kpi.workspace.known import known
from kpi.workspace.plans import Plans


@dataclass(frozen=True)
class Inspections(Plans):
    """What is asked of inspections."""

    def inspection(
        self, period: str | Period | None = None, as_at: int | None = None, day: date | None = None
    ) -> InspectionView:
        """Give the record of inspections for a quarter, read on a day (None: the day the quarter is reviewed)."""
        quarter, now = self.quarter(period, as_at), known(self.place, as_at)
        plan = self.plan(None, quarter, as_at) if now.pack.plan_years else None
        read_on = day or review_day(now.pack, quarter, self.place.today)
        return assemble(now.pack, plan, now.figures, quarter, read_on, now.revision)
