"""A form for the panel's record: its fields, what is wrong at each, and what was recorded once it is.

In: a Form with its fields and what records it. Out: widgets; after them a sentence with the way to take it back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.problem import Problem, ProblemError, Where
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, draw, element, join, link, listed, prose
from kpi.ui.parts import notice, problem
from kpi.ui.plan_forms_fields import doubtful
from kpi.ui.revisions_undo import WHO

SAID, FAULTS, ROUND, DOUBTS = "panel_said", "panel_faults", "panel_round", "panel_doubts"
SURE = "I have checked this and want to record it"
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `options` make it a list, `long` gives it several lines; one that is not `needed` may stay empty."""

    name: str
    label: str
    hint: str = ""
    default: str = ""
    options: Mapping[str, str] | None = None
    long: bool = False
    needed: bool = True
    most: int = 400


WHO_FIELD = Field("who", "Your name or role", most=100)
"""Who records it; what was written once is offered again."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, in a sentence, and as which revision."""

    said: str
    revision: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `check` finds what is wrong with fields that are filled in, `record` keeps what was written and says so.

    Both name the field as the column of a Problem; `record` raises ProblemError. `doubts` finds, once nothing is wrong,
    what a person should look at and may be sure of.
    """

    id: str
    fields: tuple[Field, ...]
    button: str
    record: Callable[[Values], Recorded]
    check: Callable[[Values], Sequence[Problem]] = lambda _values: ()
    doubts: Callable[[Values], Sequence[Problem]] = lambda _values: ()


def announce() -> None:
    """Say what was just recorded, once, with a link to take it back."""
    done: Recorded | None = st.session_state.pop(SAID, None)
    if done is not None:
        draw(said(done))


def said(done: Recorded) -> Html:
    """Say what was recorded and where it can be undone."""
    there = link(f"See revision {done.revision} in the history, or undo it", _history(done.revision))
    return notice(element("p", prose(done.said)), element("p", there), kind="good")


def _history(revision: int) -> str:
    return address.link("history", revision=revision)


def show(form: Form) -> None:
    """Show a form; what is wrong with it stands over it, and at each field."""
    faults = _faults(form)
    draw(summary(form, faults))
    with st.form(f"panel_{form.id}", border=False, enter_to_submit=False):
        for field in form.fields:
            _ask(form, field)
            draw(*(at_field(one) for one in faults if one.where.column == field.name))
        if doubtful(faults):
            st.checkbox(SURE, key=key(form.id, "sure"))
        st.form_submit_button(form.button, type="primary", on_click=_try, args=(form,))


def _faults(form: Form) -> tuple[Problem, ...]:
    """Give what was wrong with the last try, once: a form that is opened anew begins without faults."""
    kept: tuple[str, tuple[Problem, ...]] = st.session_state.pop(FAULTS, ("", ()))
    return kept[1] if kept[0] == form.id else ()


def summary(form: Form, faults: tuple[Problem, ...]) -> Html:
    """Say over the form that nothing was recorded, which fields to look at, and what no field can be blamed for."""
    if not faults:
        return NOTHING
    columns = {one.where.column for one in faults}
    names = {field.name for field in form.fields}
    labels = [field.label for field in form.fields if field.name in columns]
    look = f"Please look at: {', '.join(labels)}." if labels else None
    others = [problem(one) for one in faults if one.where.column not in names]
    sure = "Tick the box over the button if it is right all the same." if doubtful(faults) else None
    words = join(["Nothing was recorded.", look, sure], " ")
    return notice(element("p", words), listed(others) if others else NOTHING, kind="warning")


def at_field(one: Problem) -> Html:
    """Say at a field what is wrong with it and what to do."""
    message = f"{one.message[:1].upper()}{one.message[1:]}"
    return element("p", join([message, one.fix or None], " "), class_="kpi-at-field")


def key(form_id: str, name: str) -> str:
    """Name a field's widget; the form that follows a recorded one gets fresh ones."""
    return f"panel_{form_id}_{name}_{st.session_state.get(ROUND, 0)}"


def _ask(form: Form, field: Field) -> None:
    name = key(form.id, field.name)
    default = st.session_state.get(WHO, "") if field is WHO_FIELD else field.default
    if field.options is not None:
        _choose(field, name)
    elif field.long:
        st.text_area(field.label, default, key=name, max_chars=field.most, help=None, width=760)
    else:
        st.text_input(_labelled(field), default, key=name, max_chars=field.most, width=620)


def _choose(field: Field, name: str) -> None:
    options = field.options or {}
    place = list(options).index(field.default) if field.default in options else 0
    st.selectbox(field.label, list(options), place, format_func=lambda one: options.get(one, one), key=name, width=620)


def _labelled(field: Field) -> str:
    return f"{field.label} ({field.hint})" if field.hint else field.label


def _values(form: Form) -> dict[str, str]:
    return {field.name: str(st.session_state.get(key(form.id, field.name)) or "").strip() for field in form.fields}


def _try(form: Form) -> None:
    """Record what was written, once; what is wrong is kept for the form."""
    values = _values(form)
    if values.get("who"):
        st.session_state[WHO] = values["who"]
    faults = (*left_empty(form, values), *form.check(values))
    try:
        if faults:
            raise ProblemError(faults)
        _doubted(form, values)
        st.session_state[SAID] = form.record(values)
    except ProblemError as error:
        st.session_state[FAULTS] = (form.id, error.problems)
        return
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.query_params.pop("record", None)


def _doubted(form: Form, values: Values) -> None:
    """Raise what is doubtful once; it is recorded when the person is sure of the very same."""
    found = tuple(form.doubts(values))
    seen, sure = st.session_state.get(DOUBTS), st.session_state.get(key(form.id, "sure"))
    if found and not (sure and seen == (form.id, found)):
        st.session_state[DOUBTS] = (form.id, found)
        raise ProblemError(found)


def left_empty(form: Form, values: Values) -> list[Problem]:
    """Name the fields that are needed and were left empty."""
    lacking = [field for field in form.fields if field.needed and not values[field.name]]
    return [empty(field.name, f"Write here: {field.label.lower()}.") for field in lacking]


def empty(field: str, fix: str) -> Problem:
    """Say that a field was left empty."""
    return Problem("left-empty", "This was left empty.", fix, Where(column=field))


def wrong(field: str, message: str, fix: str) -> Problem:
    """Say what is wrong with a field."""
    return Problem("field-unreadable", message, fix, Where(column=field))
