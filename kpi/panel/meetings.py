"""Meetings with their papers' deadlines, in the order of their days.

In: the panel's definitions. Out: meetings as frozen values; the next one, and the first that can carry a figure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kpi.definitions.due import read_day
from kpi.definitions.pack import Pack
from kpi.definitions.panel import Body, Meeting, PanelFile
from kpi.panel.calendar import clear_working_days_before
from kpi.period import reader_date


@dataclass(frozen=True)
class MeetingDay:
    """A meeting: whose, when, whether the public may come, and by when its papers are published."""

    meeting: Meeting
    body_title: str
    day: date
    deadline: date
    public: bool

    @property
    def id(self) -> str:
        """Its stable id."""
        return self.meeting.id

    @property
    def body(self) -> str:
        """The id of the body that meets."""
        return self.meeting.body

    @property
    def venue(self) -> str:
        """Where it is held, empty where that is not known."""
        return self.meeting.venue or ""

    @property
    def illustrative(self) -> bool:
        """Whether it was made up for a demonstration."""
        return self.meeting.illustrative

    @property
    def title(self) -> str:
        """Name it: 'Children, Young People and Families Scrutiny Panel, 19 June 2019'."""
        return f"{self.body_title}, {reader_date(self.day)}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "id": self.id,
            "body": self.body,
            "body_title": self.body_title,
            "date": self.day.isoformat(),
            "venue": self.venue,
            "public": self.public,
            "deadline": self.deadline.isoformat(),
            "illustrative": self.illustrative,
        }


def meetings(pack: Pack) -> tuple[MeetingDay, ...]:
    """List every meeting, the earliest first."""
    panel = pack.panel
    bodies = {body.id: body for body in panel.bodies}
    found = (_meeting(one, bodies.get(one.body), panel) for one in panel.meetings)
    return tuple(sorted(found, key=lambda one: (one.day, one.body, one.id)))


def next_meeting(pack: Pack, day: date, body: str | None = None) -> MeetingDay | None:
    """Give the first meeting on or after a day, of one body where it is named; None where the calendar has none."""
    coming = (one for one in meetings(pack) if one.day >= day and body in (None, one.body))
    return next(coming, None)


def first_carrying(days: Iterable[MeetingDay], ready: date, *, public: bool = True) -> MeetingDay | None:
    """Give the first of meetings whose papers are published no earlier than a figure is ready.

    With `public` only meetings that the public may come to are looked at.
    """
    return next((one for one in days if one.deadline >= ready and (one.public or not public)), None)


def _meeting(meeting: Meeting, body: Body | None, panel: PanelFile) -> MeetingDay:
    day = read_day(meeting.date)
    public = meeting.public if meeting.public is not None else body is None or body.public
    title = body.title if body else meeting.body
    return MeetingDay(meeting, title, day, clear_working_days_before(day, panel.clear_days), public)
