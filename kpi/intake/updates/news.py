"""What an update says that was not known: the part of a three-way comparison that looks at one state at a time.

In: an Update as written and an action as it stood at a revision. Out: an Update of what differs; its fields in words.
"""

from collections.abc import Iterator
from typing import Final

from kpi.definitions.due import read_due
from kpi.definitions.legend import STAGE_WORDS, Legend
from kpi.period import Calendar
from kpi.plan import ActionView, Update
from kpi.plan.milestones import WORDS

NOTHING: Final = "nothing"
"""How an empty value is said."""
LABELS: Final = {
    "stage": "Stage",
    "status": "Status",
    "percent": "Percent",
    "commentary": "Commentary",
    "due": "Due date",
    "due_reason": "Reason",
}


def news(update: Update, known: ActionView, calendar: Calendar) -> Update:
    """Keep what an update says differently from what was known of the action in its quarter.

    A due date is news when it moves, or when another reason is given for the move that the quarter declares.
    """
    said = update.said
    same = {
        "stage": known.declared,
        "status": known.status.id if known.status else None,
        "percent": known.percent,
        "commentary": known.commentary or None,
    }
    kept = {field: value for field, value in said.items() if field not in same or value != same[field]}
    if "due" in kept and _no_move(update, known, calendar):
        kept = {field: value for field, value in kept.items() if field not in ("due", "due_reason")}
    states = {one.id: one.state for one in known.milestones}
    kept["milestones"] = {name: one for name, one in update.milestones.items() if states.get(name) != one}
    return Update.model_validate(kept | {"state": update.state})


def together(update: Update, before: ActionView, now: ActionView) -> Update:
    """Let stage and status speak together: with one of them the other is said too, as the row was drawn, if it changed.

    Else a status chosen beside one stage would stand beside the stage that somebody else declared since.
    """
    if update.stage is None and update.status is None:
        return update
    said: dict[str, object] = {}
    if update.stage is None and before.declared != now.declared:
        said["stage"] = before.declared
    if update.status is None and before.status is not None and before.status != now.status:
        said["status"] = before.status.id
    return update.model_copy(update=said)


def _no_move(update: Update, known: ActionView, calendar: Calendar) -> bool:
    quarter = quarter_of(known)
    reasons = (None, quarter.due_reason if quarter else None)
    return read_due(update.due or "", calendar) == known.due and update.due_reason in reasons


def quarter_of(known: ActionView) -> Update | None:
    """Give what the quarter itself says of an action, None where nothing is in force."""
    return known.quarter.update if known.quarter else None


def in_words(update: Update, known: ActionView, legend: Legend | None, calendar: Calendar) -> Iterator[tuple[str, str]]:
    """Say each field that an update gives: what it is called and its value as people read it."""
    titles = {one.id: one.title for one in known.milestones}
    for field, value in update.said.items():
        if field == "milestones":
            yield from ((titles.get(name, name), WORDS[state]) for name, state in update.milestones.items())
        else:
            yield LABELS[field], _value(field, value, legend, calendar)


def known_in_words(update: Update, known: ActionView) -> Iterator[str]:
    """Say for each field of `in_words`, in the same order, what was known of it."""
    quarter = quarter_of(known)
    states = {one.id: one.word for one in known.milestones}
    now = {
        "stage": known.declared_word,
        "status": known.status.label if known.status else NOTHING,
        "percent": NOTHING if known.percent is None else f"{known.percent:g}%",
        "commentary": known.commentary or NOTHING,
        "due": known.due.label,
        "due_reason": (quarter.due_reason if quarter else None) or NOTHING,
    }
    for field in update.said:
        if field == "milestones":
            yield from (states.get(name, NOTHING) for name in update.milestones)
        else:
            yield now[field]


def _value(field: str, value: str | float, legend: Legend | None, calendar: Calendar) -> str:
    """Write a value as people read it."""
    if field == "stage":
        return {str(stage): word for stage, word in STAGE_WORDS.items()}[str(value)]
    if field == "status":
        found = legend.status(str(value)) if legend else None
        return found.label if found else str(value)
    if field == "percent":
        return f"{value:g}%"
    return read_due(str(value), calendar).label if field == "due" else str(value)
