"""Action: one action in full. Where it stands, whether it shows in the figures, and everything ever said of it."""

import streamlit as st

from kpi.plan import ActionView, PlanView
from kpi.ui import (
    action_history,
    action_impact,
    action_now,
    action_ways,
    address,
    ask,
    plan_choice,
    plan_forms,
    plan_table,
    surround,
)
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

as_at = address.revision(ask.head())
pack = ask.pack(as_at)


def show(plan: PlanView, view: ActionView) -> None:
    """Show one action of a plan."""
    surround.begin(view.ref, screen=f"{view.ref}: {view.text}")
    draw(action_ways.back(view, as_at), action_now.lead(view))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        refs = {one.ref: f"{one.ref} {one.text}" for one in plan.actions}
        address.choose("Action", "ref", refs, plan.actions[0].ref, width=480)
        address.choose("Quarter", "period", quarters, opening.text, width=330)
        address.choose("As known at", "as_at", surround.revisions(), width=330)
    draw(action_now.beside(view))
    plan_forms.update_form(plan, view)
    card = ask.scorecard(view.period.text, as_at)
    draw(heading("Does it show in the figures?"), action_impact.figures(view, card, as_at))
    draw(heading("Evidence that is no figure"), action_impact.evidence(view))
    draw(action_history.milestones(view), action_history.moves(view))
    draw(heading("What was said, quarter by quarter"), action_history.quarters(view))
    draw(action_impact.recommendations(view, pack, as_at))
    draw(heading("What was agreed"), action_now.about(view), action_ways.carried(view, pack, as_at))
    draw(copy_link(), action_ways.turn(plan, view, as_at))


if pack.plan_years:
    shown_first = ask.scorecard(None, as_at).period
    years = {one: one for one in pack.plan_years}
    year = address.asked("year", years, ask.records().plan_year(shown_first, as_at))
    opening = plan_choice.opening(year, shown_first)
    quarters = plan_choice.quarters(year, opening)
    plan = ask.plan(year, address.asked("period", quarters, opening.text), as_at)
    ref = address.asked("ref", {one.ref: one.text for one in plan.actions}, plan.actions[0].ref)
    show(plan, next(one for one in plan.actions if one.ref == ref))
else:
    surround.begin("Action")
    draw(plan_table.no_plan())
