"""Takes a revision back when a person confirms it, and asks what happens to later ones that built on it.

In: a revision. Out: a form; after it, a sentence that says what was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.ledger import Revision
from kpi.ledger.undo import Later
from kpi.problem import Problem, ProblemError
from kpi.ui import address, ask
from kpi.ui.markup import Html, draw, element, join, link
from kpi.ui.parts import heading, notice, problems, sentence

SAID, ASKED, WHO = "undo_said", "undo_asked", "who"
LATER: dict[Later, str] = {
    "keep": "Keep them: what they hold stays",
    "undo": "Undo them as well, each by a revision of its own",
}
TAKEN_BACK = "Its new figures disappear, changed ones are as they were before, withdrawn ones come back."
UNSAID = "What was new in it disappears, and what it changed is as it was before."
KEPT = "Nothing is deleted: the undo is a revision too, and can itself be undone."


@dataclass(frozen=True, slots=True)
class Done:
    """What was taken back, by which revisions."""

    revision: int
    first: int
    last: int


def take_back(revision: int, who: str, note: str, later: Later = "ask") -> Done:
    """Take a revision back; raises ProblemError, built-on where later ones hold the same figures."""
    place = ask.workspace()
    before = place.head()
    return Done(revision, before + 1, place.undo(revision, who=who, note=note, later=later))


def announce() -> None:
    """Say what was just taken back, once."""
    done = st.session_state.pop(SAID, None)
    if done is not None:
        draw(said(done))


def said(done: Done, *, scorecard: bool = True) -> Html:
    """Say what was taken back and how it can be put in force again; `scorecard` leads to what that changed."""
    by = f"revision {done.last}" if done.first == done.last else f"revisions {done.first} to {done.last}"
    see = join([link("See the scorecard now", address.link("scorecard")), "."]) if scorecard else None
    again = link(f"revision {done.last}", address.link("history", revision=done.last))
    words = f"Revision {done.revision} was taken back by {by}. To put it in force again, undo "
    return notice(join([words, again, ". ", see]), kind="good")


def offer(entry: Revision, entries: Sequence[Revision]) -> None:
    """Offer to take a revision back, or say why that cannot be."""
    why_not = _why_not(entry)
    if why_not:
        draw(sentence(why_not))
        return
    built_on: Problem | None = st.session_state.get(ASKED, {}).get((entry.number, ask.head()))
    draw(heading("Take it back", 3), sentence(_means(entry, entries)))
    with st.form(f"undo_{entry.number}", border=False, enter_to_submit=False):
        later = _ask_later(built_on) if built_on else "ask"
        who = st.text_input("Your name or role", st.session_state.get(WHO, ""), max_chars=100, width=420)
        note = st.text_input("Why", max_chars=400, width=620)
        sure = st.checkbox(f"Yes, take revision {entry.number} back")
        pressed = st.form_submit_button(f"Undo revision {entry.number}")
    if pressed:
        _try(entry, (who or "").strip(), (note or "").strip(), sure, later)


def _why_not(entry: Revision) -> str:
    ledger = ask.workspace().ledger
    if not ledger.writable:
        return f"It cannot be taken back here. {ledger.why_not}"
    if entry.undone_by:
        return f"It was already taken back, by revision {entry.undone_by}. To put it in force again, undo that one."
    if entry.kind == "definitions":
        return "Definitions are not taken back here: edit them in their files, and the change becomes a new revision."
    return ""


def _means(entry: Revision, entries: Sequence[Revision]) -> str:
    """Say what taking a revision back would do."""
    if entry.undoes is None:
        return f"{TAKEN_BACK if entry.kind == 'load' else UNSAID} {KEPT}"
    if entries[entry.undoes - 1].undoes is None:
        return f"Undoing this undo puts revision {entry.undoes} in force again. {KEPT}"
    return f"What revision {entry.number} put in force again is taken back once more. {KEPT}"


def _ask_later(built_on: Problem) -> Later:
    """Name the later revisions and ask what happens to them."""
    draw(notice(element("p", built_on.message), kind="warning"))
    return st.radio("What happens to the later ones?", list(LATER), format_func=lambda one: LATER[one])


def _try(entry: Revision, who: str, note: str, sure: bool, later: Later) -> None:
    wanted = {"Write your name or role.": who, "Write why.": note, "Tick the box to confirm.": sure}
    lacking = [words for words, there in wanted.items() if not there]
    if lacking:
        draw(notice(join(lacking, " "), kind="warning"))
        return
    st.session_state[WHO] = who
    try:
        st.session_state[SAID] = take_back(entry.number, who, note, later)
        st.session_state.pop(ASKED, None)
    except ProblemError as error:
        if error.problems[0].code != "built-on":
            draw(problems(error.problems))
            return
        st.session_state[ASKED] = {(entry.number, ask.newest()): error.problems[0]}
    st.rerun()
