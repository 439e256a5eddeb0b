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
from kpi.ui.markup import Html, draw, element, link
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


Asked = tuple[ask.Key, str, str, str]
"""State of the record, paper, quarter and meeting: what a report is known by."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which paper of which quarter for which meeting ('' for its own), and the report made of it."""

    paper: str
    quarter: str
    meeting: str
    report: Report

    @property
    def asked(self) -> Asked:
        """What its pictures and documents are kept by."""
        return ask.key(self.report.revision), self.paper, self.quarter, self.meeting


def show(chosen: Chosen) -> None:
    """Show one page of the paper, which the address names."""
    draw(heading("Preview"))
    with st.spinner("Laying the pages out"):
        pictures = _pages(chosen.asked)
    count = len(pictures)
    number = int(address.asked("page", {str(number): "" for number in range(1, count + 1)}, "1"))
    draw(_turn(number, count))
    source = f"data:image/png;base64,{b64encode(pictures[number - 1]).decode()}"
    alt = f"Page {number} of {count} of {chosen.report.title}. The PDF below reads it out."
    draw(element("img", src=source, alt=alt, class_="kpi-page"))


def downloads(chosen: Chosen, template: bytes | None, *, word: bool) -> None:
    """Offer every document of the paper, made when it is asked for; `word` is false where its template cannot serve."""
    if template and word:
        draw(element("p", "Word documents are laid out in the council's own template.", class_="kpi-quiet"))
    with st.container(horizontal=True):
        for name, (copy, form) in copies(chosen.report, chosen.quarter).items():
            if form == ".pdf" or word:
                make = partial(_document, chosen.asked, name, template)
                label = _label(chosen.report, copy, form)
                st.download_button(label, make, name, MIMES[form], on_click="ignore", key=f"paper_{name}")


def _label(report: Report, copy: Report, form: str) -> str:
    """Name a document: draft or paper, its form, and for whom the copy is where something is not for publication."""
    named = f"{'Draft' if report.is_draft else 'Paper'} as {FORMS[form]}"
    if not report.has_exempt:
        return named
    return f"{named}, {'for members only' if copy is report else 'copy for the public'}"


def made(asked: Asked) -> Report:
    """Give the report that is known by these."""
    key, paper, quarter, meeting = asked
    return ask_papers.report(paper, quarter, meeting, key[2])


def _turn(number: int, count: int) -> Html:
    """Lead to the page before and after."""
    before = link("Previous page", address.here("papers", page=number - 1)) if number > 1 else None
    after = link("Next page", address.here("papers", page=number + 1)) if number < count else None
    place = element("span", f"Page {number} of {count}")
    return element("nav", before, place, after, class_="kpi-turn kpi-page-turn", aria_label="Pages of the paper")


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pages(asked: Asked) -> tuple[bytes, ...]:
    return pages(made(asked), SHARP)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _document(asked: Asked, name: str, template: bytes | None) -> bytes:
    copy, form = copies(made(asked), asked[2])[name]
    return rendered(copy, form, template)
