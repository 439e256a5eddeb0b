"""What the panel's record must agree with: its bodies and meetings, its dates, and the indicators.

In: panel.yaml as far as it can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from kpi.definitions import dates
from kpi.definitions.check_expectation import check_expectation, check_indicator
from kpi.definitions.codes import Code
from kpi.definitions.faults import nearest
from kpi.definitions.files import Part
from kpi.definitions.known import World
from kpi.definitions.node import Node, ids_of_their_own, refs_of_their_own, root
from kpi.definitions.panel import PanelFile
from kpi.problem import Problem, excerpt

Named = dict[str, Node]


def check_panel(part: Part[PanelFile] | None, world: World) -> Iterator[Problem]:
    """Run every rule over panel.yaml."""
    top = root(part)
    if top is None:
        return
    meetings = _by_id(top, "meetings")
    yield from ids_of_their_own(top, "bodies", "meetings")
    yield from refs_of_their_own(chain(top.nodes("questions"), top.nodes("claims")))
    yield from _check_meetings(top, _by_id(top, "bodies"))
    for key in ("work_programme", "questions", "claims"):
        for one in top.nodes(key):
            yield from _check_meeting(one, meetings, top)
    yield from _check_programme(top, world)
    for question in top.nodes("questions"):
        yield from _check_placed(question, "asked")
        yield from _check_question(question, meetings, world)
        yield from _check_answer(question)
    for claim in top.nodes("claims"):
        yield from _check_placed(claim, "made")
        yield from dates.check_days(claim, "made")
        yield from _check_claim(claim, world)


def _by_id(top: Node, key: str) -> Named:
    return {name: one for one in top.nodes(key) if (name := one.text("id"))}


def _check_meetings(top: Node, bodies: Named) -> Iterator[Problem]:
    """Require, of every meeting, a day and a body that is listed."""
    for meeting in top.nodes("meetings"):
        yield from dates.check_days(meeting, "date")
        body = meeting.text("body")
        if body and body not in bodies and top.whole("bodies"):
            message = f"There is no body {excerpt(body)}."
            yield Problem(Code.UNKNOWN_BODY, message, nearest(body, list(bodies)), meeting.where("body"))


def _check_meeting(one: Node, meetings: Named, top: Node) -> Iterator[Problem]:
    """Require a meeting that is listed."""
    name = one.text("meeting")
    if name and name not in meetings and top.whole("meetings"):
        message = f"There is no meeting {excerpt(name)}."
        yield Problem(Code.UNKNOWN_MEETING, message, nearest(name, list(meetings)), one.where("meeting"))


def _check_programme(top: Node, world: World) -> Iterator[Problem]:
    """Require, of every item of the work programme, a period that can be read and indicators of the pack."""
    for item in top.nodes("work_programme"):
        yield from dates.check_period(item, "period", world.calendar)
        for name, where in item.texts("indicators"):
            yield from check_indicator(name, where, world)


def _check_placed(one: Node, day: str) -> Iterator[Problem]:
    """Require of a question or claim the meeting, or the day."""
    if not one.has("meeting") and not one.has(day):
        message = f"Neither meeting nor {day} is given, so nobody can tell when it was."
        yield Problem(Code.WHEN_MISSING, message, f"Add the id of the meeting, or the day as {day}.", one.where())


def _check_question(question: Node, meetings: Named, world: World) -> Iterator[Problem]:
    """Require dates that can be read, and that nothing is due or answered before it is asked."""
    yield from dates.check_days(question, "asked", "answered")
    yield from dates.check_due(question, "due", world.calendar)
    asked = _asked(question, meetings)
    if asked is None:
        return
    due, answered = dates.due(question, "due", world.calendar), dates.day(question, "answered")
    if due and due.passed(asked):
        yield dates.out_of_order("due", "before the day it was asked", question.where("due"))
    if answered and answered < asked:
        yield dates.out_of_order("answered", "before the day it was asked", question.where("answered"))


def _asked(question: Node, meetings: Named) -> date | None:
    """Give the day a question was asked: its own, else that of the meeting."""
    if question.has("asked"):
        return dates.day(question, "asked")
    meeting = meetings.get(question.text("meeting") or "")
    return dates.day(meeting, "date") if meeting else None


def _check_answer(question: Node) -> Iterator[Problem]:
    """Require the answer, and its day, of what is answered."""
    if question.text("state") != "answered":
        return
    for key, what in (("answer", "the answer"), ("answered", "the day it was answered")):
        if not question.has(key):
            message = f"The state is answered, but {what} is not given."
            yield Problem(Code.ANSWER_MISSING, message, f"Add {key}.", question.where("state"))


def _check_claim(claim: Node, world: World) -> Iterator[Problem]:
    """Require, of a claim, an expectation that can be answered, and the period whose figure answers it."""
    expectation = claim.node("expectation")
    if expectation is None:
        return
    yield from check_expectation(expectation, world)
    if not expectation.has("period"):
        message = "The claim names no period, so nobody can tell which figure answers it."
        yield Problem(Code.CLAIM_PERIOD, message, "Add period to its expectation.", claim.where("expectation"))
