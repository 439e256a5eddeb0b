"""The form in which a quarter's update of an action is declared, filled with what is known of it.

In: the action as it stands. Out: the form, or, where somebody else was quicker, both versions and a choice.
"""

import streamlit as st

from kpi.plan import ActionView
from kpi.problem import Severity
from kpi.ui import plan_forms_desk as desk
from kpi.ui import plan_forms_fields as fields
from kpi.ui.markup import draw, element, prose
from kpi.ui.parts import heading, notice, sentence
from kpi.ui.plan_forms_desk import Met, Opened
from kpi.ui.plan_forms_sides import sides, who_and_when
from kpi.ui.plan_forms_values import LABELS

LEAD = "What you leave as it is says nothing new. What is written here is about the work, never about one child."
COMMENTARY_LONGEST = 4000
BUTTON = "Save this update"
BOTH = "Both versions are below. Choose which one stands; the other one is kept on record, and neither is lost."
OVER = "Yours is laid over theirs: where you changed nothing, what they said stays."


def place_of(action: ActionView) -> str:
    """Name the forms of an action and quarter for receipts."""
    return f"{action.year}/{action.ref}/{action.period.text}"


def offer(action: ActionView) -> None:
    """Show the form, or the choice that waits."""
    form = desk.opened(action, "stage")
    waiting = desk.met(form.place)
    if waiting:
        _choose(form, waiting, action)
    else:
        _fill_in(form, action)


def _fill_in(form: Opened, action: ActionView) -> None:
    """Show the fields, and at each what was wrong with it."""
    before, faults = desk.at_base(form), desk.faults(form)
    draw(sentence(LEAD), fields.summary(faults))
    if desk.overtaken(action, form.base):
        said = f"{who_and_when(action)}. This form was opened before; when you save it, both versions are shown."
        draw(notice(prose(said)))
    stage = fields.stage(form, before)
    with st.form(form.key("form"), border=False, enter_to_submit=False):
        fields.at(faults, "stage")
        fields.status(form, before, stage)
        fields.at(faults, "status")
        known = "" if before.percent is None else f"{before.percent:g}"
        fields.line(form, "percent", known, hint="0 to 100", most=20, width=180)
        fields.at(faults, "percent")
        st.text_area(
            LABELS["commentary"],
            before.commentary,
            key=form.key("commentary"),
            max_chars=COMMENTARY_LONGEST,
            height=150,
            width=fields.WIDE,
        )
        fields.at(faults, "commentary")
        _steps(form, before)
        fields.at(faults, "milestones")
        _due(form, before)
        fields.at(faults, "due", "due_reason", "quarter")
        fields.who(form)
        fields.at(faults, "who")
        if fields.doubtful(faults):
            st.checkbox("I have checked this and want to record it", key=form.key("sure"))
        st.form_submit_button(BUTTON, type="primary", on_click=_hand_in, args=(form,))


def _steps(form: Opened, before: ActionView) -> None:
    if before.milestones:
        draw(heading(LABELS["milestones"], 3))
        fields.milestones(form, before)


def _due(form: Opened, before: ActionView) -> None:
    """Ask for a new due date; the one first agreed stays in sight."""
    first = f" First agreed: {before.original_due.short_label}." if before.moves else ""
    stays = f"Due {before.due.short_label}.{first} Leave both fields empty if that stays."
    draw(heading("Due date", 3), element("p", prose(stays)))
    fields.line(form, "due", hint="30 June 2019, Q1 2019-20 or ongoing", most=60)
    fields.line(form, "due_reason", width=fields.WIDE)


def _hand_in(form: Opened) -> None:
    before = desk.at_base(form)
    desk.hand_in(form, fields.written(form, before), bool(st.session_state.get(form.key("sure"))))


def _choose(form: Opened, waiting: Met, action: ActionView) -> None:
    """Show both versions side by side and ask which one stands."""
    before = desk.at_base(Opened(form.year, form.ref, form.period, waiting.base))
    faults = [one for one in desk.faults(form) if one.severity is Severity.ERROR]
    said = f"{who_and_when(action)}, after you opened the form. {BOTH}"
    draw(notice(prose(said), kind="warning"), fields.summary(faults))
    draw(sides(action.ref, before, action, waiting.mine, waiting.who), element("p", OVER))
    with st.container(horizontal=True):
        for label, choice in (("Use mine", "mine"), ("Keep theirs", "theirs")):
            st.button(label, key=f"plan_{choice}", on_click=desk.settle, args=(form, waiting, choice, action.revision))
