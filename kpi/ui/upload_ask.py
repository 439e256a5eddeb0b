"""What is asked about a file that was dropped: only what it leaves open.

In: the Problems and sheets of a preview. Out: fields, and the Options that they add up to.
"""

from collections.abc import Iterable, Sequence

import streamlit as st

from kpi.intake import Options
from kpi.period import Calendar
from kpi.problem import Problem, Severity
from kpi.ui.upload_file import ROUND
from kpi.ui.upload_problems import SAID_ELSEWHERE

CALENDARS = {
    None: "Not said",
    Calendar.FINANCIAL: "Financial years, from April",
    Calendar.CALENDAR: "Calendar years, from January",
    Calendar.ACADEMIC: "Academic years, from September",
}


def key(name: str) -> str:
    """Name a field of this file; the next file gets fresh ones."""
    return f"upload_{name}_{st.session_state.get(ROUND, 0)}"


def options() -> Options:
    """Read what was told about the file so far."""
    told = st.session_state
    return Options(
        calendar=told.get(key("calendar")),
        replace=bool(told.get(key("replace"))),
        sheet=told.get(key("sheet")) or None,
    )


def calendar(problems: Iterable[Problem]) -> None:
    """Ask which years ambiguous periods belong to."""
    if options().calendar or any(one.code == "period-unreadable" and one.fix.endswith("?") for one in problems):
        st.radio(
            "Which years do periods such as Q1 2022 belong to?",
            list(CALENDARS),
            format_func=lambda one: CALENDARS[one],
            key=key("calendar"),
        )


def sheet(sheets: Sequence[str]) -> None:
    """Ask which worksheet is read, where several could be."""
    if len(sheets) > 1:
        label, words = "Which sheet is read?", {"": "Not said"}
        st.selectbox(label, ["", *sheets], format_func=lambda one: words.get(one, one), key=key("sheet"), width=420)


def to_check(found: Sequence[Problem]) -> str:
    """Name what a person confirms to have checked; nothing where there is no warning."""
    warned = [problem for problem in found if problem.severity is Severity.WARNING]
    changed = sum(problem.code in SAID_ELSEWHERE for problem in warned)
    other = len(warned) - changed
    named = (_many(changed, "changed figure"), _many(other, "warning"))
    return " and ".join(filter(None, named))


def _many(count: int, what: str) -> str:
    return "" if not count else f"the {what}" if count == 1 else f"the {count:,} {what}s"
