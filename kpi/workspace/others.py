"""Published figures of others, through the one door: what a file would change, loading it, and what is known.

In: a workspace. Out: previews, revisions of the ledger, and figures as known at a revision.
"""

from dataclasses import dataclass

from kpi.definitions.indicator import Indicator
from kpi.intake.benchmarks import PublishedPreview, preview_published
from kpi.ledger import write
from kpi.period import Frequency, Period, PeriodError, in_frequency, parse
from kpi.problem import Problem, ProblemError
from kpi.story.others import Against, Published
from kpi.workspace.place import Receipt, Workspace, with_warnings
from kpi.workspace.published import published_at


@dataclass(frozen=True)
class Others:
    """What is asked and loaded of published figures."""

    place: Workspace

    def preview(self, name: str, content: bytes) -> PublishedPreview | None:
        """Say what loading a published file would change; None for a file that benchmarks.yaml does not describe."""
        head = self.place.head()
        return preview_published(name, content, self.place.pack, lambda: published_at(self.place.ledger, head), head)

    def publish(self, preview: PublishedPreview, *, who: str, note: str = "") -> Receipt:
        """Load what a preview showed, all or nothing; nothing happens when it changes nothing."""
        if not preview.can_publish:
            raise ProblemError(preview.problems)
        if not preview.changes_something:
            return Receipt(None, preview.counts)
        revision = write.publish(
            self.place.ledger,
            preview.submission(),
            who=who,
            note=with_warnings(note, preview.problems),
            definitions=self.place.pack.text,
            expected_head=preview.head,
            kind="benchmark",
        )
        return Receipt(revision, preview.counts)

    def against(self, indicator_id: str, period: str | None = None, as_at: int | None = None) -> Against:
        """Compare an indicator with others, in a year or the newest one published.

        Raises ProblemError: unknown-indicator, not-compared, period-unreadable, no-figures-of-others.
        """
        definition = self.place.indicator(indicator_id, as_at=as_at).definition
        found = self.place.benchmarks(as_at).of(indicator_id)
        if not found:
            what = f"No published figures of others are loaded for '{indicator_id}'."
            fix = "Describe the measure in benchmarks.yaml and load the published file, as docs/benchmarks.md shows."
            raise ProblemError([Problem("not-compared", what, fix)])
        year = list(found)[-1] if period is None else _year(period, definition)
        if year not in found:
            fix = f"There are figures for {', '.join(one.short_label for one in found)}."
            raise ProblemError([Problem("no-figures-of-others", f"Nothing is published for {year.short_label}.", fix)])
        return found[year]

    def column_of(self, against: Against) -> str:
        """Name the column of the file in which the figures of a measure stand."""
        told = self.place.pack.benchmarks.sources if self.place.pack.benchmarks else ()
        value = next((one.value for one in told if one.title == against.source), None)
        return value or against.measure.partition("/")[0]

    def file_of(self, figure: Published) -> tuple[str, str]:
        """Give the name and hash of the file that a published figure came from."""
        load = self.place.history()[figure.revision - 1]
        return load.file or "", load.sha256 or ""


def _year(text: str, definition: Indicator) -> Period:
    """Read a year of the indicator's calendar."""
    try:
        return in_frequency(parse(text, definition.calendar), Frequency.YEAR, definition.calendar)
    except PeriodError as error:
        message = f"The period cannot be read: {error}"
        raise ProblemError([Problem("period-unreadable", message, "Write it like 2018-19 or 2019.")]) from error
