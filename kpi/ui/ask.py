"""Ask the workspace, and keep its answers: by council, revision and question, never by a table of figures.

In: questions in words and ids. Out: frozen answers, shared by all sessions. One answer of the server shows one
revision: `settle` names it at the start, and every question after it is about that revision.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.inspection import InspectionView
from kpi.ledger import Revision
from kpi.panel import PanelView
from kpi.period import Period
from kpi.plan import ActionView, PlanView
from kpi.problem import ProblemError
from kpi.scorecard import IndicatorHistory, Scorecard
from kpi.settings import Settings
from kpi.workspace import Records, Workspace, open_workspace, stamp

KEPT = 64
"""Answers kept of each kind; the oldest goes first."""

Key = tuple[str, str, int]
"""The folder, the database and the revision that an answer comes from."""

Today = tuple[Key, date]
"""The same, and the day on which a record that knows due dates is read."""

_SETTLED = "settled_head"


def workspace() -> Workspace:
    """Give the workspace of this server, opened anew when a definition file changed.

    While changed definitions have faults the last good ones stay in force, with the faults as its problems. Raises
    ProblemError when there were never any good ones.
    """
    settings = Settings()
    place, state, kept = (str(settings.data), settings.url), stamp(settings.data), _kept()
    with kept.lock:
        before = kept.opened.get(place)
        if before and before[0] == state:
            return before[1]
        try:
            opened = open_workspace(settings)
        except ProblemError as error:
            if not before:
                raise
            return replace(before[1], problems=error.problems)
        kept.opened[place] = (state, opened)
        return opened


def newest() -> int:
    """Give the newest revision, asked afresh."""
    return workspace().head()


def settle() -> int:
    """Ask for the newest revision once and hold on to it for this answer of the server."""
    st.session_state[_SETTLED] = newest()
    return head()


def head() -> int:
    """Give the newest revision as settled at the start of this answer."""
    settled = st.session_state.get(_SETTLED)
    return newest() if settled is None else int(settled)


def key(as_at: int | None = None) -> Key:
    """Name the state that an answer is about; `as_at` None is the newest revision."""
    settings = Settings()
    return str(settings.data), settings.url, head() if as_at is None else as_at


def _today(as_at: int | None) -> Today:
    return key(as_at), workspace().today


def scorecard(period: str | None = None, as_at: int | None = None) -> Scorecard:
    """Give the scorecard of a period (canonical text; None for the opening one)."""
    return _scorecard(key(as_at), period)


def indicator(indicator_id: str, area: str | None = None, as_at: int | None = None) -> IndicatorHistory:
    """Give every judged period of one indicator and area."""
    return _indicator(key(as_at), indicator_id, area)


def periods(as_at: int | None = None) -> tuple[Period, ...]:
    """List the periods that have figures, newest first."""
    return _periods(key(as_at))


def pack(as_at: int | None = None) -> Pack:
    """Give the definitions in force at a revision."""
    return _pack(key(as_at))


def records() -> Records:
    """Give what asks and changes beside the figures: the plan, its years, the inspection and the panel."""
    return Records(workspace())


def plan(year: str | None = None, period: str | None = None, as_at: int | None = None) -> PlanView:
    """Give a plan year (None: the period's own) as it stood in a quarter."""
    return _plan(_today(as_at), year, period)


def actions_by_indicator(period: str | None = None, as_at: int | None = None) -> dict[str, tuple[ActionView, ...]]:
    """Give the actions that are expected to move each indicator, by its id."""
    return _actions_by_indicator(_today(as_at), period)


def inspection(period: str | None = None, as_at: int | None = None) -> InspectionView:
    """Give judgements, the trace to the figures and the self-evaluation for a quarter."""
    return _inspection(_today(as_at), period)


def panel(period: str | None = None, as_at: int | None = None) -> PanelView:
    """Give the panel's calendar and memory for a quarter."""
    return _panel(_today(as_at), period)


def history() -> tuple[Revision, ...]:
    """List every revision, oldest first."""
    return _history(key())


def holds_illustrative(as_at: int | None = None) -> bool:
    """Tell whether any figure is invented for the demonstration."""
    return _holds_illustrative(key(as_at))


@dataclass(frozen=True)
class Kept:
    """The workspaces of this server by folder and database, each with the state of its files when it was opened."""

    opened: dict[tuple[str, str], tuple[str, Workspace]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def _kept() -> Kept:
    return Kept()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _scorecard(key: Key, period: str | None) -> Scorecard:
    return workspace().scorecard(period, key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _indicator(key: Key, indicator_id: str, area: str | None) -> IndicatorHistory:
    return workspace().indicator(indicator_id, area, key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _plan(today: Today, year: str | None, period: str | None) -> PlanView:
    return records().plan(year, period, today[0][2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _actions_by_indicator(today: Today, period: str | None) -> dict[str, tuple[ActionView, ...]]:
    return records().actions_by_indicator(period, today[0][2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _inspection(today: Today, period: str | None) -> InspectionView:
    return records().inspection(period, today[0][2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _panel(today: Today, period: str | None) -> PanelView:
    return records().panel(period, today[0][2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _periods(key: Key) -> tuple[Period, ...]:
    return workspace().periods(key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pack(key: Key) -> Pack:
    return workspace().pack_at(key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _history(key: Key) -> tuple[Revision, ...]:
    return tuple(revision for revision in workspace().history() if revision.number <= key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _holds_illustrative(key: Key) -> bool:
    return bool((workspace().frame(key[2])["state"] == "illustrative").any())
