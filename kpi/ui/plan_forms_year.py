"""The start of the next plan year: which actions move and which end, the files that are written, and then writing them.

In: the newest plan year. Out: a preview, a form where the folder can be written to, and the files to take away.
"""

import io
import os
import zipfile
from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from kpi.definitions.files import PLAN_FOLDER
from kpi.plan import ActionView, PlanView
from kpi.problem import ProblemError
from kpi.ui import ask, plan_forms_receipt
from kpi.ui.markup import NOTHING, Html, draw, element, join, listed
from kpi.ui.parts import heading, notice, problems, sentence
from kpi.ui.plan_forms_fields import NARROW, literal
from kpi.ui.plan_forms_receipt import Recorded
from kpi.ui.plan_words import named_link, status_chip
from kpi.ui.revisions_undo import WHO
from kpi.ui.table import Column, of_rows
from kpi.workspace.years import NextYear

TOLD = "plan_year_told"
UNWRITABLE = "The folder of definitions cannot be written to here. Take the files and put them there by hand."
_COLUMNS = (Column("Action", class_="kpi-col-action"), Column("Due"), Column("Stage"), Column("Declared status"))


def place_of(view: PlanView) -> str:
    """Name the form for receipts."""
    return f"{view.year}/next-year"


def offer(view: PlanView) -> None:
    """Show what starting the next plan year would do, and offer to do it."""
    try:
        prepared = ask.records().carry_forward(view.year)
    except ProblemError as error:
        draw(problems(error.problems))
        return
    draw(lead(prepared), _actions("Actions that move", prepared.moving), _ending(prepared))
    draw(heading("Files", 3), listed(element("code", name) for name in prepared.files))
    content = archive(prepared)
    name = f"plan-{prepared.year}-{sha256(content).hexdigest()[:8]}.zip"
    st.download_button("Download these files (ZIP)", content, name, "application/zip", on_click="ignore")
    if writable():
        _write(view, prepared)
    else:
        draw(notice(UNWRITABLE))


def lead(prepared: NextYear) -> Html:
    """Say how many actions move and how many end."""
    moving, ending = len(prepared.moving), len(prepared.ending)
    goes = "one moves" if moving == 1 else f"{moving:,} move"
    stays = "one ends" if ending == 1 else f"{ending:,} end"
    words = (
        f"Of {moving + ending:,} actions of {prepared.old_year}, {goes} to {prepared.year} and {stays} with the year."
    )
    close = len(prepared.closing)
    marked = f"Starting it marks {'one' if close == 1 else f'{close:,}'} of them as moved in {prepared.old_year}."
    return join([sentence(words), sentence(marked) if close else None])


def _actions(title: str, actions: Sequence[ActionView]) -> Html:
    rows = (
        (named_link(one, None), one.due.short_label, one.stage_word.capitalize(), status_chip(one.status))
        for one in actions
    )
    return of_rows(f"{title} ({len(actions):,})", _COLUMNS, rows, class_="kpi-moving", empty="None.")


def _ending(prepared: NextYear) -> Html:
    """List what stays behind, folded away."""
    if not prepared.ending:
        return NOTHING
    summary = element("summary", f"Show the {len(prepared.ending):,} that end with {prepared.old_year}")
    return element("details", summary, _actions("Actions that end", prepared.ending))


def archive(prepared: NextYear) -> bytes:
    """Pack the files as they lie in the folder of definitions; equal files give equal bytes."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as packed:
        for name, text in sorted(prepared.files.items()):
            packed.writestr(zipfile.ZipInfo(name), text)
    return body.getvalue()


def writable() -> bool:
    """Tell whether the plan's folder and the ledger can be written to."""
    place = ask.workspace()
    return place.ledger.writable and os.access(place.folder / PLAN_FOLDER, os.W_OK)


def _write(view: PlanView, prepared: NextYear) -> None:
    """Ask who starts the year, and start it once."""
    told: tuple[str, Html] = st.session_state.pop(TOLD, ("", NOTHING))
    draw(told[1] if told[0] == view.year else NOTHING)
    with st.form(f"year_{prepared.year}", border=False, enter_to_submit=False):
        st.text_input("Your name or role", st.session_state.get(WHO, ""), key="year_who", max_chars=100, width=NARROW)
        st.checkbox(literal(f"Write the files of {prepared.year}"), key="year_sure")
        button = f"Start the plan year {prepared.year}"
        st.form_submit_button(button, type="primary", on_click=_start, args=(view, prepared))


def _start(view: PlanView, prepared: NextYear) -> None:
    """Write the files, and close the old year in the record."""
    who = str(st.session_state.get("year_who") or "").strip()
    wanted = {"Write your name or role.": who, "Tick the box to confirm.": st.session_state.get("year_sure")}
    lacking = [words for words, there in wanted.items() if not there]
    if lacking:
        st.session_state[TOLD] = (view.year, notice(" ".join(lacking), kind="warning"))
        return
    st.session_state[WHO] = who
    try:
        revision = ask.records().start_year(prepared, who=who)
    except ProblemError as error:
        st.session_state[TOLD] = (view.year, problems(error.problems))
        return
    closed = f", and {view.year} was closed as revision {revision}" if revision else ""
    told = f"The plan year {prepared.year} was started{closed}. Its actions are edited in its files."
    plan_forms_receipt.keep(Recorded(place_of(view), told, revision or 0, who, undo=False))
