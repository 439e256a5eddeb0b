"""The pages of a paper as pictures, and its documents to take away; made once for a revision.

In: a report. Out: a page at a time with the way to turn it, and download buttons.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import partial

import streamlit as st

from kpi.reports.model import Report
from kpi.reports.pdf import pages
from kpi.reports.render import copies, rendered
from kpi.ui import address, ask, ask_papers
from kpi.ui.markup import Html, draw, element, join, link
from kpi.ui.parts import heading

MIMES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMS = {".pdf": "PDF", ".docx": "Word"}
SHARP = 1.5
"""How much finer than 72 dots an inch a page is drawn."""
KEPT = 12
"""Papers of which pictures and documents are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which paper of which quarter for which meeting ('' for its own), and the report made of it."""

    paper: str
    quarter: str
    meeting: str
    report: Report

    @property
    def asked(self) -> tuple[ask.Key, str, str, str]:
        """What its pictures and documents are kept by."""
        return ask.key(self.report.revision), self.paper, self.quarter, self.meeting


def show(chosen: Chosen) -> None:
    """Show one page of the paper, which the address names."""
    draw(heading("Preview"))
    with st.spinner("Laying the pages out"):
        pictures = _pages(*chosen.asked)
    count = len(pictures)
    number = int(address.asked("page", {str(number): "" for number in range(1, count + 1)}, "1"))
    draw(_turn(number, count))
    source = f"data:image/png;base64,{b64encode(pictures[number - 1]).decode()}"
    alt = f"Page {number} of {count} of {chosen.report.title}. The PDF below reads it out."
    draw(element("img", src=source, alt=alt, class_="kpi-page"))


def downloads(chosen: Chosen) -> None:
    """Offer every document of the paper; each is made when it is asked for."""
    with st.container(horizontal=True):
        for name, (copy, form) in copies(chosen.report, chosen.quarter).items():
            public = " (copy for the public)" if copy is not chosen.report else ""
            label = f"{'Draft' if chosen.report.is_draft else 'Paper'} as {FORMS[form]}{public}"
            make = partial(_document, *chosen.asked, name)
            st.download_button(label, make, name, MIMES[form], on_click="ignore", key=f"paper_{name}")


def _turn(number: int, count: int) -> Html:
    """Lead to the page before and after."""
    before = link("Previous page", address.here("papers", page=number - 1)) if number > 1 else None
    after = link("Next page", address.here("papers", page=number + 1)) if number < count else None
    return element("p", join([before, f"Page {number} of {count}", after], "  "), class_="kpi-turn")


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pages(key: ask.Key, paper: str, quarter: str, meeting: str) -> tuple[bytes, ...]:
    return pages(ask_papers.report(paper, quarter, meeting, key[2]), SHARP)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _document(key: ask.Key, paper: str, quarter: str, meeting: str, name: str) -> bytes:
    copy, form = copies(ask_papers.report(paper, quarter, meeting, key[2]), quarter)[name]
    return rendered(copy, form)
