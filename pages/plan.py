"""Plan: who does what about the figures. Sentences first, what the record concludes, then every action."""

import streamlit as st

from kpi.plan import PlanView
from kpi.ui import address, ask, plan_choice, plan_counts, plan_forms, plan_sides, plan_table, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading

as_at = address.revision(ask.head())
years = plan_choice.years(ask.pack(as_at))


def show(whole: PlanView) -> None:
    """Show what is chosen of the plan: the words over the choices follow them."""
    known = plan_choice.titles(whole)
    words = st.container()
    draw(heading("The actions"))
    choice, show_as = plan_choice.choose(known, quarters, opening.text)
    broad = choice.broad(whole)
    shown = choice.narrow(broad)
    page = plan_choice.page_of(len(shown.actions))
    with words:
        draw(plan_counts.lead(broad), plan_counts.by_status(broad, choice), plan_counts.by_stage(broad, choice))
        draw(plan_counts.legend(whole.legend))
        draw(heading("What the record concludes"), plan_counts.concluded(broad, choice, as_at))
        draw(plan_sides.without_action(whole, as_at))
    draw(plan_choice.chosen(choice, known, len(shown.actions), len(whole.actions)))
    asked = whole.year, whole.period.text, whole.day.isoformat()
    draw(plan_table.kept(ask.key(as_at), asked, choice, page, show_as, as_at))
    draw(plan_choice.turn(page, len(shown.actions)))
    with st.container(horizontal=True, vertical_alignment="top"):
        name = file_name("plan", whole.year, whole.period.text)
        st.download_button(
            "Download these actions (CSV)", lambda: plan_table.csv(shown), name, "text/csv", on_click="ignore"
        )
        draw(copy_link())
    draw(heading("Service areas"), plan_sides.areas(whole, choice.area))
    plan_forms.sign_off(whole)
    plan_forms.next_year(whole)


if years:
    shown_first = ask.scorecard(None, as_at).period
    year = address.asked("year", years, ask.records().plan_year(shown_first, as_at) or max(years))
    opening = plan_choice.opening(year, shown_first)
    quarters = plan_choice.quarters(year, opening)
    view = ask.plan(year, address.asked("period", quarters, opening.text), as_at)
    surround.begin("Plan", screen=f"{view.title}, {view.period.label}")
    draw(plan_sides.years(years, view.year, as_at))
    if view.actions:
        show(view)
    else:
        draw(plan_table.no_actions(view))
    known_by = min(view.period, shown_first)
    draw(plan_sides.key_priorities(view, ask.scorecard(known_by.text, as_at), as_at))
else:
    surround.begin("Plan")
    draw(plan_table.no_plan())
