"""Where a person chooses, orders and words the slides: in a draft of the session, until it is kept with the quarter.

In: the slides of an audience and a quarter. Out: widgets that change the draft, and files to take along.
"""

import re
from collections.abc import Callable

import streamlit as st

from kpi.problem import Problem
from kpi.reports.briefing import Arranged, edit
from kpi.reports.briefing.edit import Placed
from kpi.reports.deck import offline
from kpi.reports.literal import line
from kpi.reports.powerpoint import powerpoint
from kpi.reports.slides import Deck
from kpi.ui import address, briefing_keep, briefing_words, panel_form
from kpi.ui.briefing_draft import EDIT, FAULTS, SAID, Desk
from kpi.ui.markup import draw, element
from kpi.ui.parts import heading, problems

MOST_POINTS, MOST_LETTERS, MOST_NOTES = 5, 400, 4000
MOST_TITLE = 300
OPEN = "briefing_open"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def show(desk: Desk) -> None:
    """Show the slides in their order, one of them to be changed, and what keeps the changes."""
    draft = desk.draft
    changed = draft != desk.placed
    draw(heading("Choose, order and word the slides"), element("p", briefing_words.reasons(draft)))
    faults: tuple[Problem, ...] = st.session_state.pop(FAULTS, ())
    with st.container():
        if faults:
            draw(problems(faults))
    with st.expander("The slides in their order", expanded=_opened(changed=changed), key="briefing_list"):
        _order(desk, draft)
    with st.expander("Write a slide of your own", key="briefing_own"):
        _write(desk, draft)
    if changed:
        briefing_keep.show(desk, draft)


def downloads(deck: Deck) -> None:
    """Offer the slides to take along; each file is made when it is asked for."""
    name = re.sub(r"[^a-z0-9]+", "-", f"briefing {deck.audience} {deck.period}".lower()).strip("-")
    with st.container(horizontal=True):
        st.download_button(
            "Offline slides (one HTML file)", lambda: offline(deck), f"{name}.html", "text/html", on_click="ignore"
        )
        st.download_button("PowerPoint", lambda: powerpoint(deck), f"{name}.pptx", POWERPOINT, on_click="ignore")


def _opened(*, changed: bool) -> bool:
    """Open the list once a slide is being changed, and leave it open: it must not fold under a person's hands."""
    if changed or EDIT in st.query_params:
        st.session_state[OPEN] = True
    return bool(st.session_state.get(OPEN))


def _order(desk: Desk, draft: Placed) -> None:
    """List the slides, and offer to change one of them."""
    ids = briefing_words.named(draft)
    chosen = address.asked(EDIT, ids, next(iter(ids), ""))
    draw(briefing_words.listed(draft, chosen))
    if ids:
        draw(heading("Change a slide", 3))
        address.choose("Slide", EDIT, ids, next(iter(ids)), width=760)
        _change(desk, draft, next(one for one in draft if one.slide.id == chosen))


def _change(desk: Desk, draft: Placed, one: Arranged) -> None:
    """Offer another place, leaving it out, and other words for one slide."""
    place, slide, last = draft.index(one), one.slide.id, len(draft) - 1
    with st.container(horizontal=True):
        _move(desk, draft, one, "Move up", max(place - 1, 0))
        _move(desk, draft, one, "Move down", min(place + 1, last))
        _move(desk, draft, one, "Make it the first", 0)
        if st.button("Leave it out" if one.shown else "Put it back", key="briefing_shown"):
            said = "The slide is left out." if one.shown else "The slide is back."
            desk.put(lambda: edit.showing(draft, slide, shown=not one.shown), slide, said)
        if one.proposed is None and st.button("Take it away", key="briefing_away"):
            st.query_params.pop(EDIT, None)
            desk.put(lambda: edit.without(draft, slide), said="The slide is taken away.")
    state = "" if one.shown else " It is left out."
    said = st.session_state.pop(SAID, "")
    draw(element("p", f"{said} Slide {place + 1} of {last + 1}.{'' if said else state}".strip(), role="status"))
    draw(briefing_words.proposed(one))
    _word(desk, draft, one)


def _move(desk: Desk, draft: Placed, one: Arranged, words: str, to: int) -> None:
    """Offer another place. The button stays at the ends as well: one that went away would take the focus with it."""
    if st.button(words, key=f"briefing_{words}"):
        here = draft.index(one) == to
        end = "It is the first slide already." if to == 0 else "It is the last slide already."
        desk.put(lambda: edit.moved(draft, one.slide.id, to), one.slide.id, end if here else "Moved.")


def _word(desk: Desk, draft: Placed, one: Arranged) -> None:
    """Ask for other words; a field that is emptied goes back to the words proposed."""
    slide = one.slide
    most = max(MOST_NOTES, len(slide.notes))
    with st.form(f"briefing_words_{slide.id}_{slide.title}", border=False, enter_to_submit=False):
        title = st.text_area(
            "Message (the title of the slide)", slide.title, max_chars=MOST_TITLE, height=80, width=760
        )
        points = st.text_area("Points, one a line", "\n".join(slide.points), max_chars=2000, height=160, width=760)
        notes = st.text_area("Speaker's notes", slide.notes, max_chars=most, height=180, width=760)
        if st.form_submit_button("Use these words"):
            told = title.strip(), _points(points), notes.strip()
            said = "The slide has these words now."
            desk.put(_reworded(draft, slide.id, *told), slide.id, said)


def _reworded(draft: Placed, slide: str, title: str, points: list[str], notes: str) -> Callable[[], Placed]:
    return lambda: edit.worded(draft, slide, title=line(title), points=points, notes=notes)


def _write(desk: Desk, draft: Placed) -> None:
    """Ask for a slide of a person's own; once it is added, the form is empty for the next."""
    with st.form(f"briefing_write_{len(draft)}", border=False, enter_to_submit=False):
        title = st.text_area("Message of the new slide", max_chars=MOST_TITLE, height=80, width=760)
        points = st.text_area("Its points, one a line", max_chars=2000, height=100, width=760)
        notes = st.text_area("Its speaker's notes", max_chars=MOST_NOTES, height=80, width=760)
        if st.form_submit_button("Add the slide"):
            if not title.strip():
                desk.fault(panel_form.empty("Message of the new slide", "Write what the slide says."))
            after = edit.written(draft, title=line(title.strip()), points=_points(points), notes=notes.strip())
            desk.put(lambda: after, after[-1].slide.id, "The slide is added as the last one.")


def _points(text: str) -> list[str]:
    """Give the points of a field: the first few lines that hold words."""
    return [line(point.strip())[:MOST_LETTERS] for point in text.splitlines() if point.strip()][:MOST_POINTS]
