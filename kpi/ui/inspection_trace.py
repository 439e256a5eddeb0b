"""The trace from recommendation to figure: what was asked, which actions answer it, and what the figures show.

In: traced recommendations. Out: Html; what has no action or no indicator says so plainly.
"""

from collections.abc import Sequence
from itertools import groupby

from kpi.inspection import TracedRecommendation
from kpi.plan import ActionView
from kpi.ui import address, verdict
from kpi.ui.inspection_words import MADE_UP
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.parts import heading, mark, shape
from kpi.ui.plan_words import ref_link, status_chip

NO_ACTION = "No action yet"
NO_INDICATOR = "No indicator is named, so no figure can show whether it helped."


def trace(given: Sequence[TracedRecommendation], as_at: int | None) -> Html:
    """Draw recommendations under the visit that made them, what is known first and what came later apart."""
    known, later = ([one for one in given if one.later is there] for there in (False, True))
    if not known and not later:
        return element("p", "No recommendation matches this choice.", class_="kpi-quiet")
    summary = element("summary", f"{len(later):,} known only after the day this page is about")
    after = element("details", summary, *_visits(later, as_at), open=not known) if later else NOTHING
    return join([*_visits(known, as_at), after])


def _visits(given: Sequence[TracedRecommendation], as_at: int | None) -> list[Html]:
    return [
        element("section", heading(title, 3), element("ul", *(_one(one, as_at) for one in these), class_="kpi-trace"))
        for title, these in groupby(given, key=lambda one: one.inspection.title)
    ]


def _one(one: TracedRecommendation, as_at: int | None) -> Html:
    return element("li", _asked(one), element("div", _answered(one, as_at)))


def _asked(one: TracedRecommendation) -> Html:
    """Say what was asked, in which paragraph, and where that can be read."""
    asked = one.recommendation
    where = ", ".join(filter(None, (one.kind, f"paragraph {asked.paragraph}" if asked.paragraph else "")))
    top = element("p", element("strong", one.ref), f", {where}", " ", mark(MADE_UP) if one.illustrative else None)
    source = element("small", asked.source) if asked.source else None
    return element("div", top, element("p", asked.text), source)


def _answered(one: TracedRecommendation, as_at: int | None) -> Html:
    if one.without_action:
        return lacking(NO_ACTION)
    if not one.actions:
        places = [_elsewhere(year, ref, as_at) for year, ref in one.elsewhere]
        return element("p", "No action in the plan year shown; it is answered by ", join(places, ", "), ".")
    return join([_action(action, as_at) for action in one.actions])


def lacking(words: str) -> Html:
    """Say plainly that something is not there."""
    return element("p", element("span", shape("ring"), words, class_="kpi-verdict kpi-lacking"))


def _elsewhere(year: str, ref: str, as_at: int | None) -> Html:
    return link(f"{ref} of {year}", address.link("action", ref=ref, year=year, as_at=as_at))


def _action(action: ActionView, as_at: int | None) -> Html:
    """Say an action with its stage and declared status, and what each of its figures shows."""
    stage = element("span", action.stage_word, class_="kpi-quiet")
    top = element("p", ref_link(action, as_at), " ", status_chip(action.status), " ", stage)
    figures = verdict.all_told(action.answers, action.period.text, as_at) if action.answers else lacking(NO_INDICATOR)
    return element("div", top, element("p", prose(action.text)), figures, class_="kpi-answering")
