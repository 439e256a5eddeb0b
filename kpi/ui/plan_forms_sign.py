"""The sign-off of a quarter by the role of the Head of Service, for a service area or for one action.

In: the plan as it stands. Out: a form under what is not updated, awaits the sign-off, or changed since the last one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.plan import ActionView, Area, PlanView, SignedOff
from kpi.problem import ProblemError
from kpi.ui import address, ask, plan_forms_receipt
from kpi.ui.markup import NOTHING, Html, draw, element, join, prose
from kpi.ui.parts import notice, problems, sentence
from kpi.ui.plan_forms_desk import overtaken
from kpi.ui.plan_forms_fields import NARROW, WIDE, literal
from kpi.ui.plan_forms_receipt import Recorded
from kpi.ui.plan_words import named_link
from kpi.ui.revisions_undo import WHO
from kpi.ui.surround import moment

SEEN, TOLD = "plan_sign_seen", "plan_sign_told"
WANTED = {"who": "Write your name.", "sure": "Tick the box to confirm."}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is signed off: its id for the record and its name, by which role, with which actions."""

    id: str
    name: str
    role: str
    actions: tuple[ActionView, ...]
    signed: SignedOff | None
    place: str


def place_of(view: PlanView) -> str:
    """Name the Plan screen's form for receipts."""
    return f"{view.year}/{view.period.text}/sign-off"


def of_areas(view: PlanView) -> None:
    """Ask which service area is signed off, and offer to sign it."""
    titles = {area.id: area.title for area in view.areas}
    first = address.asked("area", titles, _first(view.areas))
    chosen = st.selectbox(
        "Service area to sign off",
        list(titles),
        list(titles).index(first),
        format_func=lambda one: titles[one],
        key=f"sign_area_{view.year}_{first}",
        width=NARROW,
    )
    area = next(one for one in view.areas if one.id == chosen)
    _offer(view, Subject(area.id, area.title, area.head, view.in_area(area.id), area.signed_off, place_of(view)))


def _first(areas: Sequence[Area]) -> str:
    """Begin with the first service area that is not signed off, or changed since."""
    open_ = (one.id for one in areas if one.signed_off is None or one.signed_off.changed_since)
    return next(open_, areas[0].id if areas else "")


def of_action(view: PlanView, action: ActionView) -> None:
    """Offer to sign off one action of a quarter."""
    if not action.updated:
        draw(sentence(f"Nothing is declared of it in {view.period.short_label}, so there is nothing to sign off."))
        return
    place = f"{action.year}/{action.ref}/{view.period.text}"
    _offer(view, Subject(action.ref, action.ref, action.head, (action,), action.signed_off, place))


def _offer(view: PlanView, subject: Subject) -> None:
    """Say how the quarter stands, and ask for the signature where there is something to sign."""
    draw(standing(view, subject))
    if subject.signed and not subject.signed.changed_since and not any(one.changed_since for one in subject.actions):
        return
    key = f"sign_{subject.id}_{view.period.text}_{st.session_state.get(SEEN, {}).get('turn', 0)}"
    told: tuple[str, Html] = st.session_state.pop(TOLD, ("", NOTHING))
    draw(told[1] if told[0] == subject.id else NOTHING)
    seen = _seen(view, key)
    with st.form(f"form_{key}", border=False, enter_to_submit=False):
        st.text_input("Your name", st.session_state.get(WHO, ""), key=f"{key}_who", max_chars=100, width=NARROW)
        st.text_input("Comment for the record (optional)", key=f"{key}_comment", max_chars=400, width=WIDE)
        st.checkbox(
            literal(f"I sign off {view.period.short_label} of {subject.name} as {subject.role}"), key=f"{key}_sure"
        )
        st.form_submit_button(
            f"Sign off {subject.name}", type="primary", on_click=_sign, args=(view, subject, key, seen)
        )


def _seen(view: PlanView, key: str) -> int:
    """Give the revision at which the person began to look; a form that was away begins anew."""
    held = st.session_state.get(SEEN, {})
    if held.get("key") == key and f"{key}_who" in st.session_state:
        return int(held["base"])
    st.session_state[SEEN] = {"key": key, "base": view.revision, "turn": held.get("turn", 0)}
    return view.revision


def standing(view: PlanView, subject: Subject) -> Html:
    """Say whether the quarter is signed off, what changed since, and what is not updated or awaits a sign-off."""
    signed = subject.signed
    changed = [one for one in subject.actions if one.changed_since]
    missing = [one for one in subject.actions if "not-updated" in one.codes]
    awaiting = [one for one in subject.actions if one.stage == "awaiting_sign_off"]
    return join(
        [
            sentence(_signed(signed) if signed else f"{subject.name} is signed off by the role of {subject.role}."),
            _listed("Changed since it was signed off", changed),
            _listed("Not updated this quarter", missing),
            _listed("Done and awaiting this sign-off", awaiting),
            None if signed or missing or awaiting else element("p", _nothing_open(view, subject)),
        ]
    )


def _signed(signed: SignedOff) -> str:
    when = f" on {moment(signed.at)}" if signed.at else ""
    comment = f": {signed.comment}" if signed.comment else "."
    return f"Signed off by {signed.who} as {signed.role}{when} (revision {signed.revision}){comment}"


def _nothing_open(view: PlanView, subject: Subject) -> str:
    if len(subject.actions) == 1:
        return f"It is updated for {view.period.short_label}."
    return f"All {len(subject.actions):,} actions are finished or updated for {view.period.short_label}."


def _listed(title: str, actions: Sequence[ActionView]) -> Html:
    """Name actions under a heading; nothing for none."""
    if not actions:
        return NOTHING
    items = (element("li", named_link(one, None)) for one in actions)
    return element("div", element("p", element("strong", f"{title} ({len(actions):,})")), element("ul", *items))


def _sign(view: PlanView, subject: Subject, key: str, seen: int) -> None:
    """Sign, unless something is missing or changed since the person began to look."""
    who = str(st.session_state.get(f"{key}_who") or "").strip()
    comment = str(st.session_state.get(f"{key}_comment") or "").strip()
    given = {"who": who, "sure": st.session_state.get(f"{key}_sure")}
    lacking = [words for name, words in WANTED.items() if not given[name]]
    if lacking:
        st.session_state[TOLD] = (subject.id, notice(" ".join(lacking), kind="warning"))
        return
    st.session_state[WHO] = who
    try:
        moved = _moved(view, subject, seen)
        if moved:
            st.session_state[TOLD] = (subject.id, moved)
            st.session_state[SEEN] = {**st.session_state[SEEN], "base": ask.newest()}
            return
        revision = ask.records().sign_off(
            subject.id, year=view.year, period=view.period, role=subject.role, who=who, base=seen, comment=comment
        )
    except ProblemError as error:
        st.session_state[TOLD] = (subject.id, problems(error.problems))
        st.session_state[SEEN] = {**st.session_state[SEEN], "base": ask.newest()}
        return
    st.session_state[SEEN] = {"turn": st.session_state[SEEN].get("turn", 0) + 1}
    told = f"{subject.name} is signed off for {view.period.short_label} as revision {revision}."
    plan_forms_receipt.keep(Recorded(subject.place, told, revision, who))


def _moved(view: PlanView, subject: Subject, seen: int) -> Html:
    """Say what was changed by others while the person looked at it; nothing for nothing."""
    stands = ask.records().plan(view.year, view.period)
    refs = {one.ref for one in subject.actions}
    changed = [one for one in stands.actions if one.ref in refs and overtaken(one, seen)]
    if not changed:
        return NOTHING
    which = ", ".join(one.ref for one in changed)
    words = f"Nothing was signed: {which} changed while you looked at it. Look again, and sign if it still holds."
    return notice(prose(words), kind="warning")
