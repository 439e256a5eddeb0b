"""The council's own Word template on the Papers screen: the one that lies beside its papers, and another for once.

In: a paper. Out: the template that Word documents are made in, or what keeps it from serving; a document to take away.
"""

from dataclasses import dataclass

import streamlit as st

from kpi.problem import Problem, ProblemError
from kpi.reports.render import rendered, stem
from kpi.reports.word import check
from kpi.ui import ask
from kpi.ui.markup import draw, element
from kpi.ui.papers_preview import MIMES, Asked, Chosen, made
from kpi.ui.parts import notice, problems
from kpi.workspace.word_template import template

ENDINGS = ("docx", "dotx", "docm", "doc")
"""What may be dropped: all but the first are refused with what to do about them."""
MOST = 20
"""Megabytes that a template may have."""
HELP = "It needs a paragraph {{ body }} where the report begins; docs/word-template.md names the other places."
KEPT = 6
"""Documents in a template of somebody's own that are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Own:
    """The council's own template, None where it has none; `serves` is false where no paper can be made in it."""

    content: bytes | None
    serves: bool = True


def own(chosen: Chosen) -> Own:
    """Give the council's own template, and say what is wrong with one that cannot serve."""
    try:
        content = template(ask.workspace())
        found = _faults(chosen.asked, content) if content else ()
    except ProblemError as error:
        content, found = None, error.problems
    if found:
        draw(notice("The council's own Word template cannot be used.", kind="warning"), problems(found))
    return Own(content, not found)


def another(chosen: Chosen) -> None:
    """Offer the paper in a template that a person has at hand; nothing of it is kept in the record."""
    with st.expander("Word in another template"):
        draw(element("p", HELP))
        file = st.file_uploader("Word template (.docx)", ENDINGS, max_upload_size=MOST, width=760, key="own_template")
        if file is None:
            return
        try:
            with st.spinner("Laying the paper out"):
                content = _document(chosen.asked, file.getvalue())
        except ProblemError as error:
            draw(notice("The template cannot be used.", kind="warning"), problems(error.problems))
            return
        name = f"{stem(chosen.report, chosen.quarter)}.docx"
        copy = ", for members only" if chosen.report.has_exempt else ""
        st.download_button(f"Paper in this template{copy}", content, name, MIMES[".docx"], on_click="ignore")


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _faults(asked: Asked, content: bytes) -> tuple[Problem, ...]:
    """Say what keeps a paper from being made in a template."""
    try:
        check(made(asked), content)
    except ProblemError as error:
        return error.problems
    return ()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _document(asked: Asked, content: bytes) -> bytes:
    return rendered(made(asked), ".docx", content)
