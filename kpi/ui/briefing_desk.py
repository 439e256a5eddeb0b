"""Where a person chooses, orders and words the slides: a draft of the session, until it is kept with the quarter.

In: an audience and a quarter. Out: widgets; once kept, a revision of the ledger with the way to take it back.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from kpi.problem import ProblemError
from kpi.reports.briefing import Arranged, arranged, edit
from kpi.reports.briefing.edit import Placed
from kpi.reports.deck import offline
from kpi.reports.model import Audience
from kpi.reports.powerpoint import powerpoint
from kpi.reports.slides import Deck
from kpi.ui import address, ask, briefing_words, panel_form
from kpi.ui.markup import Html, draw, element, listed
from kpi.ui.panel_form import Recorded
from kpi.ui.parts import heading, notice, problem, problems
from kpi.ui.revisions_undo import WHO
from kpi.workspace.briefings import AUDIENCES, Briefings

MOST_POINTS = 5
FAULTS = "briefing_faults"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class Desk:
    """The slides of an audience and quarter: `placed` as kept, and a draft of the session laid over them."""

    audience: Audience
    period: str
    placed: Placed

    @property
    def draft(self) -> Placed:
        """The slides as this session has them; figures that came since are told anew."""
        begun = st.session_state.get(self._key)
        proposed = tuple(one.proposed for one in self.placed if one.proposed)
        return self.placed if begun is None else arranged(proposed, begun[1])

    @property
    def base(self) -> int:
        """The newest revision when the draft was begun: whoever kept something since is not overwritten."""
        begun = st.session_state.get(self._key)
        return ask.head() if begun is None else int(begun[0])

    def put(self, draft: Placed) -> None:
        """Take a changed draft, and draw the screen anew."""
        st.session_state[self._key] = (self.base, edit.chosen_of(draft))
        st.rerun()

    def let_go(self) -> None:
        """Let the draft go."""
        st.session_state.pop(self._key, None)

    @property
    def _key(self) -> str:
        return f"briefing_{self.audience}_{self.period}"


def show(desk: Desk) -> None:
    """Show the slides in their order, one of them to be changed, and what keeps the changes."""
    draft = desk.draft
    ids = briefing_words.numbered(draft)
    chosen = address.asked("edit", ids, draft[0].slide.id if draft else "")
    draw(heading("Choose, order and word the slides"), element("p", briefing_words.reasons(draft)))
    with st.expander("The slides in their order", expanded="edit" in st.query_params or draft != desk.placed):
        draw(briefing_words.listed(draft, chosen))
        if ids:
            draw(heading("Change a slide", 3))
            address.choose("Slide", "edit", ids, next(iter(ids)), width=760)
            _change(desk, draft, next(one for one in draft if one.slide.id == chosen))
    with st.expander("Write a slide of your own"):
        _write(desk, draft)
    if draft != desk.placed:
        _keep(desk, draft)


def downloads(deck: Deck) -> None:
    """Offer the slides to take along; each file is made when it is asked for."""
    name = re.sub(r"[^a-z0-9]+", "-", f"briefing {deck.audience} {deck.period}".lower()).strip("-")
    with st.container(horizontal=True):
        st.download_button(
            "Offline slides (one HTML file)", lambda: offline(deck), f"{name}.html", "text/html", on_click="ignore"
        )
        st.download_button("PowerPoint", lambda: powerpoint(deck), f"{name}.pptx", POWERPOINT, on_click="ignore")


def _change(desk: Desk, draft: Placed, one: Arranged) -> None:
    """Offer another place, leaving it out, and other words for one slide."""
    place, slide = draft.index(one), one.slide.id
    ways: dict[str, tuple[bool, Callable[[], Placed]]] = {
        "Move up": (place > 0, lambda: edit.moved(draft, slide, place - 1)),
        "Move down": (place < len(draft) - 1, lambda: edit.moved(draft, slide, place + 1)),
        "Make it the first": (place > 0, lambda: edit.moved(draft, slide, 0)),
        "Leave it out" if one.shown else "Put it back": (True, lambda: edit.showing(draft, slide, shown=not one.shown)),
    }
    if one.proposed is None:
        ways["Take it away"] = (True, lambda: edit.without(draft, slide))
    with st.container(horizontal=True):
        for words, (possible, way) in ways.items():
            if st.button(words, key=f"briefing_{words}", disabled=not possible):
                desk.put(way())
    draw(briefing_words.proposed(one))
    _word(desk, draft, one)


def _word(desk: Desk, draft: Placed, one: Arranged) -> None:
    """Ask for other words; a field that is emptied goes back to the words proposed."""
    slide = one.slide
    with st.form(f"briefing_words_{slide.id}_{slide.title}", border=False, enter_to_submit=False):
        title = st.text_area("Message (the title of the slide)", slide.title, max_chars=300, height=80, width=760)
        points = st.text_area("Points, one a line", "\n".join(slide.points), max_chars=2000, height=120, width=760)
        notes = st.text_area("Speaker's notes", slide.notes, max_chars=4000, height=120, width=760)
        if st.form_submit_button("Use these words"):
            told = _points(points)
            desk.put(edit.worded(draft, slide.id, title=title.strip(), points=told, notes=notes.strip()))


def _write(desk: Desk, draft: Placed) -> None:
    """Ask for a slide of a person's own."""
    with st.form("briefing_write", border=False, enter_to_submit=False, clear_on_submit=True):
        title = st.text_area("Message of the new slide", max_chars=300, height=80, width=760)
        points = st.text_area("Its points, one a line", max_chars=2000, height=100, width=760)
        notes = st.text_area("Its speaker's notes", max_chars=4000, height=80, width=760)
        if st.form_submit_button("Add the slide") and title.strip():
            desk.put(edit.written(draft, title=title.strip(), points=_points(points), notes=notes.strip()))


def _points(text: str) -> list[str]:
    """Give the points of a field: the first few lines that hold words."""
    return [line.strip()[:400] for line in text.splitlines() if line.strip()][:MOST_POINTS]


def _keep(desk: Desk, draft: Placed) -> None:
    """Keep the draft with the quarter, or let it go."""
    draw(heading("Keep this briefing", 3))
    faults = st.session_state.pop(FAULTS, ())
    if faults:
        draw(problems(faults))
    draw(_warned(desk, draft))
    with st.form("briefing_keep", border=False, enter_to_submit=False):
        who = st.text_input("Your name or role", st.session_state.get(WHO, ""), max_chars=100, width=420)
        if st.form_submit_button("Keep it with the quarter", type="primary"):
            _record(desk, draft, who.strip())
    if st.button("Discard the changes", key="briefing_discard"):
        desk.let_go()
        st.rerun()


def _warned(desk: Desk, draft: Placed) -> Html:
    """Say which figures in a person's words are not those of the ledger."""
    found = Briefings(ask.workspace()).mismatches(draft, desk.period)
    words = "The briefing has changes that are not kept yet. The slides above show what was kept last."
    if not found:
        return notice(words)
    return notice(element("p", words), listed(problem(one) for one in found), kind="warning")


def _record(desk: Desk, draft: Placed, who: str) -> None:
    if not who:
        st.session_state[FAULTS] = (panel_form.empty("Your name or role", "Write who keeps it."),)
        st.rerun()
    st.session_state[WHO] = who
    try:
        revision = Briefings(ask.workspace()).choose(
            edit.chosen_of(draft), desk.audience, desk.period, who=who, base=desk.base
        )
    except ProblemError as error:
        st.session_state[FAULTS] = error.problems
        st.rerun()
    desk.let_go()
    said = f"The briefing of the {AUDIENCES[desk.audience].lower()} is kept as revision {revision}."
    st.session_state[panel_form.SAID] = Recorded(said, revision)
    st.rerun()
