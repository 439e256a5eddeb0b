"""Proposes the slides of a briefing by rule.

In: a quarter's Sources. Out: slides, the opening first, then in the order of RULES.
"""

from collections.abc import Callable
from typing import Final

from kpi.reports.briefing import figures, record
from kpi.reports.briefing.sources import Sources
from kpi.reports.slides import Slide

RULES: Final[dict[str, str]] = {
    "opening": "How many figures stand where",
    "off_target": "Every figure that is off target",
    "changed": "The largest changes of the year",
    "overdue": "Actions that are overdue",
    "no_impact": "Actions that are complete while their figures do not show it",
    "claim_due": "Claims about this quarter",
    "question_due": "Questions that wait for an answer",
    "written": "Written by a person",
}
"""Why a slide is proposed, in words, in the order of the briefing."""

_PROPOSED: Final[tuple[Callable[[Sources], tuple[Slide, ...]], ...]] = (
    lambda sources: (figures.opening(sources),),
    figures.off_target,
    figures.changed,
    record.overdue,
    record.no_impact,
    record.claims_due,
    record.questions_due,
)


def propose(sources: Sources) -> tuple[Slide, ...]:
    """Propose every slide that a rule gives; a rule that finds nothing proposes nothing."""
    return tuple(slide for rule in _PROPOSED for slide in rule(sources))
