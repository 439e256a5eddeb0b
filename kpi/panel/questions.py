"""Questions and requests: who asked when, who answers by when, and what is overdue.

In: questions of the definitions, entries, meetings, a day. Out: questions as at that day, and entries to declare them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from kpi.definitions.due import Due, read_day, read_due
from kpi.definitions.pack import Pack
from kpi.definitions.panel import Question, QuestionState
from kpi.entry import Entry
from kpi.panel.meetings import MeetingDay
from kpi.panel.readiness import days
from kpi.panel.record import Recorded, happened, standing
from kpi.period import Calendar, reader_date

KIND: Final = "question"
"""The kind of the entries that hold questions."""
STATE_WORDS: Final = {"open": "open", "answered": "answered", "withdrawn": "withdrawn"}
WEIGHT: Final = {"open": 0, "answered": 1, "withdrawn": 2}


@dataclass(frozen=True)
class QuestionView:
    """A question as at a day: what was answered later is open, and open is overdue when its due date has passed.

    `asked` is None where the day is not known. `who`, `at` (UTC) and `revision` tell who recorded it last; revision 0
    is the definitions.
    """

    question: Question
    meeting: MeetingDay | None
    asked: date | None
    due: Due
    day: date
    state: QuestionState
    who: str = ""
    at: datetime | None = None
    revision: int = 0

    @property
    def ref(self) -> str:
        """Its reference."""
        return self.question.ref

    @property
    def where(self) -> str:
        """Where it was asked: the meeting, or the place named; empty where neither is known."""
        return self.meeting.title if self.meeting else self.question.where or ""

    @property
    def answer(self) -> str:
        """The answer, empty where there was none by the day."""
        return (self.question.answer or "") if self.state == "answered" else ""

    @property
    def overdue(self) -> bool:
        """Whether it is open and was due before the day."""
        return self.state == "open" and self.due.passed(self.day)

    @property
    def word(self) -> str:
        """The state as people read it: open, overdue, answered or withdrawn."""
        return "overdue" if self.overdue else STATE_WORDS[self.state]

    @property
    def illustrative(self) -> bool:
        """Whether it was made up for a demonstration."""
        return self.question.illustrative

    @property
    def sentence(self) -> str:
        """Say where it stands: 'Q4 was due on 31 May 2019 from the Head of Children in Care: 19 days overdue.'"""
        if self.state == "withdrawn":
            return f"{self.ref} was withdrawn."
        if self.state == "answered":
            on = f" on {reader_date(read_day(self.question.answered))}" if self.question.answered else ""
            return f"{self.ref} was answered{on} by the {self.question.owner}."
        if self.overdue and self.due.day:
            late = days((self.day - self.due.day).days)
            return f"{self.ref} was due {_by(self.due)} from the {self.question.owner}: {late} overdue."
        return f"{self.ref} is due {_by(self.due)} from the {self.question.owner}."

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "ref": self.ref,
            "kind": self.question.kind,
            "text": self.question.text,
            "meeting": self.question.meeting,
            "where": self.where,
            "asked": self.asked.isoformat() if self.asked else None,
            "owner": self.question.owner,
            "due": self.due.text,
            "state": self.state,
            "overdue": self.overdue,
            "answer": self.answer or None,
            "answered": self.question.answered if self.state == "answered" else None,
            "sentence": self.sentence,
            "illustrative": self.illustrative,
            "revision": self.revision,
        }


def question_entry(question: Question) -> Entry:
    """Make the entry that declares a question, or what became of it."""
    return Entry.of(KIND, question.ref, "", question.model_dump(mode="json", exclude_none=True))


def answered(question: Question, answer: str, day: date) -> Question:
    """Give the question with its answer; raises ValidationError for an empty one."""
    told = {"state": "answered", "answer": answer, "answered": day.isoformat()}
    return Question.model_validate(question.model_dump() | told)


def withdrawn(question: Question) -> Question:
    """Give the question taken back by who asked it."""
    return question.model_copy(update={"state": "withdrawn"})


def recorded_questions(pack: Pack, entries: Iterable[Entry]) -> tuple[Recorded[Question], ...]:
    """Give every question as it stands, from the definitions and the entries in force."""
    return standing(pack.panel.questions, entries, KIND, Question)


def questions(
    pack: Pack, entries: Iterable[Entry], by_id: Mapping[str, MeetingDay], day: date
) -> tuple[QuestionView, ...]:
    """List every question as at a day, also those asked later: overdue first, then open, answered and withdrawn."""
    calendar = Calendar(pack.council.calendar)
    found = [_view(one, by_id, day, calendar) for one in recorded_questions(pack, entries)]
    return tuple(sorted(found, key=lambda one: (WEIGHT[one.state], one.due, one.ref)))


def _view(recorded: Recorded[Question], by_id: Mapping[str, MeetingDay], day: date, calendar: Calendar) -> QuestionView:
    question = recorded.value
    meeting = by_id.get(question.meeting or "")
    asked = happened(question.asked, meeting)
    due = read_due(question.due, calendar)
    who = recorded.who, recorded.at, recorded.revision
    return QuestionView(question, meeting, asked, due, day, _state(question, day), *who)


def _state(question: Question, day: date) -> QuestionState:
    """Give the state on a day: what was answered later was still open."""
    later = question.answered is not None and read_day(question.answered) > day
    return "open" if question.state == "answered" and later else question.state


def _by(due: Due) -> str:
    """Say by when: 'on 31 May 2019', 'by the end of Q4 2018-19 (January to March 2019)', 'without a date'."""
    if due.day is None:
        return "without a date"
    return f"on {due.label}" if due.period and due.period.first_day == due.day else f"by the end of {due.label}"
