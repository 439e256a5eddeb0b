"""What an audience is told of: everything, or what its own paper is about.

In: a quarter's Sources, and the recipes and meetings of the pack. Out: Sources that hold nothing else.
"""

from dataclasses import replace

from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper
from kpi.reports.briefing.sources import Sources


def narrowed(sources: Sources, pack: Pack) -> Sources:
    """Keep the figures, actions and claims that the audience's paper tells of, and the questions of its own body.

    An audience without a committee paper that names indicators is told everything.
    """
    paper = _paper(sources, pack)
    if paper is None:
        return sources
    wanted, body = frozenset(paper.indicators), next((one for one in pack.panel.bodies if one.id == paper.body), None)
    card, plan, panel = sources.card, sources.plan, sources.panel
    actions = tuple(a for a in plan.actions if any(x.indicator in wanted for x in a.action.indicators)) if plan else ()
    questions = tuple(one for one in panel.questions if one.meeting and one.meeting.body == paper.body)
    claims = tuple(one for one in panel.claims if one.claim.expectation.indicator in wanted)
    return replace(
        sources,
        card=replace(card, rows=tuple(row for row in card.rows if row.indicator in wanted)),
        plan=replace(plan, actions=actions) if plan else None,
        panel=replace(panel, questions=questions, claims=claims),
        asks=f"the {body.title}" if body else sources.asks,
    )


def _paper(sources: Sources, pack: Pack) -> Paper | None:
    """Find the committee paper of the audience that names its indicators."""
    papers = (one for one in pack.papers or () if one.kind == "committee" and one.audience == sources.audience)
    return next((one for one in papers if one.indicators), None)
