"""Scorecard: where the plan stands in a period. Sentences first, then every figure off target, then one table."""

import streamlit as st

from kpi.ui import address, ask, board, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, empty, heading

as_at = address.revision(ask.head())
periods = address.periods(ask.periods(as_at))
opening = ask.scorecard(None, as_at).period.text
period = address.asked("period", periods, opening)
whole = ask.scorecard(period, as_at)

surround.begin("Scorecard", screen=f"Scorecard, {whole.period.label}")
draw(board.turn(list(periods), periods, period))
top = st.container()
draw(heading("All figures"))
with st.container(horizontal=True, vertical_alignment="bottom"):
    address.choose("Period", "period", periods, opening, width=330)
    theme = address.choose("Theme", "theme", {"": "All themes"} | whole.themes)
    owner = address.choose("Who answers for it", "owner", {"": "Everyone"} | {name: name for name in whole.owners})
    area = address.choose("Area", "area", {"": "All areas"} | whole.areas)
    status = address.choose("Status", "status", board.STATUS_CHOICES)
    sort = address.choose("Sort by", "sort", board.SORTS, "order", width=330)
    address.choose("As known at", "as_at", surround.revisions(), width=330)

view = board.View(status, sort, as_at)
chosen = whole.filtered(theme=theme, owner=owner, area=area)
shown = chosen.filtered(status=status)
with top:
    if not whole.rows:
        draw(empty("There are no indicators yet.", "Add them to the indicators folder of the council's pack."))
    else:
        draw(board.lead(chosen), board.counts(chosen, view), board.off_target(chosen, view))
draw(board.kept_table(ask.key(as_at), whole.period.text, theme, owner, area, view))
with st.container(horizontal=True, vertical_alignment="top"):
    st.download_button(
        "Download these figures (CSV)",
        lambda: board.csv(shown, view),
        file_name("scorecard", whole.period.text),
        "text/csv",
        on_click="ignore",
    )
    draw(copy_link())
