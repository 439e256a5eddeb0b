"""The panel through the one door: its calendar and memory, and what is asked, answered and claimed.

In: a workspace, questions and claims. Out: PanelViews as known at a revision; revisions of the ledger.
"""

from dataclasses import dataclass, replace
from datetime import date

from kpi.definitions.panel import Claim, Question
from kpi.entry import Entry
from kpi.panel import (
    PanelView,
    answered,
    assemble,
    check_claim,
    check_question,
    claim_entry,
    question_entry,
    recorded_claims,
    recorded_questions,
    review_day,
    withdrawn,
)
from kpi.period import Period
from kpi.problem import NOWHERE, Problem, ProblemError, Where, excerpt, has_errors
from kpi.quoted import Quotations, Spoken, in_spoken, of_claim, of_question
from kpi.workspace.declaring import Declares
from kpi.workspace.known import Known, known
from kpi.workspace.place import with_warnings


@dataclass(frozen=True)
class Meetings(Declares):
    """What is asked and declared of the panel."""

    def panel(self, period: str | Period | None = None, as_at: int | None = None, day: date | None = None) -> PanelView:
        """Give the panel's record for a quarter, as known at a revision, read on a day (None: the quarter's own)."""
        quarter, now = self.quarter(period, as_at), known(self.place, as_at)
        read_on = day or review_day(now.pack, quarter, self.place.today)
        return assemble(now.pack, now.entries, now.figures, quarter, read_on, now.revision)

    def ask(self, question: Question, *, who: str, base: int | None = None) -> int:
        """Record a question or request; ProblemError with what it contradicts, or changed-beneath."""
        now = known(self.place)
        _sound(check_question(question, now.pack, _refs(now)))
        return self._declare(question, f"Asked: {question.ref}", now, who, base)

    def answer(self, ref: str, answer: str, day: date, *, who: str, base: int | None = None) -> int:
        """Record the answer to a question; ProblemError: unknown-question, not-open, or what it contradicts."""
        now = known(self.place)
        question = answered(_open(now, ref), answer, day)
        _sound(check_question(question, now.pack, _refs(now) - {ref}))
        return self._declare(question, f"Answered: {ref}", now, who, base)

    def withdraw(self, ref: str, *, who: str, note: str = "", base: int | None = None) -> int:
        """Record that a question was withdrawn; ProblemError: unknown-question, not-open."""
        now = known(self.place)
        entry = question_entry(withdrawn(_open(now, ref)))
        return self._record(entry, note or f"Withdrawn: {ref}", now, who, base)

    def claim(self, claim: Claim, *, who: str, base: int | None = None) -> int:
        """Record a claim; ProblemError with what it contradicts, or changed-beneath."""
        now = known(self.place)
        _sound(check_claim(claim, now.pack, _refs(now)))
        return self._declare(claim, f"Claimed: {claim.ref}", now, who, base)

    def doubts(self, said: Question | Claim) -> tuple[Problem, ...]:
        """Warn of the figures that a question, its answer or a claim quotes otherwise than the ledger has them."""
        return _doubts(said, known(self.place))

    def answered(self, ref: str, answer: str, day: date) -> Question:
        """Give a question as it would stand with its answer; ProblemError: unknown-question, not-open."""
        return answered(_open(known(self.place), ref), answer, day)

    def _declare(self, said: Question | Claim, note: str, now: Known, who: str, base: int | None) -> int:
        """Record a question or a claim; what its words quote otherwise than the ledger stays in the note."""
        entry = claim_entry(said) if isinstance(said, Claim) else question_entry(said)
        return self._record(entry, with_warnings(note, _doubts(said, now)), now, who, base)

    def _record(self, entry: Entry, note: str, now: Known, who: str, base: int | None) -> int:
        return self.record([entry], "panel", who, note, now.revision if base is None else base)


def _doubts(said: Question | Claim, now: Known) -> tuple[Problem, ...]:
    """Check the newest words: those of the answer where there is one."""
    told: list[Spoken] = list(of_claim(said, now.pack) if isinstance(said, Claim) else of_question(said, now.pack))
    column = Where(column=told[-1].where.column) if told else NOWHERE
    return tuple(in_spoken([replace(one, where=column) for one in told[-1:]], Quotations(now.pack, now.figures)))


def _sound(problems: tuple[Problem, ...]) -> None:
    """Refuse what contradicts the record."""
    if has_errors(problems):
        raise ProblemError(problems)


def _refs(now: Known) -> frozenset[str]:
    """Name every reference of a question or claim."""
    asked, made = recorded_questions(now.pack, now.entries), recorded_claims(now.pack, now.entries)
    return frozenset([*(one.value.ref for one in asked), *(one.value.ref for one in made)])


def _open(now: Known, ref: str) -> Question:
    """Find a question that is still open."""
    found = next((one.value for one in recorded_questions(now.pack, now.entries) if one.value.ref == ref), None)
    if found is None:
        message = f"There is no question {excerpt(ref)}."
        raise ProblemError([Problem("unknown-question", message, "python -m kpi panel lists the references.")])
    if found.state != "open":
        message = f"{ref} is {found.state} already."
        raise ProblemError([Problem("not-open", message, "Undo that in the history first, if it was wrong.")])
    return found
