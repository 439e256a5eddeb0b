"""Everything a paper is made from, gathered at one revision by whoever holds the record.

In: views of the figures, the plan, inspections and the panel, and texts. Out: one frozen value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper, PaperSection
from kpi.expectation import Figures
from kpi.inspection import InspectionView
from kpi.panel import MeetingDay, PanelView
from kpi.period import Calendar, Period
from kpi.plan import PlanView
from kpi.reports.texts import TextView
from kpi.scorecard import Row, Scorecard


@dataclass(frozen=True, eq=False)
class Sources:
    """What a paper is made from; `day` is the day on which it is read, `made` when the revision was recorded."""

    paper: Paper
    pack: Pack
    period: Period
    day: date
    revision: int
    made: datetime
    seal: str
    meeting: MeetingDay | None
    card: Scorecard
    figures: Figures
    plan: PlanView | None
    inspection: InspectionView
    panel: PanelView
    texts: Mapping[str, TextView]

    @property
    def calendar(self) -> Calendar:
        """The council's calendar."""
        return Calendar(self.pack.council.calendar)

    def indicators(self, section: PaperSection) -> tuple[str, ...]:
        """Name the indicators that a section is about, in its order; every one where neither it nor the paper says."""
        return section.indicators or self.paper.indicators or tuple(self.pack.by_id)

    def rows(self, section: PaperSection) -> tuple[Row, ...]:
        """Give the rows of a section's indicators, each area of one after another."""
        named = self.indicators(section)
        found: dict[str, list[Row]] = {name: [] for name in named}
        for row in self.card.rows:
            found.get(row.indicator, []).append(row)
        return tuple(row for name in dict.fromkeys(named) for row in found[name])
