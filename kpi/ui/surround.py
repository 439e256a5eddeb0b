"""What stands around every screen: title, marks, the revision the figures are as at, a heartbeat.

In: the revision shown. Out: elements at the top and the bottom of a screen.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from kpi.period import reader_date
from kpi.problem import Severity
from kpi.ui import address, ask, ask_papers
from kpi.ui.markup import Html, draw, element, link
from kpi.ui.parts import kicker, mark, notice, problems, title

LONDON = ZoneInfo("Europe/London")
HEARTBEAT = "30s"
FAULTY = "The definition files have faults. The screens go on with the last good definitions until they are put right."


def begin(name: str, *, screen: str | None = None) -> None:
    """Start a screen: the title of the window and, over the screen, whose plan it is."""
    council = ask.pack().council
    st.set_page_config(page_title=f"{name} – {council.plan}", layout="wide")
    draw(kicker(f"{council.name} · {council.plan}"), title(screen or name))


def moment(at: datetime) -> str:
    """Write a moment as people in the council's town read it: '19 June 2019, 14:05'."""
    local = at.astimezone(LONDON)
    return f"{reader_date(local.date())}, {local:%H:%M}"


def banner(as_at: int | None, screen: str) -> None:
    """Say over the screen that figures are illustrative, that an earlier state is shown, or what could not be read."""
    faults = [problem for problem in ask.workspace().problems if problem.severity is Severity.ERROR]
    if faults:
        draw(notice(FAULTY, element("details", element("summary", "What is wrong"), problems(faults)), kind="warning"))
    made_up = _illustrative() if ask.holds_illustrative(as_at) else None
    earlier = _earlier(as_at, screen) if as_at is not None else None
    if made_up or earlier:
        draw(element("div", made_up, earlier, class_="kpi-banner"))


def revisions() -> dict[str, str]:
    """List the revisions a screen can be shown as at, the newest first; the first choice follows the newest."""
    went_out = ask_papers.revisions_published()
    newest_first = {
        str(one.number): f"Revision {one.number}, {moment(one.at)}{', as published' if one.number in went_out else ''}"
        for one in reversed(ask.history())
    }
    return {"": "The newest revision"} | newest_first


def footer(as_at: int | None) -> None:
    """Say under the screen which revision the figures are as at, when it was published, and what they are."""
    council = ask.pack(as_at).council
    shown = ask.head() if as_at is None else as_at
    at = {revision.number: revision.at for revision in ask.history()}.get(shown)
    when = f", {moment(at)}" if at else ""
    revision = link(f"revision {shown}", address.link("history"))
    draw(
        element(
            "div",
            element("p", Html("Figures as at "), revision, when, ". ", council.name, ", ", council.service, "."),
            element("details", element("summary", "About these figures"), element("p", council.about)),
            class_="kpi-footer",
        )
    )


@st.fragment(run_every=HEARTBEAT)
def heartbeat(shown: int, screen: str) -> None:
    """Look for new figures while a screen stays open, and say so instead of showing old ones in silence."""
    head = ask.newest()
    if head != shown:
        again = link("Show the new figures", address.here(screen))
        draw(notice(f"New figures were published: revision {head}. You see revision {shown}. ", again))


def _illustrative() -> Html:
    text = "Some figures were made up for this demonstration and are marked so wherever they stand."
    return element("p", mark("Illustrative"), Html(" "), text)


def _earlier(as_at: int, screen: str) -> Html:
    newest = link("Show the newest figures", address.here(screen, as_at=None))
    told = f" Figures as they were known at revision {as_at}. "
    return element("p", mark("Earlier state"), told, newest)
