"""What can be declared on the Plan and Action screens: an update, a sign-off, the start of the next plan year.

In: a PlanView or an ActionView. Out: links that open forms, one at a time; after them what was recorded, and its undo.
"""

from kpi.period import Period
from kpi.plan import ActionView, PlanView
from kpi.ui import (
    address,
    ask,
    plan_forms_desk,
    plan_forms_receipt,
    plan_forms_sign,
    plan_forms_update,
    plan_forms_year,
)
from kpi.ui.markup import NOTHING, Html, draw, element, join, link
from kpi.ui.parts import heading, notice

RECORD = plan_forms_receipt.FORM
"""The choice of the address that says which form is open."""
WAITS = "An update of yours is not recorded yet: it met somebody else's, and you have not chosen which one stands."


def update_form(view: PlanView, action: ActionView) -> None:
    """Offer to update an action in the quarter shown and to sign it off, or say why that cannot be."""
    quarter = view.period.short_label
    doors = {"update": f"Update {action.ref} for {quarter}", "sign-off": f"Sign off {action.ref} for {quarter}"}
    asked = address.asked(RECORD, doors, "")
    plan_forms_receipt.announce(plan_forms_update.place_of(action))
    refusal = why_not(view, "action")
    if refusal or not asked:
        links = join((door("action", name, words) for name, words in doors.items()), " ")
        waits = plan_forms_desk.met(plan_forms_update.place_of(action))
        draw(refusal or join([notice(WAITS) if waits else None, links]))
        return
    draw(heading(doors[asked]))
    if asked == "update":
        plan_forms_update.offer(action)
    else:
        plan_forms_sign.of_action(view, action)
    draw(_close("action"))


def sign_off(view: PlanView) -> None:
    """Offer to sign off the quarter of a service area, or say why that cannot be."""
    words = f"Sign off a service area for {view.period.short_label}"
    asked = address.asked(RECORD, {"sign-off": "", "next-year": ""}, "")
    plan_forms_receipt.announce(plan_forms_sign.place_of(view))
    refusal = why_not(view, "plan")
    if refusal or asked != "sign-off":
        draw(refusal or door("plan", "sign-off", words))
        return
    draw(heading(words))
    plan_forms_sign.of_areas(view)
    draw(_close("plan"))


def next_year(view: PlanView) -> None:
    """Offer to start the next plan year with the actions that are not finished; on the newest plan year only."""
    plan_forms_receipt.announce(plan_forms_year.place_of(view))
    if address.revision(ask.head()) is not None or view.year != ask.pack().plan_years[-1]:
        return
    if address.asked(RECORD, {"sign-off": "", "next-year": ""}, "") != "next-year":
        draw(door("plan", "next-year", f"Start the plan year {view.next_year}"))
        return
    draw(heading(f"Start the plan year {view.next_year}"))
    plan_forms_year.offer(view)
    draw(_close("plan"))


def door(screen: str, form: str, words: str) -> Html:
    """Link to a form, which opens where the link is."""
    return link(words, address.here(screen, **{RECORD: form}), class_="kpi-button")


def _close(screen: str) -> Html:
    return element("p", link("Close without recording", address.here(screen, **{RECORD: None})))


def why_not(view: PlanView, screen: str) -> Html:
    """Say why nothing can be declared here: an earlier state, a shut ledger, a quarter to come or of another year."""
    if address.revision(ask.head()) is not None:
        newest = link("Show the newest state", address.here(screen, as_at=None))
        return notice("You look at an earlier state; what is declared is laid over the newest one. ", newest)
    ledger = ask.workspace().ledger
    if not ledger.writable:
        return notice(f"Nothing can be declared here. {ledger.why_not}")
    return _outside(view, screen)


def _outside(view: PlanView, screen: str) -> Html:
    """Say that the quarter shown is not one in which something can be said of this plan."""
    if view.period.first_day > ask.workspace().today:
        return notice(f"{view.period.label} has not begun, so there is nothing to declare yet.")
    if view.period.year.text == view.year:
        return NOTHING
    last = _last_quarter(view.period, view.year)
    there = link(f"Show {last.short_label}", address.here(screen, period=last.text))
    return notice(f"{view.period.label} lies outside the plan year {view.year}, so nothing is declared in it. ", there)


def _last_quarter(quarter: Period, year: str) -> Period:
    """Give the last quarter of a plan year, counted from any other quarter."""
    step = quarter
    while step.year.text > year:
        step = step.previous()
    while step.year.text < year or step.next().year.text == year:
        step = step.next()
    return step
