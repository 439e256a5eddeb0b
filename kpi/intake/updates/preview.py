"""What publishing a tracker would change, what it would lay over somebody else's update, and how that is settled.

In: an UpdateCandidate and the plan as it is. Out: an UpdatePreview, which turns into entries for the ledger.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from kpi.definitions.pack import Pack
from kpi.entry import Entry, Key
from kpi.intake.updates.candidate import UpdateCandidate, UpdateRow, ViewAt
from kpi.intake.updates.news import LABELS, NOTHING, in_words, known_in_words, news, quarter_of
from kpi.period import Calendar, Period, reader_date
from kpi.plan import ActionView, PlanView, Update
from kpi.plan.update import entry
from kpi.problem import Problem, ProblemError, Where, excerpt, has_errors

Choice = Literal["mine", "theirs"]
LONDON: Final = ZoneInfo("Europe/London")
PROSE: Final = (LABELS["commentary"], LABELS["due_reason"])


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One thing that a row changes, in words: `field` is what is changed, from `before` to `after`."""

    ref: str
    text: str
    field: str
    before: str
    after: str
    row: int


@dataclass(frozen=True)
class Conflict:
    """An action that somebody else updated after the row was drawn, with other content.

    `base` is what the quarter said when the row was drawn (None for nothing), `theirs` what it says now, recorded by
    `who` at `at` (UTC) in `revision`, `mine` what the row says. `lines` are the fields that differ: `before` is theirs,
    `after` is mine.
    """

    ref: str
    text: str
    row: int
    base: Update | None
    theirs: Update
    who: str
    at: datetime | None
    revision: int
    note: str
    mine: Update
    lines: tuple[UpdateLine, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        return tuple(line.field for line in self.lines)

    @property
    def sentence(self) -> str:
        """Say who changed what and when, and what the file says instead."""
        theirs = "; ".join(_said(line.field, line.before) for line in self.lines)
        mine = "; ".join(_said(line.field, line.after) for line in self.lines)
        return f"{self.who} updated {self.ref}{self._when} (revision {self.revision}): {theirs}. The file says: {mine}."

    @property
    def _when(self) -> str:
        if self.at is None:
            return ""
        at = self.at.astimezone(LONDON)
        return f" at {at:%H:%M} on {reader_date(at.date())}"


@dataclass(frozen=True, eq=False)
class UpdatePreview:
    """What a tracker would change. `lines` name every change against what is known at `head`.

    `counts` has new (actions whose quarter had no update), changed and unchanged.
    """

    candidate: UpdateCandidate
    pack: Pack
    head: int
    lines: tuple[UpdateLine, ...]
    conflicts: tuple[Conflict, ...]
    counts: dict[str, int]
    landing: tuple[tuple[str, Update], ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.candidate.name

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in the file, in the order of its rows."""
        return self.candidate.problems

    @property
    def can_publish(self) -> bool:
        """Whether nothing among the problems is an error; conflicts are settled when it is published."""
        return not has_errors(self.problems)

    @property
    def changes_something(self) -> bool:
        """Whether publishing would put something on record."""
        return bool(self.landing)

    def settle(self, choices: Mapping[str, Choice] | None = None) -> tuple[Entry, ...]:
        """Give the entries for the ledger, with a choice for each conflict, by reference.

        'mine' lands over theirs, which stays in the history; 'theirs' stands, and mine is recorded as set aside.
        ProblemError: changed-beneath for each conflict without a choice, or what is wrong with the file.
        """
        if not self.can_publish:
            raise ProblemError(self.problems)
        chosen = choices or {}
        unsettled = [one for one in self.conflicts if chosen.get(one.ref) not in ("mine", "theirs")]
        if unsettled:
            raise ProblemError(self._unsettled(one) for one in unsettled)
        return tuple(self._entries(chosen))

    def settled(self, choices: Mapping[str, Choice]) -> frozenset[Key]:
        """Give the keys of the conflicts that were chosen about."""
        refs = {one.ref for one in self.conflicts if one.ref in choices}
        return frozenset(one.key for one in self._entries(choices) if one.subject.partition("/")[2] in refs)

    def _entries(self, chosen: Mapping[str, Choice]) -> Iterator[Entry]:
        mine = {one.ref: one.mine for one in self.conflicts}
        for ref, update in self.landing:
            aside = ref in mine and chosen.get(ref) == "theirs"
            yield entry(self.candidate.year, ref, self._period, mine[ref] if aside else update, aside=aside)

    def _unsettled(self, conflict: Conflict) -> Problem:
        fix = "Nothing was recorded. Look at both, and choose which of the two is to count; the other is kept."
        where = Where(self.name, row=conflict.row, column="ref")
        return Problem("changed-beneath", conflict.sentence, fix, where)

    @property
    def _period(self) -> Period:
        if self.candidate.period is None:
            raise ProblemError(self.problems)
        return self.candidate.period


def compare(candidate: UpdateCandidate, pack: Pack, *, view_at: ViewAt, head: int) -> UpdatePreview:
    """Compare a tracker with the plan as at `head`; one with errors compares as empty."""
    none = {"new": 0, "changed": 0, "unchanged": candidate.unchanged}
    if has_errors(candidate.problems) or candidate.period is None:
        return UpdatePreview(candidate, pack, head, (), (), none, ())
    return _compared(candidate, pack, view_at(head, candidate.year, candidate.period), head)


def _compared(candidate: UpdateCandidate, pack: Pack, now: PlanView, head: int) -> UpdatePreview:
    known = {action.ref: action for action in now.actions}
    calendar = Calendar(pack.council.calendar)
    lines: list[UpdateLine] = []
    conflicts: list[Conflict] = []
    landing: list[tuple[str, Update]] = []
    counts = {"new": 0, "changed": 0, "unchanged": candidate.unchanged}
    for row in candidate.rows:
        action = known[row.ref]
        update = news(row.update, action, calendar)
        if not update.said:
            counts["unchanged"] += 1
            continue
        quarter = quarter_of(action)
        own = tuple(_lines(row, update, action, pack))
        lines += own
        conflicts += _conflict(row, action, own)
        counts["changed" if quarter else "new"] += 1
        landing.append((row.ref, row.update.over(quarter)))
    return UpdatePreview(candidate, pack, head, tuple(lines), tuple(conflicts), counts, tuple(landing))


def _said(field: str, value: str) -> str:
    """Say a field in a sentence; words of people are quoted, and cut where they are long."""
    return f"{field}: {excerpt(value, 100) if field in PROSE and value != NOTHING else value}"


def _lines(row: UpdateRow, update: Update, action: ActionView, pack: Pack) -> Iterator[UpdateLine]:
    after = in_words(update, action, pack.legend, Calendar(pack.council.calendar))
    for (field, new), old in zip(after, known_in_words(update, action), strict=True):
        yield UpdateLine(row.ref, action.text, field, old, new, row.file_row)


def _conflict(row: UpdateRow, action: ActionView, lines: tuple[UpdateLine, ...]) -> Iterator[Conflict]:
    """Find an update of the quarter that is in force and was recorded after the row was drawn."""
    theirs = action.quarter.current if action.quarter else None
    if theirs is None or theirs.revision <= row.base:
        return
    said = (theirs.update, theirs.who, theirs.at, theirs.revision, theirs.note)
    yield Conflict(row.ref, action.text, row.file_row, row.earlier, *said, row.update, lines)
