"""What the record concludes by itself, always beside what people declared.

In: facts of an action. Out: conclusions in order of weight, each a sentence that names its rule and the facts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kpi.definitions.legend import COMPLETE
from kpi.period import reader_date
from kpi.plan import words
from kpi.plan.facts import Facts
from kpi.plan.impact import not_borne_out
from kpi.plan.suggest import suggestion
from kpi.story import grammar

CONCLUSIONS: Final[dict[str, str]] = {
    "overdue": "Overdue",
    "impact-not-shown": "Complete, but its figures do not show it",
    "carried-twice": "Carried forward more than once",
    "milestone-overdue": "A milestone is late",
    "milestones-open": "Complete with milestones open",
    "milestones-complete": "Milestones complete, the action not",
    "due-moved": "Due date moved more than once",
    "suggested-differs": "Dates and percent suggest another status",
    "not-updated": "Not updated this quarter",
    "due-this-quarter": "Due this quarter",
}
"""The title of every conclusion by its code, in order of weight."""
TOLD: Final = 3
"""Milestones that a sentence names."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One thing the record concludes: a stable code, and a sentence with the rule and the facts."""

    code: str
    sentence: str

    @property
    def title(self) -> str:
        """What it is called on screens."""
        return CONCLUSIONS[self.code]

    def as_dict(self) -> dict[str, str]:
        """Give the JSON object of the command line."""
        return {"code": self.code, "sentence": self.sentence}


def conclude(facts: Facts) -> tuple[Conclusion, ...]:
    """Draw every conclusion that holds, in order of weight."""
    told = ((code, _SENTENCES[code](facts)) for code in CONCLUSIONS)
    return tuple(Conclusion(code, sentence) for code, sentence in told if sentence)


def _overdue(facts: Facts) -> str:
    if not facts.overdue:
        return ""
    if facts.stage == "moved":
        return f"Overdue: it was due {words.when_due(facts.due)} and is moved to the next year without a new date."
    as_at = facts.reading.as_at
    when = "the end of that day" if facts.due.day == as_at else reader_date(as_at)
    return f"Overdue: it was due {words.when_due(facts.due)} and is {facts.stage_word} at {when}."


def _impact_not_shown(facts: Facts) -> str:
    against = not_borne_out(facts.answers) if facts.stage in COMPLETE else ()
    if not against:
        return ""
    count = len(facts.answers)
    some = words.counted(len(against), f"of its {count} indicators does", f"of its {count} indicators do")
    which = "its indicator does" if count == 1 else some
    told = words.joined(answer.sentence for answer in against)
    return f"Impact not shown: it is {facts.stage_word}, but {which} not show it. {told}"


def _carried_twice(facts: Facts) -> str:
    if len(facts.carried) < 2:
        return ""
    years = grammar.listed([year.year for year in reversed(facts.carried)])
    return f"Carried forward more than once: it was in the plans of {years} already."


def _milestone_overdue(facts: Facts) -> str:
    late = facts.late_milestones
    if not late:
        return ""
    told = [f"'{one.title}' was due {words.when_due(one.due)} and is {one.word}" for one in late]
    if len(late) > TOLD:
        return f"{len(late)} milestones are late; the first: {told[0]}."
    return f"{'A milestone is' if len(late) == 1 else 'Milestones are'} late: {'; '.join(told)}."


def _milestones_open(facts: Facts) -> str:
    left = [one for one in facts.milestones if one.state != "done"]
    if facts.stage not in (*COMPLETE, "awaiting_sign_off") or not left:
        return ""
    named = grammar.listed([f"'{one.title}' is {one.word}" for one in left[:TOLD]])
    others = f", and {len(left) - TOLD} more are open" if len(left) > TOLD else ""
    return f"Milestones are open: it is {facts.stage_word}, but {named}{others}."


def _milestones_complete(facts: Facts) -> str:
    if facts.done or not facts.milestones or any(one.state != "done" for one in facts.milestones):
        return ""
    count = len(facts.milestones)
    which = {1: "its milestone is", 2: "both its milestones are"}.get(count, f"all {count} of its milestones are")
    return f"Milestones are complete while the action is not: {which} done and it is {facts.stage_word}."


def _due_moved(facts: Facts) -> str:
    count = len(facts.moves)
    if count < 2:
        return ""
    times = "twice" if count == 2 else f"{count} times"
    first, now = (words.is_due(due) for due in (facts.original_due, facts.due))
    return f"The due date has moved {times}: it was first {first} and is now {now}."


def _suggested_differs(facts: Facts) -> str:
    found = suggestion(facts)
    # A status that doubts what is done speaks of its impact, on which dates and percent have nothing to say.
    if found is None or facts.done or facts.status is None or found.status.id == facts.status.id:
        return ""
    return f"{facts.status.label} is declared; dates and percent suggest {found.status.label}: {found.reason}."


def _not_updated(facts: Facts) -> str:
    if facts.settled or facts.updated or not facts.begun:
        return ""
    quarter, yet = facts.period.short_label, "" if facts.reading.over else " yet"
    last = facts.last_updated
    since = f"the last update is of {last.short_label}" if last else "it has never been updated"
    return f"Not updated: nothing has been said of it in {quarter}{yet}; {since}."


def _due_this_quarter(facts: Facts) -> str:
    reading = facts.reading
    if facts.done or facts.settled or facts.overdue or not facts.due.within(reading.first_day, reading.last_day):
        return ""
    return f"Due this quarter: it is due {words.when_due(facts.due)} and is {facts.stage_word}."


_SENTENCES: Final[dict[str, Callable[[Facts], str]]] = {
    "overdue": _overdue,
    "impact-not-shown": _impact_not_shown,
    "carried-twice": _carried_twice,
    "milestone-overdue": _milestone_overdue,
    "milestones-open": _milestones_open,
    "milestones-complete": _milestones_complete,
    "due-moved": _due_moved,
    "suggested-differs": _suggested_differs,
    "not-updated": _not_updated,
    "due-this-quarter": _due_this_quarter,
}
