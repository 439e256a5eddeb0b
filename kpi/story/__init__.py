"""The sentences: one figure explained, a year stated, a scorecard's headlines, a rule in words.

In: facts that the scorecard judged. Out: English that a director can read aloud.
"""

from kpi.story.facts import Comparison, Facts
from kpi.story.headlines import counts_sentence, headlines, marks
from kpi.story.movement import direction_reason
from kpi.story.reasons import status_reason
from kpi.story.rules import rule_in_words
from kpi.story.sentences import mark, sentence, standing, year_mark, year_statement
from kpi.story.words import (
    STATUS_WORDS,
    gap_text,
    periods_in_words,
    size_of_change,
    target_of,
    target_text,
    text_of,
    title_of,
    value_text,
)

__all__ = [
    "STATUS_WORDS",
    "Comparison",
    "Facts",
    "counts_sentence",
    "direction_reason",
    "gap_text",
    "headlines",
    "mark",
    "marks",
    "periods_in_words",
    "rule_in_words",
    "sentence",
    "size_of_change",
    "standing",
    "status_reason",
    "target_of",
    "target_text",
    "text_of",
    "title_of",
    "value_text",
    "year_mark",
    "year_statement",
]
