"""What stands in the update form of an action, and what of it is news: what a person left as it was is not said.

In: an ActionView as it was when the form was opened, and the fields as written. Out: an Update, or Problems by field.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kpi.definitions.legend import PlanStatus
from kpi.intake.rules.child_cells import signs
from kpi.intake.updates import words
from kpi.intake.updates.news import in_words, known_in_words, news
from kpi.period import Calendar
from kpi.plan import ActionView, Update
from kpi.problem import Problem, ProblemError, Where

LABELS: Final = {
    "stage": "Stage",
    "status": "Status",
    "percent": "Percent done",
    "commentary": "What happened this quarter",
    "milestones": "Milestones",
    "due": "New due date",
    "due_reason": "Why it moves",
    "who": "Your name or role",
    "sure": "Please check",
}
"""What each field of the form is called."""
EMPTIED = "This was said before, and an empty field does not take it back."
EMPTIED_FIX = "Write what holds now, or undo the revision that said it."
CHILD_FIX = "Take it out: what is written here is about the work, never about one child."


@dataclass(frozen=True, slots=True)
class Written:
    """The fields of the form as text: ids for stage, status and milestone states, the rest in a person's words."""

    stage: str
    status: str
    percent: str
    commentary: str
    due: str = ""
    due_reason: str = ""
    milestones: Mapping[str, str] = field(default_factory=dict)
    who: str = ""


def prefilled(known: ActionView) -> Written:
    """Give what the form begins with: what is known of the action in its quarter."""
    return Written(
        stage=known.declared,
        status=known.status.id if known.status else "",
        percent="" if known.percent is None else f"{known.percent:g}",
        commentary=known.commentary,
        milestones={one.id: one.state for one in known.milestones},
    )


def fitting(known: ActionView, stage: str) -> tuple[PlanStatus, ...]:
    """Give the statuses of the legend that may be declared with a stage, in its order."""
    return tuple(one for one in known.legend.statuses if stage in one.stages) if known.legend else ()


def said(written: Written, known: ActionView, calendar: Calendar) -> Update:
    """Give the news of what was written, as against what was known; raises ProblemError naming every field at fault."""
    faults: list[Problem] = []
    before = prefilled(known)
    given: dict[str, Any] = {
        "stage": written.stage,
        "status": written.status or None,
        "percent": _read(written.percent, "percent", words.percent, faults),
        "commentary": written.commentary or None,
        "due": _read(written.due, "due", lambda text: words.due(text, calendar), faults),
        "due_reason": written.due_reason or None,
        "milestones": dict(written.milestones),
    }
    emptied = (name for name in ("percent", "commentary") if getattr(before, name) and not getattr(written, name))
    faults += [wrong(name, EMPTIED, EMPTIED_FIX) for name in emptied]
    faults += [fault for name in ("commentary", "due_reason") for fault in _about_a_child(name, getattr(written, name))]
    if faults:
        raise ProblemError(faults)
    return news(Update.model_validate(given), known, calendar)


def _read(text: str, name: str, read: Callable[[str], Any], faults: list[Problem]) -> Any:
    """Read a field that may stay empty; what cannot be read is told at the field."""
    if not text:
        return None
    try:
        return read(text)
    except words.WordError as error:
        faults.append(Problem(error.code, error.message, error.fix, Where(column=name)))
        return None


def _about_a_child(name: str, text: str) -> list[Problem]:
    """Refuse words that point at one child; the message never repeats them."""
    return [
        Problem("child-level-cells", f"This holds what look like {kind}.", CHILD_FIX, Where(column=name))
        for kind in signs(text)
    ]


def wrong(name: str, message: str, fix: str = "") -> Problem:
    """Say what is wrong with a field."""
    return Problem("field-unreadable", message, fix, Where(column=name))


def changes(update: Update, known: ActionView, calendar: Calendar) -> list[tuple[str, str, str]]:
    """Say each thing that an update changes: what it is called, from what, to what."""
    after = in_words(update, known, known.legend, calendar)
    before = known_in_words(update, known)
    return [(name, old, new) for (name, new), old in zip(after, before, strict=True)]
