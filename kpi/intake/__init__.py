"""Any spreadsheet to clean figures or Problems, and what publishing them would change.

In: bytes from a person. Out: a Candidate, a Preview, a Submission for the ledger; exports and templates the other way.
"""

from kpi.intake.candidate import Candidate, Options, read_figures

__all__ = ["Candidate", "Options", "read_figures"]
