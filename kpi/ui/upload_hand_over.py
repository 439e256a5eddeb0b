"""Publishing a file once, whichever kind it is: what is still lacking, what came of it, and the next file.

In: what a person filled in, and the publication. Out: a receipt in the next answer of the server, or what is wrong.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from kpi.problem import Problem, ProblemError
from kpi.ui import revisions_undo, upload_ask, upload_check, upload_receipt
from kpi.ui.markup import draw
from kpi.ui.parts import notice, problems
from kpi.ui.upload_file import let_go
from kpi.ui.upload_receipt import Receipt
from kpi.workspace import Receipt as Published


def complete(wanted: Mapping[str, object]) -> bool:
    """Tell whether all is given; else say what is lacking, in the words that are the keys."""
    lacking = [words for words, there in wanted.items() if not there]
    if lacking:
        draw(notice(" ".join(lacking), kind="warning"))
    return not lacking


def sign(form: str, button: str, found: Sequence[Problem]) -> tuple[str, str] | None:
    """Ask who publishes, why, and whether warnings were checked; give name and note once all is there and pressed."""
    check = upload_ask.to_check(found)
    with st.form(upload_ask.key(form), border=False, enter_to_submit=False):
        who = st.text_input("Your name or role", st.session_state.get(revisions_undo.WHO, ""), max_chars=100, width=420)
        note = st.text_input("Note for the record (optional)", max_chars=400, width=620)
        sure = st.checkbox(f"I have checked {check}") if check else True
        pressed = st.form_submit_button(button, type="primary")
    name = (who or "").strip()
    wanted = {"Write your name or role.": name, f"Tick the box once you have checked {check}.": sure}
    return (name, (note or "").strip()) if pressed and complete(wanted) else None


def hand_over(publish: Callable[[], Published], receipt: Callable[[int], Receipt], who: str) -> None:
    """Publish, keep the receipt and let the file go; where somebody was quicker, look at the file anew."""
    st.session_state[revisions_undo.WHO] = who
    try:
        with st.spinner("Publishing"):
            done = publish()
    except ProblemError as error:
        if error.problems[0].code != "changed-beneath":
            draw(problems(error.problems))
            return
        upload_receipt.overtaken(error.problems[0])
        upload_check.forget()
        st.rerun()
    if done.revision:
        upload_receipt.published(receipt(done.revision))
    let_go()
    upload_check.forget()
    st.rerun()
