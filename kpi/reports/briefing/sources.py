"""What a briefing is proposed from: one quarter, as known at one revision.

In: views that the workspace asked for. Out: a frozen Sources.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kpi.panel import PanelView
from kpi.plan import ActionView, PlanView
from kpi.reports.model import Audience
from kpi.scorecard import IndicatorHistory, Row, Scorecard


@dataclass(frozen=True)
class Sources:
    """A quarter for an audience; `plan` is None where the council has none, `asks` names who asks its questions."""

    audience: Audience
    card: Scorecard
    plan: PlanView | None
    panel: PanelView
    history: Callable[[Row], IndicatorHistory]
    asks: str = "the panel"

    def actions_on(self, row: Row) -> tuple[ActionView, ...]:
        """Give the actions that are expected to move an indicator."""
        return self.plan.of_indicator(row.indicator) if self.plan else ()

    def others(self, row: Row) -> tuple[Row, ...]:
        """Give the same figure of the other areas, such as the caseloads of the other teams."""
        return tuple(one for one in self.card.rows if one.indicator == row.indicator and one.area != row.area)
