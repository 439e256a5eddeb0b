"""Statutory directions and pledges: what the council was told to do, and what it promised.

In: directions and pledges of the definitions, figures, a day. Out: each with whether it stands, or is kept.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kpi.definitions.inspection import Direction, Pledge
from kpi.definitions.pack import Pack
from kpi.expectation import Answer, Figures, Outcome, answer
from kpi.inspection.dates import read, told
from kpi.period import Calendar, Frequency, Period, containing

KEPT_WORDS: Final = {
    Outcome.BORNE_OUT: "kept",
    Outcome.NOT_BORNE_OUT: "not kept",
    Outcome.CANNOT_TELL: "cannot tell",
}
"""Whether a pledge is kept, as people read it."""


@dataclass(frozen=True)
class DirectionView:
    """A statutory direction as at a day."""

    direction: Direction
    issued: str
    ended: str
    stands: bool
    later: bool

    @property
    def sentence(self) -> str:
        """Say since when it stands, or when it was lifted."""
        if self.ended:
            return f"{self.direction.title}: issued on {self.issued}, lifted on {self.ended}."
        return f"{self.direction.title}: issued on {self.issued}, and still in force."

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "id": self.direction.id,
            "title": self.direction.title,
            "issued": self.direction.issued,
            "ended": self.direction.ended if self.ended else None,
            "stands": self.stands,
            "text": self.direction.text,
            "later": self.later,
            "illustrative": self.direction.illustrative,
        }


@dataclass(frozen=True)
class PledgeView:
    """A pledge and what the figures say of it."""

    pledge: Pledge
    made: str
    later: bool
    answers: tuple[Answer, ...]

    @property
    def outcome(self) -> Outcome:
        """Not borne out where any figure says so, borne out where every figure does, else nobody can tell."""
        found = {one.outcome for one in self.answers}
        if Outcome.NOT_BORNE_OUT in found:
            return Outcome.NOT_BORNE_OUT
        return Outcome.BORNE_OUT if found == {Outcome.BORNE_OUT} else Outcome.CANNOT_TELL

    @property
    def word(self) -> str:
        """Whether it is kept, as people read it."""
        return KEPT_WORDS[self.outcome] if self.answers else "no figure named"

    @property
    def sentence(self) -> str:
        """Say whether it is kept, with every figure that says so."""
        told_ = " ".join(one.sentence for one in self.answers)
        return f"{self.pledge.ref}, to {self.pledge.to}: {self.word}. {told_}".strip()

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "ref": self.pledge.ref,
            "to": self.pledge.to,
            "text": self.pledge.text,
            "made": self.pledge.made,
            "outcome": self.outcome.value,
            "answers": [one.as_dict() for one in self.answers],
            "sentence": self.sentence,
            "later": self.later,
            "illustrative": self.pledge.illustrative,
        }


def directions(pack: Pack, day: date) -> tuple[DirectionView, ...]:
    """List the statutory directions as at a day, the newest first; one lifted later still stands."""
    calendar = pack.council.calendar
    found = [(read(one.issued, calendar).first_day, one) for one in pack.inspection.directions]
    return tuple(_direction(one, on, calendar, day) for on, one in sorted(found, key=lambda p: p[0], reverse=True))


def pledges(pack: Pack, figures: Figures, upto: Period, day: date) -> tuple[PledgeView, ...]:
    """List the pledges in the order of the file; movements are compared with the quarter before the pledge was made."""
    return tuple(_pledge(one, pack, figures, upto, day) for one in pack.inspection.pledges)


def _direction(direction: Direction, issued: date, calendar: str, day: date) -> DirectionView:
    lifted = read(direction.ended, calendar).last_day if direction.ended else None
    ended = told(direction.ended, calendar) if direction.ended and lifted and lifted <= day else ""
    return DirectionView(direction, told(direction.issued, calendar), ended, issued <= day and not ended, issued > day)


def _pledge(pledge: Pledge, pack: Pack, figures: Figures, upto: Period, day: date) -> PledgeView:
    calendar = pack.council.calendar
    made = read(pledge.made, calendar).first_day
    since = containing(made, Frequency.QUARTER, Calendar(calendar)).previous()
    answers = tuple(answer(one, figures, upto, since) for one in pledge.indicators)
    return PledgeView(pledge, told(pledge.made, calendar), made > day, answers)
