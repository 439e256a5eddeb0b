"""The trace from what inspectors asked for to what was done, and to the figures that show it.

In: recommendations of the definitions, the plan as at a quarter. Out: recommendations with their actions and answers.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kpi.definitions.inspection import Inspection, Recommendation
from kpi.definitions.pack import Pack
from kpi.expectation import Answer, Outcome
from kpi.inspection.dates import known_from
from kpi.plan import ActionView, PlanView
from kpi.story import grammar

KIND_WORDS: Final = {
    "recommendation": "recommendation",
    "area_for_improvement": "area for improvement",
    "priority_action": "priority action",
}
"""What a report calls what it asks for, as people read it."""

SAYS: Final = {
    Outcome.BORNE_OUT: ("bears it out", "bear it out"),
    Outcome.NOT_BORNE_OUT: ("does not bear it out", "do not bear it out"),
    Outcome.CANNOT_TELL: ("cannot tell", "cannot tell"),
}


@dataclass(frozen=True)
class TracedRecommendation:
    """A recommendation, the actions that answer it in the plan year shown, and those of other years.

    `elsewhere` names actions of other plan years by year and reference; `later` tells that the recommendation became
    known after the day on which the record is read.
    """

    inspection: Inspection
    recommendation: Recommendation
    known: date
    later: bool
    actions: tuple[ActionView, ...]
    elsewhere: tuple[tuple[str, str], ...]

    @property
    def ref(self) -> str:
        """Its reference."""
        return self.recommendation.ref

    @property
    def text(self) -> str:
        """What is asked."""
        return self.recommendation.text

    @property
    def kind(self) -> str:
        """What the report calls it, as people read it."""
        return KIND_WORDS[self.recommendation.kind]

    @property
    def illustrative(self) -> bool:
        """Whether it was made up for a demonstration."""
        return self.recommendation.illustrative

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What came of every figure that its actions should move; a figure that two actions name counts once."""
        return tuple({(one.expectation, one.sentence): one for a in self.actions for one in a.answers}.values())

    @property
    def without_action(self) -> bool:
        """Whether no action of any plan year answers it."""
        return not self.actions and not self.elsewhere

    @property
    def without_indicator(self) -> bool:
        """Whether it has actions and none of them names a figure that would show the impact."""
        return bool(self.actions) and not any(one.action.indicators for one in self.actions)

    @property
    def sentence(self) -> str:
        """Say what answers it, and what the figures show."""
        if self.without_action:
            return f"{self.ref} has no action."
        if not self.actions:
            named = grammar.listed([f"{ref} of {year}" for year, ref in self.elsewhere])
            return f"{self.ref} has no action in the plan year shown; it is answered by {named}."
        named = grammar.listed([f"{one.ref} ({one.stage_word})" for one in self.actions])
        return f"{self.ref} is answered by {named}; {_shown(self)}."

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "ref": self.ref,
            "inspection": self.inspection.id,
            "kind": self.recommendation.kind,
            "paragraph": self.recommendation.paragraph,
            "text": self.text,
            "known": self.known.isoformat(),
            "later": self.later,
            "actions": [
                {"ref": one.ref, "stage": one.stage, "indicators": [found.as_dict() for found in one.answers]}
                for one in self.actions
            ],
            "other_years": [f"{year}/{ref}" for year, ref in self.elsewhere],
            "without_action": self.without_action,
            "without_indicator": self.without_indicator,
            "sentence": self.sentence,
            "illustrative": self.illustrative,
        }


def trace(pack: Pack, plan: PlanView | None, day: date) -> tuple[TracedRecommendation, ...]:
    """Trace every recommendation, the newest inspection first; those known only after the day are marked as later."""
    here = plan.year if plan else ""
    shown = _by_recommendation(plan.actions if plan else ())
    elsewhere: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for part in sorted(pack.plans, key=lambda one: one.plan_year):
        for action in part.actions if part.plan_year != here else ():
            for ref in action.recommendations:
                elsewhere[ref].append((part.plan_year, action.ref))
    known = [(known_from(one, pack.council.calendar), one) for one in pack.inspection.inspections]
    return tuple(
        TracedRecommendation(
            inspection, asked, on, on > day, tuple(shown.get(asked.ref, ())), tuple(elsewhere.get(asked.ref, ()))
        )
        for on, inspection in sorted(known, key=lambda pair: pair[0], reverse=True)
        for asked in inspection.recommendations
    )


def _by_recommendation(actions: Sequence[ActionView]) -> dict[str, list[ActionView]]:
    """Sort the actions of the plan by the recommendations that they answer."""
    found: dict[str, list[ActionView]] = defaultdict(list)
    for view in actions:
        for ref in view.action.recommendations:
            found[ref].append(view)
    return found


def _shown(traced: TracedRecommendation) -> str:
    """Say what the figures show of it."""
    if traced.without_indicator:
        return "no figure is named that would show it"
    if not traced.answers:
        return "its figures were not asked"
    counted = Counter(one.outcome for one in traced.answers)
    total = len(traced.answers)
    if total == 1:
        return f"the one figure that should show it {SAYS[traced.answers[0].outcome][0]}"
    told = [f"{counted[one]:,} {SAYS[one][counted[one] > 1]}" for one in Outcome if counted[one]]
    return f"of {total:,} figures that should show it, {grammar.listed(told)}"
