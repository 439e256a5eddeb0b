"""Keeps a changed briefing with its quarter: what to look at first, by whom, and what to do when another was quicker.

In: a draft. Out: widgets; once kept, a revision of the ledger with the way to take it back.
"""

import streamlit as st

from kpi.period import Calendar, parse
from kpi.problem import ProblemError
from kpi.reports.briefing import edit
from kpi.reports.briefing.edit import Placed
from kpi.reports.model import Audience
from kpi.ui import address, ask, panel_form
from kpi.ui.briefing_draft import SAID, Desk, drafts
from kpi.ui.markup import NOTHING, Html, draw, element, join, link, listed
from kpi.ui.panel_form import Recorded
from kpi.ui.parts import heading, notice, problem
from kpi.ui.revisions_undo import WHO
from kpi.ui.surround import moment
from kpi.workspace.briefings import AUDIENCES, Briefings, too_long


def show(desk: Desk, draft: Placed) -> None:
    """Keep the draft with the quarter, or let it go; where another was kept since, choose between the two first."""
    draw(heading("Keep this briefing", 3), _warned(desk, draft))
    if desk.overtaken:
        _settle(desk, draft)
        return
    with st.form("briefing_keep", border=False, enter_to_submit=False):
        who = st.text_input("Your name or role", st.session_state.get(WHO, ""), max_chars=100, width=420)
        if st.form_submit_button("Keep it with the quarter", type="primary"):
            _record(desk, draft, who.strip())
    if st.button("Discard the changes", key="briefing_discard"):
        _let_go(desk, "The changes are discarded: the slides are as they were kept last.")


def unkept() -> Html:
    """Say which briefings of this session have changes that nobody has kept yet; the browser asks before it leaves."""
    if not drafts():
        return NOTHING
    calendar = Calendar(ask.pack(None).council.calendar)
    places = [
        link(f"{AUDIENCES[audience]}, {parse(period, calendar).short_label}", _there(audience, period))
        for audience, period in drafts()
    ]
    words = element("p", "Changes that are not kept yet: ", join(places, "; "), ". They go when this window is closed.")
    return element("div", words, class_="kpi-notice kpi-notice-note", data_kpi_unkept=True)


def _there(audience: Audience, period: str) -> str:
    return address.link("briefing", audience=audience, period=period)


def _warned(desk: Desk, draft: Placed) -> Html:
    """Say which words of a person to look at again: figures that are not those of the ledger, what has no room."""
    found = (*Briefings(ask.workspace()).mismatches(draft, desk.period), *too_long(draft))
    words = "The briefing has changes that are not kept yet. The slides above show what was kept last."
    if not found:
        return notice(words)
    return notice(element("p", words), listed(problem(one) for one in found), kind="warning")


def _settle(desk: Desk, draft: Placed) -> None:
    """Tell that somebody kept another briefing since the draft was begun; one of the two is to count."""
    kept = Briefings(ask.workspace()).kept(desk.audience, desk.period)
    if kept:
        when = f" on {moment(kept.at)}" if kept.at else ""
        told = f"{kept.who} kept another briefing{when}, as revision {kept.revision}, after you began yours."
    else:
        told = "What was kept last was taken back after you began: the slides are those that the rules propose."
    theirs, mine = (sum(one.shown for one in placed) for placed in (desk.placed, draft))
    counts = f"Theirs shows {theirs:,}, yours {mine:,}. Nothing of yours is lost until you choose."
    titles = element("ol", *(element("li", one.slide.title) for one in desk.placed if one.shown))
    draw(notice(element("p", told), element("p", counts), kind="warning"))
    draw(element("details", element("summary", "The slides that were kept"), titles))
    with st.container(horizontal=True):
        if st.button("Take theirs", key="briefing_theirs"):
            _let_go(desk, "Your changes are discarded: the slides are those that were kept last.")
        if st.button("Go on with mine", key="briefing_mine"):
            desk.keep_mine()
            st.session_state[SAID] = "Your slides are the ones that count once you keep them."
            st.rerun()


def _let_go(desk: Desk, said: str) -> None:
    desk.let_go()
    st.session_state[SAID] = said
    st.rerun()


def _record(desk: Desk, draft: Placed, who: str) -> None:
    if not who:
        desk.fault(panel_form.empty("Your name or role", "Write who keeps it."))
    st.session_state[WHO] = who
    try:
        revision = Briefings(ask.workspace()).choose(
            edit.chosen_of(draft), desk.audience, desk.period, who=who, base=desk.base
        )
    except ProblemError as error:
        desk.fault(*error.problems)
    else:
        desk.let_go()
        said = f"The briefing of the {desk.name} is kept as revision {revision}."
        st.session_state[panel_form.SAID] = Recorded(said, revision)
        st.rerun()
