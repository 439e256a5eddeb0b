"""The ways on from an action: to the ones before and after it, and along the years it was carried through.

In: an ActionView, its plan, the definitions. Out: Html links that keep quarter and revision.
"""

from kpi.definitions.pack import Pack
from kpi.definitions.plan import Action
from kpi.plan import ActionView, PlanView
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.plan_words import action_address


def back(view: ActionView, as_at: int | None) -> Html:
    """Link to the plan, in the same quarter and at the same revision."""
    there = address.link("plan", year=view.year, period=view.period.text, as_at=as_at)
    return element("p", link(f"All actions of {view.year}", there))


def carried(view: ActionView, pack: Pack, as_at: int | None) -> Html:
    """Link to the actions it goes on from, and to the one that goes on from it; nothing where there is neither."""
    before = [
        join(["Carried from ", _link(year.year, year.ref, as_at), prose(f": {year.text}")]) for year in view.carried
    ]
    after = [
        join(["Carried on as ", _link(year, action.ref, as_at), prose(f": {action.text}")])
        for year, action in successors(view, pack)
    ]
    return element("ul", *(element("li", one) for one in (*before, *after))) if before or after else NOTHING


def successors(view: ActionView, pack: Pack) -> list[tuple[str, Action]]:
    """Find the actions of later plan years that go on from this one."""
    return [
        (plan.plan_year, action)
        for plan in pack.plans
        for action in plan.actions
        if action.carried_from and (action.carried_from.year, action.carried_from.ref) == (view.year, view.ref)
    ]


def _link(year: str, ref: str, as_at: int | None) -> Html:
    return link(f"{ref} of {year}", address.link("action", ref=ref, year=year, as_at=as_at), class_="kpi-ref")


def turn(plan: PlanView, view: ActionView, as_at: int | None) -> Html:
    """Link to the actions before and after this one, in the order of the plan."""
    place = plan.actions.index(view)
    before = _neighbour("Previous", plan.actions[place - 1], as_at) if place else NOTHING
    after = _neighbour("Next", plan.actions[place + 1], as_at) if place + 1 < len(plan.actions) else NOTHING
    return element("nav", before, after, class_="kpi-turn", aria_label="Other actions")


def _neighbour(which: str, view: ActionView, as_at: int | None) -> Html:
    rel = "prev" if which == "Previous" else "next"
    return link(f"{which}: {view.ref}", action_address(view, as_at), rel=rel)
