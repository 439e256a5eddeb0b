"""The improvement plan as at a quarter: what was declared, what the record concludes, and the sentences.

In: definitions, updates and figures. Out: frozen values.
"""

from kpi.plan.action import UNDECLARED, ActionView
from kpi.plan.assemble import assemble
from kpi.plan.carry import carried_forward, closing
from kpi.plan.carry_text import as_yaml
from kpi.plan.check import check_update
from kpi.plan.conclusions import CONCLUSIONS, Conclusion
from kpi.plan.facts import CarriedYear
from kpi.plan.milestones import MilestoneView
from kpi.plan.moves import Move, RecordedDue, agreed_dues, recorded_dues
from kpi.plan.record import UpdateView, Version
from kpi.plan.signoff import SignedOff, SignOff
from kpi.plan.suggest import Suggestion
from kpi.plan.update import Update
from kpi.plan.view import DUE, Area, PlanView

__all__ = [
    "CONCLUSIONS",
    "DUE",
    "UNDECLARED",
    "ActionView",
    "Area",
    "CarriedYear",
    "Conclusion",
    "MilestoneView",
    "Move",
    "PlanView",
    "RecordedDue",
    "SignOff",
    "SignedOff",
    "Suggestion",
    "Update",
    "UpdateView",
    "Version",
    "agreed_dues",
    "as_yaml",
    "assemble",
    "carried_forward",
    "check_update",
    "closing",
    "recorded_dues",
]
