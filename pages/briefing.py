"""Briefing: the slides of a meeting. Presented from here, taken along, and chosen, ordered and worded by a person."""

import streamlit as st

from kpi.ui import address, ask, ask_papers, briefing_desk, briefing_keep, briefing_words, panel_form, surround
from kpi.ui.briefing_draft import Desk
from kpi.ui.markup import draw
from kpi.ui.presenter import present
from kpi.workspace.briefings import AUDIENCES, Briefings

as_at = address.revision(ask.head())
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text

surround.begin("Briefing")
panel_form.announce()
words = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = address.choose("Audience", "audience", dict(AUDIENCES.items()), "leadership", width=330, drops="edit")
    period = address.choose("Period", "period", periods, opening, width=330, drops="edit")
    address.choose("As known at", "as_at", surround.revisions(), width=330)
audience = next(one for one in AUDIENCES if one == chosen)
briefings = Briefings(ask.workspace())
quarter = briefings.quarter(period, as_at).text
deck, slides = ask_papers.deck(audience, quarter, as_at), ask_papers.slides(audience, quarter, as_at)
with words:
    draw(briefing_words.lead(slides, AUDIENCES[audience], briefings.kept(audience, quarter, as_at)))
    draw(briefing_keep.unkept())
present(deck)
briefing_desk.downloads(deck)
if as_at is None:
    briefing_desk.show(Desk(audience, quarter, slides))
else:
    draw(briefing_words.listed(slides, ""))
