"""Puts the plan of a year together as it stood at a quarter.

In: definitions, every entry up to a revision, figures, the scorecard. Out: a PlanView.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kpi.definitions.due import read_due
from kpi.definitions.pack import Pack
from kpi.definitions.plan import Action, PlanFile, PlanYear, Priority, Qualitative
from kpi.entry import Entry
from kpi.judge.status import Status
from kpi.period import Calendar, Frequency, Period, containing, read_as
from kpi.plan import words
from kpi.plan.action import ActionView
from kpi.plan.facts import CarriedYear
from kpi.plan.impact import Asked, Figures
from kpi.plan.milestones import milestones
from kpi.plan.moves import RecordedDue
from kpi.plan.reading import Reading
from kpi.plan.record import Record, Undone, UpdateView
from kpi.plan.signoff import SignedOff
from kpi.plan.state import State, state_of
from kpi.plan.view import Area, PlanView
from kpi.scorecard import Row, Scorecard


def assemble(
    pack: Pack,
    year: str,
    period: Period,
    entries: Sequence[Entry],
    figures: Figures | None,
    scorecard: Scorecard | None,
    day: date,
    revision: int,
    dues: Sequence[RecordedDue] = (),
    undone: Undone | None = None,
) -> PlanView:
    """Give a plan year at the quarter in which a period ends, read on a day, with what was known at a revision.

    `entries` are all that were recorded up to the revision, whether in force or not. `dues` are the due dates of the
    definitions up to then, oldest first; the first is the original. `undone` names the revision that took each undone
    revision back, so that a change after the sign-off is seen. Figures and scorecard may be left out.
    """
    calendar = Calendar(pack.council.calendar)
    period = containing(period.last_day, Frequency.QUARTER, calendar)
    record, asked = Record(entries, period, calendar, undone), Asked(figures, period, calendar)
    desk = _Desk(pack, Reading(period, day), revision, calendar, record, _by_action(dues), asked)
    parts = [(file, desk.actions(file)) for file in pack.plan(year)]
    actions = tuple(view for _, views in parts for view in views)
    told = next((one for one in pack.years if one.year == year), PlanYear(year=year, title=f"Plan {year}"))
    return PlanView(
        year=year,
        title=told.title,
        period=period,
        day=day,
        revision=revision,
        legend=pack.legend,
        areas=tuple(desk.area(file, views) for file, views in parts),
        actions=actions,
        key_priorities=told.key_priorities,
        off_target_without_action=_without_action(scorecard, actions),
        next_year=words.year_after(year, calendar),
    )


Recorded = dict[tuple[str, str], list[RecordedDue]]


def _by_action(dues: Sequence[RecordedDue]) -> Recorded:
    found: Recorded = defaultdict(list)
    for due in dues:
        found[due.year, due.ref].append(due)
    return found


@dataclass(frozen=True)
class _Told:
    """An action of any year with its updates, oldest first, and where it stands."""

    year: str
    file: PlanFile
    action: Action
    updates: tuple[UpdateView, ...]
    state: State


@dataclass(frozen=True)
class _Desk:
    """What every action is told from."""

    pack: Pack
    reading: Reading
    revision: int
    calendar: Calendar
    record: Record
    recorded: Recorded
    asked: Asked

    def actions(self, file: PlanFile) -> list[ActionView]:
        """Tell the actions of a service area, in order."""
        return [self._view(file, priority, action) for priority in file.priorities for action in priority.actions]

    def area(self, file: PlanFile, actions: Sequence[ActionView]) -> Area:
        """Tell a service area and the sign-off of its quarter; `actions` are its own."""
        signed = self._of_quarter(self.record.sign_offs(file.plan_year, file.id))
        changed = max((action.quarter.last_change for action in actions if action.quarter), default=0)
        return Area(file.id, file.title, file.head, _changed(signed, changed))

    def _view(self, file: PlanFile, priority: Priority, action: Action) -> ActionView:
        told, *before = self._chain(file, action)
        state, start = told.state, self._start(file.plan_year, action)
        legend = self.pack.legend
        place = file.id, file.title, file.head, priority.ref, priority.title
        return ActionView(
            action,
            file.plan_year,
            self.reading,
            self.revision,
            legend,
            *place,
            stage=state.stage,
            declared=state.declared,
            before_moving=state.before_moving,
            status=legend.status(state.status) if legend else None,
            percent=state.percent,
            start=start,
            due=state.due,
            original_due=state.original_due,
            moves=state.moves,
            milestones=milestones(action, state.milestones, self.reading, self.calendar),
            updates=told.updates[::-1],
            last_updated=state.last_updated,
            signed_off=self._signed_off(told),
            answers=self.asked.about(action, start),
            carried=tuple(CarriedYear(one.year, one.action.ref, one.action.text, one.updates[::-1]) for one in before),
            evidence=_evidence([told, *before]),
        )

    def _chain(self, file: PlanFile, action: Action) -> list[_Told]:
        """Tell an action and those of earlier years that it goes on from, newest first."""
        links = [(file, action)]
        seen = {(file.plan_year, action.ref)}
        while (origin := links[-1][1].carried_from) and (key := (origin.year, origin.ref)) not in seen:
            found = self.pack.action(*key)
            if found is None:
                break
            seen.add(key)
            links.append(found)
        chain: list[_Told] = []
        for link in reversed(links):
            chain.append(self._told(*link, chain[-1].state if chain else None))
        return chain[::-1]

    def _told(self, file: PlanFile, action: Action, earlier: State | None) -> _Told:
        year = file.plan_year
        updates = self.record.updates(year, action.ref, file.id)
        signed = self.record.sign_offs(year, file.id, action.ref)
        recorded = self.recorded.get((year, action.ref), ())
        state = state_of(action, updates, signed, recorded, self.calendar, earlier)
        return _Told(year, file, action, updates, state)

    def _start(self, year: str, action: Action) -> date:
        """Give the day it begins: its own, else the first of the plan year."""
        own = read_due(action.start, self.calendar).period if action.start else None
        return (own or read_as(year, Frequency.YEAR, self.calendar).period).first_day

    def _signed_off(self, told: _Told) -> SignedOff | None:
        """Give the sign-off of the quarter shown, with its service area or by itself."""
        newest = told.updates[-1] if told.updates else None
        now = newest if newest and newest.period.ordinal == self.reading.period.ordinal else None
        signed = self._of_quarter(self.record.sign_offs(told.year, told.file.id, told.action.ref))
        return _changed(signed, now.last_change if now else 0)

    def _of_quarter(self, signed: Sequence[SignedOff]) -> SignedOff | None:
        """Give the newest sign-off of the quarter shown."""
        return next((one for one in reversed(signed) if one.period.ordinal == self.reading.period.ordinal), None)


def _changed(signed: SignedOff | None, last_change: int) -> SignedOff | None:
    """Tell of a sign-off whether something changed after it."""
    return replace(signed, changed_since=True) if signed and last_change > signed.revision else signed


def _evidence(chain: Sequence[_Told]) -> tuple[Qualitative, ...]:
    """Give the evidence of all years once, this year's first."""
    found: list[Qualitative] = []
    for told in chain:
        found += [one for one in told.action.evidence if one not in found]
    return tuple(found)


def _without_action(scorecard: Scorecard | None, actions: Sequence[ActionView]) -> tuple[Row, ...]:
    """Give the figures off target that no action is about; one for the whole service covers every team."""
    covered = {
        (expectation.indicator, expectation.area)
        for view in actions
        if view.stage != "not_applicable"
        for expectation in view.action.indicators
    }
    rows = scorecard.rows if scorecard else ()
    return tuple(
        row
        for row in rows
        if row.status is Status.RED and covered.isdisjoint({(row.indicator, row.area), (row.indicator, "all")})
    )
