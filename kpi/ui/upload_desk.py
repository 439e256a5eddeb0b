"""The desk of the analyst: a file comes in, is checked, shown, published and, if need be, taken back.

In: the quarter chosen. Out: the screen's middle part; what was done is said after the next answer of the server.
"""

from dataclasses import dataclass, replace

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.intake import Options
from kpi.intake.preview import Preview
from kpi.period import Calendar, Period
from kpi.problem import Problem, ProblemError, Severity
from kpi.ui import address, ask, revisions_undo, upload_check, upload_preview
from kpi.ui.download import file_name
from kpi.ui.html import draw, element, join, link
from kpi.ui.parts import heading, notice, problems
from kpi.ui.upload_file import ROUND, drop, let_go

RECEIPT, REFUSED, BENEATH = "upload_receipt", "upload_refused", "upload_beneath"
CALENDARS = {
    None: "Not said",
    Calendar.FINANCIAL: "Financial years, from April",
    Calendar.CALENDAR: "Calendar years, from January",
    Calendar.ACADEMIC: "Academic years, from September",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was published; `revision` is None when it changed nothing."""

    revision: int | None
    said: str
    period: str
    who: str


def serve(period: Period, pack: Pack) -> None:
    """Take a file through check, preview and publication."""
    _announce()
    handed = drop()
    if handed is None:
        return
    preview = upload_check.preview(handed, _options())
    if upload_check.child_level(preview):
        _refuse(preview)
    draw(heading("What publishing would change"), upload_preview.lead(preview))
    _ask(preview)
    _show(preview, pack)
    if preview.can_publish and preview.changes_something:
        _publish(preview, period)


def _announce() -> None:
    """Say what was done last: published, taken back, refused, or overtaken by someone else."""
    revisions_undo.announce()
    refused: tuple[Problem, ...] = st.session_state.pop(REFUSED, ())
    if refused:
        words = "The file was refused and nothing of it was kept, because it holds data about single children."
        draw(notice(words, kind="warning"), problems(refused))
    beneath: str | None = st.session_state.pop(BENEATH, None)
    if beneath:
        draw(notice(f"{beneath} Nothing was published. Below is what the file would change now.", kind="warning"))
    receipt: Receipt | None = st.session_state.get(RECEIPT)
    if receipt:
        _acknowledge(receipt)


def _acknowledge(receipt: Receipt) -> None:
    """Say what was published and offer to take it back right here."""
    card = link("See the scorecard", address.link("scorecard", period=receipt.period))
    entry = link("See it in the history", address.link("history", revision=receipt.revision))
    draw(notice(element("p", receipt.said), element("p", join([card, entry], " · ")), kind="good"))
    if st.button(f"Undo this publication (revision {receipt.revision})", key="upload_undo"):
        _take_back(receipt)


def _take_back(receipt: Receipt) -> None:
    try:
        done = revisions_undo.take_back(receipt.revision or 0, receipt.who, "Undone straight after publishing")
    except ProblemError as error:
        there = link("Decide in the history", address.link("history", revision=receipt.revision))
        draw(problems(error.problems), element("p", there))
        return
    st.session_state[revisions_undo.SAID] = done
    st.session_state.pop(RECEIPT, None)
    st.rerun()


def _refuse(preview: Preview) -> None:
    """Keep nothing of a file about single children but which column it was."""
    st.session_state[REFUSED] = tuple(replace(one, where=replace(one.where, file=None)) for one in preview.problems)
    let_go()
    st.rerun()


def _key(name: str) -> str:
    """Name a field of this file; the next file gets fresh ones."""
    return f"upload_{name}_{st.session_state.get(ROUND, 0)}"


def _options() -> Options:
    """Read what was told about the file so far."""
    told = st.session_state
    return Options(
        calendar=told.get(_key("calendar")),
        replace=bool(told.get(_key("replace"))),
        sheet=(told.get(_key("sheet")) or "").strip() or None,
    )


def _ask(preview: Preview) -> None:
    """Ask about the file, only what it leaves open."""
    told, codes = _options(), {problem.code for problem in preview.problems}
    if told.calendar or "period-unreadable" in codes:
        st.radio(
            "Which years do periods such as Q1 2022 belong to?",
            list(CALENDARS),
            format_func=lambda one: CALENDARS[one],
            key=_key("calendar"),
            help="A label such as Q1 2022 can mean April to June or January to March. Nobody guesses; you say.",
        )
    if told.sheet or codes & {"several-sheets", "hidden-sheet", "no-such-sheet"}:
        st.text_input("Sheet to read instead", key=_key("sheet"), max_chars=100, width=420)
    if told.replace or len(preview.absent):
        many = len(preview.absent)
        st.checkbox(
            f"Withdraw the {many:,} published {'figure' if many == 1 else 'figures'} that this file leaves out",
            key=_key("replace"),
            help="Tick it when the file is the whole truth for the indicators and periods it names.",
        )


def _show(preview: Preview, pack: Pack) -> None:
    """List the problems and every figure, with both to take away."""
    listed = [replace(one, where=replace(one.where, file=None)) for one in preview.problems]
    draw(problems([one for one in listed if one.code != upload_preview.CHANGED_FIGURE]))
    draw(upload_preview.tables(preview, pack))
    with st.container(horizontal=True, vertical_alignment="center"):
        if preview.problems:
            st.download_button(
                f"Download all {len(preview.problems):,} problems (CSV)",
                lambda: upload_preview.problems_csv(preview),
                file_name("problems", preview.name),
                "text/csv",
                on_click="ignore",
            )
        if preview.can_publish:
            st.download_button(
                "Download this preview (CSV)",
                lambda: upload_preview.csv(preview, pack),
                file_name("preview", preview.name),
                "text/csv",
                on_click="ignore",
            )


def _publish(preview: Preview, period: Period) -> None:
    """Ask who publishes and why, and publish once."""
    warned = sum(problem.severity is Severity.WARNING for problem in preview.problems)
    draw(heading("Publish"))
    with st.form(_key("publish"), border=False):
        who = st.text_input("Your name or role", st.session_state.get(revisions_undo.WHO, ""), max_chars=100, width=420)
        note = st.text_input("Note for the record (optional)", max_chars=400, width=620)
        sure = st.checkbox(_confirm(warned)) if warned else True
        pressed = st.form_submit_button("Publish", type="primary")
    if pressed:
        _try(preview, period, (who or "").strip(), (note or "").strip(), sure)


def _confirm(warned: int) -> str:
    return "I have checked what the warning says" if warned == 1 else f"I have checked what the {warned:,} warnings say"


def _try(preview: Preview, period: Period, who: str, note: str, sure: bool) -> None:
    wanted = {"Write your name or role.": who, "Tick the box once you have checked the warnings.": sure}
    lacking = [words for words, there in wanted.items() if not there]
    if lacking:
        draw(notice(" ".join(lacking), kind="warning"))
        return
    st.session_state[revisions_undo.WHO] = who
    try:
        with st.spinner("Publishing"):
            done = ask.workspace().publish(preview, who=who, note=note)
    except ProblemError as error:
        if error.problems[0].code != "changed-beneath":
            draw(problems(error.problems))
            return
        st.session_state[BENEATH] = error.problems[0].message
        upload_check.forget()
        st.rerun()
    said = f"Published as revision {done.revision}: {upload_preview.done_sentence(preview)}"
    st.session_state[RECEIPT] = Receipt(done.revision, said, period.text, who)
    upload_check.forget()
    let_go()
    st.query_params["period"] = period.text
    st.rerun()
