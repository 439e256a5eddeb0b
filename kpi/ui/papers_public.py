"""The edition for the public on the Papers screen: what it tells and withholds, how hard it reads, and its files.

In: a quarter and a revision. Out: widgets and Html; each file is made when it is asked for.
"""

from functools import partial

import streamlit as st

from kpi.reports.package import packed
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.texts import Text, texts, unexplained
from kpi.reports.reading import AIM
from kpi.reports.render import public_paper, public_site
from kpi.ui import address, ask
from kpi.ui.markup import NOTHING, Html, draw, element, link
from kpi.ui.parts import heading
from kpi.workspace.public import Public

ASKED = "shown"
KEPT = 6
"""Editions kept; the oldest goes first."""


def show(quarter: str, as_at: int | None) -> None:
    """Say what the edition tells, and offer it as a web site and as PDF; it is made when it is asked for."""
    draw(heading("For the public"))
    if not address.asked("public", {ASKED: ""}, ""):
        words = "The same figures in plain English, protected so that no child is recognised: a web site and a PDF."
        door = link("Make the public version", address.here("papers", public=ASKED), class_="kpi-button")
        draw(element("p", words), element("p", door))
        return
    with st.spinner("Protecting the figures"):
        edition = _edition(ask.key(as_at), quarter)
        checked = texts(edition)
    draw(element("p", _lead(edition)), element("p", _reading(checked)), _hard(checked), _unexplained(edition))
    name = quarter.lower().replace(" ", "-")
    with st.container(horizontal=True):
        make = partial(_site, ask.key(as_at), quarter)
        st.download_button("Web site (zip)", make, f"public-{name}.zip", "application/zip", on_click="ignore")
        make = partial(_pdf, ask.key(as_at), quarter)
        st.download_button("Public version as PDF", make, f"public-{name}.pdf", "application/pdf", on_click="ignore")


def _lead(edition: PublicEdition) -> str:
    """Say how many figures it tells, and how many it withholds."""
    told = f"The edition for the public tells {len(edition.measures):,} figures in plain English."
    if not edition.hidden:
        return f"{told} None had to be withheld."
    some = "One is" if edition.hidden == 1 else f"{edition.hidden:,} are"
    return f"{told} {some} not shown, so that no child can be recognised."


def _reading(checked: tuple[Text, ...]) -> str:
    plain = sum(one.reading.is_plain for one in checked)
    return f"{plain:,} of its {len(checked):,} texts can be read at the age of {AIM}."


def _hard(checked: tuple[Text, ...]) -> Html:
    """List the texts that are harder to read, the hardest first, opened on request."""
    hard = sorted((one for one in checked if not one.reading.is_plain), key=lambda one: -one.reading.age)
    if not hard:
        return NOTHING
    items = (element("li", f"{one.about}, reading age {one.reading.age}: “{one.text}”") for one in hard)
    return element("details", element("summary", "Texts that are harder to read"), element("ul", *items))


def _unexplained(edition: PublicEdition) -> Html:
    forms = ", ".join(unexplained(edition))
    return element("p", f"Nobody explains {forms}: say in council.yaml what it stands for.") if forms else NOTHING


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _edition(key: ask.Key, quarter: str) -> PublicEdition:
    return Public(ask.workspace()).edition(quarter, key[2])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _site(key: ask.Key, quarter: str) -> bytes:
    edition = _edition(key, quarter)
    return packed(public_site(edition), edition.made)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pdf(key: ask.Key, quarter: str) -> bytes:
    return public_paper(_edition(key, quarter))
