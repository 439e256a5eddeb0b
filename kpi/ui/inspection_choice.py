"""What of the inspection record is shown, as the address has it: one inspection, only what has none or is contradicted.

In: an InspectionView and choices by id. Out: the recommendations, pledges and statements that are left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kpi.definitions.pack import Pack
from kpi.expectation import Answer, Outcome
from kpi.inspection import InspectionView, PledgeView, StatementView, TracedRecommendation, self_evaluation
from kpi.inspection import years as evaluated
from kpi.scorecard import IndicatorHistory
from kpi.ui import ask

NONE, CONTRADICTED = "none", "contradicted"
ONLY: Final = {
    "": "Everything",
    NONE: "Only what has no action or no figure",
    CONTRADICTED: "Only what the figures contradict",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The inspection shown ('' for all), what alone is shown ('' for everything), and the revision."""

    inspection: str = ""
    only: str = ""
    as_at: int | None = None


def recommendations(traced: Sequence[TracedRecommendation], choice: Choice) -> tuple[TracedRecommendation, ...]:
    """Choose among recommendations; contradicted are those with a figure that does not show what was expected."""
    here = (one for one in traced if choice.inspection in ("", one.inspection.id))
    return tuple(
        one for one in here if _shown(choice, one.without_action or one.without_indicator, _against(one.answers))
    )


def pledges(view: InspectionView, choice: Choice) -> tuple[PledgeView, ...]:
    """Choose among pledges."""
    return tuple(one for one in view.pledges if _shown(choice, not one.answers, _against(one.answers)))


def statements(given: Sequence[StatementView], choice: Choice) -> tuple[StatementView, ...]:
    """Choose among statements of the self-evaluation; without figures or other evidence a statement has none."""
    return tuple(one for one in given if _shown(choice, one.unsupported, one.contradicted))


def _shown(choice: Choice, none: bool, contradicted: bool) -> bool:
    return {"": True, NONE: none, CONTRADICTED: contradicted}[choice.only]


def _against(answers: Sequence[Answer]) -> bool:
    return any(one.outcome is Outcome.NOT_BORNE_OUT for one in answers)


def any_of(view: InspectionView) -> bool:
    """Tell whether the record holds anything."""
    return bool(view.visits or view.directions or view.pledges or view.self_evaluation)


def year_of(view: InspectionView) -> str:
    """Name the year whose self-evaluation the record opens on; '' where there is none."""
    return view.self_evaluation[0].statement.year if view.self_evaluation else ""


def years(pack: Pack) -> dict[str, str]:
    """List the years that have a self-evaluation, the newest first."""
    return {year: year for year in reversed(evaluated(pack))} or {"": "None yet"}


def evaluation(view: InspectionView, year: str, as_at: int | None) -> tuple[StatementView, ...]:
    """Give the statements of a year."""
    if year == year_of(view):
        return view.self_evaluation
    pack = ask.pack(as_at)

    def figures(indicator: str, area: str) -> IndicatorHistory:
        return ask.indicator(pack.by_id[indicator].id, area, as_at)

    return self_evaluation(pack, figures, view.period, year)
