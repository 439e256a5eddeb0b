"""The fields of the update form, each with what is wrong with it; words from definitions stay literal in their labels.

In: what is known of an action, and Problems by field. Out: widgets.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from kpi.definitions.legend import STAGE_WORDS, PlanStatus
from kpi.plan import ActionView
from kpi.plan.milestones import WORDS
from kpi.problem import Problem, Severity
from kpi.ui.markup import NOTHING, Html, draw, element, join, listed, prose
from kpi.ui.parts import chip, notice, problem
from kpi.ui.plan_forms_desk import Opened
from kpi.ui.plan_forms_values import LABELS, Written, fitting, prefilled
from kpi.ui.plan_words import NO_STATUS
from kpi.ui.revisions_undo import WHO

NARROW, WIDE = 420, 760
CHOOSE: Final = "Choose a status"
_LIVE: Final = re.compile(r"([\\`*_\[\]~$<>#|]|:(?=\S))")


def literal(text: str) -> str:
    """Make a text safe for a widget's label, which Streamlit reads as markdown."""
    return _LIVE.sub(r"\\\1", text)


def stage(form: Opened, before: ActionView) -> str:
    """Ask for the stage, over the form: which statuses there are to choose from depends on it."""
    stages = list(STAGE_WORDS)
    return st.selectbox(
        LABELS["stage"],
        stages,
        stages.index(before.declared),
        format_func=lambda one: STAGE_WORDS[one].capitalize(),
        key=form.key("stage"),
        width=NARROW,
    )


def status(form: Opened, before: ActionView, chosen_stage: str) -> None:
    """Ask for the status: those of the legend that go with the stage, each with what it means."""
    known = fitting(before, chosen_stage)
    titles = {one.id: one.label for one in known}
    if not titles:
        draw(element("p", "The legend has no status that goes with this stage.", class_="kpi-quiet"))
        return
    declared = prefilled(before).status
    options = list(titles) if declared in titles else ["", *titles]
    first, none = options.index(declared) if declared in options else 0, CHOOSE if declared else NO_STATUS
    key = form.key(f"status_{chosen_stage}")
    st.selectbox(LABELS["status"], options, first, format_func=lambda one: titles.get(one, none), key=key, width=NARROW)
    draw(meanings(known))


def meanings(known: Sequence[PlanStatus]) -> Html:
    """Say what each status means in this council."""
    rows = (
        element("div", element("dt", chip(one.colour, one.label)), element("dd", prose(one.meaning))) for one in known
    )
    return element("dl", *rows, class_="kpi-legend")


def milestones(form: Opened, before: ActionView) -> None:
    """Ask how far each milestone has got."""
    states = list(WORDS)
    for one in before.milestones:
        st.selectbox(
            literal(f"{one.title} (due {one.due.short_label})"),
            states,
            states.index(one.state),
            format_func=lambda state: WORDS[state].capitalize(),
            key=form.key(f"milestone_{one.id}"),
            width=NARROW,
        )


def line(form: Opened, name: str, default: str = "", *, hint: str = "", most: int = 400, width: int = NARROW) -> None:
    """Ask for a line of text."""
    label = f"{LABELS[name]} ({hint})" if hint else LABELS[name]
    st.text_input(literal(label), default, key=form.key(name), max_chars=most, width=width)


def who(form: Opened) -> None:
    """Ask who it is; what was written once is offered again."""
    line(form, "who", st.session_state.get(WHO, ""), most=100)


def written(form: Opened, before: ActionView) -> Written:
    """Read what stands in the form now."""
    chosen = _text(form, "stage")
    return Written(
        stage=chosen,
        status=_text(form, f"status_{chosen}"),
        percent=_text(form, "percent"),
        commentary=_text(form, "commentary"),
        due=_text(form, "due"),
        due_reason=_text(form, "due_reason"),
        milestones=_states(form, before),
        who=_text(form, "who"),
    )


def _states(form: Opened, before: ActionView) -> Mapping[str, str]:
    found = {one.id: _text(form, f"milestone_{one.id}") for one in before.milestones}
    return {name: state for name, state in found.items() if state}


def _text(form: Opened, name: str) -> str:
    return str(st.session_state.get(form.key(name)) or "").strip()


def at(faults: Sequence[Problem], *names: str) -> None:
    """Say at a field what is wrong with it and what to do."""
    these = [one for one in faults if one.where.column in names]
    if these:
        draw(*(element("p", join([one.message, one.fix or None], " "), class_="kpi-at-field") for one in these))


def summary(faults: Sequence[Problem]) -> Html:
    """Say over the form that nothing was recorded, which fields to look at, and what no field can be blamed for."""
    if not faults:
        return NOTHING
    named = [LABELS[one.where.column] for one in faults if one.where.column in LABELS]
    look = f"Please look at: {', '.join(dict.fromkeys(named))}." if named else None
    others = listed(problem(one) for one in faults if one.where.column not in LABELS)
    note = all(one.severity is Severity.NOTE for one in faults)
    ask = "Tick the box over the button if it is right all the same." if doubtful(faults) else None
    first = None if note else element("p", join(["Nothing was recorded yet.", look, ask], " "))
    return notice(first or NOTHING, others, kind="note" if note else "warning")


def doubtful(faults: Sequence[Problem]) -> bool:
    """Tell whether all that stands in the way are warnings, which a person may be sure about."""
    return bool(faults) and all(one.severity is Severity.WARNING for one in faults)
