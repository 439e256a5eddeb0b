"""Fills a new ledger from the pack's own files, one revision a file, and goes on where a start was cut short.

In: the pack's folder and an open ledger. Out: revisions in the ledger: figures, then each quarter's updates of the plan
with their sign-offs, then the texts of papers; files with errors are refused whole.
"""

import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Literal

from kpi import series
from kpi.definitions.pack import Pack
from kpi.entry import Entry
from kpi.intake import Options, read_figures, updates
from kpi.intake.benchmarks import PublishedPreview, preview_published
from kpi.intake.preview import Preview, compare
from kpi.intake.updates.sign_offs import SignOffs, read_sign_offs
from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.chain import OF_FIGURES, Kind
from kpi.period import Period
from kpi.plan import PlanView, assemble
from kpi.plan.signoff import KIND as SIGN_OFF
from kpi.problem import Problem, ProblemError, Where, has_errors
from kpi.quoted import Quotations, in_entries, in_notes, in_spoken, of_pack
from kpi.reports.text_file import read_texts
from kpi.scorecard import IndicatorHistory, judged_series

SEEDER = "the pack"
NOTE = "Figures that came with the pack"
UPDATES_NOTE = "Updates that came with the pack"
TEXTS_NOTE = "Texts of papers that came with the pack"
SIGN_OFFS = "sign-offs.csv"
"""The file of sign-offs beside the updates: one revision a quarter, right after the quarter's updates."""


def files(folder: Path) -> list[Path]:
    """List the pack's own figure files in the order they are loaded, those of others last."""
    return [*sorted((folder / "observations").glob("*.csv")), *sorted((folder / "published").glob("*.csv"))]


def update_files(folder: Path) -> list[Path]:
    """List the pack's own updates of the plan in the order they are loaded."""
    return sorted(path for path in (folder / "updates").glob("*.csv") if path.name != SIGN_OFFS)


def text_files(folder: Path) -> list[Path]:
    """List the pack's own texts of papers, one file a quarter, in the order they are loaded."""
    return sorted((folder / "texts").glob("*.yaml"))


def fill(ledger: Ledger, folder: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Load the files that an empty or half-filled ledger lacks; leave a ledger alone that someone worked in."""
    revisions = read.history(ledger)
    if not ledger.writable or any(revision.who != SEEDER for revision in revisions):
        return ()
    loaded = {(revision.kind, revision.file) for revision in revisions}
    problems: list[Problem] = []
    for path in files(folder):
        if not any((kind, path.name) in loaded for kind in OF_FIGURES):
            problems += _load(ledger, path, pack, today)
    desk = Desk(ledger, pack, today)
    updated = {str(file) for kind, file in loaded if kind == "update"}
    written = {str(file) for kind, file in loaded if kind == "paper"}
    told = (*problems, *desk.fill(folder, updated))
    return told if has_errors(told) else (*told, *desk.write(folder, written))


def checked(folder: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Check each of the pack's own figure files by itself, then all of its files one on top of the other."""
    found: list[Problem] = []
    for path in files(folder):
        content = path.read_bytes()
        published = preview_published(path.name, content, pack, series.empty, 0)
        alone = published or read_figures(
            path.name, content, pack, today=today, current=series.empty(), options=Options()
        )
        found += alone.problems
    return tuple(dict.fromkeys((*found, *rehearsed(folder, pack, today))))


def rehearsed(folder: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Fill a ledger that is thrown away, and give what is wrong with the pack's own files."""
    with tempfile.TemporaryDirectory() as name:
        ledger = open_ledger(f"sqlite:///{name}/ledger.sqlite", pack.council.id)
        try:
            return (*fill(ledger, folder, pack, today), *_quoted(ledger, pack))
        finally:
            ledger.engine.dispose()


def _quoted(ledger: Ledger, pack: Pack) -> Iterator[Problem]:
    """Warn of figures that the pack's own texts quote otherwise than the ledger has them."""
    frame, head = read.frame(ledger), read.head(ledger)
    places = {revision.number: Where(revision.file) for revision in read.history(ledger)}

    @cache
    def figures(indicator: str, area: str) -> IndicatorHistory:
        return judged_series(frame, pack, indicator, area, head)

    quotations = Quotations(pack, figures)
    yield from in_notes(frame, quotations, places.__getitem__)
    yield from in_entries(read.entries(ledger), quotations, places.__getitem__)
    yield from in_spoken(of_pack(pack), quotations)


def _load(ledger: Ledger, path: Path, pack: Pack, today: date) -> tuple[Problem, ...]:
    """Publish one file; another program that is filling the same ledger may finish it instead."""
    head, content = read.head(ledger), path.read_bytes()
    preview: Preview | PublishedPreview | None = preview_published(
        path.name, content, pack, lambda: read.frame(ledger, kind="benchmark"), head
    )
    kind: Kind = "load" if preview is None else "benchmark"
    if preview is None:
        current = read.frame(ledger)
        candidate = read_figures(path.name, content, pack, today=today, current=current, options=Options())
        preview = compare(candidate, current, pack, replace=False)
    if has_errors(preview.problems):
        return preview.problems
    if preview.changes_something:
        submission = preview.submission()
        publish = partial(write.publish, ledger, submission, who=SEEDER, note=NOTE, definitions=pack.text)
        once(lambda: publish(expected_head=head, kind=kind))
    return ()


@dataclass(frozen=True)
class Desk:
    """Loads the pack's own record of the plan: updates, and the sign-offs of their quarters."""

    ledger: Ledger
    pack: Pack
    today: date

    def fill(self, folder: Path, loaded: Collection[str]) -> Iterator[Problem]:
        """Load each quarter's updates and, right after them, its sign-offs; give what is wrong with the files.

        A file with errors ends it: later quarters and sign-offs wait until it is corrected.
        """
        signed = self._sign_offs(folder / "updates" / SIGN_OFFS)
        if signed.problems:
            yield from signed.problems
            return
        waiting = list(signed.by_quarter.items())
        for path in update_files(folder):
            if path.name in loaded:
                continue
            candidate = self.candidate(path)
            if has_errors(candidate.problems) or candidate.period is None:
                yield from candidate.problems
                return
            while waiting and waiting[0][0] < candidate.period:
                self._sign(*waiting.pop(0))
            self.update(candidate)
        for period, entries in waiting:
            self._sign(period, entries)

    def write(self, folder: Path, written: Collection[str]) -> Iterator[Problem]:
        """Record the texts of papers that are not on record yet; give what is wrong with their files."""
        for path in text_files(folder):
            content = path.read_bytes()
            found = read_texts(path.name, content, self.pack)
            yield from found.problems
            if found.entries and path.name not in written:
                self._record(found.entries, "paper", TEXTS_NOTE, path.name, sha256(content).hexdigest())

    def _sign_offs(self, path: Path) -> SignOffs:
        if not path.is_file():
            return SignOffs({}, ())
        return read_sign_offs(path.name, path.read_bytes(), self.pack, self.today)

    def candidate(self, path: Path) -> updates.UpdateCandidate:
        """Read a file of updates against what is on record."""
        head = read.head(self.ledger)
        return updates.read_updates(
            path.name,
            path.read_bytes(),
            self.pack,
            view_at=self._views(),
            head=head,
            today=self.today,
            options=Options(),
        )

    def update(self, candidate: updates.UpdateCandidate) -> None:
        """Record what a file says that is not known yet."""
        head = read.head(self.ledger)
        preview = updates.compare(candidate, self.pack, view_at=self._views(), head=head)
        if preview.changes_something:
            self._record(preview.settle(), "update", UPDATES_NOTE, preview.name, candidate.sha256)

    def _sign(self, period: Period, entries: Sequence[Entry]) -> None:
        """Record the sign-offs of a quarter that are not on record yet."""
        known = {one.key for one in read.entries(self.ledger, kind=SIGN_OFF, every=True)}
        lacking = [one for one in entries if one.key not in known]
        if lacking:
            self._record(
                lacking, "sign-off", f"Sign-off of {period.short_label} that came with the pack", SIGN_OFFS, ""
            )

    def _record(
        self, entries: Sequence[Entry], kind: Literal["update", "sign-off", "paper"], note: str, file: str, digest: str
    ) -> None:
        head, text = read.head(self.ledger), self.pack.text
        once(
            lambda: write.record(
                self.ledger,
                entries,
                kind=kind,
                who=SEEDER,
                note=note,
                file=file,
                sha256=digest,
                definitions=text,
                expected_head=head,
            )
        )

    def _views(self) -> updates.ViewAt:
        """Give the plan as at the revisions asked for, each put together once, without the figures."""

        @cache
        def view_at(revision: int | None, year: str, period: Period) -> PlanView:
            entries = read.entries(self.ledger, revision, every=True)
            return assemble(self.pack, year, period, entries, None, None, self.today, revision or 0)

        return view_at


def once(publish: Callable[[], int]) -> None:
    """Publish, unless another program that is filling the same ledger came first."""
    try:
        publish()
    except ProblemError as error:
        if any(problem.code != "changed-beneath" for problem in error.problems):
            raise
