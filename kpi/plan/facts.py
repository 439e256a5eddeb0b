"""What is known of one action at a quarter, before anything is concluded from it.

In: the plan, the record and the figures. Out: frozen facts.
"""

from dataclasses import dataclass, field
from datetime import date

from kpi.definitions.due import Due
from kpi.definitions.legend import FINISHED, STAGE_WORDS, Legend, PlanStatus, Stage
from kpi.definitions.plan import ORIGIN_WORDS, Action, Qualitative
from kpi.period import Period
from kpi.plan.impact import Answer
from kpi.plan.milestones import MilestoneView
from kpi.plan.moves import Move
from kpi.plan.reading import Reading
from kpi.plan.record import UpdateView
from kpi.plan.signoff import SignedOff


@dataclass(frozen=True)
class CarriedYear:
    """The action of an earlier plan year that this one goes on from, with its updates, newest quarter first."""

    year: str
    ref: str
    text: str
    updates: tuple[UpdateView, ...]


@dataclass(frozen=True)
class Facts:
    """One action as it stands at the end of a quarter.

    `stage` counts after sign-off, `declared` is what the lead said. `percent` is 0 to 100, None where none was said;
    `commentary` is this quarter's, empty for none. `start` is the day it begins. `updates` come newest quarter first,
    `carried` newest year first; `moves` oldest first and over all years.
    """

    action: Action
    year: str
    reading: Reading
    revision: int
    legend: Legend | None
    area_id: str
    area_title: str
    head: str
    priority_ref: str
    priority: str
    stage: Stage
    declared: Stage
    before_moving: Stage | None
    status: PlanStatus | None
    percent: float | None
    start: date
    due: Due
    original_due: Due
    moves: tuple[Move, ...]
    milestones: tuple[MilestoneView, ...]
    updates: tuple[UpdateView, ...]
    last_updated: Period | None
    signed_off: SignedOff | None
    answers: tuple[Answer, ...]
    carried: tuple[CarriedYear, ...]
    evidence: tuple[Qualitative, ...] = field(default=())

    @property
    def ref(self) -> str:
        """The reference."""
        return self.action.ref

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.action.text

    @property
    def lead(self) -> str:
        """The role that leads."""
        return self.action.lead

    @property
    def origin(self) -> str:
        """Why it is in the plan, as an id."""
        return self.action.origin

    @property
    def origin_word(self) -> str:
        """Why it is in the plan, in words."""
        return ORIGIN_WORDS[self.action.origin]

    @property
    def period(self) -> Period:
        """The quarter shown."""
        return self.reading.period

    @property
    def day(self) -> date:
        """The day on which it is read."""
        return self.reading.day

    @property
    def stage_word(self) -> str:
        """The stage as people read it."""
        return STAGE_WORDS[self.stage]

    @property
    def declared_word(self) -> str:
        """The declared stage as people read it."""
        return STAGE_WORDS[self.declared]

    @property
    def quarter(self) -> UpdateView | None:
        """The quarter's own update with its versions, None where nothing was ever said in it."""
        newest = self.updates[0] if self.updates else None
        return newest if newest and newest.period.ordinal == self.period.ordinal else None

    @property
    def updated(self) -> bool:
        """Whether an update of this quarter is in force."""
        return self.quarter is not None and self.quarter.update is not None

    @property
    def commentary(self) -> str:
        """The commentary of this quarter, empty where there is none."""
        update = self.quarter.update if self.quarter else None
        return (update.commentary or "") if update else ""

    @property
    def changed_since(self) -> bool:
        """Whether something changed after the quarter was signed off."""
        return self.signed_off is not None and self.signed_off.changed_since

    @property
    def finished(self) -> bool:
        """Whether nothing more is due."""
        return self.stage in FINISHED

    @property
    def done(self) -> bool:
        """Whether nothing more is to be done but to sign it off."""
        return self.finished or self.stage == "awaiting_sign_off"

    @property
    def settled(self) -> bool:
        """Whether no more updates are awaited in this plan year: it is finished, or moved to the next."""
        return self.finished or self.stage == "moved"

    @property
    def overdue(self) -> bool:
        """Whether its due date went by and it is not done."""
        return not self.done and self.reading.passed(self.due)

    @property
    def begun(self) -> bool:
        """Whether its start has come."""
        return self.start <= self.reading.as_at

    @property
    def late_milestones(self) -> tuple[MilestoneView, ...]:
        """Its milestones that are late, none once it is done."""
        return () if self.done else tuple(one for one in self.milestones if one.late)

    @property
    def history(self) -> tuple[UpdateView, ...]:
        """Every quarter's update over all years, newest first."""
        return self.updates + tuple(update for year in self.carried for update in year.updates)
