"""Says what was just declared of the plan, where it stands in the history, and takes it back on the spot.

In: what was recorded, kept between two answers of the server. Out: a notice, and a button that undoes it.
"""

from dataclasses import dataclass

import streamlit as st

from kpi.problem import ProblemError
from kpi.ui import address, ask, revisions_undo
from kpi.ui.markup import NOTHING, draw, element, link, listed, prose
from kpi.ui.parts import notice, problem

RECORDED, FORM = "plan_recorded", "record"
WHY = "Undone straight after it was recorded"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: on which screen's form (`place`), in a sentence, as which revision, by whom.

    Files that were written are not taken back from here: then `undo` is False, and `revision` 0 where there is none.
    """

    place: str
    said: str
    revision: int
    who: str
    undo: bool = True


def keep(recorded: Recorded) -> None:
    """Keep what is to be said of it, and close the form, which the address names."""
    st.session_state[RECORDED] = recorded
    address.drop(FORM)


def announce(place: str) -> None:
    """Say what was recorded by this form last, unless it has been taken back since."""
    recorded: Recorded | None = st.session_state.get(RECORDED)
    if recorded is None or recorded.place != place:
        return
    entries = ask.history()
    if recorded.revision > len(entries) or (recorded.revision and entries[recorded.revision - 1].undone_by):
        del st.session_state[RECORDED]
        _taken_back()
        return
    there = link(f"See revision {recorded.revision} in the history", _history(recorded))
    seen = element("p", there) if recorded.revision else NOTHING
    draw(notice(element("p", prose(recorded.said)), seen, kind="good"))
    if recorded.undo and st.button(f"Undo this (revision {recorded.revision})", key="plan_undo"):
        _take_back(recorded)


def _taken_back() -> None:
    """Say that it was just taken back, and how it is put in force again."""
    done: revisions_undo.Done | None = st.session_state.pop(revisions_undo.SAID, None)
    if done is not None:
        draw(revisions_undo.said(done, scorecard=False))


def _history(recorded: Recorded) -> str:
    return address.link("history", revision=recorded.revision)


def _take_back(recorded: Recorded) -> None:
    try:
        done = revisions_undo.take_back(recorded.revision, recorded.who, WHY)
    except ProblemError as error:
        there = link("Decide in the history", _history(recorded))
        draw(notice(listed(map(problem, error.problems)), element("p", there), kind="warning"))
        return
    st.session_state[revisions_undo.SAID] = done
    st.rerun()
