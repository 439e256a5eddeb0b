"""A briefing that a person is changing: a draft of the session, until it is kept with the quarter or let go.

In: an audience, a quarter and its slides as kept. Out: the slides as this session has them.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from kpi.problem import Problem
from kpi.reports.briefing import Chosen, arranged, edit
from kpi.reports.briefing.edit import Placed
from kpi.reports.model import Audience
from kpi.ui import ask
from kpi.workspace.briefings import AUDIENCES, Briefings

DRAFTS, FAULTS, SAID, EDIT = "briefing_drafts", "briefing_faults", "briefing_said", "edit"
Draft = tuple[int, Chosen]


def drafts() -> dict[tuple[Audience, str], Draft]:
    """Give the drafts of this session by audience and quarter, each with the newest revision when it was begun."""
    found: dict[tuple[Audience, str], Draft] = st.session_state.setdefault(DRAFTS, {})
    return found


@dataclass(frozen=True)
class Desk:
    """The slides of an audience and quarter: `placed` as kept, and a draft of the session laid over them."""

    audience: Audience
    period: str
    placed: Placed

    @property
    def name(self) -> str:
        """For whom, as a sentence goes on with it."""
        return AUDIENCES[self.audience].lower()

    @property
    def draft(self) -> Placed:
        """The slides as this session has them; figures that came since are told anew."""
        begun = self._begun
        return self.placed if begun is None else self._arranged(begun[1])

    @property
    def base(self) -> int:
        """The newest revision when the draft was begun: whoever kept something since is not overwritten."""
        begun = self._begun
        return ask.head() if begun is None else begun[0]

    @property
    def overtaken(self) -> bool:
        """Whether somebody kept another choice of slides since the draft was begun."""
        if self._begun is None or self.base >= ask.head():
            return False
        briefings = Briefings(ask.workspace())
        now, then = (briefings.chosen(self.audience, self.period, at) for at in (None, self.base))
        return now != then

    def put(self, change: Callable[[], Placed], slide: str = "", said: str = "") -> None:
        """Take a change, tell it, stay at its slide, and draw the screen anew; words that cannot be kept are told."""
        try:
            chosen = edit.chosen_of(change())
        except ValidationError as error:
            fix = "Write less, and leave out characters that cannot be printed."
            self.fault(Problem("field-unreadable", error.errors()[0]["msg"], fix))
        base = self.base
        drafts()[self._place] = (base, chosen)
        if self._arranged(chosen) == self.placed:
            self.let_go()
        if slide:
            st.query_params[EDIT] = slide
        st.session_state[SAID] = said
        st.rerun()

    def fault(self, *found: Problem) -> None:
        """Tell what stands in the way, and draw the screen anew."""
        st.session_state[FAULTS] = found
        st.rerun()

    def let_go(self) -> None:
        """Let the draft go."""
        drafts().pop(self._place, None)

    def keep_mine(self) -> None:
        """Begin the draft anew from the newest revision: what somebody else kept has been looked at."""
        drafts()[self._place] = (ask.head(), edit.chosen_of(self.draft))

    def _arranged(self, chosen: Chosen) -> Placed:
        return arranged(tuple(one.proposed for one in self.placed if one.proposed), chosen)

    @property
    def _begun(self) -> Draft | None:
        return drafts().get(self._place)

    @property
    def _place(self) -> tuple[Audience, str]:
        return self.audience, self.period
