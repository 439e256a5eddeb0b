"""The inspection page as one value: judgements, visits, the trace, directions, pledges and the self-evaluation.

In: definitions, the plan as at a quarter, figures, a day. Out: an InspectionView with its sentences.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kpi.definitions.inspection import Inspection
from kpi.definitions.pack import Pack
from kpi.expectation import Figures
from kpi.inspection import tell
from kpi.inspection.dates import known_from, read, told
from kpi.inspection.judgements import JudgementHistory, judgement_history
from kpi.inspection.promises import DirectionView, PledgeView, directions, pledges
from kpi.inspection.self_evaluation import StatementView, self_evaluation
from kpi.inspection.trace import TracedRecommendation, trace
from kpi.period import Period
from kpi.plan import PlanView


@dataclass(frozen=True)
class Visit:
    """A visit of inspectors or peers, with the day from which its findings were known."""

    inspection: Inspection
    when: str
    known: date
    later: bool

    @property
    def kind(self) -> str:
        """What kind of visit it was, as people read it."""
        return self.inspection.kind.replace("_", " ")

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "id": self.inspection.id,
            "title": self.inspection.title,
            "kind": self.inspection.kind,
            "inspectorate": self.inspection.inspectorate,
            "date": self.inspection.date,
            "known": self.known.isoformat(),
            "later": self.later,
            "recommendations": len(self.inspection.recommendations),
            "illustrative": self.inspection.illustrative,
        }


@dataclass(frozen=True)
class InspectionView:
    """What inspectors found and what was done about it, as at a day; what became known later is marked."""

    period: Period
    day: date
    revision: int
    history: JudgementHistory
    visits: tuple[Visit, ...]
    trace: tuple[TracedRecommendation, ...]
    directions: tuple[DirectionView, ...]
    pledges: tuple[PledgeView, ...]
    self_evaluation: tuple[StatementView, ...]

    @property
    def recommendations(self) -> tuple[TracedRecommendation, ...]:
        """The recommendations that were known on the day."""
        return tuple(one for one in self.trace if not one.later)

    @property
    def without_action(self) -> tuple[TracedRecommendation, ...]:
        """The recommendations known on the day that no action answers."""
        return tuple(one for one in self.recommendations if one.without_action)

    @property
    def without_indicator(self) -> tuple[TracedRecommendation, ...]:
        """The recommendations known on the day whose actions name no figure."""
        return tuple(one for one in self.recommendations if one.without_indicator)

    @property
    def contradicted(self) -> tuple[StatementView, ...]:
        """The statements of the self-evaluation that the figures contradict."""
        return tuple(one for one in self.self_evaluation if one.contradicted)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The first sentences of the page."""
        return tell.headlines(self)

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "period": self.period.text,
            "day": self.day.isoformat(),
            "revision": self.revision,
            "headlines": list(self.headlines),
            "judgements": self.history.as_rows(),
            "visits": [one.as_dict() for one in self.visits],
            "recommendations": [one.as_dict() for one in self.trace],
            "directions": [one.as_dict() for one in self.directions],
            "pledges": [one.as_dict() for one in self.pledges],
            "self_evaluation": [one.as_dict() for one in self.self_evaluation],
        }

    def as_rows(self) -> list[dict[str, Any]]:
        """Give one row a judgement, recommendation, direction, pledge and statement, for a table or a spreadsheet."""
        return tell.rows(self)


def assemble(
    pack: Pack, plan: PlanView | None, figures: Figures, period: Period, day: date, revision: int
) -> InspectionView:
    """Put the record of inspections together as at a day, with the figures of periods that ended by `period`."""
    calendar = pack.council.calendar
    ordered = sorted(pack.inspection.inspections, key=lambda one: read(one.date, calendar), reverse=True)
    return InspectionView(
        period=period,
        day=day,
        revision=revision,
        history=judgement_history(pack, day),
        visits=tuple(_visit(one, calendar, day) for one in ordered),
        trace=trace(pack, plan, day),
        directions=directions(pack, day),
        pledges=pledges(pack, figures, period, day),
        self_evaluation=self_evaluation(pack, figures, period),
    )


def _visit(inspection: Inspection, calendar: str, day: date) -> Visit:
    known = known_from(inspection, calendar)
    return Visit(inspection, told(inspection.date, calendar), known, known > day)
