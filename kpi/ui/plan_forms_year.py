"""The start of the next plan year: which actions move and which end, the files that are written, and then writing them.

In: the newest plan year. Out: a preview, a form where the folder can be written to, and the files to take away.
"""

from kpi.plan import PlanView


def offer(view: PlanView) -> None:
    """Offer to prepare the next plan year."""
