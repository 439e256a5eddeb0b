"""A briefing: slides proposed by rule from the record, then chosen, ordered and worded by a person.

In: a quarter's scorecard, plan and panel, and what a person chose. Out: a Deck.
"""

from kpi.reports.briefing.audience import narrowed
from kpi.reports.briefing.choice import BLANK, Arranged, Choice, Chosen, arranged
from kpi.reports.briefing.propose import RULES, propose
from kpi.reports.briefing.sources import Sources

__all__ = ["BLANK", "RULES", "Arranged", "Choice", "Chosen", "Sources", "arranged", "narrowed", "propose"]
