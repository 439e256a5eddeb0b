"""The panel's page as one value: calendar, work programme, questions and claims as at a day.

In: definitions, entries, figures, a quarter and a day. Out: a PanelView with its sentences.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from kpi.definitions.pack import Pack
from kpi.entry import Entry
from kpi.expectation import Figures, Outcome
from kpi.panel import tell
from kpi.panel.claims import ClaimView, claims
from kpi.panel.meetings import meetings
from kpi.panel.programme import ItemView, programme
from kpi.panel.questions import QuestionView, questions
from kpi.panel.readiness import Quarters
from kpi.panel.schedule import MeetingView, QuarterView, around, meeting_view, quarter_view
from kpi.period import Frequency, Period, containing

QUARTERS_BACK: Final = 3
QUARTERS_AHEAD: Final = 4
"""Quarters before and after the one shown that the calendar tells of."""


@dataclass(frozen=True)
class PanelView:
    """What the panel remembers, as at a day: what was said later stands apart, and counts in nothing."""

    period: Period
    day: date
    revision: int
    meetings: tuple[MeetingView, ...]
    quarters: tuple[QuarterView, ...]
    programme: tuple[ItemView, ...]
    questions: tuple[QuestionView, ...]
    later_questions: tuple[QuestionView, ...]
    claims: tuple[ClaimView, ...]
    later_claims: tuple[ClaimView, ...]

    @cached_property
    def next_meeting(self) -> MeetingView | None:
        """The first public meeting on or after the day, else the first of any; None where the calendar has none."""
        coming = [one for one in self.meetings if one.day >= self.day]
        return next((one for one in coming if one.public), coming[0] if coming else None)

    @property
    def upcoming(self) -> tuple[MeetingView, ...]:
        """The meetings on or after the day, the next first."""
        return tuple(one for one in self.meetings if one.day >= self.day)

    @property
    def past(self) -> tuple[MeetingView, ...]:
        """The meetings before the day, the latest first."""
        return tuple(reversed([one for one in self.meetings if one.day < self.day]))

    @property
    def overdue(self) -> tuple[QuestionView, ...]:
        """The questions that are open and were due before the day, the longest overdue first."""
        return tuple(one for one in self.questions if one.overdue)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Questions by state, every state named; the numbers add up to all that were asked by the day."""
        counted = Counter(one.state for one in self.questions)
        return {"open": counted["open"], "answered": counted["answered"], "withdrawn": counted["withdrawn"]}

    @cached_property
    def outcomes(self) -> dict[Outcome, int]:
        """Claims by outcome, every outcome named; the numbers add up to all that were made by the day."""
        counted = Counter(one.answer.outcome for one in self.claims)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def advice(self) -> tuple[str, ...]:
        """What to do for the quarters that no public meeting fits, the earliest first."""
        return tuple(one.sentence for one in self.quarters if one.written_update)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The first sentences of the page: the next meeting, the questions, the claims."""
        return tell.headlines(self)

    def quarter(self, period: Period) -> QuarterView | None:
        """Give a quarter of the calendar, None where it does not tell of it."""
        return next((one for one in self.quarters if one.period == period), None)

    def question(self, ref: str) -> QuestionView | None:
        """Find a question by its reference, also one asked after the day."""
        return next((one for one in (*self.questions, *self.later_questions) if one.ref == ref), None)

    @property
    def refs(self) -> tuple[str, ...]:
        """Every reference that is taken."""
        questions_, claims_ = (*self.questions, *self.later_questions), (*self.claims, *self.later_claims)
        return (*(one.ref for one in questions_), *(one.ref for one in claims_))

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "period": self.period.text,
            "day": self.day.isoformat(),
            "revision": self.revision,
            "headlines": list(self.headlines),
            "meetings": [one.as_dict() for one in self.meetings],
            "quarters": [one.as_dict() for one in self.quarters],
            "work_programme": [one.as_dict() for one in self.programme],
            "questions": [one.as_dict() for one in self.questions],
            "claims": [one.as_dict() for one in self.claims],
        }

    def as_rows(self) -> list[dict[str, Any]]:
        """Give meetings, questions and claims one a row, for a table or a spreadsheet."""
        return tell.rows(self)


def assemble(
    pack: Pack, entries: Iterable[Entry], figures: Figures, period: Period, day: date, revision: int
) -> PanelView:
    """Put the panel's record together as at a day, with the figures of periods that ended by the period's last day."""
    declared, quarters, days = tuple(entries), Quarters(pack), meetings(pack)
    by_id = {one.id: one for one in days}
    asked = questions(pack, declared, by_id, day)
    made = claims(pack, declared, by_id, figures, period)
    shown = containing(period.last_day, Frequency.QUARTER, period.calendar)
    return PanelView(
        period=period,
        day=day,
        revision=revision,
        meetings=tuple(meeting_view(one, pack, quarters) for one in days),
        quarters=tuple(quarter_view(one, days, quarters) for one in around(shown, QUARTERS_BACK, QUARTERS_AHEAD)),
        programme=programme(pack, by_id, quarters),
        questions=tuple(one for one in asked if one.asked is None or one.asked <= day),
        later_questions=tuple(one for one in asked if one.asked and one.asked > day),
        claims=tuple(one for one in made if one.made is None or one.made <= day),
        later_claims=tuple(one for one in made if one.made and one.made > day),
    )
