"""Inspection: judgements over time, the trace from recommendation to figure, the self-evaluation.

In: definitions, the plan and figures. Out: frozen values.
"""

from kpi.inspection.judgements import AreaHistory, Cell, Column, JudgementHistory, judgement_history
from kpi.inspection.promises import DirectionView, PledgeView, directions, pledges
from kpi.inspection.self_evaluation import StatementView, self_evaluation, years
from kpi.inspection.trace import TracedRecommendation, trace
from kpi.inspection.view import InspectionView, Visit, assemble

__all__ = [
    "AreaHistory",
    "Cell",
    "Column",
    "DirectionView",
    "InspectionView",
    "JudgementHistory",
    "PledgeView",
    "StatementView",
    "TracedRecommendation",
    "Visit",
    "assemble",
    "directions",
    "judgement_history",
    "pledges",
    "self_evaluation",
    "trace",
    "years",
]
