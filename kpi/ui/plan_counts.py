"""The plan in words and numbers: its sentences, how many actions stand where, and what the record concludes.

In: a PlanView and the Choice made. Out: Html; every count is a link that filters, and pressed again shows all.
"""

from kpi.definitions.legend import STAGE_WORDS, Legend, Stage
from kpi.plan import CONCLUSIONS, UNDECLARED, PlanView
from kpi.story import grammar
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, join, link, listed, prose
from kpi.ui.parts import chip, sentence
from kpi.ui.plan_choice import Choice
from kpi.ui.plan_words import NO_STATUS, ref_link

FEW = 6
"""As many actions as this are named beside what is concluded of them."""


def lead(view: PlanView) -> Html:
    """Say first how many actions stand where, and what is not to be quoted."""
    asides = listed(map(prose, view.marks), class_="kpi-asides") if view.marks else None
    return join([sentence(view.headlines[0], lead=True), asides])


def by_status(view: PlanView, choice: Choice) -> Html:
    """Count the actions by declared status, in the order of the legend."""
    counts = view.counts_by_status
    known = [(one.id, chip(one.colour, one.label)) for one in view.legend.statuses] if view.legend else []
    known.append((UNDECLARED, element("span", NO_STATUS)))
    shown = [(key, word) for key, word in known if key != UNDECLARED or counts.get(key) or choice.status == key]
    items = (_count("status", key, word, counts.get(key, 0), choice.status) for key, word in shown)
    return element("ul", *items, class_="kpi-counts", aria_label="Actions by declared status")


def by_stage(view: PlanView, choice: Choice) -> Html:
    """Count the actions by stage; stages in which there is none are left out."""
    counts = view.counts_by_stage
    shown = [stage for stage in STAGE_WORDS if counts.get(stage) or choice.stage == stage]
    items = (_count("stage", one, _stage(one), counts.get(one, 0), choice.stage) for one in shown)
    return element("ul", *items, class_="kpi-counts kpi-stages", aria_label="Actions by stage")


def _stage(stage: Stage) -> Html:
    return element("span", STAGE_WORDS[stage])


def _count(key: str, value: str, word: Html, count: int, pressed: str) -> Html:
    here = value == pressed
    there = address.here("plan", page=None, **{key: None if here else value})
    return element(
        "li", link(join([element("strong", f"{count:,}"), word], " "), there, aria_current="true" if here else None)
    )


def concluded(view: PlanView, choice: Choice, as_at: int | None) -> Html:
    """List what the record concludes by itself, how often, each a filter; where they are few, of which actions."""
    counts = view.counts_by_conclusion
    codes = [code for code in CONCLUSIONS if code in counts or code == choice.conclusion]
    if not codes:
        return element("p", "Nothing: what was declared agrees with dates, milestones and figures.")
    return element("ul", *(_concluded(code, view, choice, as_at) for code in codes), class_="kpi-concluded")


def _concluded(code: str, view: PlanView, choice: Choice, as_at: int | None) -> Html:
    here, count = code == choice.conclusion, view.counts_by_conclusion.get(code, 0)
    there = address.here("plan", page=None, conclusion=None if here else code)
    filtering = link(f"{CONCLUSIONS[code]} ({count:,})", there, aria_current="true" if here else None)
    if not 0 < count <= FEW:
        return element("li", filtering)
    which = [ref_link(one, as_at) for one in view.actions if code in one.codes]
    return element("li", filtering, " ", element("small", join(which, ", ")))


def legend(given: Legend | None) -> Html:
    """Say what each colour means in this council and which stages it covers; opened on demand."""
    if given is None:
        return NOTHING
    rows = (
        element(
            "div",
            element("dt", chip(one.colour, one.label)),
            element("dd", prose(one.meaning), " ", element("small", f"Covers: {_covers(one.stages)}.")),
        )
        for one in given.statuses
    )
    source = element("p", f"Source: {given.source}.", class_="kpi-quiet") if given.source else None
    about = element("p", given.description or "")
    meanings = element("dl", *rows, class_="kpi-legend")
    return element("details", element("summary", "What the colours mean"), about, meanings, source)


def _covers(stages: tuple[Stage, ...]) -> str:
    return grammar.listed([STAGE_WORDS[stage] for stage in stages])
