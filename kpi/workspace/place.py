"""A council's definitions and ledger, opened together: every question about figures, and every change of them.

In: Settings. Out: a Workspace that answers questions at a named revision and passes changes to the ledger.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from kpi import in_force, seed
from kpi.definitions.pack import Pack
from kpi.intake import Options, due, export, read_figures, template
from kpi.intake.preview import Preview, compare
from kpi.ledger import Ledger, Revision, open_ledger, read, trace, verify, write
from kpi.ledger.undo import Later, undo
from kpi.period import Calendar, Frequency, Period, in_frequency, parse
from kpi.problem import Problem, ProblemError, Severity
from kpi.scorecard import IndicatorHistory, Repainted, Scorecard, assemble, compare_spans, judged_series, restated
from kpi.scorecard.benchmarks import Benchmarks
from kpi.settings import Settings
from kpi.story.spans import Spans
from kpi.workspace import quotations
from kpi.workspace.folder import read_definitions
from kpi.workspace.published import benchmarks_at
from kpi.workspace.today import today_in_england

Progress = Callable[[str, float], None]
MOST_RESTATED = 20_000
"""Figures that a file may change for its effect on statuses to be worked out; nobody reads a longer list."""


@dataclass(frozen=True)
class Receipt:
    """What a publication did: its revision (None when nothing changed) and how many figures it touched."""

    revision: int | None
    counts: dict[str, int]


@dataclass(frozen=True)
class Workspace:
    """A council's definitions and ledger, opened together; `as_at` None means the newest revision."""

    folder: Path
    pack: Pack
    ledger: Ledger
    problems: tuple[Problem, ...]

    @property
    def today(self) -> date:
        """Give today's date where the council is."""
        return today_in_england()

    def head(self) -> int:
        """Give the newest revision, 0 in an empty ledger."""
        return read.head(self.ledger)

    def pack_at(self, as_at: int | None = None) -> Pack:
        """Give the definitions that were in force at a revision."""
        return self.pack if not as_at else pack_from(read.definitions(self.ledger, as_at))

    def frame(self, as_at: int | None = None) -> pd.DataFrame:
        """Give every figure in force at a revision, in the series contract."""
        return frame_at(self.ledger, self._revision(as_at))

    def opening_period(self, as_at: int | None = None) -> Period:
        """Give the period that the scorecard opens on."""
        council = self.pack_at(as_at).council
        return parse(council.opening_period, Calendar(council.calendar))

    def period(self, text: str | Period | None, as_at: int | None = None) -> Period:
        """Read a period asked for by a person; the opening period when none is given."""
        if text is None or isinstance(text, Period):
            return text or self.opening_period(as_at)
        calendar = Calendar(self.pack_at(as_at).council.calendar)
        try:
            # The financial year is what a label without a calendar means; told so, 'Q1 2022' would be guessed.
            return parse(text, None if calendar is Calendar.FINANCIAL else calendar)
        except ValueError as error:
            fix = "Write it like 2018-19 Q4, 2018-19 or 2018-06."
            raise ProblemError([Problem("period-unreadable", f"The period cannot be read: {error}", fix)]) from error

    def periods(self, as_at: int | None = None) -> tuple[Period, ...]:
        """List the quarters that have figures of any frequency, and the opening one, newest first."""
        calendar = Calendar(self.pack_at(as_at).council.calendar)
        quarters = {self.opening_period(as_at)}
        for text in self.frame(as_at)["period"].unique():
            quarters.update(_quarter(text, calendar))
        return tuple(sorted(quarters, reverse=True))

    def scorecard(self, period: str | Period | None = None, as_at: int | None = None) -> Scorecard:
        """Judge every indicator and area for a period, as known at a revision."""
        revision = self._revision(as_at)
        card = assemble(self.frame(revision), self.pack_at(as_at), self.period(period, as_at), revision)
        return self.benchmarks(as_at).on_card(card)

    def indicator(self, indicator_id: str, area: str | None = None, as_at: int | None = None) -> IndicatorHistory:
        """Judge every period of one indicator and area, as known at a revision."""
        revision, pack = self._revision(as_at), self.pack_at(as_at)
        definition = pack.by_id.get(indicator_id)
        if definition is None:
            fix = "python -m kpi scorecard lists the ids."
            raise ProblemError([Problem("unknown-indicator", f"There is no indicator '{indicator_id}'.", fix)])
        area = area or definition.areas[0]
        if area not in definition.areas:
            fix = f"It has figures for: {', '.join(definition.areas)}."
            raise ProblemError([Problem("unknown-area", f"'{indicator_id}' has no area '{area}'.", fix)])
        history = judged_series(self.frame(revision), pack, indicator_id, area, revision)
        return self.benchmarks(as_at).on_history(history)

    def benchmarks(self, as_at: int | None = None) -> Benchmarks:
        """Give what is published of others, as known at a revision."""
        return benchmarks_at(self.ledger, self._revision(as_at), self.pack_at(as_at))

    def compare(
        self, indicator_id: str, one: str, other: str, area: str | None = None, as_at: int | None = None
    ) -> Spans:
        """Compare two spans of periods of one indicator; ProblemError says why they cannot be compared."""
        calendar = Calendar(self.pack_at(as_at).council.calendar)
        told = None if calendar is Calendar.FINANCIAL else calendar.value
        return compare_spans(self.indicator(indicator_id, area, as_at), one, other, told)

    def preview(
        self, name: str, content: bytes, options: Options | None = None, progress: Progress | None = None
    ) -> Preview:
        """Check a spreadsheet and say what publishing it would change; nothing is stored."""
        options = options or Options()
        head = self.head()
        current = self.frame(head)
        candidate = read_figures(
            name, content, self.pack, today=self.today, current=current, options=options, progress=progress
        )
        checked = quotations.in_file(candidate, current, self.pack)
        return replace(compare(checked, current, self.pack, options.replace), head=head)

    def statuses_changed(self, preview: Preview) -> tuple[Repainted, ...] | None:
        """List the statuses that publishing would change; None where more figures change than are worked out."""
        changing = sum(preview.counts.values()) - preview.counts["unchanged"]
        return None if changing > MOST_RESTATED else restated(*preview.before_and_after(), self.pack)

    def publish(self, preview: Preview, *, who: str, note: str = "") -> Receipt:
        """Publish what a preview showed, all or nothing; nothing happens when it changes nothing."""
        if not preview.can_publish:
            raise ProblemError(preview.problems)
        if not preview.changes_something:
            return Receipt(None, preview.counts)
        revision = write.publish(
            self.ledger,
            preview.submission(),
            who=who,
            note=with_warnings(note, preview.problems),
            definitions=self.pack.text,
            expected_head=preview.head,
        )
        return Receipt(revision, preview.counts)

    def undo(self, revision: int, *, who: str, note: str = "", later: Later = "ask") -> int:
        """Take a revision back by a new one, which is returned."""
        return undo(self.ledger, revision, who=who, note=note, later=later, definitions=self.pack.text)

    def history(self) -> tuple[Revision, ...]:
        """List every revision, oldest first."""
        return read.history(self.ledger)

    def verify(self, expected_head_hash: str | None = None) -> tuple[Problem, ...]:
        """Check the ledger's chain of hashes; no Problem means nothing was altered."""
        return verify.verify(self.ledger, expected_head_hash)

    def chain_head(self) -> str:
        """Give the hash that seals everything up to the newest revision; papers print it."""
        return verify.chain_head(self.ledger)

    def figure_history(self, indicator_id: str, area: str, period: str) -> tuple[trace.FigureChange, ...]:
        """List every revision that changed one figure."""
        return trace.figures_of(self.ledger, indicator_id, area, period)

    def template(self, period: str | Period | None = None, form: str = "xlsx") -> bytes:
        """Make the spreadsheet in which a period's figures are returned."""
        return template.template(self.pack, self.period(period), form)

    def due(self, period: str | Period | None = None, as_at: int | None = None) -> tuple[due.Due, ...]:
        """List what a period asks for, by owner, and what has arrived."""
        return due.due(self.pack_at(as_at), self.frame(as_at), self.period(period, as_at))

    def export(self, as_at: int | None = None, form: str = "csv") -> bytes:
        """Give every figure in force in the long form, which can be loaded again."""
        return export.export(self.frame(as_at), form)

    def _revision(self, as_at: int | None) -> int:
        """Name the revision that an answer is about."""
        return self.head() if as_at is None else as_at


def open_workspace(settings: Settings) -> Workspace:
    """Read the definitions, open the ledger, fill it when new and record definitions that changed.

    Raises ProblemError with every fault of the definitions, or with what is wrong with the ledger.
    """
    pack, problems = read_definitions(settings.data)
    ledger = open_ledger(settings.url, pack.council.id)
    problems += seed.fill(ledger, settings.data, pack, today_in_england())
    if ledger.writable:
        problems += in_force.put(ledger, pack, settings.user)
    elif read.head(ledger):
        pack = pack_from(read.definitions(ledger))
    return Workspace(settings.data, pack, ledger, problems)


@lru_cache(maxsize=2)
def frame_at(ledger: Ledger, revision: int) -> pd.DataFrame:
    """Keep the figures of the revisions looked at last; nobody may change them."""
    return read.frame(ledger, revision)


@lru_cache(maxsize=32)
def pack_from(text: str) -> Pack:
    """Read recorded definitions back, once each."""
    return Pack.from_text(text)


def with_warnings(note: str, problems: tuple[Problem, ...]) -> str:
    """Keep in the record which warnings were accepted with a publication."""
    codes = [problem.code for problem in problems if problem.severity is Severity.WARNING]
    if not codes:
        return note
    accepted = (
        f"Accepted {len(codes):,} {'warning' if len(codes) == 1 else 'warnings'}: {', '.join(sorted(set(codes)))}."
    )
    return f"{note} {accepted}".strip()


def _quarter(text: str, calendar: Calendar) -> tuple[Period, ...]:
    """Give a quarter of the council's calendar when the text names one."""
    try:
        return (in_frequency(parse(text, calendar), Frequency.QUARTER, calendar),)
    except ValueError:
        return ()
