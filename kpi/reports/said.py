"""What a paper says of itself on every page: whose it is, at which revision, and what nobody may overlook.

In: a Report. Out: short texts for headers, footers and a template's own places.
"""

from typing import Final
from zoneinfo import ZoneInfo

from kpi.period import reader_date
from kpi.reports.literal import line
from kpi.reports.model import Report

LONDON: Final = ZoneInfo("Europe/London")
KINDS: Final = {"committee": "Report", "update": "Written update", "public": "Public edition"}
"""Kinds of papers in words, by the name in their recipe."""
_BODIES: Final = {
    "leadership": "leadership team",
    "scrutiny": "panel",
    "corporate_parenting": "board",
    "public": "reader",
}
LONGEST: Final = 160
"""A mark longer than this would fill the head of every page; it points to the front instead."""


def marks(report: Report) -> tuple[str, ...]:
    """Give what every page says: that it is a draft, that it is exempt, which figures are illustrative."""
    draft = "Draft, not for publication" if report.is_draft else ""
    exempt = _short(
        f"Not for publication. {report.exempt_reason}" if report.exempt_reason else "", "Not for publication"
    )
    illustrative = _short(report.illustrative, "Some figures are illustrative: see the front of this paper")
    return tuple(mark for mark in (draft, exempt, illustrative) if mark)


def revision(report: Report) -> str:
    """Say the revision and the day it was recorded in England."""
    return f"Revision {report.revision} of {reader_date(report.made.astimezone(LONDON).date())}"


def meeting(report: Report) -> str:
    """Say which meeting the paper goes to, and when."""
    day = reader_date(report.meeting_day) if report.meeting_day else ""
    return ", ".join(part for part in (report.meeting, "" if day in report.meeting else day) if part)


def kind(report: Report) -> str:
    """Say what kind of paper it is."""
    return KINDS.get(report.kind, report.kind)


def asked(report: Report) -> str:
    """Say who is asked for what follows."""
    return f"The {_BODIES[report.audience]} is recommended to:"


def words(report: Report) -> dict[str, str]:
    """Give the texts that a council's template may ask for, by the name in its braces."""
    said = {
        "title": report.title,
        "kind": kind(report),
        "council": report.council,
        "service": report.service,
        "period": report.period,
        "meeting": report.meeting,
        "date": reader_date(report.meeting_day) if report.meeting_day else "",
        "deadline": reader_date(report.deadline) if report.deadline else "",
        "revision": revision(report),
        "seal": report.seal,
    }
    return {name: line(text) for name, text in said.items()}


def _short(text: str, otherwise: str) -> str:
    return line(text) if len(text) <= LONGEST else otherwise
