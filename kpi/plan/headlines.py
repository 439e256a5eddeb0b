"""The first lines of a plan: how many actions stand where, what moves to the next year, and what deserves a question.

In: a plan as at a quarter. Out: sentences, the most important first.
"""

from collections.abc import Sequence
from typing import Final, Protocol

from kpi.definitions.legend import COMPLETE, Stage
from kpi.period import Period
from kpi.plan import words
from kpi.plan.action import ActionView
from kpi.plan.conclusions import CONCLUSIONS
from kpi.scorecard import Row
from kpi.story import grammar

Verbs = tuple[str, str]
"""What one action does, and what several do."""
Group = tuple[str, str, list[ActionView]]
"""What one action of a group does, what several do, and the actions."""

BY_STAGE: Final[tuple[tuple[frozenset[Stage], Verbs], ...]] = (
    (COMPLETE, ("is complete", "are complete")),
    (frozenset({"awaiting_sign_off"}), ("is done and awaits sign-off", "are done and await sign-off")),
    (frozenset({"business_as_usual"}), ("is business as usual", "are business as usual")),
    (frozenset({"not_applicable"}), ("no longer applies", "no longer apply")),
)
"""Stages that are told as they are; the status of what is under way is told instead of its stage."""

MOVES: Final[Verbs] = ("moves", "move")

CONCLUDED: Final[dict[str, tuple[str, str]]] = {
    "overdue": ("is overdue", "are overdue"),
    "impact-not-shown": (
        "is complete without its figures showing it",
        "are complete without their figures showing it",
    ),
    "carried-twice": ("has been carried forward more than once", "have been carried forward more than once"),
    "milestone-overdue": ("has a late milestone", "have a late milestone"),
    "milestones-open": ("is said to be done with milestones open", "are said to be done with milestones open"),
    "milestones-complete": ("has all milestones complete and is not", "have all milestones complete and are not"),
    "due-moved": ("has had its due date moved more than once", "have had their due dates moved more than once"),
    "suggested-differs": (
        "is declared otherwise than its dates and percent suggest",
        "are declared otherwise than their dates and percent suggest",
    ),
    "not-updated": ("has not been updated this quarter", "have not been updated this quarter"),
    "due-this-quarter": ("is due this quarter", "are due this quarter"),
}
"""What is concluded of one action and of several, by code."""


class Plan(Protocol):
    """A plan, as far as its headlines need it."""

    @property
    def period(self) -> Period:
        """The quarter shown."""

    @property
    def actions(self) -> Sequence[ActionView]:
        """Its actions."""

    @property
    def next_year(self) -> str:
        """The plan year that follows."""

    @property
    def off_target_without_action(self) -> Sequence[Row]:
        """Figures off target that no action is about."""


def headlines(plan: Plan) -> tuple[str, ...]:
    """Give the counts, then one sentence for each thing that is concluded, then figures without an action."""
    return tuple(line for line in (counts_sentence(plan), *_concluded(plan), _without_action(plan)) if line)


def counts_sentence(plan: Plan) -> str:
    """Count the actions by where they stand; the numbers add up to all of them.

    'Of 42 actions, 27 are complete, 9 are on track and 5 need more time; one moves to 2019-20: PMQA 2.1.'
    """
    if not plan.actions:
        return "There are no actions to show."
    moved = [action for action in plan.actions if action.stage == "moved"]
    groups = _groups([action for action in plan.actions if action.stage != "moved"])
    told = [f"{words.counted(len(group), one, several)}{_brackets(group, one)}" for one, several, group in groups]
    moving = f"{words.counted(len(moved), *MOVES)} to {plan.next_year}"
    refs = words.named([action.ref for action in moved])
    if len(groups) + bool(moved) == 1:
        return _all_alike(len(plan.actions), groups[0][:2] if groups else MOVES, plan.next_year if moved else "")
    total = f"Of {words.actions(len(plan.actions))}"
    after = f"; {moving}{f': {refs}' if refs else ''}" if moved else ""
    return f"{total}, {grammar.listed(told)}{after}."


def _all_alike(count: int, verbs: Verbs, year: str) -> str:
    """Say one thing that all actions share."""
    which, verb = ("The one action", verbs[0]) if count == 1 else (f"All {count:,} actions", verbs[1])
    return f"{which} {verb}{f' to {year}' if year else ''}."


def marks(plan: Plan) -> tuple[str, ...]:
    """Say how many actions were made up for a demonstration."""
    count = sum(action.illustrative for action in plan.actions)
    if not count:
        return ()
    every = len(plan.actions)
    if count == every:
        which = "The action is" if every == 1 else f"All {every:,} actions are"
    else:
        which = f"{count:,} of the {words.actions(every)} {'is' if count == 1 else 'are'}"
    return (f"{which} illustrative: made up to demonstrate, and not to be quoted.",)


def _groups(actions: Sequence[ActionView]) -> list[Group]:
    """Group actions by stage where that says enough, else by the status declared; those without any action left out."""
    found: dict[Verbs, list[ActionView]] = {verbs: [] for _, verbs in BY_STAGE}
    for action in sorted(actions, key=_place_in_legend):
        found.setdefault(_verbs(action), []).append(action)
    return [(one, several, group) for (one, several), group in found.items() if group]


def _verbs(action: ActionView) -> Verbs:
    """Say what an action does: by stage, by status, or by both where it is complete and its status doubts it."""
    told = next((verbs for stages, verbs in BY_STAGE if action.stage in stages), None)
    if told is None:
        return _status_verbs(action)
    expected = action.legend.suggested("complete") if action.legend else None
    if action.stage not in COMPLETE or action.status in (None, expected) or expected is None:
        return told
    one, several = _status_verbs(action)
    return f"{told[0]} and {one}", f"{told[1]} and {several}"


def _place_in_legend(action: ActionView) -> tuple[int, bool]:
    """Give the place of the declared status in the legend, what is complete first; what has none comes last."""
    statuses = action.legend.statuses if action.legend else ()
    place = statuses.index(action.status) if action.status in statuses else len(statuses)
    return place, action.stage not in COMPLETE


def _status_verbs(action: ActionView) -> Verbs:
    """Make verbs of a label: 'is on track', 'are on track'; 'needs more time', 'need more time'."""
    if action.status is None:
        return f"is {action.stage_word} and has no status", f"are {action.stage_word} and have no status"
    label = action.status.label
    first, _, rest = (label[:1].lower() + label[1:]).partition(" ")
    if first in VERBS:
        return f"{first} {rest}".strip(), f"{VERBS[first]} {rest}".strip()
    return f"is {first} {rest}".strip(), f"are {first} {rest}".strip()


VERBS: Final = {"needs": "need", "has": "have", "requires": "require", "awaits": "await"}


def _brackets(group: Sequence[ActionView], verb: str) -> str:
    """Name what is under way where it is little; what is complete needs no name."""
    refs = "" if verb == BY_STAGE[0][1][0] else words.named([action.ref for action in group])
    return f" ({refs})" if refs else ""


def _concluded(plan: Plan) -> list[str]:
    """Say of each conclusion how many actions it is drawn of, and of which where they are few."""
    told = []
    for code, (one, several) in CONCLUDED.items():
        refs = [action.ref for action in plan.actions if code in action.codes]
        if refs:
            named = words.named(refs)
            told.append(words.capital(f"{words.counted(len(refs), one, several)}{f': {named}' if named else ''}."))
    return told


def _without_action(plan: Plan) -> str:
    """Name the figures that are off target and that no action is about."""
    rows = plan.off_target_without_action
    if not rows:
        return ""
    verb = (
        "One figure off target has no action" if len(rows) == 1 else f"{len(rows):,} figures off target have no action"
    )
    return f"{verb}: {'; '.join(row.full_title for row in rows)}."


__all__ = ["CONCLUSIONS", "counts_sentence", "headlines", "marks"]
