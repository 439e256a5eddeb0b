"""Checking a quarter pack on the Papers screen: was it altered, and does the ledger still reproduce it?

In: a pack that somebody dropped. Out: the answer in a sentence, with what is wrong; nothing of the pack is kept.
"""

from hashlib import sha256

import streamlit as st

from kpi.problem import ProblemError
from kpi.ui import ask
from kpi.ui.markup import NOTHING, Html, draw, element, join
from kpi.ui.papers_publish import tell
from kpi.ui.parts import notice, problems
from kpi.workspace.packs import OTHER_TEMPLATE, Packs, Verified

MOST = 100
"""Megabytes that a pack may have."""
FOUND = "pack_verified"


def show() -> None:
    """Take a pack and say whether it is what the ledger gives."""
    with st.expander("Check a quarter pack"):
        draw(element("p", "Drop a pack here to learn whether anything in it was altered since it was made."))
        file = st.file_uploader("Quarter pack (.zip)", "zip", max_upload_size=MOST, width=760, key="pack_to_verify")
        if file is not None:
            _answer(file.name, file.getvalue())


def _answer(name: str, content: bytes) -> None:
    """Check a pack once, and say what came of it."""
    asked, kept = (sha256(content).hexdigest(), ask.key()), st.session_state.get(FOUND)
    if not kept or kept[0] != asked:
        bar = st.progress(0.0, "Reading the pack")
        try:
            found = Packs(ask.workspace()).verify(content, name, lambda what, share: tell(bar, what, share))
        except ProblemError as error:
            draw(notice("The pack was not checked.", kind="warning"), problems(error.problems))
            return
        finally:
            bar.empty()
        st.session_state[FOUND] = kept = (asked, found)
    draw(told(kept[1]))


def told(found: Verified) -> Html:
    """Say whether a pack is whole, and what is wrong where it is not."""
    about = f"The pack of {found.about.period} at revision {found.about.revision} ({found.files:,} files)"
    verdict = (
        "is whole, and the ledger reproduces it" if found.whole else "was altered, or is not what the ledger gives"
    )
    other = NOTHING if found.same_template else element("p", OTHER_TEMPLATE)
    kind = "good" if found.whole and found.same_template else "warning"
    return join([notice(element("p", f"{about} {verdict}."), other, kind=kind), problems(found.problems)])
