"""Ask the workspace, and keep its answers: by council, revision and question, never by a table of figures.

In: questions in words and ids. Out: frozen answers, shared by all sessions. One answer of the server shows one
revision: `settle` names it at the start, and every question after it is about that revision.
"""

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.ledger import Revision
from kpi.period import Period
from kpi.scorecard import IndicatorHistory, Scorecard
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace

KEPT = 64
"""Answers kept of each kind; the oldest goes first."""

Key = tuple[str, str, int]
"""The folder, the database and the revision that an answer comes from."""

_SETTLED = "settled_head"


def workspace() -> Workspace:
    """Give the one workspace of this server; raises ProblemError while it cannot be opened."""
    settings = Settings()
    return _open(str(settings.data), settings.url)


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


def history() -> tuple[Revision, ...]:
    """List every revision, oldest first."""
    return _history(key())


def holds_illustrative(as_at: int | None = None) -> bool:
    """Tell whether any figure is invented for the demonstration."""
    return _holds_illustrative(key(as_at))


@st.cache_resource(show_spinner=False)
def _open(folder: str, url: str) -> Workspace:
    return open_workspace(Settings(data=folder, database_url=url))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _scorecard(key: Key, period: str | None) -> Scorecard:
    return _open(*key[:2]).scorecard(period, key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _indicator(key: Key, indicator_id: str, area: str | None) -> IndicatorHistory:
    return _open(*key[:2]).indicator(indicator_id, area, key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _periods(key: Key) -> tuple[Period, ...]:
    return _open(*key[:2]).periods(key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pack(key: Key) -> Pack:
    return _open(*key[:2]).pack_at(key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _history(key: Key) -> tuple[Revision, ...]:
    return _open(*key[:2]).history()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _holds_illustrative(key: Key) -> bool:
    return bool((_open(*key[:2]).frame(key[2])["state"] == "illustrative").any())
