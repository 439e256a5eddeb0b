"""What of a plan is shown, as the address has it: filters, search and page; every choice is one step from being undone.

In: a PlanView and the address. Out: a Choice, the actions it leaves, and links that change it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import streamlit as st

from kpi.definitions.legend import STAGE_WORDS
from kpi.definitions.pack import Pack
from kpi.definitions.plan import ORIGIN_WORDS
from kpi.period import Frequency, Period, containing
from kpi.plan import CONCLUSIONS, UNDECLARED, ActionView, PlanView
from kpi.ui import address, surround
from kpi.ui.markup import NOTHING, Html, element, join, link
from kpi.ui.plan_words import NO_STATUS, year_quarters

PER_PAGE = 100
MOST_DIGITS = 6
SHOWS = {"": "A table", "timeline": "A timeline"}
BOXES = (
    ("Service area", "area", "All service areas"),
    ("Led by", "lead", "Everyone"),
    ("Why it is in the plan", "origin", "Every reason"),
)
"""Select boxes: label, key of the address, and what stands for no choice; the rest is chosen by pressing a count."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Ids as in the address, empty where everything is shown; `q` is what is searched for."""

    area: str = ""
    lead: str = ""
    origin: str = ""
    q: str = ""
    stage: str = ""
    status: str = ""
    conclusion: str = ""

    def broad(self, view: PlanView) -> PlanView:
        """Leave the actions of the area, lead, origin and words; those are what is counted."""
        return view.filtered(area=self.area, lead=self.lead, origin=self.origin, text=self.q)

    def narrow(self, view: PlanView) -> PlanView:
        """Leave, of the actions counted, those of the stage, status and conclusion."""
        return view.filtered(stage=self.stage, status=self.status, conclusion=self.conclusion)


def titles(view: PlanView) -> dict[str, dict[str, str]]:
    """Give what can be chosen of this plan: by key of the address, titles by id."""
    undeclared = {UNDECLARED: NO_STATUS}
    origins = {one.origin for one in view.actions}
    return {
        "area": {one.id: one.title for one in view.areas},
        "lead": {lead: lead for lead in view.leads},
        "origin": {one: word[:1].upper() + word[1:] for one, word in ORIGIN_WORDS.items() if one in origins},
        "stage": {stage: word.capitalize() for stage, word in STAGE_WORDS.items()},
        "status": {one.id: one.label for one in view.legend.statuses} | undeclared if view.legend else undeclared,
        "conclusion": CONCLUSIONS,
    }


def years(pack: Pack) -> dict[str, str]:
    """Give the titles of the plan years, with actions or announced, oldest first."""
    titles = {year: f"Plan {year}" for year in pack.plan_years} | {one.year: one.title for one in pack.years}
    return dict(sorted(titles.items()))


def opening(year: str, shown: Period) -> Period:
    """Give the quarter a plan year opens on: that of the scorecard, or the nearest one of the year."""
    quarter = containing(shown.last_day, Frequency.QUARTER, shown.calendar)
    known = year_quarters(year, shown.calendar)
    return min(max(quarter, known[0]), known[-1])


def quarters(year: str, opened: Period) -> dict[str, str]:
    """Give the quarters a plan year may be looked at in, newest first; and any other that the address asks for."""
    return address.periods(year_quarters(year, opened.calendar))


def choose(known: Mapping[str, Mapping[str, str]], periods: Mapping[str, str], opening: str) -> tuple[Choice, str]:
    """Draw the boxes over the actions; give what the address now chooses, and how the actions are shown."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        q = st.text_input(
            "Search the actions",
            key="q",
            bind="query-params",
            type="search",
            max_chars=100,
            width=330,
            on_change=address.drop,
            args=("page",),
        )
        address.choose("Quarter", "period", periods, opening, width=330)
        for label, key, every in BOXES:
            address.choose(label, key, {"": every} | dict(known[key]), drops="page")
        show = address.choose("Show as", "show", SHOWS)
        address.choose("As known at", "as_at", surround.revisions(), width=330)
    return Choice(q=q or "", **{key: address.asked(key, titles, "") for key, titles in known.items()}), show


def page_of(count: int) -> int:
    """Read the page of the address, from 1; what is no page falls back to the first, what is too far to the last."""
    text = st.query_params.get("page", "")
    known = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return min(max(int(text), 1), pages(count)) if known else 1


def pages(count: int) -> int:
    """Count the pages that so many actions fill, 1 at least."""
    return max(1, -(-count // PER_PAGE))


def on_page(actions: tuple[ActionView, ...], page: int) -> tuple[ActionView, ...]:
    """Give the actions of one page."""
    return actions[(page - 1) * PER_PAGE : page * PER_PAGE]


def turn(page: int, count: int) -> Html:
    """Link to the pages before and after this one; nothing where one page holds all."""
    last = pages(count)
    if last == 1:
        return NOTHING
    before = link("Previous actions", address.here("plan", page=page - 1 if page > 2 else None), rel="prev")
    after = link("Next actions", address.here("plan", page=page + 1), rel="next")
    where = element("span", f"Page {page:,} of {last:,}", aria_current="page")
    pieces = (before if page > 1 else NOTHING, where, after if page < last else NOTHING)
    return element("nav", *pieces, class_="kpi-turn", aria_label="Pages of the plan")


def chosen(choice: Choice, known: Mapping[str, Mapping[str, str]], count: int, of: int) -> Html:
    """Say how many actions are shown and what is chosen, each choice with a link that takes it back; announced."""
    said = f"{of:,} actions" if count == of else f"{count:,} of {of:,} actions"
    asked = {one.name: getattr(choice, one.name) for one in fields(choice) if getattr(choice, one.name)}
    words = {key: f"“{value}”" if key == "q" else known[key][value] for key, value in asked.items()}
    links = (_without(key, word) for key, word in words.items())
    everything = link("Show all actions", address.here("plan", page=None, **dict.fromkeys(asked)))
    return element(
        "div",
        element("span", element("strong", said), role="status"),
        *links,
        everything if len(asked) > 1 else None,
        class_="kpi-chosen",
    )


def _without(key: str, word: str) -> Html:
    text = join([word, element("span", " ×", aria_hidden="true")])
    return link(text, address.here("plan", page=None, **{key: None}), aria_label=f"Take back: {word}")
