"""What people write in papers: kept as entries by quarter, and carried to the next quarter as a draft.

In: words with their clearance, or the entries of the ledger. Out: entries, and each section's text as it stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal

from kpi.definitions.due import read_day
from kpi.definitions.faults import validated
from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper, PaperSection, Written
from kpi.definitions.yaml_text import Document
from kpi.entry import Entry
from kpi.period import Calendar, Frequency, Period, PeriodError, read_as, reader_date
from kpi.problem import NOWHERE, Problem, ProblemError, Where, excerpt
from kpi.quoted import Quotations
from kpi.reports.model import Gap

KIND: Final = "text"
"""The kind of the entries that hold texts of papers."""
State = Literal["written", "carried", "missing"]


@dataclass(frozen=True)
class TextView:
    """The text of a section as it stands in a quarter.

    `said` is the quarter it was written for: an earlier one makes it a draft carried forward, which counts as written
    only once somebody confirms it. `mismatches` are figures in it that the ledger does not hold.
    """

    section: PaperSection
    period: Period
    written: Written | None = None
    said: Period | None = None
    who: str = ""
    at: datetime | None = None
    revision: int = 0
    mismatches: tuple[Problem, ...] = ()

    @property
    def state(self) -> State:
        """Whether it is written, carried forward or missing."""
        if self.written is None:
            return "missing"
        return "written" if self.said == self.period else "carried"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs; an empty line stands between two."""
        text = self.written.text if self.written else ""
        parts = text.replace("\r\n", "\n").split("\n\n")
        return tuple(" ".join(part.split("\n")).strip() for part in parts if part.strip())

    @property
    def told(self) -> tuple[str, ...]:
        """Its paragraphs as a paper prints them: the last says where the text was made up."""
        if not self.illustrative:
            return self.paragraphs
        *first, last = self.paragraphs
        return *first, f"{last} Illustrative."

    @property
    def clearance(self) -> str:
        """The code and the day that cleared it, empty where nothing did or it is only a draft."""
        if self.written is None or self.state != "written":
            return ""
        return ", ".join(part for part in (self.written.clearance, _day(self.written.cleared)) if part)

    @property
    def illustrative(self) -> bool:
        """Whether it was made up for a demonstration."""
        return self.written is not None and self.written.illustrative

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What it lacks for publication."""
        return tuple(_gaps(self))

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "section": self.section.id,
            "title": self.section.title,
            "state": self.state,
            "text": self.written.text if self.written else None,
            "written_for": self.said.text if self.said else None,
            "clearance": self.clearance,
            "who": self.who,
            "at": self.at.isoformat() if self.at else None,
            "revision": self.revision or None,
            "illustrative": self.illustrative,
            "mismatches": [one.as_dict() for one in self.mismatches],
        }


def subject_of(paper: str, section: str) -> str:
    """Name the subject of a text's entries."""
    return f"{paper}/{section}"


def entry(paper: str, section: str, period: Period, written: Written) -> Entry:
    """Make the entry of a text."""
    content = written.model_dump(include=set(Written.model_fields), exclude_none=True)
    return Entry.of(KIND, subject_of(paper, section), period.text, content)


def recipe(pack: Pack, paper: str) -> Paper:
    """Find the recipe of a paper; ProblemError unknown-paper."""
    found = pack.paper(paper)
    if found is None:
        named = [one.id for one in pack.papers or ()]
        fix = f"There are: {', '.join(named)}." if named else "Write the first as docs/papers.md shows."
        raise ProblemError([Problem("unknown-paper", f"There is no paper {excerpt(paper)}.", fix)])
    return found


def written_section(pack: Pack, paper: str, section: str) -> PaperSection:
    """Find a section in which people write; ProblemError unknown-paper or unknown-section."""
    sections = [one for one in recipe(pack, paper).sections if one.is_written]
    found = next((one for one in sections if one.id == section), None)
    if found is None:
        fix = f"There are: {', '.join(one.id for one in sections)}." if sections else "Nobody writes in this paper."
        raise ProblemError([Problem("unknown-section", f"Nobody writes in a section {excerpt(section)}.", fix)])
    return found


def written_from(given: Mapping[str, Any]) -> Written:
    """Make a text of what a person gives: words as text or UTF-8 bytes, a clearance; ProblemError with what is wrong.

    What is empty is left out. The words stay as they are: nothing in them is a command to any form of paper.
    """
    words = given.get("text") or ""
    try:
        text = words.decode("utf-8-sig") if isinstance(words, bytes) else str(words)
    except UnicodeDecodeError as error:
        fix = "Save the file as UTF-8 text."
        raise ProblemError([Problem("text-encoding", "The text is not UTF-8.", fix, Where(column="text"))]) from error
    said = {name: value for name, value in {**given, "text": text}.items() if value not in (None, "")}
    made, problems, _ = validated(Document("text", said, {}), (), Written)
    if made is None:
        raise ProblemError(replace(problem, where=NOWHERE) for problem in problems)
    return made


def check_written(written: Written) -> Iterator[Problem]:
    """Require a clearance with both its code and a day that can be read, or without either."""
    try:
        day = read_day(written.cleared) if written.cleared else None
    except PeriodError as error:
        yield Problem("day", error.reason, error.question or "", Where(column="cleared"))
        return
    if (written.clearance is None) != (day is None):
        lacking = "the day" if day is None else "the code"
        message = f"The clearance lacks {lacking}."
        yield Problem("half-a-clearance", message, "Give the code and the day it was cleared.", Where(column="cleared"))


def texts(paper: Paper, entries: Iterable[Entry], period: Period, quotations: Quotations) -> dict[str, TextView]:
    """Give the text of every section that people write, with the latest earlier quarter's where there is none yet.

    `entries` may hold what is no longer in force; it is passed over.
    """
    newest: dict[str, tuple[Period, Entry]] = {}
    for one in entries:
        if one.kind == KIND and one.in_force:
            said = read_as(one.period, Frequency.QUARTER, Calendar(period.calendar)).period
            if said <= period and (one.subject not in newest or newest[one.subject][0] < said):
                newest[one.subject] = (said, one)
    written = (section for section in paper.sections if section.is_written)
    return {one.id: _view(one, newest.get(subject_of(paper.id, one.id)), period, quotations) for one in written}


def _view(
    section: PaperSection, found: tuple[Period, Entry] | None, period: Period, quotations: Quotations
) -> TextView:
    if found is None:
        return TextView(section, period)
    said, one = found
    written = Written.model_validate_json(one.body)
    where = Where(column=section.title)
    mismatches = tuple(quotations.check(written.text, period, where))
    return TextView(section, period, written, said, one.who, one.at, one.revision, mismatches)


def _gaps(view: TextView) -> Iterator[Gap]:
    """Tell what a text lacks: words, somebody's word that they still hold, or the clearance."""
    section, title = view.section, view.section.title
    none = f"Write '{section.if_none}' where that is so, or" if section.if_none else "Write it, or"
    if view.state == "missing" and section.needed:
        yield Gap(section.id, f"{title}: nothing is written.", f"{none} do not publish.")
    elif view.state == "carried" and view.said:
        what = f"{title}: the text of {view.said.short_label} is carried forward and nobody has confirmed it."
        yield Gap(section.id, what, "Read it, correct it where it no longer holds, and write it for this quarter.")
    elif view.state == "written" and section.clearance and not view.clearance:
        yield Gap(section.id, f"{title}: not cleared.", "Add the clearance code and the day.")


def _day(text: str | None) -> str:
    """Write the day of a clearance for readers."""
    return reader_date(read_day(text)) if text else ""
