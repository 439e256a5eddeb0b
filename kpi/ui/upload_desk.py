"""The desk of the analyst: a file comes in, is checked, shown, published and, if need be, taken back.

In: the quarter chosen. Out: the screen's middle part; what was done is said after the next answer of the server.
"""

from collections.abc import Callable

import streamlit as st

from kpi.intake import Options
from kpi.intake.preview import Preview
from kpi.period import Calendar, Period
from kpi.problem import Problem, ProblemError, Severity
from kpi.ui import ask, revisions_undo, upload_check, upload_preview, upload_problems, upload_receipt, upload_statuses
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import heading, notice, problems, sentence
from kpi.ui.upload_file import ROUND, drop, let_go
from kpi.ui.upload_receipt import Receipt

CALENDARS = {
    None: "Not said",
    Calendar.FINANCIAL: "Financial years, from April",
    Calendar.CALENDAR: "Calendar years, from January",
    Calendar.ACADEMIC: "Academic years, from September",
}
UNLESS_WHOLE = "They stay as they are, unless the file is the whole truth for the indicators and periods it names."


def serve(period: Period) -> None:
    """Take a file through check, preview and publication."""
    said = st.container()
    handed = drop()
    with said:
        upload_receipt.announce(ask.history(), handed is not None)
    if handed is None:
        return
    preview = upload_check.preview(handed, _options())
    if upload_check.child_level(preview):
        upload_receipt.refused(preview.problems)
        let_go()
        st.rerun()
    draw(heading("What publishing would change"), upload_preview.lead(preview), upload_statuses.show(preview))
    _ask(preview)
    _show(preview)
    if preview.can_publish and preview.changes_something:
        _publish(preview, period)


def _key(name: str) -> str:
    """Name a field of this file; the next file gets fresh ones."""
    return f"upload_{name}_{st.session_state.get(ROUND, 0)}"


def _options() -> Options:
    """Read what was told about the file so far."""
    told = st.session_state
    return Options(
        calendar=told.get(_key("calendar")),
        replace=bool(told.get(_key("replace"))),
        sheet=told.get(_key("sheet")) or None,
    )


def _ask(preview: Preview) -> None:
    """Ask about the file, only what it leaves open."""
    told = _options()
    if told.calendar or any(map(_asks_calendar, preview.problems)):
        st.radio(
            "Which years do periods such as Q1 2022 belong to?",
            list(CALENDARS),
            format_func=lambda one: CALENDARS[one],
            key=_key("calendar"),
        )
    sheets = preview.candidate.sheets
    if len(sheets) > 1:
        first, *others = sheets
        st.selectbox("Sheet to read", ["", *others], format_func=lambda one: one or first, key=_key("sheet"), width=420)
    if told.replace or len(preview.absent):
        draw(sentence(f"{_left_out(len(preview.absent))} {UNLESS_WHOLE}"))
        st.checkbox("This file is the whole truth: withdraw what it leaves out", key=_key("replace"))


def _asks_calendar(problem: Problem) -> bool:
    return problem.code == "period-unreadable" and problem.fix.endswith("?")


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
    check = to_check(preview)
    draw(heading("Publish"))
    with st.form(_key("publish"), border=False, enter_to_submit=False):
        who = st.text_input("Your name or role", st.session_state.get(revisions_undo.WHO, ""), max_chars=100, width=420)
        note = st.text_input("Note for the record (optional)", max_chars=400, width=620)
        sure = st.checkbox(f"I have checked {check}") if check else True
        pressed = st.form_submit_button("Publish these figures", type="primary")
    if pressed:
        _try(preview, period, (who or "").strip(), (note or "").strip(), sure)


def to_check(preview: Preview) -> str:
    """Name what a person confirms to have checked; nothing where there is no warning."""
    warned = [problem for problem in preview.problems if problem.severity is Severity.WARNING]
    changed = sum(problem.code in upload_problems.SAID_ELSEWHERE for problem in warned)
    other = len(warned) - changed
    named = (_many(changed, "changed figure"), _many(other, "warning"))
    return " and ".join(filter(None, named))


def _many(count: int, what: str) -> str:
    return "" if not count else f"the {what}" if count == 1 else f"the {count:,} {what}s"


def _try(preview: Preview, period: Period, who: str, note: str, sure: bool) -> None:
    wanted = {"Write your name or role.": who, f"Tick the box once you have checked {to_check(preview)}.": sure}
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
        upload_receipt.overtaken(error.problems[0])
        upload_check.forget()
        st.rerun()
    if done.revision:
        upload_receipt.published(_receipt(done.revision, preview, period, who))
    let_go()
    upload_check.forget()
    st.query_params["period"] = period.text
    st.rerun()


def _receipt(revision: int, preview: Preview, period: Period, who: str) -> Receipt:
    said = f"Published as revision {revision}: {upload_preview.done_sentence(preview)}"
    return Receipt(revision, said, upload_preview.quarter_of(preview, period).text, who)
