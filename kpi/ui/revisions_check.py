"""Checks the whole record when asked, and says the result in words.

In: the revisions. Out: a field, a button and a notice.
"""

from collections.abc import Sequence

import streamlit as st

from kpi.ledger import Revision
from kpi.problem import Problem
from kpi.ui import ask
from kpi.ui.markup import Html, draw, element, join
from kpi.ui.parts import notice, problems, sentence

WHY = (
    "Every revision is sealed to the one before it by a hash. The check recomputes them all: nobody can change, add or "
    "take away an entry without it showing. With a head that was printed on a paper it also finds out whether "
    "revisions were taken off the end."
)


def offer(entries: Sequence[Revision]) -> None:
    """Offer the check; a head printed on a paper also shows whether the newest revisions were taken off."""
    draw(sentence(WHY), _head(entries))
    with st.form("check", border=False):
        printed = st.text_input("Head printed on a paper (optional)", max_chars=64, width=420)
        if st.form_submit_button("Check that nothing was altered"):
            with st.spinner("Checking every figure of every revision"):
                found = ask.workspace().verify((printed or "").strip() or None)
            draw(result(found, entries))


def _head(entries: Sequence[Revision]) -> Html | None:
    if not entries:
        return None
    return element("p", "Head of the record: ", element("code", entries[-1].hash), class_="kpi-sentence")


def result(found: tuple[Problem, ...], entries: Sequence[Revision]) -> Html:
    """Say whether the record is as it was written."""
    if found:
        return join([notice("The record is not as it was written.", kind="warning"), problems(found)])
    many = "the one revision" if len(entries) == 1 else f"all {len(entries):,} revisions"
    head = join(["; the head is ", element("code", entries[-1].hash[:16]), "."]) if entries else "."
    return notice(f"Nothing recorded was altered: {many} checked", head, kind="good")
