"""One action at a quarter: its facts, what is concluded from them, and its sentence.

In: facts. Out: the view that every screen, paper and command prints from.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kpi.plan import words
from kpi.plan.conclusions import Conclusion, conclude
from kpi.plan.facts import Facts
from kpi.plan.suggest import Suggestion, suggestion


@dataclass(frozen=True)
class ActionView(Facts):
    """One action as it stands at a quarter, known at a revision."""

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """What the record concludes, in order of weight."""
        return conclude(self)

    @cached_property
    def suggested(self) -> Suggestion | None:
        """The status that dates and percent suggest, None where they suggest none."""
        return suggestion(self)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of its conclusions."""
        return frozenset(one.code for one in self.conclusions)

    @property
    def status_id(self) -> str:
        """The id of the declared status, `undeclared` where there is none."""
        return self.status.id if self.status else UNDECLARED

    @property
    def status_label(self) -> str:
        """The declared status as people read it."""
        return self.status.label if self.status else "No status declared"

    @property
    def illustrative(self) -> bool:
        """Whether the action, or the newest update in force, was made up for a demonstration."""
        newest = next((view for view in self.history if view.update), None)
        return self.action.illustrative or (newest is not None and newest.illustrative)

    @property
    def mark(self) -> str:
        """`Illustrative` where it was made up for a demonstration, else empty."""
        return "Illustrative" if self.illustrative else ""

    @property
    def sentence(self) -> str:
        """Say where it stands: 'PMQA 2.1 is in progress, 60% done, and is due on 31 March 2019.'"""
        stands = "has moved to the next year" if self.stage == "moved" else f"is {self.stage_word}"
        done = "" if self.percent is None or self.done else f", {words.percent(self.percent)} done"
        declared = f" {words.capital(self.status.label)} is declared." if self.status else " No status is declared."
        return f"{self.ref} {stands}{done}{self._when_due}.{declared}"

    @property
    def _when_due(self) -> str:
        """Say when it is due, and from when it was moved."""
        if self.due.period is None:
            return "" if self.done else ", with no end date"
        moved = f" (first {self.original_due.short_label})" if self.moves else ""
        return f", and {'was' if self.done else 'is'} due {words.when_due(self.due)}{moved}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line; dates are ISO, due dates canonical text, percent 0 to 100."""
        return {
            "ref": self.ref,
            "year": self.year,
            "quarter": self.period.text,
            "service_area": self.area_title,
            "head": self.head,
            "priority": self.priority,
            "text": self.text,
            "origin": self.origin,
            "lead": self.lead,
            "start": self.start.isoformat(),
            "due": self.due.text,
            "original_due": self.original_due.text,
            "moves": len(self.moves),
            "stage": self.stage,
            "declared_stage": self.declared,
            "status": self.status_id,
            "status_label": self.status_label,
            "percent": self.percent,
            "commentary": self.commentary,
            "updated": self.updated,
            "last_updated": self.last_updated.text if self.last_updated else None,
            "signed_off": self._signed_off(),
            "milestones": [one.as_dict() for one in self.milestones],
            "indicators": [one.as_dict() for one in self.answers],
            "conclusions": [one.as_dict() for one in self.conclusions],
            "suggested_status": self.suggested.status.id if self.suggested else None,
            "suggested_reason": self.suggested.reason if self.suggested else "",
            "carried_from": [f"{one.year}/{one.ref}" for one in self.carried],
            "sentence": self.sentence,
            "state": "illustrative" if self.illustrative else "final",
            "revision": self.revision,
        }

    def _signed_off(self) -> dict[str, Any] | None:
        signed = self.signed_off
        if signed is None:
            return None
        at = signed.at.isoformat() if signed.at else None
        told = {"of": signed.of, "role": signed.role, "who": signed.who, "at": at, "revision": signed.revision}
        return told | {"changed_since": signed.changed_since}


UNDECLARED = "undeclared"
"""What stands for the status of an action of which none was declared."""
