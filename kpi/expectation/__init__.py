"""What a figure was expected to show, and whether it does: borne out, not borne out, or nobody can tell.

In: an expectation of the definitions, and judged series. Out: an Answer with its sentence and the figures it rests on.
"""

from kpi.expectation.answer import answer
from kpi.expectation.model import OUTCOME_WORDS, Answer, Figures, Outcome
from kpi.expectation.words import in_words

__all__ = ["OUTCOME_WORDS", "Answer", "Figures", "Outcome", "answer", "in_words"]
