"""Ask for papers, slides and what went out, and keep the answers by revision, as `ask` does for figures.

In: questions in words and ids. Out: frozen answers, shared by all sessions.
"""

from datetime import date

import streamlit as st

from kpi.reports.briefing.edit import Placed
from kpi.reports.checklist import Item
from kpi.reports.model import Audience, Report
from kpi.reports.publication import Publication
from kpi.reports.slides import Deck
from kpi.reports.texts import TextView
from kpi.scorecard.since import Since
from kpi.ui import ask
from kpi.workspace.briefings import Briefings
from kpi.workspace.papers import Papers
from kpi.workspace.publications import Publications


def deck(audience: Audience, period: str | None = None, as_at: int | None = None) -> Deck:
    """Give the slides of a briefing for an audience and quarter."""
    return _deck(ask.key(as_at), audience, period)


def slides(audience: Audience, period: str | None = None, as_at: int | None = None) -> Placed:
    """Give every slide of a briefing in its order, those left out as well."""
    return _slides(ask.key(as_at), audience, period)


def report(paper: str, period: str, meeting: str, as_at: int | None = None) -> Report:
    """Give a paper (id) of a quarter for a meeting (id, '' for its own)."""
    return _report(ask.key(as_at), paper, period, meeting)


def checklist(paper: str, period: str, meeting: str, as_at: int | None = None) -> tuple[Item, ...]:
    """Check what stands between a paper and its publication, as of today."""
    return _checklist(ask.key(as_at), ask.workspace().today, paper, period, meeting)


def texts(paper: str, period: str, as_at: int | None = None) -> dict[str, TextView]:
    """Give every text of a paper that people write, by its section."""
    return _texts(ask.key(as_at), paper, period)


def revisions_published() -> frozenset[int]:
    """Name the revisions that papers in force were published of, of any quarter."""
    return frozenset(one.frozen.revision for one in _publications(ask.key(), None) if one.in_force)


def publications(period: str) -> tuple[Publication, ...]:
    """List what went out for a quarter, the newest first."""
    return _publications(ask.key(), period)


def changed_since(publication: Publication) -> tuple[Since, ...]:
    """List the figures that differ now from what was published."""
    return _changed_since(ask.key(), publication.recorded, publication.period)


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _deck(key: ask.Key, audience: Audience, period: str | None) -> Deck:
    return Briefings(ask.workspace()).deck(audience, period, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _slides(key: ask.Key, audience: Audience, period: str | None) -> Placed:
    return Briefings(ask.workspace()).slides(audience, period, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _report(key: ask.Key, paper: str, period: str, meeting: str) -> Report:
    return Papers(ask.workspace()).report(paper, period, meeting or None, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _checklist(key: ask.Key, today: date, paper: str, period: str, meeting: str) -> tuple[Item, ...]:
    # The place reads the day itself: it is asked for here so that an answer is kept for that day only.
    del today
    return Papers(ask.workspace()).checklist(paper, period, meeting or None, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _texts(key: ask.Key, paper: str, period: str) -> dict[str, TextView]:
    return Papers(ask.workspace()).texts(paper, period, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _publications(key: ask.Key, period: str | None) -> tuple[Publication, ...]:
    return Publications(ask.workspace()).publications(period, key[2])


@st.cache_resource(show_spinner=False, max_entries=ask.KEPT)
def _changed_since(key: ask.Key, recorded: int, period: str) -> tuple[Since, ...]:
    found = next(one for one in _publications(key, period) if one.recorded == recorded)
    return Publications(ask.workspace()).changed_since(found)
