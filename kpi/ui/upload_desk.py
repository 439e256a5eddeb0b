"""The desk of the analyst: a file comes in, is checked, shown, published and, if need be, taken back.

In: the quarter chosen. Out: the screen's middle part; what was done is said after the next answer of the server.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from kpi.intake.preview import Preview
from kpi.period import Period
from kpi.ui import (
    ask,
    upload_ask,
    upload_check,
    upload_keep,
    upload_preview,
    upload_problems,
    upload_published,
    upload_reading,
    upload_receipt,
    upload_statuses,
    upload_told,
    upload_updates,
)
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import heading, sentence
from kpi.ui.upload_file import drop, let_go
from kpi.ui.upload_hand_over import hand_over, sign
from kpi.ui.upload_receipt import Receipt

UNLESS_WHOLE = "They stay as they are, unless the file is the whole truth for the indicators and periods it names."


def serve(period: Period) -> None:
    """Take a file through check, preview and publication."""
    said = st.container()
    handed = drop()
    with said:
        upload_receipt.announce(ask.history(), handed is not None)
    if handed is None:
        return
    if upload_updates.is_tracker(handed):
        upload_updates.serve(handed)
        return
    if upload_published.serve(handed, period):
        return
    pack = ask.workspace().pack
    preview = upload_check.preview(handed, replace(upload_ask.options(), recipe=upload_told.recipe(pack)))
    if upload_check.child_level(preview):
        upload_receipt.refused(preview.problems)
        let_go()
        st.rerun()
    draw(heading("What publishing would change"), upload_preview.lead(preview), upload_statuses.show(preview))
    upload_keep.announce()
    upload_reading.ask(preview, pack)
    _ask(preview)
    upload_reading.show(preview, pack)
    _show(preview)
    if preview.can_publish and preview.changes_something:
        _publish(preview, period)


def _ask(preview: Preview) -> None:
    """Ask about the file, only what it leaves open."""
    upload_ask.calendar(preview.problems)
    upload_ask.sheet(preview.candidate.sheets)
    if upload_ask.options().replace or len(preview.absent):
        draw(sentence(f"{_left_out(len(preview.absent))} {UNLESS_WHOLE}"))
        st.checkbox("This file is the whole truth: withdraw what it leaves out", key=upload_ask.key("replace"))


def _left_out(count: int) -> str:
    many = "One published figure" if count == 1 else f"{count:,} published figures"
    return f"{many} of the same indicators and periods {'is' if count == 1 else 'are'} not in this file."


def _show(preview: Preview) -> None:
    """List the problems and every figure, with both to take away."""
    draw(upload_problems.tables(preview.problems), upload_preview.tables(preview))
    with st.container(horizontal=True, vertical_alignment="center"):
        if preview.problems:
            _download("Download the problems (CSV)", "problems", preview, lambda: upload_problems.csv(preview.problems))
        if preview.can_publish:
            _download("Download this preview (CSV)", "preview", preview, lambda: upload_preview.csv(preview))


def _download(label: str, what: str, preview: Preview, made: Callable[[], bytes]) -> None:
    st.download_button(label, made, file_name(what, preview.name), "text/csv", on_click="ignore")


def _publish(preview: Preview, period: Period) -> None:
    """Ask who publishes and why, and publish once."""
    draw(heading("Publish"))
    signed = sign("publish", "Publish these figures", preview.problems)
    if signed:
        who, note = signed
        st.query_params["period"] = period.text
        hand_over(
            lambda: ask.workspace().publish(preview, who=who, note=upload_told.noted(note, preview.pack)),
            lambda revision: _receipt(revision, preview, period, who),
            who,
        )


def _receipt(revision: int, preview: Preview, period: Period, who: str) -> Receipt:
    said = f"Published as revision {revision}: {upload_preview.done_sentence(preview)}"
    return Receipt(revision, said, upload_preview.quarter_of(preview, period).text, who)
