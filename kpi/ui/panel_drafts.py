"""What the forms of the panel ask for, and how what was written becomes a question, an answer or a claim.

In: what the record already holds, and fields as a person wrote them. Out: fields, Problems at fields, definitions.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kpi.definitions.due import read_day, read_due
from kpi.definitions.expectation import Expectation
from kpi.definitions.panel import Claim, Question
from kpi.definitions.plan import REF_PATTERN
from kpi.panel.refs import next_ref
from kpi.period import PeriodError, reader_date
from kpi.problem import Problem
from kpi.ui.panel_form import WHO_FIELD, Field, Values, empty, wrong

KINDS = {"question": "A question", "request": "A request"}
NOT_AT_A_MEETING = {"": "Not at a meeting"}
LONGEST = 4000
DAY_HINT = "a day, such as 19 June 2019"
DUE_HINT = "a day or a period, such as 30 September 2019 or Q2 2019-20"


@dataclass(frozen=True, slots=True)
class Known:
    """What the record holds: references in use and meetings by id; which meeting and which day, if any, to offer."""

    refs: Collection[str]
    meetings: Mapping[str, str]
    meeting: str
    day: date | None


def question_fields(known: Known) -> tuple[Field, ...]:
    """List the fields of a question or request."""
    return (
        Field("kind", "What is it?", options=KINDS),
        Field("ref", "Reference", default=next_ref(known.refs, "Q"), most=30),
        *_occasion("asked", "asked", known),
        Field("text", "What was asked", long=True, most=LONGEST),
        Field("owner", "Who answers", "a role, not a person's name"),
        Field("due", "Answer due", DUE_HINT, most=60),
        WHO_FIELD,
    )


def answer_fields(known: Known) -> tuple[Field, ...]:
    """List the fields of an answer."""
    day = reader_date(known.day) if known.day else ""
    return (
        Field("answer", "The answer", long=True, most=LONGEST),
        Field("answered", "Day it was answered", DAY_HINT, default=day, most=60),
        WHO_FIELD,
    )


def withdrawal_fields() -> tuple[Field, ...]:
    """List the fields with which a question is withdrawn."""
    return (Field("note", "Why it is withdrawn"), WHO_FIELD)


def claim_fields(known: Known) -> tuple[Field, ...]:
    """List the fields of a claim; indicator, period and predicate are chosen above them."""
    return (
        Field("text", "The words as they were said", long=True, most=LONGEST),
        Field("by", "Who made it", "a role, not a person's name"),
        *_occasion("made", "made", known),
        Field("ref", "Reference", default=next_ref(known.refs, "C"), most=30),
        WHO_FIELD,
    )


def _occasion(day: str, verb: str, known: Known) -> tuple[Field, ...]:
    """List the fields that say when and where something was said."""
    return (
        Field(
            "meeting",
            f"Meeting at which it was {verb}",
            default=known.meeting,
            options={**NOT_AT_A_MEETING, **known.meetings},
            needed=False,
        ),
        Field(day, f"Day it was {verb}", f"where not at a meeting; {DAY_HINT}", needed=False, most=60),
        Field("where", "Place", "where not at a meeting", needed=False),
    )


def question_faults(known: Known, values: Values) -> list[Problem]:
    """Find what is wrong with the fields of a question that are filled in."""
    return [*_ref_faults(values, known), *_occasion_faults("asked", values), *_due_faults(values)]


def answer_faults(values: Values) -> list[Problem]:
    """Find what is wrong with the day of an answer."""
    return _day_faults("answered", values)


def claim_faults(known: Known, values: Values) -> list[Problem]:
    """Find what is wrong with the fields of a claim that are filled in."""
    return [*_ref_faults(values, known), *_occasion_faults("made", values)]


def question(values: Values) -> Question:
    """Make a question of what was written, once nothing is wrong with it."""
    return Question(
        ref=values["ref"],
        kind="request" if values["kind"] == "request" else "question",
        meeting=values["meeting"] or None,
        asked=_day(values["asked"]),
        where=values["where"] or None,
        text=values["text"],
        owner=values["owner"],
        due=read_due(values["due"]).text,
    )


def claim(values: Values, expectation: Expectation) -> Claim:
    """Make a claim of what was written and chosen, once nothing is wrong with it."""
    return Claim(
        ref=values["ref"],
        meeting=values["meeting"] or None,
        made=_day(values["made"]),
        where=values["where"] or None,
        by=values["by"],
        text=values["text"],
        expectation=expectation,
    )


def _ref_faults(values: Values, known: Known) -> list[Problem]:
    ref = values["ref"]
    if not ref:
        return []
    if not re.match(REF_PATTERN, ref):
        return [wrong("ref", "A reference begins with a letter or digit.", "Write it like Q8, without other signs.")]
    if ref.casefold() in {one.casefold() for one in known.refs}:
        free = next_ref(known.refs, ref[0].upper())
        return [wrong("ref", f"{ref} is already in use.", f"The next that is free is {free}.")]
    return []


def _occasion_faults(day: str, values: Values) -> list[Problem]:
    """Find what is wrong with when and where: a meeting says both, without one both are written."""
    if values["meeting"]:
        told = values[day] or values["where"]
        fix = "Leave the day and the place empty, or choose 'Not at a meeting'."
        return [wrong(day if values[day] else "where", "The meeting already says when and where.", fix)] if told else []
    faults = [] if values["where"] else [empty("where", "Say where, or choose the meeting.")]
    if not values[day]:
        return [empty(day, "Say on which day, or choose the meeting."), *faults]
    return [*_day_faults(day, values), *faults]


def _day_faults(field: str, values: Values) -> list[Problem]:
    return _faults(field, values, read_day)


def _due_faults(values: Values) -> list[Problem]:
    return _faults("due", values, read_due)


def _faults(field: str, values: Values, read: Callable[[str], object]) -> list[Problem]:
    """Say why a field cannot be read; nothing where it can, or is still empty."""
    try:
        if values[field]:
            read(values[field])
    except PeriodError as error:
        return [_unread(field, error)]
    return []


def _unread(field: str, error: PeriodError) -> Problem:
    return wrong(field, error.reason, error.question or f"Write {DAY_HINT}.")


def _day(text: str) -> str | None:
    return read_day(text).isoformat() if text else None
