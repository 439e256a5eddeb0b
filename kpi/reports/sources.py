"""Everything a paper is made from, gathered at one revision by whoever holds the record.

In: views of the figures, the plan, inspections and the panel, and texts. Out: one frozen value.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.definitions.paper import Filling, Paper, PaperSection, Part
from kpi.expectation import Figures
from kpi.inspection import InspectionView
from kpi.panel import MeetingDay, PanelView
from kpi.period import Calendar, Frequency, Period, read_as
from kpi.plan import PlanView
from kpi.reports.texts import TextView
from kpi.scorecard import IndicatorHistory, Row, Scorecard

OF_FIGURES: Final[frozenset[Part]] = frozenset(
    {
        "headlines",
        "off_target",
        "statements",
        "standings",
        "figures",
        "key_figures",
        "scorecard",
        "indicator_pages",
    }
)
"""Parts that tell of the figures of the quarter."""
OF_PLAN: Final[frozenset[Part]] = frozenset(
    {"plan_headlines", "unfinished_actions", "questioned_actions", "plan_by_service_area"}
)
"""Parts that tell of the actions of the plan."""


@dataclass(frozen=True, eq=False)
class Sources:
    """What a paper is made from; `day` is the day on which it is read, `made` when the revision was recorded.

    For a paper that leaves the leadership team, the figures that could point at a child are withheld already.
    """

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

    def quarter(self, text: str) -> Period:
        """Read a quarter that a definition names."""
        return read_as(text, Frequency.QUARTER, self.calendar).period

    def indicators(self, filling: Filling) -> tuple[str, ...]:
        """Name the indicators that something is about, in its order; every one where neither it nor the paper says."""
        return filling.indicators or self.paper.indicators or tuple(self.pack.by_id)

    def series(self, filling: Filling) -> tuple[tuple[Indicator, str], ...]:
        """Give the indicators that something is about, each with every area it has."""
        named = (self.pack.by_id[name] for name in dict.fromkeys(self.indicators(filling)))
        return tuple((one, area) for one in named for area in one.areas)

    def rows(self, filling: Filling) -> tuple[Row, ...]:
        """Give the rows that something is about, in its order, each area of one after another."""
        found = {(row.indicator, row.area): row for row in self.card.rows}
        return tuple(found[one.id, area] for one, area in self.series(filling) if (one.id, area) in found)

    def card_of(self, filling: Filling) -> Scorecard:
        """Give the scorecard of what something is about."""
        return replace(self.card, rows=self.rows(filling))

    def history(self, indicator: str, area: str) -> IndicatorHistory:
        """Give a series up to the end of the quarter: what came later was not known to its meeting."""
        return self.figures(indicator, area).until(self.period)

    def tells(self, parts: Collection[Part], sections: Iterable[PaperSection] | None = None) -> bool:
        """Tell whether some sections, or any of the paper's, have one of some parts."""
        shown = self.paper.sections if sections is None else sections
        return any(filling.part in parts for section in shown for filling in section.parts)

    def told_of(self, sections: Iterable[PaperSection]) -> tuple[Row, ...]:
        """Give every row that some sections tell of, once."""
        fillings = (filling for section in sections for filling in section.parts if filling.part in OF_FIGURES)
        return tuple({(row.indicator, row.area): row for one in fillings for row in self.rows(one)}.values())
