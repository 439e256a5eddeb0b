"""Present a briefing in the page: every slide is there at once, so that turning one needs no server.

In: a Deck. Out: a stage on the screen. The markup travels as text, which Streamlit leaves alone, and presenter.js
makes the stage of it: no frame, and no script that the content policy of the screens would have to let in.
"""

from functools import lru_cache
from html import escape

import streamlit as st

from kpi.markup import Html, element, join
from kpi.reports.deck import asset, stage
from kpi.reports.slides import Deck
from kpi.ui import ask
from kpi.ui.markup import draw

KEPT = 8
"""Decks whose drawn slides are kept."""

_KEYS = "Arrows or a clicker turn the slides, F fills the screen, O shows all slides, ? every key."


def present(deck: Deck, start: str = "") -> None:
    """Show the deck, from the slide the address names, else from `start` (a slide's id), else from the first."""
    with st.spinner("Drawing the slides"):
        slides = _slides(deck)
    button = element("button", "Present", type="button", class_="kpi-button", data_kpi_present=True)
    draw(element("p", button, " ", element("span", _KEYS, class_="kpi-quiet"), class_="kpi-present"))
    text = element("div", Html(escape(slides, quote=False)), class_="kpi-deck-slides", hidden=True)
    stand = element(
        "div",
        text,
        class_="kpi-deck",
        role="group",
        aria_label=deck.title,
        data_revision=deck.revision,
        data_start=start,
        data_newest=ask.newest(),
    )
    st.html(stand)


@lru_cache(maxsize=KEPT)
def _slides(deck: Deck) -> Html:
    return join([Html(f"<style>{asset('deck.css')}</style>"), stage(deck)])
