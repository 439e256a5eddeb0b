"""What can fill a section of a paper: one function a part, all of the same shape.

In: Sources and what a recipe says of the part. Out: blocks, in the words that the screens use.
"""

from collections.abc import Callable, Iterable
from typing import Final

from kpi.definitions.paper import Filling, Part
from kpi.reports.model import Block
from kpi.reports.parts import figures, pages, plan, record, scorecard
from kpi.reports.sources import Sources

Fill = Callable[[Sources, Filling], Iterable[Block]]

FILLS: Final[dict[Part, Fill]] = {
    "headlines": figures.headlines,
    "off_target": figures.off_target,
    "statements": figures.statements,
    "statements_ahead": figures.statements_ahead,
    "standings": figures.standings,
    "figures": figures.figures,
    "key_figures": figures.key_figures,
    "comparisons": figures.comparisons,
    "plan_headlines": plan.headlines,
    "plan_legend": plan.legend,
    "unfinished_actions": plan.unfinished,
    "questioned_actions": plan.questioned,
    "plan_by_service_area": plan.by_service_area,
    "key_priorities": plan.key_priorities,
    "judgements": record.judgements,
    "judgements_later": record.judgements_later,
    "judgement_trace": record.trace,
    "pledges": record.pledges,
    "self_evaluation": record.self_evaluation,
    "questions": record.questions,
    "open_questions": record.open_questions,
    "claims": record.claims,
    "background_papers": record.background_papers,
    "record": record.record,
    "scorecard": scorecard.scorecard,
    "indicator_pages": pages.indicator_pages,
}
"""What fills a section, by the name a recipe gives it; `text` is what a person wrote."""
