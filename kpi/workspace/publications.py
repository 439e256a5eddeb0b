"""Publishing through the one door: what goes out is frozen, and what has changed since is told.

In: a workspace, a paper, a quarter. Out: documents with a publication in the ledger; scorecards as published.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from kpi.ledger import read
from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.reports.assemble import assemble
from kpi.reports.model import Report
from kpi.reports.publication import Frozen, Publication, documents, entry, publications, sent_to
from kpi.reports.render import Progress
from kpi.reports.render import documents as rendered
from kpi.reports.sources import Sources
from kpi.scorecard import Scorecard
from kpi.scorecard.since import Since, since
from kpi.workspace.papers import Papers
from kpi.workspace.word_template import template


@dataclass(frozen=True)
class Released:
    """What a publication did: its revision, what it froze, and the documents that went out, by file name."""

    revision: int
    frozen: Frozen
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Publications(Papers):
    """What is asked and declared of what went out."""

    def publications(self, period: str | Period | None = None, as_at: int | None = None) -> tuple[Publication, ...]:
        """List what went out, the newest first, superseded or taken back as well; of one quarter where it is named."""
        found = publications(read.entries(self.place.ledger, as_at, every=True))
        quarter = self.quarter(period, as_at).text if period else ""
        return tuple(one for one in found if not quarter or one.period == quarter)

    def publish(
        self,
        paper: str,
        period: str | Period | None = None,
        meeting: str | None = None,
        *,
        who: str,
        recipients: str = "",
        base: int | None = None,
        progress: Progress | None = None,
    ) -> Released:
        """Freeze a paper: its revision, every status, the hashes of its documents, and to whom it goes.

        `base` is the newest revision that the person had seen. Raises ProblemError: paper-draft with everything that is
        missing, recipients, changed-beneath where somebody was quicker.
        """
        head = self.place.head() if base is None else base
        if head != self.place.head():
            raise _moved(head, self.place.head())
        sources = self.sources(paper, period, meeting, head)
        report, quarter, own = assemble(sources), sources.period.text, template(self.place)
        refuse_draft(report)
        named = sent_to(recipients)
        files = rendered(report, quarter, own, progress)
        frozen = _frozen(sources, report, files, own, named)
        revision = self.record([entry(paper, quarter, frozen)], "publication", who, f"Published: {report.title}", head)
        return Released(revision, frozen, files)

    def as_published(self, publication: Publication) -> Scorecard:
        """Give the scorecard as it was when a paper went out."""
        return self.place.scorecard(publication.period, publication.frozen.revision)

    def changed_since(self, publication: Publication) -> tuple[Since, ...]:
        """List the figures of its quarter that differ now from what was published."""
        return since(self.as_published(publication), self.place.scorecard(publication.period))


def refuse_draft(report: Report) -> None:
    """Refuse to publish a draft; ProblemError paper-draft names everything that is missing."""
    if report.is_draft:
        raise ProblemError([Problem("paper-draft", gap.text, gap.fix) for gap in report.gaps])


def _frozen(
    sources: Sources, report: Report, files: Mapping[str, bytes], own: bytes | None, recipients: str | None
) -> Frozen:
    """Say what a publication fixes; `own` is the Word template that its documents were made in."""
    return Frozen(
        title=report.title,
        audience=report.audience,
        recipients=recipients,
        meeting=sources.meeting.id if sources.meeting else None,
        revision=report.revision,
        seal=report.seal,
        statuses={f"{row.indicator}/{row.area}": row.status.value for row in sources.card.rows},
        documents=documents(files),
        template=sha256(own).hexdigest() if own else None,
    )


def _moved(seen: int, head: int) -> ProblemError:
    what = f"You looked at revision {seen}, and revision {head} is the newest now."
    fix = "Nothing was published. Look at the paper again, then publish."
    return ProblemError([Problem("changed-beneath", what, fix)])
