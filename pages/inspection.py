"""Inspection: the grades that stand, the trace from what was asked to what the figures show, and our own evaluation."""

import streamlit as st

from kpi.ui import address, ask, inspection_choice, inspection_promises, inspection_trace, inspection_words, surround
from kpi.ui.download import file_name
from kpi.ui.inspection_choice import Choice
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

as_at = address.revision(ask.head())
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text
period = address.asked("period", periods, opening)
view = ask.inspection(period, as_at)
visits = {"": "All visits"} | {one.inspection.id: one.inspection.title for one in view.visits}
years = inspection_choice.years(ask.pack(as_at))


def show() -> None:
    """Show what is chosen of the record."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        address.choose("Period", "period", periods, opening, width=330)
        visit = address.choose("Visit", "inspection", visits, width=480)
        only = address.choose("Show", "only", inspection_choice.ONLY, width=330)
        year = address.choose("Self-evaluation of", "year", years, inspection_choice.year_of(view))
        address.choose("As known at", "as_at", surround.revisions(), width=330)
    choice = Choice(visit, only, as_at)
    traced = inspection_choice.recommendations(view.trace, choice)
    statements = inspection_choice.statements(inspection_choice.evaluation(view, year, as_at), choice)

    draw(heading("Grades over the years"), inspection_words.judgements(view.history))
    draw(heading("From recommendation to figure"), inspection_words.counts(view, only))
    draw(inspection_words.shown(len(traced), len(view.trace), only), inspection_trace.trace(traced, as_at))
    draw(heading("Self-evaluation"), inspection_promises.statements(statements, year, period, as_at))
    pledges = inspection_choice.pledges(view, choice)
    draw(heading("Pledges"), inspection_promises.pledges(pledges, period, as_at))
    draw(heading("Statutory directions"), inspection_promises.directions(view.directions))
    draw(heading("Visits"), inspection_words.visits(view, visit))
    with st.container(horizontal=True, vertical_alignment="top"):
        st.download_button(
            "Download this record (CSV)",
            lambda: inspection_words.csv(view),
            file_name("inspection", period),
            "text/csv",
            on_click="ignore",
        )
        draw(copy_link())


surround.begin("Inspection", screen=f"Inspection, {view.period.label}")
if inspection_choice.any_of(view):
    draw(inspection_words.lead(view))
    show()
else:
    draw(inspection_words.nothing())
