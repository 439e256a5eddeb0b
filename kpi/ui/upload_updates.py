"""The desk for trackers: updates of the plan come in, meet what others recorded meanwhile, and are published.

In: a file that is a tracker. Out: what it would change, a choice for each conflict, and a revision.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from kpi.intake.updates import Choice, Conflict, UpdatePreview, is_updates
from kpi.period import Period
from kpi.plan import ActionView
from kpi.ui import (
    ask,
    revisions_undo,
    upload_ask,
    upload_check,
    upload_problems,
    upload_receipt,
    upload_updates_words,
)
from kpi.ui.download import file_name
from kpi.ui.markup import draw, prose
from kpi.ui.parts import heading, notice, sentence
from kpi.ui.plan_forms_sides import sides, who_and_when
from kpi.ui.upload_file import Handed, let_go
from kpi.ui.upload_hand_over import complete, hand_over
from kpi.ui.upload_receipt import Receipt

KIND = "upload_kind"
SHOWN = 20
"""Conflicts that are shown one by one; the others are settled together."""
VERSIONS: dict[Choice, str] = {"mine": "Use the file's version", "theirs": "Keep theirs"}
MET = "Somebody else updated these actions after the tracker was drawn"
KEPT = "Choose which version of each stands. The other one is kept on record, and neither is lost."
REST = "rest"


def templates(period: Period) -> None:
    """Offer the tracker of a quarter, where the plan of its year has actions."""
    year, pack = period.year.text, ask.pack()
    if year not in pack.plan_years:
        return
    draw(sentence("Updates of the plan are returned in a tracker, in which every action is a row already."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for form, name, mime in (("xlsx", "Excel", "application/octet-stream"), ("csv", "CSV", "text/csv")):
            st.download_button(
                f"Tracker for {period.short_label} ({name})",
                partial(ask.records().update_template, year, period, form),
                f"{pack.council.id}-plan-{period.text.replace(' ', '-').lower()}.{form}",
                mime,
                on_click="ignore",
            )


def is_tracker(handed: Handed) -> bool:
    """Tell whether a file holds updates of the plan rather than figures; each file is looked at once."""
    known: tuple[str, bool] | None = st.session_state.get(KIND)
    if known is None or known[0] != handed.sha256:
        known = (handed.sha256, is_updates(handed.name, handed.content))
        st.session_state[KIND] = known
    return known[1]


def serve(handed: Handed) -> None:
    """Take a tracker through check, preview, choices and publication."""
    preview = upload_check.preview_updates(handed, upload_ask.options())
    if upload_check.child_level(preview):
        upload_receipt.refused(preview.problems)
        let_go()
        st.rerun()
    draw(heading("What publishing would change"), upload_updates_words.lead(preview))
    upload_ask.calendar(preview.problems)
    upload_ask.sheet(preview.candidate.sheets)
    draw(upload_problems.tables(preview.problems), upload_updates_words.table(preview))
    _downloads(preview)
    if preview.can_publish and preview.changes_something:
        _publish(preview)


def _downloads(preview: UpdatePreview) -> None:
    """Offer the problems and the preview to take away."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, what, made, there in (
            ("the problems", "problems", lambda: upload_problems.csv(preview.problems), bool(preview.problems)),
            ("this preview", "preview", lambda: upload_updates_words.csv(preview), bool(preview.lines)),
        ):
            if there:
                name = file_name(what, preview.name)
                st.download_button(f"Download {label} (CSV)", made, name, "text/csv", on_click="ignore")


def _publish(preview: UpdatePreview) -> None:
    """Ask about each conflict, who publishes and why, and publish once."""
    check = upload_ask.to_check(preview.problems)
    with st.form(upload_ask.key("publish_updates"), border=False, enter_to_submit=False):
        choices = _conflicts(preview)
        draw(heading("Publish"))
        who = st.text_input("Your name or role", st.session_state.get(revisions_undo.WHO, ""), max_chars=100, width=420)
        note = st.text_input("Note for the record (optional)", max_chars=400, width=620)
        sure = st.checkbox(f"I have checked {check}") if check else True
        pressed = st.form_submit_button("Publish these updates", type="primary")
    if pressed:
        _try(preview, choices, (who or "").strip(), (note or "").strip(), sure)


def _conflicts(preview: UpdatePreview) -> dict[str, Choice]:
    """Show both versions of each action that somebody else updated, and ask which one stands."""
    conflicts = preview.conflicts
    if not conflicts:
        return {}
    draw(heading(f"Updated meanwhile ({len(conflicts):,})"), notice(f"{MET}. {KEPT}", kind="warning"))
    bases = {row.ref: row.base for row in preview.candidate.rows}
    chosen = {one.ref: _choice(preview, one, bases[one.ref]) for one in conflicts[:SHOWN]}
    others = conflicts[SHOWN:]
    if others:
        draw(sentence(f"And {len(others):,} more, which are settled together: {', '.join(one.ref for one in others)}."))
        one_for_all = _radio("Which version of each of the others stands?", REST)
        chosen |= {one.ref: one_for_all for one in others}
    return {ref: choice for ref, choice in chosen.items() if choice}


def _choice(preview: UpdatePreview, conflict: Conflict, base: int) -> Choice | None:
    before, now = (_known(preview, conflict.ref, revision) for revision in (base, preview.head))
    if before and now:
        draw(heading(f"{conflict.ref}: row {conflict.row:,} of the file", 3), sentence(f"{who_and_when(now)}."))
        draw(sides(conflict.ref, before, now, conflict.mine, preview.name))
    else:
        draw(prose(conflict.sentence))
    return _radio(f"Which version of {conflict.ref} stands?", conflict.ref)


def _known(preview: UpdatePreview, ref: str, revision: int) -> ActionView | None:
    """Give an action as it was known at a revision."""
    period = preview.candidate.period
    return ask.plan(preview.candidate.year, period.text, revision).action(ref) if period else None


def _radio(label: str, ref: str) -> Choice | None:
    return st.radio(
        label, list(VERSIONS), None, format_func=lambda one: VERSIONS[one], key=upload_ask.key(f"settle_{ref}")
    )


def _try(preview: UpdatePreview, choices: Mapping[str, Choice], who: str, note: str, sure: bool) -> None:
    unsettled = [one.ref for one in preview.conflicts if one.ref not in choices]
    wanted = {
        f"Choose which version stands: {', '.join(unsettled[:SHOWN])}.": not unsettled,
        "Write your name or role.": who,
        f"Tick the box once you have checked {upload_ask.to_check(preview.problems)}.": sure,
    }
    if complete(wanted):
        hand_over(
            lambda: ask.records().publish_updates(preview, who=who, note=note, choices=choices),
            lambda revision: _receipt(revision, preview, choices, who),
            who,
        )


def _receipt(revision: int, preview: UpdatePreview, choices: Mapping[str, Choice], who: str) -> Receipt:
    said = f"Published as revision {revision}: {upload_updates_words.done_sentence(preview, choices)}"
    period = preview.candidate.period
    return Receipt(revision, said, period.text if period else "", who, "plan")
