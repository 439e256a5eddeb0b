"""One action as it stands: its sentence, what was declared, and beside it what the record concludes by itself.

In: an ActionView. Out: Html; what people declared and what is concluded never stand in one place.
"""

from kpi.plan import ActionView
from kpi.plan.signoff import SignedOff
from kpi.story import grammar
from kpi.ui import address
from kpi.ui.markup import Html, element, facts, join, link, listed, prose
from kpi.ui.parts import heading, mark, sentence
from kpi.ui.plan_words import due_in_full, status_chip, times
from kpi.ui.surround import moment

AGREED = "Nothing: what was declared agrees with dates, milestones and figures."


def lead(view: ActionView) -> Html:
    """Say in a sentence where the action stands."""
    return sentence(view.sentence, view.mark, lead=True)


def beside(view: ActionView) -> Html:
    """Put what was declared beside what the record concludes."""
    declared = element("section", heading("Declared"), _declared(view))
    return element("div", declared, element("section", heading("Concluded"), _concluded(view)), class_="kpi-declared")


def _declared(view: ActionView) -> Html:
    update = view.last_updated.short_label if view.last_updated else "never"
    return facts(
        {
            "Stage": _stage(view),
            "Status": join([status_chip(view.status), _meaning(view)]),
            "Done": None if view.percent is None else f"{view.percent:g}%",
            "Due": _due(view),
            "Updated": update if view.updated else f"not in {view.period.short_label}; last: {update}",
            "Signed off": signed(view.signed_off),
        }
    )


def _meaning(view: ActionView) -> Html | None:
    return element("p", view.status.meaning, class_="kpi-quiet") if view.status else None


def _stage(view: ActionView) -> str:
    word = view.stage_word[:1].upper() + view.stage_word[1:]
    return word if view.declared == view.stage else f"{word} by sign-off; declared: {view.declared_word}"


def _due(view: ActionView) -> str:
    if not view.moves:
        return due_in_full(view.due)
    first = due_in_full(view.original_due)
    return f"{due_in_full(view.due)}; moved {times(len(view.moves))}, first due {first}"


def signed(given: SignedOff | None) -> Html:
    """Say who signed a quarter off, when and in which revision, and whether it changed since."""
    if given is None:
        return element("span", "not yet", class_="kpi-quiet")
    when = f", {moment(given.at)}" if given.at else ""
    revision = link(f"revision {given.revision}", address.link("history", revision=given.revision))
    said = join([f"{given.period.short_label} by the {given.role} ({given.who}{when}, ", revision, ")"])
    comment = element("p", f"“{given.comment}”") if given.comment else None
    return join([said, " " if given.changed_since else None, _changed(given), comment])


def _changed(given: SignedOff) -> Html | None:
    return mark("Changed since sign-off") if given.changed_since else None


def _concluded(view: ActionView) -> Html:
    told = listed(prose(one.sentence) for one in view.conclusions) if view.conclusions else element("p", AGREED)
    suggested = view.suggested
    if suggested is None:
        return told
    status = join([status_chip(suggested.status), f" {suggested.reason[:1].upper()}{suggested.reason[1:]}."])
    rule = element("p", suggested.rule, class_="kpi-quiet")
    return join(
        [told or element("p", AGREED), heading("What dates and percent suggest", 3), element("p", status), rule]
    )


def about(view: ActionView) -> Html:
    """Say what was agreed: why, who, from when, and where it was published."""
    action = view.action
    area = link(view.area_title, address.link("plan", year=view.year, period=view.period.text, area=view.area_id))
    return facts(
        {
            "What is to be done": view.text,
            "Priority": f"{view.priority_ref} {view.priority}",
            "Service area": area,
            "Head of Service": view.head,
            "Led by": view.lead,
            "With": grammar.listed(action.partners) if action.partners else None,
            "Why it is in the plan": view.origin_word[:1].upper() + view.origin_word[1:],
            "Where it comes from": action.source,
        }
    )
