"""Which quarter's figures can be ready for which meeting, what will be late, and when no meeting fits.

In: meetings and what quarters ask for. Out: meetings and quarters with their readiness, in sentences.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kpi.definitions.pack import Pack
from kpi.panel.meetings import MeetingDay, first_carrying
from kpi.panel.readiness import Quarter, Quarters, named
from kpi.period import Calendar, Frequency, Period, PeriodError, containing, reader_date
from kpi.story import words

MOST_NAMED: Final = 3
"""Late figures that a sentence names; a table has them all."""
LOOK_BACK: Final = 8
"""Quarters looked back for one whose figures are all ready."""


@dataclass(frozen=True)
class MeetingView(MeetingDay):
    """A meeting with the newest quarter that ended before it, and the newest that its papers can show whole."""

    newest: Quarter
    shows: Period | None

    @property
    def late(self) -> int:
        """How many figures of the newest quarter miss its papers."""
        return len(self.newest.late(self.deadline))

    @property
    def can_show(self) -> str:
        """Say which quarter its papers can show, and what of it will be late."""
        return _can_show(self)

    @property
    def sentence(self) -> str:
        """Say by when papers are published, and what they can show."""
        return f"Papers are published by {reader_date(self.deadline)}. {self.can_show}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return super().as_dict() | {
            "newest_quarter": self.newest.period.text,
            "shows": self.shows.text if self.shows else None,
            "ready": len(self.newest.ready(self.deadline)),
            "late": [one.as_dict(self.deadline) for one in self.newest.late(self.deadline)],
            "sentence": self.sentence,
        }


@dataclass(frozen=True)
class QuarterView:
    """A quarter, the day its figures are ready, and the meeting that fits: in public, before the next quarter ends."""

    quarter: Quarter
    meeting: MeetingDay | None
    after: MeetingDay | None
    """The first public meeting that can carry the figures at all, whenever it is."""

    @property
    def period(self) -> Period:
        """The quarter."""
        return self.quarter.period

    @property
    def written_update(self) -> bool:
        """Whether a written update outside a meeting is needed."""
        return self.meeting is None and self.quarter.ready_on is not None

    @property
    def sentence(self) -> str:
        """Say which meeting fits, or that none does and what to do."""
        ready, name = self.quarter.ready_on, words.when(self.period)
        if ready is None:
            return f"No figure is asked for in {name}."
        told = f"The figures of {name} are ready on {reader_date(ready)}"
        if self.meeting:
            close = reader_date(self.meeting.deadline)
            return f"{told}: in time for the {self.meeting.title}, whose papers are published by {close}."
        by = max(self.period.next().last_day, ready)
        later = f"the next that can carry them is the {self.after.title}" if self.after else "none is in the calendar"
        return (
            f"No public meeting fits {name}: its figures are ready on {reader_date(ready)}, and {later}. "
            f"Send a written update outside the meeting by {reader_date(by)}."
        )

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        ready = self.quarter.ready_on
        return {
            "period": self.period.text,
            "ready": ready.isoformat() if ready else None,
            "meeting": self.meeting.id if self.meeting else None,
            "written_update": self.written_update,
            "sentence": self.sentence,
        }


def meeting_view(day: MeetingDay, pack: Pack, quarters: Quarters) -> MeetingView:
    """Add to a meeting what its papers can show."""
    newest = quarter_before(day.day, pack)
    back = (quarters.of(one) for one in reversed(around(newest, LOOK_BACK, 0)))
    shows = next((one.period for one in back if one.is_ready(day.deadline)), None)
    return MeetingView(
        day.meeting, day.body_title, day.day, day.deadline, day.public, newest=quarters.of(newest), shows=shows
    )


def quarter_view(period: Period, dates: Sequence[MeetingDay], quarters: Quarters) -> QuarterView:
    """Find the first public meeting that can carry a quarter's figures before the next quarter has ended."""
    asked = quarters.of(period)
    after = first_carrying(dates, asked.ready_on) if asked.ready_on else None
    fits = after is not None and after.day <= period.next().last_day
    return QuarterView(asked, after if fits else None, after)


def around(period: Period, back: int, ahead: int) -> tuple[Period, ...]:
    """Give a period with some before and after it, oldest first; those outside the calendar are left out."""
    inside = []
    for step in range(-back, ahead + 1):
        with suppress(PeriodError):
            inside.append(period.shift(step))
    return tuple(inside)


def quarter_before(day: date, pack: Pack) -> Period:
    """Give the newest quarter of the council's calendar that ended before a day."""
    return containing(day, Frequency.QUARTER, Calendar(pack.council.calendar)).previous()


def _can_show(view: MeetingView) -> str:
    """Say which quarter the papers can show, and what of it will be late."""
    newest, name = view.newest, words.when(view.newest.period)
    if newest.ready_on is None:
        return f"No figure is asked for in {name}."
    if not newest.is_ready(view.deadline):
        shows = f"; the newest quarter they can show whole is {words.when(view.shows)}" if view.shows else ""
        return f"The figures of {name} are ready only on {reader_date(newest.ready_on)}{shows}."
    late = newest.late(view.deadline)
    if not late:
        return f"Every figure is ready for {name}."
    count = len(newest.regular)
    regular = "The one figure that comes" if count == 1 else f"All {count:,} figures that come"
    told = f"{regular} every quarter {'is' if count == 1 else 'are'} ready for {name}"
    more = f"{len(late):,} yearly {'figure is' if len(late) == 1 else 'figures are'} late"
    return f"{told}; {more}: {named(late, view.deadline, MOST_NAMED)}."
