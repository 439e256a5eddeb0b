"""Says what became of the last file: published, taken back, refused, or overtaken by someone else.

In: small facts kept between two answers of the server. Out: notices, and a button to take a publication back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from kpi.ledger import Revision
from kpi.problem import Problem, ProblemError
from kpi.ui import address, revisions_undo
from kpi.ui.markup import draw, element, join, link, listed
from kpi.ui.parts import notice, problem

RECEIPT, REFUSED, BENEATH = "upload_receipt", "upload_refused", "upload_beneath"
REFUSAL = "The file was refused, because it holds data about single children. Nothing of it was kept."
AGAIN = "Below is what the file would change now."


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was published: the sentence that says so, and the quarter and screen to look at."""

    revision: int
    said: str
    period: str
    who: str
    screen: str = "scorecard"


def published(receipt: Receipt) -> None:
    """Keep what is to be said of a publication."""
    st.session_state[RECEIPT] = receipt


def refused(given: Sequence[Problem]) -> None:
    """Keep which columns hold data about single children, and nothing else of the file, its name included."""
    st.session_state[REFUSED] = tuple(replace(one, where=replace(one.where, file=None)) for one in given)


def overtaken(given: Problem) -> None:
    """Keep what someone else changed between the preview and its publication."""
    st.session_state[BENEATH] = given


def announce(entries: Sequence[Revision], in_hand: bool) -> None:
    """Say what was done last; a publication stays on the screen until the next file is `in_hand`."""
    revisions_undo.announce()
    given: tuple[Problem, ...] = st.session_state.pop(REFUSED, ())
    if given:
        draw(notice(element("p", REFUSAL), listed(map(problem, given)), kind="warning"))
    beneath: Problem | None = st.session_state.pop(BENEATH, None)
    if beneath:
        draw(notice(element("p", beneath.message), element("p", f"Nothing was published. {AGAIN}"), kind="warning"))
    receipt: Receipt | None = st.session_state.get(RECEIPT)
    if in_hand or not receipt or receipt.revision > len(entries) or entries[receipt.revision - 1].undone_by:
        st.session_state.pop(RECEIPT, None)
    else:
        _acknowledge(receipt)


def _acknowledge(receipt: Receipt) -> None:
    """Say what was published and offer to take it back right here."""
    card = link(f"See the {receipt.screen}", address.link(receipt.screen, period=receipt.period))
    entry = link("See it in the history", address.link("history", revision=receipt.revision))
    draw(notice(element("p", receipt.said), element("p", join([card, entry], " · ")), kind="good"))
    if st.button(f"Undo this publication (revision {receipt.revision})", key="upload_undo"):
        _take_back(receipt)


def _take_back(receipt: Receipt) -> None:
    try:
        done = revisions_undo.take_back(receipt.revision, receipt.who, "Undone straight after publishing")
    except ProblemError as error:
        there = link("Decide in the history", address.link("history", revision=receipt.revision))
        draw(notice(listed(map(problem, error.problems)), element("p", there), kind="warning"))
        return
    st.session_state[revisions_undo.SAID] = done
    st.rerun()
