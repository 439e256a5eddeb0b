"""Scorecard: where the plan stands in a period. Sentences first, then every figure off target, then one table."""

import streamlit as st

from kpi.scorecard import Scorecard
from kpi.ui import address, as_published, ask, board, panel_words, real_changes, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

as_at = address.revision(ask.head())
periods = address.periods(ask.periods(as_at))
opening = ask.scorecard(None, as_at).period.text
period = address.asked("period", periods, opening)


def show(whole: Scorecard) -> None:
    """Show what is chosen of the scorecard: the words over the choices follow them."""
    words = st.container()
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
    with words:
        overdue = panel_words.overdue(ask.panel(period, as_at), as_at)
        draw(as_published.told(whole.period.text, as_at))
        draw(board.lead(chosen), overdue, board.counts(chosen, view), board.off_target(chosen, view))
        draw(real_changes.real_changes(chosen, as_at))
    draw(board.kept_table(ask.key(as_at), period, theme, owner, area, view))
    with st.container(horizontal=True, vertical_alignment="top"):
        st.download_button(
            "Download these figures (CSV)",
            lambda: board.csv(chosen.filtered(status=status), view),
            file_name("scorecard", period),
            "text/csv",
            on_click="ignore",
        )
        draw(copy_link())


card = ask.scorecard(period, as_at)
surround.begin("Scorecard", screen=f"Scorecard, {card.period.label}")
if card.rows:
    draw(board.turn(list(periods), periods, period))
    show(card)
else:
    draw(board.no_indicators())
