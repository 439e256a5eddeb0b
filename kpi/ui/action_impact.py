"""Whether an action shows: its figures with what was expected of them, evidence that is no figure, recommendations.

In: an ActionView, the scorecard of its quarter, the definitions. Out: Html.
"""

from collections.abc import Sequence
from typing import Final

from kpi.definitions.inspection import Inspection, Recommendation
from kpi.definitions.pack import Pack
from kpi.definitions.plan import Qualitative
from kpi.expectation import Answer
from kpi.plan import ActionView
from kpi.scorecard import Row, Scorecard
from kpi.ui import address, board, verdict
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.parts import chip, empty, heading, mark

KINDS: Final = {
    "practice_week": "Practice week",
    "voice_of_the_child": "Voice of the child",
    "case_audit": "Case audit",
    "other": "Other evidence",
}
REQUESTS: Final = {
    "recommendation": "Recommendation",
    "area_for_improvement": "Area for improvement",
    "priority_action": "Priority action",
}


def figures(view: ActionView, card: Scorecard, as_at: int | None) -> Html:
    """Show each figure that should move: its recent line, what was expected, and whether it came true."""
    if not view.answers:
        return empty("No indicator is linked to it, so the figures cannot show whether it made a difference.")
    return join(_figure(answer, card, view, as_at) for answer in view.answers)


def _figure(answer: Answer, card: Scorecard, view: ActionView, as_at: int | None) -> Html:
    asked = answer.expectation.indicator, answer.expectation.area
    row = next((row for row in card.rows if (row.indicator, row.area) == asked), None)
    told = verdict.told(answer, view.period.text, as_at)
    words = element("div", element("p", told), element("p", f"Expected: {answer.said}.", class_="kpi-quiet"), _now(row))
    return element("div", board.recent(row) if row else element("span"), words, class_="kpi-impact")


def _now(row: Row | None) -> Html | None:
    return element("p", chip(row.status.value), " ", prose(row.status_reason)) if row else None


def evidence(view: ActionView) -> Html:
    """List evidence that is no figure: where it comes from, when, and what was seen or heard."""
    if not view.evidence:
        return element("p", "None has been added.", class_="kpi-quiet")
    return element("ul", *map(_seen, view.evidence))


def _seen(one: Qualitative) -> Html:
    source = element("small", f" {one.source}") if one.source else None
    head = element("strong", f"{KINDS[one.kind]}, {one.date}")
    return element("li", head, ": ", prose(one.text), " ", mark("Illustrative" if one.illustrative else ""), source)


def recommendations(view: ActionView, pack: Pack, as_at: int | None) -> Html:
    """List what inspectors asked for and the action answers, linked to the inspection; nothing where there is none."""
    wanted = set(view.action.recommendations)
    asked = [
        (visit, one) for visit in pack.inspection.inspections for one in visit.recommendations if one.ref in wanted
    ]
    if not asked:
        return NOTHING
    return join([heading("What it answers"), element("ul", *_asked(asked, view, as_at))])


def _asked(asked: Sequence[tuple[Inspection, Recommendation]], view: ActionView, as_at: int | None) -> list[Html]:
    there = [
        address.link("inspection", inspection=visit.id, period=view.period.text, as_at=as_at) for visit, _ in asked
    ]
    return [
        element(
            "li",
            link(f"{REQUESTS[one.kind]} {one.ref}, {visit.title}", place),
            ": ",
            prose(one.text),
            " ",
            mark("Illustrative" if one.illustrative else ""),
        )
        for (visit, one), place in zip(asked, there, strict=True)
    ]
