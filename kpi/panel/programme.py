"""The work programme: what goes to which meeting, what it needs, and whether that can be ready.

In: items of the definitions, meetings, and what quarters ask for. Out: items with their readiness, in sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kpi.definitions.pack import Pack
from kpi.definitions.panel import WorkItem
from kpi.panel.meetings import MeetingDay
from kpi.panel.readiness import Awaited, Quarter, Quarters, named
from kpi.period import Calendar, Period, parse, reader_date
from kpi.story import words

KIND_WORDS: Final = {
    "report": "report",
    "written_update": "written update outside the meeting",
    "presentation": "presentation",
    "visit": "visit",
}
MOST_NAMED: Final = 3


@dataclass(frozen=True)
class ItemView:
    """An item of the work programme with the figures it needs; `needs` is None where it names no period."""

    item: WorkItem
    meeting: MeetingDay
    needs: Quarter | None

    @property
    def written(self) -> bool:
        """Whether it is sent in writing, so that it need not wait for a meeting's papers."""
        return self.item.kind == "written_update"

    @property
    def late(self) -> tuple[Awaited, ...]:
        """The figures it needs that miss the papers; none for a written update, which is sent when they are ready."""
        return () if self.needs is None or self.written else self.needs.late(self.meeting.deadline)

    @property
    def ready(self) -> bool:
        """Whether every figure it needs can be in the papers."""
        return not self.late

    @property
    def ready_on(self) -> date | None:
        """The day by which the figures that come every quarter are promised."""
        return self.needs.ready_on if self.needs else None

    @property
    def sentence(self) -> str:
        """Say what it needs and whether that can be ready."""
        if self.needs is None:
            return f"Needs no figures; papers are published by {reader_date(self.meeting.deadline)}."
        need = f"Needs {_figures(len(self.needs.figures))} of {words.when(self.needs.period)}"
        if self.written:
            return f"{need}{f', ready on {reader_date(self.ready_on)}' if self.ready_on else ''}."
        if self.ready:
            return f"{need}, all ready by {reader_date(self.meeting.deadline)}."
        told = named(self.late, self.meeting.deadline, MOST_NAMED)
        return f"{need}; {len(self.late):,} will be late: {told}."

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "meeting": self.meeting.id,
            "title": self.item.title,
            "kind": self.item.kind,
            "owner": self.item.owner,
            "period": self.needs.period.text if self.needs else None,
            "ready": self.ready,
            "late": [one.as_dict(self.meeting.deadline) for one in self.late],
            "sentence": self.sentence,
            "illustrative": self.item.illustrative,
        }


def programme(pack: Pack, by_id: Mapping[str, MeetingDay], quarters: Quarters) -> tuple[ItemView, ...]:
    """List the work programme in the order of its meetings."""
    found = [
        ItemView(item, by_id[item.meeting], _needs(item, pack, quarters))
        for item in pack.panel.work_programme
        if item.meeting in by_id
    ]
    return tuple(sorted(found, key=lambda one: one.meeting.day))


def period_of(item: WorkItem, pack: Pack) -> Period | None:
    """Give the period whose figures an item needs, None where it names none."""
    calendar = Calendar(pack.council.calendar)
    return parse(item.period, None if calendar is Calendar.FINANCIAL else calendar) if item.period else None


def _needs(item: WorkItem, pack: Pack, quarters: Quarters) -> Quarter | None:
    period = period_of(item, pack)
    return quarters.of(period, item.indicators) if period else None


def _figures(count: int) -> str:
    return f"{count:,} {'figure' if count == 1 else 'figures'}"
