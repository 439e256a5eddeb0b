"""The panel: its calendar and deadlines, questions, and claims that the figures answer.

In: definitions, declared answers and figures. Out: frozen values.
"""

from kpi.panel.calendar import bank_holidays, clear_working_days_before, is_working_day
from kpi.panel.check import check_claim, check_question
from kpi.panel.claims import ClaimView, claim_entry, recorded_claims
from kpi.panel.meetings import MeetingDay, meetings, next_meeting
from kpi.panel.programme import ItemView
from kpi.panel.questions import QuestionView, answered, question_entry, recorded_questions, withdrawn
from kpi.panel.readiness import Awaited, Quarter
from kpi.panel.refs import next_ref
from kpi.panel.review import review_day
from kpi.panel.schedule import MeetingView, QuarterView
from kpi.panel.view import PanelView, assemble

__all__ = [
    "Awaited",
    "ClaimView",
    "ItemView",
    "MeetingDay",
    "MeetingView",
    "PanelView",
    "Quarter",
    "QuarterView",
    "QuestionView",
    "answered",
    "assemble",
    "bank_holidays",
    "check_claim",
    "check_question",
    "claim_entry",
    "clear_working_days_before",
    "is_working_day",
    "meetings",
    "next_meeting",
    "next_ref",
    "question_entry",
    "recorded_claims",
    "recorded_questions",
    "review_day",
    "withdrawn",
]
