"""Panel: when it meets and what its papers can show, what it asked, and what came of claims made before it."""

import streamlit as st

from kpi.ui import address, ask, panel_calendar, panel_desk, panel_form, panel_words, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

as_at = address.revision(ask.head())
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text
period = address.asked("period", periods, opening)
view, pack = ask.panel(period, as_at), ask.pack(as_at)
meeting = address.asked("meeting", {one.id: one.title for one in view.meetings}, "")
form, why_not = panel_desk.asked_for(view), panel_desk.why_not(as_at)
open_ones = [one for one in view.questions if one.state == "open"]
closed = [one for one in view.questions if one.state != "open"]

surround.begin("Panel", screen=f"Panel, {view.period.label}")
panel_form.announce()
draw(panel_words.lead(view))
with st.container(horizontal=True, vertical_alignment="bottom"):
    address.choose("Period", "period", periods, opening, width=330)
    address.choose("As known at", "as_at", surround.revisions(), width=330)

draw(heading("Meetings"), panel_calendar.meetings(view.meetings, view.day, meeting))
draw(*(panel_calendar.one(one) for one in view.meetings if one.id == meeting))

draw(heading(f"Questions and requests ({len(view.questions):,})"), why_not)
if not why_not and form == panel_desk.QUESTION:
    panel_desk.ask_question(view)
elif not why_not:
    draw(panel_desk.buttons(panel_desk.door(panel_desk.QUESTION, "Record a question or request")))
panel_desk.open_questions(open_ones, view, form, not why_not)
draw(panel_words.closed(closed))
if view.later_questions:
    draw(heading(panel_words.after(view), 3))
    panel_desk.open_questions(view.later_questions, view, form, not why_not)

draw(heading(f"Claims about the future ({len(view.claims):,})"))
if not why_not and form == panel_desk.CLAIM:
    panel_desk.make_claim(view, pack)
elif not why_not:
    draw(panel_desk.buttons(panel_desk.door(panel_desk.CLAIM, "Record a claim")))
draw(panel_words.claims(view.claims, "What was said, and what the figures answer", period, as_at))
if view.later_claims:
    draw(panel_words.claims(view.later_claims, panel_words.after(view), period, as_at))

draw(heading("Quarters and meetings"), panel_calendar.quarters(view.quarters))
draw(heading("Work programme"), panel_words.programme(view))
with st.container(horizontal=True, vertical_alignment="top"):
    st.download_button(
        "Download this record (CSV)",
        lambda: panel_words.csv(view),
        file_name("panel", period),
        "text/csv",
        on_click="ignore",
    )
    draw(copy_link())
