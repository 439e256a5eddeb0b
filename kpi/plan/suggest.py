"""The status that dates and percent suggest, beside the one people declare.

In: facts of an action. Out: a Suggestion with its rule in words, or None where nothing can be suggested.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kpi.definitions.legend import Condition, PlanStatus
from kpi.period import reader_date
from kpi.plan import words
from kpi.plan.facts import Facts

BEHIND: Final = 25
"""Percentage points by which the time gone may exceed the work done before an action is at risk."""

RULES: Final[dict[Condition, str]] = {
    "complete": "what is complete, business as usual or awaits only its sign-off",
    "overdue": "what is not done and was due before",
    "not_started": "what has not started although its start has passed",
    "not_updated": "what nobody has said anything of in the quarter",
    "at_risk": f"what has a late milestone, or is more than {BEHIND} percentage points behind the time that has gone",
    "on_track": "what is in progress with nothing of this against it",
}
"""The conditions in the order they are looked at; the first that holds counts."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A status of the legend, the condition that suggests it, and why, as a sentence."""

    condition: Condition
    status: PlanStatus
    reason: str

    @property
    def rule(self) -> str:
        """The rule in words: 'Red, overdue or off track is suggested for what is not done and was due before.'"""
        return words.capital(f"{self.status.label} is suggested for {RULES[self.condition]}.")


def suggestion(facts: Facts) -> Suggestion | None:
    """Suggest a status the stage allows; none for what moved, no longer applies or has yet to begin."""
    found = _condition(facts)
    if found is None or facts.legend is None:
        return None
    condition, reason = found
    status = facts.legend.suggested(condition)
    allowed = status is not None and not {facts.stage, facts.declared}.isdisjoint(status.stages)
    return Suggestion(condition, status, reason) if status and allowed else None


def elapsed(start: date, due: date, day: date) -> float:
    """Give the share of the time from start to due that has gone by on a day, in per cent from 0 to 100."""
    whole = (due - start).days
    gone = min(max((day - start).days, 0), whole)
    return 100.0 if whole <= 0 else 100 * gone / whole


def _condition(facts: Facts) -> tuple[Condition, str] | None:
    """Give the first condition that holds, with its reason."""
    if facts.stage in ("moved", "not_applicable"):
        return None
    if facts.done:
        return "complete", f"it is {facts.stage_word}"
    if facts.overdue:
        return "overdue", f"it was due {words.when_due(facts.due)} and is {facts.stage_word}"
    if facts.stage == "not_started":
        return ("not_started", f"it was to start by {reader_date(facts.start)}") if facts.begun else None
    if not facts.updated:
        return "not_updated", f"nothing was said of it in {facts.period.short_label}"
    behind = _behind(facts)
    return ("at_risk", behind) if behind else ("on_track", _ahead(facts))


def _behind(facts: Facts) -> str:
    """Say why an action is at risk, empty where it is not."""
    if facts.late_milestones:
        first = facts.late_milestones[0]
        return f"its milestone '{first.title}' was due {words.when_due(first.due)}"
    gone = _gone(facts)
    if gone is None or facts.percent is None or gone - facts.percent <= BEHIND:
        return ""
    return f"{words.percent(facts.percent)} is done when {gone:.0f}% of its time has gone"


def _ahead(facts: Facts) -> str:
    """Say what speaks for an action that is on track."""
    gone = _gone(facts)
    if gone is None or facts.percent is None:
        return "it is in progress and nothing is late"
    return f"{words.percent(facts.percent)} is done when {gone:.0f}% of its time has gone, and nothing is late"


def _gone(facts: Facts) -> float | None:
    """Give the share of its time that has gone in per cent, None for what is ongoing."""
    return None if facts.due.day is None else elapsed(facts.start, facts.due.day, facts.reading.as_at)
