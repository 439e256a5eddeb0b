"""History: every revision, who made it, when and why; take one back; check that nothing was altered."""

import streamlit as st

from kpi.ui import ask, revisions, revisions_check, revisions_undo, surround
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

entries = ask.history()
chosen = revisions.chosen(entries, st.query_params.get("revision"))
page = revisions.page_of(st.query_params.get("page"), len(entries))

surround.begin("History")
revisions_undo.announce()
draw(revisions.lead(entries))
if chosen:
    draw(heading(f"Revision {chosen.number}"), revisions.detail(chosen, entries), revisions.onward(chosen))
    revisions_undo.offer(chosen, entries)
draw(heading("The record"), revisions.table(entries, page, chosen), revisions.turn(page, len(entries)))
draw(heading("Check the record"))
revisions_check.offer(entries)
draw(copy_link())
