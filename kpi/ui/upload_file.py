"""Takes a spreadsheet from a person's hands, and lets go of it again.

In: what was dropped. Out: its name and bytes for as long as the person is at it; nothing of it is kept afterwards.
"""

from dataclasses import dataclass
from hashlib import sha256

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kpi.settings import Settings
from kpi.ui.markup import draw
from kpi.ui.parts import notice, sentence

ENDINGS = ("csv", "xlsx", "xls", "ods")
ROUND = "upload_round"
HINT = (
    "Figures: the template, an export of another system, or your own table: long, with a column for the period, or "
    "wide, with a column for each period. Updates of the plan: its tracker. What others publish: the file as it comes. "
    "Totals only, never anything about a single child. The file is checked first; nothing is published before you say "
    "so."
)


@dataclass(frozen=True, slots=True)
class Handed:
    """A file in a person's hands."""

    name: str
    content: bytes
    sha256: str


def drop() -> Handed | None:
    """Show the field for a file and give what is in it; files are taken one at a time."""
    most = Settings().upload_megabytes
    draw(sentence(HINT))
    files = st.file_uploader(
        "Spreadsheet with figures, or with updates of the plan",
        ENDINGS,
        accept_multiple_files=True,
        key=f"upload_file_{st.session_state.get(ROUND, 0)}",
        max_upload_size=most,
        width=760,
    )
    if len(files) > 1:
        many = f"{len(files)} files were dropped, and they are taken one at a time."
        draw(notice(f"{many} Take away all but one; publish it, then drop the next.", kind="warning"))
    return _handed(files[0]) if len(files) == 1 else None


def _handed(file: UploadedFile) -> Handed:
    content = file.getvalue()
    return Handed(file.name, content, sha256(content).hexdigest())


def let_go() -> None:
    """Take what was dropped out of the server's memory and empty the field."""
    context = get_script_run_ctx()
    if context:
        context.uploaded_file_mgr.remove_session_files(context.session_id)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
