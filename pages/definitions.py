"""Definitions: what every indicator means, how it is judged and who answers for it."""

import streamlit as st

from kpi.ui import address, ask, glossary, glossary_council, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw, link
from kpi.ui.parts import copy_link, sentence

as_at = address.revision(ask.head())
# Recipes change no figure, so revisions do not record them: those of today are shown.
pack = ask.pack(as_at).model_copy(update={"recipes": ask.workspace().pack.recipes})
single = address.asked("indicator", {name: one.title for name, one in pack.by_id.items()}, "")

surround.begin("Definitions", screen="One definition" if single else None)
if single:
    shown = glossary.only(pack, single)
    draw(link(f"All {len(pack.by_id):,} definitions", address.here("definitions", indicator=None)))
else:
    draw(sentence("What every indicator means, how it is judged and who answers for it.", lead=True))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = st.text_input(
            "Search the definitions", key="q", bind="query-params", type="search", max_chars=100, width=420
        )
        theme = address.choose("Theme", "theme", {"": "All themes"} | pack.theme_titles, width=330)
        address.choose("As known at", "as_at", surround.revisions(), width=330)
    shown = glossary.search(pack, wanted or "", theme)
    draw(glossary.found(len(shown), len(pack.by_id), wanted or ""))
draw(glossary.entries(shown, pack, as_at) if shown else glossary.nothing(bool(pack.by_id)))
if shown == tuple(pack.by_id.values()):
    draw(glossary_council.choices(pack))
with st.container(horizontal=True, vertical_alignment="center"):
    st.download_button(
        "Download these definitions (CSV)",
        lambda: glossary.csv(shown, pack),
        file_name("definitions", pack.council.id),
        "text/csv",
        on_click="ignore",
    )
    draw(copy_link())
