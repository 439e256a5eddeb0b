"""Claims: what was said in public about the future, and whether the figures bear it out.

In: claims of the definitions, entries, meetings, figures. Out: claims with their answers, and entries to declare them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from kpi.definitions.pack import Pack
from kpi.definitions.panel import Claim
from kpi.entry import Entry
from kpi.expectation import Answer, Figures, answer
from kpi.panel.meetings import MeetingDay
from kpi.panel.record import Recorded, happened, standing
from kpi.period import Period, reader_date

KIND: Final = "claim"
"""The kind of the entries that hold claims."""


@dataclass(frozen=True)
class ClaimView:
    """A claim and what the figures answer; `made` is None where the day is not known.

    `who`, `at` (UTC) and `revision` tell who recorded it; revision 0 is the definitions.
    """

    claim: Claim
    meeting: MeetingDay | None
    made: date | None
    answer: Answer
    who: str = ""
    at: datetime | None = None
    revision: int = 0

    @property
    def ref(self) -> str:
        """Its reference."""
        return self.claim.ref

    @property
    def where(self) -> str:
        """Where it was made: the meeting, or the place named; empty where neither is known."""
        return self.meeting.title if self.meeting else self.claim.where or ""

    @property
    def word(self) -> str:
        """The answer as people read it: borne out, not borne out, cannot tell, cannot tell yet."""
        return self.answer.word

    @property
    def illustrative(self) -> bool:
        """Whether it was made up for a demonstration."""
        return self.claim.illustrative

    @property
    def sentence(self) -> str:
        """Say who claimed what when, and what came of it."""
        on = f" on {reader_date(self.made)}" if self.made else ""
        return f"{self.ref}: the {self.claim.by} said{on}, “{self.claim.text.rstrip('.')}.” {self.answer.sentence}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "ref": self.ref,
            "text": self.claim.text,
            "by": self.claim.by,
            "meeting": self.claim.meeting,
            "where": self.where,
            "made": self.made.isoformat() if self.made else None,
            "outcome": self.answer.outcome.value,
            "waiting": self.answer.waiting,
            "sentence": self.sentence,
            "answer": self.answer.as_dict(),
            "illustrative": self.illustrative,
            "revision": self.revision,
        }


def claim_entry(claim: Claim) -> Entry:
    """Make the entry that declares a claim."""
    return Entry.of(KIND, claim.ref, "", claim.model_dump(mode="json", exclude_none=True))


def recorded_claims(pack: Pack, entries: Iterable[Entry]) -> tuple[Recorded[Claim], ...]:
    """Give every claim as it stands, from the definitions and the entries in force."""
    return standing(pack.panel.claims, entries, KIND, Claim)


def claims(
    pack: Pack, entries: Iterable[Entry], by_id: Mapping[str, MeetingDay], figures: Figures, upto: Period
) -> tuple[ClaimView, ...]:
    """List every claim with its answer from the periods that ended by the last day of `upto`, the earliest first."""
    found = [_view(one, by_id, figures, upto) for one in recorded_claims(pack, entries)]
    return tuple(sorted(found, key=lambda one: (one.made or date.min, one.ref)))


def _view(recorded: Recorded[Claim], by_id: Mapping[str, MeetingDay], figures: Figures, upto: Period) -> ClaimView:
    claim = recorded.value
    meeting = by_id.get(claim.meeting or "")
    found = answer(claim.expectation, figures, upto)
    who = recorded.who, recorded.at, recorded.revision
    return ClaimView(claim, meeting, happened(claim.made, meeting), found, *who)
