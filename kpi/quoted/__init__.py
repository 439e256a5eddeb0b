"""Figures quoted in words are checked: what a commentary says of an indicator against what the ledger holds.

In: a text, its quarter, definitions and judged series. Out: warnings with both values; silence where unsure.
"""

from kpi.quoted.check import CODE, Figures, Quotations
from kpi.quoted.claims import Claim, Qualifier
from kpi.quoted.places import in_entries, in_notes
from kpi.quoted.spoken import Spoken, in_spoken, of_claim, of_pack, of_question

__all__ = [
    "CODE",
    "Claim",
    "Figures",
    "Qualifier",
    "Quotations",
    "Spoken",
    "in_entries",
    "in_notes",
    "in_spoken",
    "of_claim",
    "of_pack",
    "of_question",
]
