"""Small plans for tests: an action, a service area, what was said of it, and the plan as at a quarter.

In: what a test is about. Out: real definitions, entries as the ledger gives them, and views.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kpi.definitions.pack import Pack
from kpi.definitions.plan import PlanFile
from kpi.entry import Entry
from kpi.expectation import Figures
from kpi.plan import ActionView, PlanView, RecordedDue, SignOff, Update, assemble, signoff, update
from kpi.scorecard import Scorecard
from tests.support.figures import pack as figures_pack
from tests.support.figures import quarter

REVIEW = date(2019, 6, 19)
"""The evening on which the panel reads Q4 2018-19."""
LEGENDS: list[dict[str, Any]] = [
    {
        "id": "common",
        "title": "Five colours",
        "statuses": [
            {
                "id": "complete",
                "label": "Complete",
                "colour": "blue",
                "meaning": "Carried out.",
                "stages": ["complete", "complete_evidenced", "business_as_usual", "not_applicable"],
                "suggested_for": ["complete"],
            },
            {
                "id": "on_track",
                "label": "On track",
                "colour": "green",
                "meaning": "Will be done in time.",
                "stages": ["not_started", "in_progress", "awaiting_sign_off"],
                "suggested_for": ["on_track"],
            },
            {
                "id": "at_risk",
                "label": "At risk",
                "colour": "amber",
                "meaning": "May be late.",
                "stages": ["not_started", "in_progress", "awaiting_sign_off"],
                "suggested_for": ["at_risk"],
            },
            {
                "id": "off_track",
                "label": "Overdue or off track",
                "colour": "red",
                "meaning": "Is late.",
                "stages": ["not_started", "in_progress", "awaiting_sign_off", "moved"],
                "suggested_for": ["overdue"],
            },
            {
                "id": "grey",
                "label": "Not started or not updated",
                "colour": "grey",
                "meaning": "Nothing is known.",
                "stages": ["not_started", "in_progress", "moved"],
                "suggested_for": ["not_started", "not_updated"],
            },
        ],
    },
    {
        "id": "wolverhampton",
        "title": "Two colours",
        "statuses": [
            {
                "id": "completed",
                "label": "Completed",
                "colour": "blue",
                "meaning": "The action is completed.",
                "stages": ["complete", "complete_evidenced", "business_as_usual", "not_applicable"],
                "suggested_for": ["complete"],
            },
            {
                "id": "needs_more_time",
                "label": "Needs more time",
                "colour": "green",
                "meaning": "Needs more time to evidence impact, or further development.",
                "stages": ["not_started", "in_progress", "awaiting_sign_off", "complete", "moved"],
                "suggested_for": ["on_track", "at_risk", "overdue", "not_started", "not_updated"],
            },
        ],
    },
]


def action(ref: str = "PMQA 2.1", **given: Any) -> dict[str, Any]:
    """Give an action as YAML would: one social care system, due on 31 March 2019."""
    return {
        "ref": ref,
        "text": "Move to one social care system.",
        "origin": "council_plan",
        "lead": "Head of Safeguarding",
        "due": "2019-03-31",
    } | given


def area(*actions: Mapping[str, Any], year: str = "2018-19", **given: Any) -> PlanFile:
    """Give a service area with one priority."""
    content = {
        "plan_year": year,
        "id": "pmqa",
        "title": "Quality assurance",
        "head": "Principal Social Worker",
        "priorities": [{"ref": "PMQA 2", "title": "Records that people can rely on", "actions": list(actions)}],
    }
    return PlanFile.model_validate(content | given)


def council(*areas: PlanFile, legend: str = "common", indicators: Sequence[Any] = (), **given: Any) -> Pack:
    """Give a council with a plan."""
    content = figures_pack(*indicators).model_dump()
    content["council"] |= {"legend": legend}
    return Pack.model_validate(content | {"legends": LEGENDS, "plans": [one.model_dump() for one in areas]} | given)


def at(revision: int) -> datetime:
    """Give the moment at which a revision was made: one a day from 1 July 2018."""
    return datetime(2018, 7, 1, 9, tzinfo=UTC) + timedelta(days=revision)


def said(
    quarter_text: str, revision: int, ref: str = "PMQA 2.1", year: str = "2018-19", aside: bool = False, **fields: Any
) -> Entry:
    """Give an update as the ledger keeps it."""
    made = update.entry(year, ref, quarter(quarter_text), Update.model_validate(fields), aside=aside)
    return replace(made, revision=revision, who="M. Lead", at=at(revision))


def signed(quarter_text: str, revision: int, of: str = "pmqa", year: str = "2018-19") -> Entry:
    """Give a sign-off by the Head of Service as the ledger keeps it."""
    made = signoff.entry(year, of, quarter(quarter_text), SignOff(role="Principal Social Worker"))
    return replace(made, revision=revision, who="H. Head", at=at(revision))


def record(entries: Sequence[Entry], undone: Mapping[int, int]) -> tuple[Entry, ...]:
    """Tell what is in force, as reading the ledger does: the newest of each key that was not undone or set aside."""
    standing = {e.key: e.revision for e in entries if not e.aside and e.revision not in undone}
    return tuple(replace(e, in_force=not e.aside and standing.get(e.key) == e.revision) for e in entries)


def plan(
    pack: Pack,
    *entries: Entry,
    period: str = "2018-19 Q4",
    year: str = "2018-19",
    day: date = REVIEW,
    figures: Figures | None = None,
    scorecard: Scorecard | None = None,
    dues: Sequence[RecordedDue] = (),
    undone: Mapping[int, int] | None = None,
) -> PlanView:
    """Give the plan as at a quarter, with these entries in the order they were recorded."""
    told = record(entries, undone or {})
    return assemble(pack, year, quarter(period), told, figures, scorecard, day, 99, dues, undone)


def one(agreed: Mapping[str, Any], *entries: Entry, **given: Any) -> ActionView:
    """Give the only action of a plan as at a quarter."""
    return plan(council(area(agreed)), *entries, **given).actions[0]


def told(view: ActionView, code: str) -> str:
    """Give the sentence of a conclusion, empty where it is not drawn."""
    return next((conclusion.sentence for conclusion in view.conclusions if conclusion.code == code), "")
