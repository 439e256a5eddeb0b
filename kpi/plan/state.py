"""Where an action stands: what was agreed, with the updates of its quarters laid over it one after another.

In: an action and its updates, oldest first; the state of the action it goes on from. Out: a frozen State.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from kpi.definitions.due import Due
from kpi.definitions.legend import Stage
from kpi.definitions.plan import Action, MilestoneState
from kpi.period import Calendar, Period
from kpi.plan.moves import Move, RecordedDue, Step, first_due, moved, steps
from kpi.plan.record import UpdateView
from kpi.plan.signoff import SignedOff
from kpi.plan.update import Update

AWAITING: Final[Stage] = "awaiting_sign_off"
Value = TypeVar("Value")


@dataclass(frozen=True)
class State:
    """What is known of an action at the end of a quarter.

    `declared` is the stage as declared, `stage` the one that counts after sign-off. `before_moving` is the last stage
    that was not moved. `percent` is 0 to 100, None where none was ever said.
    """

    declared: Stage
    stage: Stage
    before_moving: Stage | None
    status: str | None
    percent: float | None
    due: Due
    original_due: Due
    moves: tuple[Move, ...]
    milestones: Mapping[str, MilestoneState] = field(default_factory=dict)
    last_updated: Period | None = None


def state_of(
    action: Action,
    updates: Sequence[UpdateView],
    sign_offs: Sequence[SignedOff],
    recorded: Sequence[RecordedDue],
    calendar: Calendar,
    earlier: State | None = None,
) -> State:
    """Fold the updates into what is known; what an update says nothing of carries on, also from an earlier year."""
    said = [view for view in updates if view.current]
    told = [view.current.update for view in said if view.current]
    declared: Stage = _last([one.stage for one in told]) or action.stage
    original, moves = _dues(action, said, recorded, calendar, earlier)
    percent = _last([one.percent for one in told])
    return State(
        declared=declared,
        stage="complete" if declared == AWAITING and _signed(said, sign_offs) else declared,
        before_moving=_before_moving(action, told, earlier),
        status=_last([one.status for one in told]) or (earlier.status if earlier else None),
        percent=earlier.percent if percent is None and earlier else percent,
        due=moves[-1].to if moves else original,
        original_due=original,
        moves=moves,
        milestones={key: milestone for one in told for key, milestone in one.milestones.items()},
        last_updated=said[-1].period if said else earlier.last_updated if earlier else None,
    )


def _last(values: Sequence[Value | None]) -> Value | None:
    """Give the last value that was said."""
    return next((value for value in reversed(values) if value is not None), None)


def _before_moving(action: Action, told: Sequence[Update], earlier: State | None) -> Stage | None:
    """Give the last stage but moved; what was moved by the definitions goes back to the earlier year."""
    stages = [action.stage, *(one.stage for one in told)]
    return _last([stage for stage in stages if stage != "moved"]) or (earlier.before_moving if earlier else None)


def _signed(said: Sequence[UpdateView], sign_offs: Sequence[SignedOff]) -> bool:
    """Tell whether a sign-off, of the quarter or a later one, follows the declaration that all is done."""
    since, revision = None, 0
    for view in said:
        stages = {version.update.stage: version.revision for version in view.versions if version.counts}
        now = view.update.stage if view.update else None
        if now == AWAITING and since is None:
            since, revision = view.period, stages[AWAITING]
        elif now not in (None, AWAITING):
            since = None
    return any((since is None or one.period >= since) and one.revision > revision for one in sign_offs)


def _dues(
    action: Action,
    said: Sequence[UpdateView],
    recorded: Sequence[RecordedDue],
    calendar: Calendar,
    earlier: State | None,
) -> tuple[Due, tuple[Move, ...]]:
    """Give the due date first agreed, in whichever year, and every move since."""
    first = first_due(action, recorded, calendar)
    taken = steps(action, recorded, said, calendar)
    if earlier is None:
        return first, moved(first, taken)
    return earlier.original_due, (*earlier.moves, *moved(earlier.due, [Step(first, "carried"), *taken]))
