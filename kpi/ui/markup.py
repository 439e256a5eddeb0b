"""The markup of screens: HTML that cannot carry what a person typed as markup, and how it gets on the screen.

In: Html of `kpi/markup.py`. Out: elements on the screen.
"""

import streamlit as st

from kpi.markup import NOTHING, Html, element, escape, facts, hidden, join, link, listed, prose

__all__ = ["NOTHING", "Html", "draw", "element", "escape", "facts", "hidden", "join", "link", "listed", "prose"]


def draw(*pieces: Html | None) -> None:
    """Put HTML on the screen as one block."""
    st.markdown(element("div", *pieces, class_="kpi"), unsafe_allow_html=True)
