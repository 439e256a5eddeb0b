"""The words of a tracker's cells: stages, statuses, percentages, due dates and milestones, each read or refused.

In: a cell's text. Out: the value, or WordError with a message and a fix that an analyst can act on.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from kpi.definitions.due import read_due
from kpi.definitions.legend import STAGE_WORDS, STAGES, Legend, Stage
from kpi.definitions.plan import Milestone, MilestoneState
from kpi.number import NumberError
from kpi.number import read as read_number
from kpi.period import Calendar, PeriodError
from kpi.plan.milestones import WORDS
from kpi.problem import excerpt

STATES: Final = ("final", "illustrative")
LONGEST: Final = 4_000
"""Characters of a commentary or a reason."""


class WordError(ValueError):
    """Raised for a cell that cannot be read: a Problem's code, its message and what to do."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        """Keep the parts of the Problem."""
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


def plain(text: str) -> str:
    """Give a word as it is compared: letters and digits only, without case."""
    return re.sub(r"[\W_]+", "", text.casefold())


def nearest(text: str, known: Mapping[str, str], most: int = 3) -> list[str]:
    """Suggest the values whose plain words look most like a text."""
    close = get_close_matches(plain(text)[:60], known, n=most, cutoff=0.6)
    return list(dict.fromkeys(known[word] for word in close))


def stage(text: str) -> Stage:
    """Read a stage by its word or its id."""
    found = {plain(one): one for one in STAGES} | {plain(word): one for one, word in STAGE_WORDS.items()}
    if plain(text) in found:
        return found[plain(text)]
    words = {plain(word): word for word in STAGE_WORDS.values()}
    raise WordError("unknown-stage", f"{excerpt(text)} is no stage.", _meant(text, words))


def status(text: str, legend: Legend | None) -> str:
    """Read a status of the council's legend by its label or its id."""
    statuses = legend.statuses if legend else ()
    found = {plain(one.id): one.id for one in statuses} | {plain(one.label): one.id for one in statuses}
    if plain(text) in found:
        return found[plain(text)]
    words = {plain(one.label): one.label for one in statuses}
    raise WordError("unknown-status", f"{excerpt(text)} is no status of the council's legend.", _meant(text, words))


def percent(text: str) -> float:
    """Read how much is done: 40 and 40% are the same, and lie from 0 to 100."""
    try:
        cell = read_number(text, "percent")
    except NumberError as error:
        raise WordError("not-a-number", error.reason, "Write how much is done as 40 or 40%.") from error
    if cell.value is None:
        fix = "Write how much is done as 40 or 40%, or leave the cell empty."
        raise WordError("not-a-number", f"{excerpt(text)} is no percentage of what is done.", fix)
    if not 0 <= cell.value <= 100:
        raise WordError("percent-range", f"{excerpt(text)} does not lie from 0 to 100.", "Correct the percentage.")
    return cell.value


def due(text: str, calendar: Calendar) -> str:
    """Read a due date and give its canonical text."""
    try:
        return read_due(text, calendar).text
    except PeriodError as error:
        fix = error.question or "Write it as 30 June 2019, Q1 2019-20 or ongoing."
        raise WordError("due-unreadable", error.reason, fix) from error


def state(text: str) -> str:
    """Read whether an update was made up for a demonstration; empty means final."""
    if plain(text or "final") in STATES:
        return plain(text or "final")
    raise WordError("unknown-state", f"{excerpt(text)} is no state.", "Write illustrative, or nothing for final.")


def prose(text: str) -> str:
    """Take a commentary or a reason as it is, unless it is too long to be kept."""
    if len(text) > LONGEST:
        message = f"The text is longer than {LONGEST:,} characters."
        raise WordError("text-too-long", message, "Shorten it, and keep the rest in the paper that it comes from.")
    return text


def milestones(text: str, own: tuple[Milestone, ...]) -> dict[str, MilestoneState]:
    """Read `assess: done; train: not started` into states by milestone; each is named by its id or title."""
    names = {plain(one.title): one.id for one in own} | {plain(one.id): one.id for one in own}
    found: dict[str, MilestoneState] = {}
    for part in filter(None, (piece.strip() for piece in re.split(r"[;\n]", text))):
        name, colon, word = part.rpartition(":")
        if not colon:
            fix = "Write each as in 'assess: done', with semicolons between them."
            raise WordError("milestones-unreadable", f"{excerpt(part)} names no state of a milestone.", fix)
        milestone = _milestone(name, names)
        if milestone in found:
            message = f"The milestone {excerpt(milestone)} is given twice."
            raise WordError("milestones-unreadable", message, "Keep one of the two.")
        found[milestone] = _milestone_state(word)
    return found


def milestones_text(states: Mapping[str, MilestoneState]) -> str:
    """Write states of milestones as the template does and `milestones` reads them."""
    return "; ".join(f"{name}: {WORDS[one]}" for name, one in states.items())


def _milestone(name: str, names: Mapping[str, str]) -> str:
    if plain(name) in names:
        return names[plain(name)]
    known = {plain(one): one for one in names.values()}
    message = f"The action has no milestone {excerpt(name.strip())}."
    raise WordError("unknown-milestone", message, _meant(name, known))


def _milestone_state(word: str) -> MilestoneState:
    found = {plain(one): one for one in WORDS} | {plain(said): one for one, said in WORDS.items()}
    if plain(word) in found:
        return found[plain(word)]
    fix = "Write not started, in progress or done."
    raise WordError("milestones-unreadable", f"{excerpt(word.strip())} is no state of a milestone.", fix)


def _meant(text: str, words: Mapping[str, str]) -> str:
    close = nearest(text, words)
    if close:
        return f"Is {' or '.join(close)} meant?"
    return f"Write one of: {', '.join(dict.fromkeys(words.values()))}." if words else "Leave the cell empty."
