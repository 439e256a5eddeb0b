"""Assembles judgements into immutable rows: the scorecard of a period, and the whole series of one indicator.

In: figures in the series contract and definitions. Out: rows with value, target, status, directions and sentences.
"""

from kpi.scorecard.assemble import assemble, judged_series
from kpi.scorecard.card import ORDERS, IndicatorHistory, Scorecard
from kpi.scorecard.past import History
from kpi.scorecard.repaint import Repainted, repaint_sentence, repainted, restate_sentence, restated
from kpi.scorecard.row import Row
from kpi.scorecard.spans import compare_spans

__all__ = [
    "ORDERS",
    "History",
    "IndicatorHistory",
    "Repainted",
    "Row",
    "Scorecard",
    "assemble",
    "compare_spans",
    "judged_series",
    "repaint_sentence",
    "repainted",
    "restate_sentence",
    "restated",
]
