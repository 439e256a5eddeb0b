"""A small plan of a council, its record, and a desk at which an analyst loads trackers."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kpi.definitions.council import Council
from kpi.definitions.legend import Legend
from kpi.definitions.pack import Pack
from kpi.definitions.plan import PlanFile
from kpi.entry import Entry
from kpi.intake import Options
from kpi.intake.updates import UpdateCandidate, UpdatePreview, compare, read_updates, template
from kpi.period import Period, parse
from kpi.plan import PlanView, SignOff, Update, assemble, signoff, update

TODAY = date(2019, 4, 12)
Q4 = "2018-19 Q4"
MORNING = datetime(2019, 4, 11, 9, 30, tzinfo=UTC)

LEGEND: dict[str, Any] = {
    "id": "common",
    "title": "Four colours",
    "statuses": [
        {
            "id": "complete",
            "label": "Complete",
            "colour": "blue",
            "meaning": "It was carried out.",
            "stages": ["complete", "complete_evidenced", "business_as_usual", "not_applicable"],
            "suggested_for": ["complete"],
        },
        {
            "id": "on_track",
            "label": "On track",
            "colour": "green",
            "meaning": "It will be done by its due date.",
            "stages": ["not_started", "in_progress", "awaiting_sign_off", "complete", "moved"],
            "suggested_for": ["on_track"],
        },
        {
            "id": "off_track",
            "label": "Off track",
            "colour": "red",
            "meaning": "It will be late.",
            "stages": ["not_started", "in_progress", "awaiting_sign_off", "moved"],
            "suggested_for": ["overdue", "at_risk"],
        },
    ],
}


def action(ref: str, **given: Any) -> dict[str, Any]:
    """An action with everything a test does not care about filled in."""
    base = {"ref": ref, "text": f"What {ref} is about.", "origin": "inspection", "lead": "Head of Service"}
    return base | {"due": "2019-03-31"} | given


ACTIONS = [
    action(
        "PMQA 2.1",
        text="Move to one social care record system.",
        milestones=[
            {"id": "assess", "title": "Needs assessed", "due": "2018-09-30", "state": "done"},
            {"id": "train", "title": "Staff trained", "due": "2019-02-28"},
        ],
    ),
    action("SSS 2.1", text="Extend the team's contract to pregnant women at risk.", due="2018-19 Q4"),
    action("YOT 2.2", text="Mentor into education, training or employment.", due="ongoing", illustrative=True),
]


def pack_of(actions: list[dict[str, Any]]) -> Pack:
    """A council with one service area in its plan of 2018-19."""
    council = {
        "id": "example",
        "name": "Example Council",
        "service": "Children's Services",
        "plan": "Improvement plan",
        "legend": "common",
        "opening_period": Q4,
        "about": "An example.",
        "themes": [{"id": "demand", "title": "Demand"}],
    }
    area = {
        "plan_year": "2018-19",
        "id": "quality",
        "title": "Performance and quality",
        "head": "Head of Quality",
        "priorities": [{"ref": "Q1", "title": "One record", "actions": actions}],
    }
    return Pack(
        council=Council.model_validate(council),
        legends=(Legend.model_validate(LEGEND),),
        plans=(PlanFile.model_validate(area),),
    )


class Desk:
    """A record of entries in memory, one revision each time, and the questions that trackers ask of it."""

    def __init__(self, pack: Pack, today: date = TODAY) -> None:
        self.pack, self.today = pack, today
        self.held: list[tuple[Entry, ...]] = [()]

    @property
    def head(self) -> int:
        return len(self.held)

    def take(
        self, *entries: Entry, who: str = "Analyst", at: datetime = datetime(2019, 4, 11, 9, 30, tzinfo=UTC)
    ) -> int:
        """Record entries as the next revision."""
        revision = self.head + 1
        self.held.append(tuple(replace(one, revision=revision, who=who, at=at) for one in entries))
        return revision

    def say(self, ref: str, who: str = "Head of Quality", quarter: str = Q4, **said: Any) -> int:
        """Record an update by the form."""
        known = self.view(quarter=quarter).action(ref)
        earlier = known.quarter.update if known and known.quarter else None
        return self.take(update.entry("2018-19", ref, parse(quarter), Update(**said).over(earlier)), who=who)

    def sign_off(self, quarter: str = Q4) -> int:
        """Record the sign-off of the whole service area."""
        return self.take(signoff.entry("2018-19", "quality", parse(quarter), SignOff(role="Head of Quality")))

    def view(self, revision: int | None = None, year: str = "2018-19", quarter: str | Period = Q4) -> PlanView:
        """The plan as known at a revision."""
        upto = self.head if revision is None else revision
        known = [one for held in self.held[:upto] for one in held]
        newest = {one.key: one.revision for one in known if not one.aside}
        entries = [replace(one, in_force=not one.aside and newest[one.key] == one.revision) for one in known]
        period = parse(quarter) if isinstance(quarter, str) else quarter
        return assemble(self.pack, year, period, entries, None, None, self.today, upto)

    def template(self, form: str = "csv") -> bytes:
        return template(self.pack, self.view(), form)

    def read(self, content: bytes | str, name: str = "tracker.csv", **told: Any) -> UpdateCandidate:
        body = content.encode() if isinstance(content, str) else content
        options = Options(**told)
        return read_updates(name, body, self.pack, view_at=self.view, head=self.head, today=self.today, options=options)

    def preview(self, content: bytes | str, name: str = "tracker.csv", **told: Any) -> UpdatePreview:
        found = self.read(content, name, **told)
        return compare(found, self.pack, view_at=self.view, head=self.head)


def filled(tracker: bytes, changes: Mapping[str, Mapping[str, str]]) -> str:
    """Write into a CSV template, by reference and column."""
    rows = list(csv.DictReader(io.StringIO(tracker.decode(), newline="")))
    for row in rows:
        row |= changes.get(row["ref"], {})
    body = io.StringIO(newline="")
    writer = csv.DictWriter(body, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return body.getvalue()


def codes(found: UpdateCandidate | UpdatePreview) -> list[str]:
    """The codes of what was found, in order."""
    return [problem.code for problem in found.problems]


@pytest.fixture
def desk() -> Desk:
    return Desk(pack_of(ACTIONS))
