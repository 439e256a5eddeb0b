"""Everything that people declare, through the one door: the plan, its years, the inspection and the panel.

In: a workspace. Out: views as known at a revision; revisions of the ledger.
"""

from dataclasses import dataclass

from kpi.workspace.inspections import Inspections
from kpi.workspace.meetings import Meetings
from kpi.workspace.years import Years


@dataclass(frozen=True)
class Records(Years, Inspections, Meetings):
    """What is asked and declared beside the figures."""
