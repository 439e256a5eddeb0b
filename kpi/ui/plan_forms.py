"""What can be declared on the Plan and Action screens: an update, a sign-off, the start of the next plan year.

In: a PlanView or an ActionView. Out: forms; after them a sentence that says what was recorded and how to undo it.
"""

from kpi.plan import ActionView, PlanView


def update_form(view: PlanView, action: ActionView) -> None:
    """Offer to update an action in the quarter shown and to sign it off, or say why that cannot be."""


def sign_off(view: PlanView) -> None:
    """Offer to sign off the quarter of a service area, or say why that cannot be."""


def next_year(view: PlanView) -> None:
    """Offer to start the next plan year with the actions that are not finished."""
