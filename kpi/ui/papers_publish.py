"""Publishing a paper, and the quarter pack and the edition for the public to take away.

In: a report that may go out. Out: widgets; a publication in the ledger with the way to take it back; files.
"""

import streamlit as st

from kpi.problem import ProblemError
from kpi.ui import ask, panel_form
from kpi.ui.markup import NOTHING, draw, element
from kpi.ui.panel_form import Recorded
from kpi.ui.papers_preview import Chosen
from kpi.ui.parts import heading, notice, problems
from kpi.ui.revisions_undo import WHO
from kpi.workspace.packs import Packs
from kpi.workspace.publications import Publications

FAULTS, SEEN = "publish_faults", "publish_seen"
AGAIN = "It is published already. Publishing again makes another publication; the earlier one stays on record."


def show(paper: Chosen, again: bool) -> None:
    """Offer to publish the paper, or to publish it `again`, or say what keeps it from being published."""
    draw(heading("Publish"))
    faults = st.session_state.pop(FAULTS, ())
    if faults:
        draw(notice("Nothing was published.", kind="warning"), problems(faults))
    if paper.report.is_draft:
        draw(element("p", "A draft is not published: what is missing stands above."))
        return
    words = "Publishing records the revision, every status, the hashes of the documents and for whom they are."
    draw(element("p", words), element("p", AGAIN) if again else NOTHING)
    with st.form("papers_publish", border=False, enter_to_submit=False):
        who = st.text_input("Who publishes it (name or role)", st.session_state.get(WHO, ""), max_chars=100, width=420)
        recipients = st.text_input("To whom it goes", paper.report.meeting, max_chars=300, width=620)
        button = "Publish it again" if again else "Publish this paper"
        # What the person saw is the revision that the button was drawn with, not the one of this answer.
        if st.form_submit_button(button, type="primary", on_click=_saw, args=(paper.report.revision,)):
            _publish(paper, who.strip(), recipients.strip(), int(st.session_state[SEEN]))


def _saw(revision: int) -> None:
    st.session_state[SEEN] = revision


def _publish(paper: Chosen, who: str, recipients: str, seen: int) -> None:
    """Publish once what the person saw; what is wrong is told in the next answer."""
    if not who:
        st.session_state[FAULTS] = (panel_form.empty("Who publishes it", "Write who publishes it."),)
        st.rerun()
    st.session_state[WHO] = who
    bar = st.progress(0.0, "Making the documents")
    try:
        done = Publications(ask.workspace()).publish(
            paper.paper,
            paper.quarter,
            paper.meeting or None,
            who=who,
            recipients=recipients,
            base=seen,
            progress=lambda name, share: tell(bar, name, share),
        )
    except ProblemError as error:
        st.session_state[FAULTS] = error.problems
        st.rerun()
    seen_as = f"its figures are as at revision {done.frozen.revision}"
    said = f"{done.frozen.title} is published as revision {done.revision}; {seen_as}."
    st.session_state[panel_form.SAID] = Recorded(said, done.revision)
    st.rerun()


def pack(quarter: str, as_at: int | None) -> None:
    """Offer the quarter pack: made when it is asked for, with its progress."""
    draw(heading("Everything in one file"))
    words = "The papers, slides and public edition of the quarter, its figures, definitions and history, with hashes."
    draw(element("p", words))
    key = ask.key(as_at), quarter
    made: tuple[object, bytes] | None = st.session_state.get("quarter_pack")
    if made and made[0] == key:
        name = f"quarter-pack-{quarter.replace(' ', '-').lower()}-revision-{key[0][2]}.zip"
        st.download_button("Download the quarter pack (zip)", made[1], name, "application/zip", on_click="ignore")
    elif st.button("Make the quarter pack"):
        bar = st.progress(0.0, "Beginning")
        try:
            content = Packs(ask.workspace()).pack(quarter, key[0][2], lambda what, share: tell(bar, what, share))
        except ProblemError as error:
            bar.empty()
            draw(notice("The quarter pack was not made.", kind="warning"), problems(error.problems))
            return
        st.session_state["quarter_pack"] = (key, content)
        st.rerun()


def tell(bar: "st.delta_generator.DeltaGenerator", what: str, share: float) -> None:
    """Show what is being made, and the share that is done (0 to 1)."""
    bar.progress(min(max(share, 0.0), 1.0), what)
