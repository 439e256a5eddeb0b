"""Briefing: the slides of a meeting, presented from here."""

import streamlit as st

from kpi.ui import address, ask, surround
from kpi.ui.presenter import present
from kpi.workspace.briefings import AUDIENCES

as_at = address.revision(ask.head())
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text

TITLES: dict[str, str] = dict(AUDIENCES.items())

surround.begin("Briefing")
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = address.choose("Audience", "audience", TITLES, "leadership", width=330)
    period = address.choose("Period", "period", periods, opening, width=330)
    address.choose("As known at", "as_at", surround.revisions(), width=330)
audience = next(one for one in AUDIENCES if one == chosen)
present(ask.deck(audience, period, as_at))
