"""What happens to an update on its way from the form into the record: checked, recorded, or met by somebody else's.

In: the form a person filled in. Out: a revision, problems kept for the form, or two versions kept until one is chosen.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

import streamlit as st

from kpi.intake.updates.news import news, together
from kpi.period import Calendar, Period
from kpi.plan import ActionView, Update
from kpi.problem import NOWHERE, Problem, ProblemError, Severity
from kpi.ui import ask, plan_forms_receipt
from kpi.ui.plan_forms_receipt import Recorded
from kpi.ui.plan_forms_values import Written, changes, said, wrong
from kpi.ui.revisions_undo import WHO

OPENED, TURN, FAULTS, MET = "plan_opened", "plan_turn", "plan_faults", "plan_met"
Choice = Literal["mine", "theirs"]
MOST_NAMED: Final = 4
"""Changes that a receipt names; more are counted."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A form as somebody opened it: which action and quarter, and the newest revision at that time.

    `turn` tells its fields from those of the form before; it stays while the same form is on the screen.
    """

    year: str
    ref: str
    period: Period
    base: int
    turn: int = 0

    @property
    def place(self) -> str:
        """Name what the form is about."""
        return f"{self.year}/{self.ref}/{self.period.text}"

    def key(self, name: str) -> str:
        """Name the widget of a field."""
        return f"plan_{self.place}_{self.turn}_{name}"


@dataclass(frozen=True, slots=True)
class Met:
    """An update that met somebody else's, kept until one of the two is chosen; `base` is what its form began with."""

    place: str
    mine: Update
    who: str
    base: int


def opened(action: ActionView, first_field: str) -> Opened:
    """Give the form as it was opened; it is opened anew when it was not on the screen in the answer before."""
    held: Opened | None = st.session_state.get(OPENED)
    turn = st.session_state.get(TURN, 0) + 1
    fresh = Opened(action.year, action.ref, action.period, action.revision, turn)
    if held and held.place == fresh.place and held.key(first_field) in st.session_state:
        return held
    st.session_state[OPENED], st.session_state[TURN] = fresh, turn
    st.session_state.pop(FAULTS, None)
    return fresh


def at_base(form: Opened) -> ActionView:
    """Give the action as it was known when the form was opened."""
    view = ask.plan(form.year, form.period.text, form.base).action(form.ref)
    return view or now(form)


def now(form: Opened) -> ActionView:
    """Give the action as it stands, asked afresh."""
    return ask.records().action(form.ref, form.year, form.period)


def overtaken(view: ActionView, base: int) -> bool:
    """Tell whether what the quarter says of an action was changed after a revision."""
    return view.quarter is not None and view.quarter.last_change > base


def faults(form: Opened) -> tuple[Problem, ...]:
    """Give what was wrong with the form when it was handed in last."""
    place, found = st.session_state.get(FAULTS, ("", ()))
    return tuple(found) if place == form.place else ()


def met(form_place: str) -> Met | None:
    """Give the update of this action and quarter that waits for a choice."""
    waiting: Met | None = st.session_state.get(MET)
    return waiting if waiting and waiting.place == form_place else None


def hand_in(form: Opened, written: Written, sure: bool) -> None:
    """Record what was written, once; what stands in the way is kept for the next answer."""
    if written.who:
        st.session_state[WHO] = written.who
    try:
        before = at_base(form)
        update = together(said(written, before, _calendar()), before, now(form))
        _check(form, update, written.who, sure)
        _record(form, update, written.who)
    except ProblemError as error:
        st.session_state[FAULTS] = (form.place, error.problems)
        return
    st.session_state.pop(FAULTS, None)
    st.session_state.pop(OPENED, None)


def _check(form: Opened, update: Update, who: str, sure: bool) -> None:
    """Raise what is wrong; what is only doubtful is raised once, and recorded when the person is sure of it."""
    found = ask.records().faults(form.ref, update, year=form.year, period=form.period)
    missing = [] if who else [wrong("who", "This was left empty.", "Write your name or role.")]
    doubts = {one for one in found if one.severity is Severity.WARNING}
    stops = [one for one in found if one not in doubts] + missing
    if stops or (doubts and not (sure and doubts <= set(faults(form)))):
        raise ProblemError([*stops, *(one for one in found if one in doubts)])


def _record(form: Opened, update: Update, who: str) -> None:
    before = at_base(form)
    try:
        revision = ask.records().update(
            form.ref, update, year=form.year, period=form.period, who=who, base=form.base, note=_note(form)
        )
    except ProblemError as error:
        if error.problems[0].code != "changed-beneath":
            raise
        _meet(form, update, who, error)
        return
    told = f"Recorded as revision {revision} for {form.period.short_label}: {in_short(update, before)}."
    plan_forms_receipt.keep(Recorded(form.place, told, revision, who))


def _note(form: Opened) -> str:
    return f"{form.ref}, {form.period.short_label}, by the form"


def _meet(form: Opened, update: Update, who: str, error: ProblemError) -> None:
    """Keep both versions for a choice; where it was not this action that was changed, look again first."""
    stands = now(form)
    if not overtaken(stands, form.base):
        st.session_state[OPENED] = replace(form, base=stands.revision)
        again = Problem(
            error.problems[0].code, error.problems[0].message, "Nothing was recorded. Look, and save again."
        )
        raise ProblemError([again]) from error
    if not news(update, stands, _calendar()).said:
        message = "Somebody else recorded the same in the meantime, so nothing was recorded again."
        st.session_state[OPENED] = replace(form, base=stands.revision)
        raise ProblemError([Problem("nothing-new", message, "", NOWHERE, Severity.NOTE)]) from error
    st.session_state[MET] = Met(form.place, update, who, form.base)


def settle(form: Opened, waiting: Met, choice: Choice, seen: int) -> None:
    """Record the choice between two versions; the other one stays on record. `seen` is the revision looked at."""
    try:
        revision = ask.records().update(
            form.ref,
            waiting.mine,
            year=form.year,
            period=form.period,
            who=waiting.who,
            base=seen,
            note=f"{_note(form)}: {_SETTLED[choice].format(seen=seen)}",
            aside=choice == "theirs",
        )
    except ProblemError as error:
        st.session_state[FAULTS] = (form.place, error.problems)
        return
    del st.session_state[MET]
    st.session_state.pop(OPENED, None)
    st.session_state.pop(FAULTS, None)
    plan_forms_receipt.keep(Recorded(form.place, _CHOSEN[choice].format(revision=revision), revision, waiting.who))


_SETTLED: Final[dict[Choice, str]] = {
    "mine": "chosen over what was recorded meanwhile",
    "theirs": "set aside for what was recorded meanwhile",
}
_CHOSEN: Final[dict[Choice, str]] = {
    "mine": "Your version was recorded as revision {revision} and stands. The other one stays in the history.",
    "theirs": "The other version stands. Yours was set aside as revision {revision} and stays in the history.",
}


def in_short(update: Update, known: ActionView) -> str:
    """Say what an update changes: 'Stage from in progress to complete; Percent from 60% to 100%'."""
    told = [f"{name} from {old} to {new}" for name, old, new in changes(update, known, _calendar())]
    more = len(told) - MOST_NAMED
    return "; ".join([*told[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])])


def _calendar() -> Calendar:
    return Calendar(ask.pack().council.calendar)
