"""The public edition through the one door: figures protected quarter by quarter, and against the last release.

In: a workspace, a period, the revision of the last release. Out: a PublicEdition.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from kpi.ledger import read
from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.reports.public.assemble import Recorded, assemble
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.figures import Published
from kpi.reports.publication import KIND, publications
from kpi.scorecard import Scorecard
from kpi.workspace.place import Workspace
from kpi.workspace.publishing import publication

QUARTERS: Final = 9
"""Quarters whose figures are told: two years, and the one to compare with."""
YEARS: Final = 8
"""Years before it whose same quarter is looked at, so that yearly figures have a past."""


@dataclass(frozen=True)
class Public:
    """A workspace from which the public is told."""

    place: Workspace

    def edition(
        self, period: str | Period | None = None, as_at: int | None = None, since: int | None = None
    ) -> PublicEdition:
        """Make the edition of a period; `since` is the revision of the last release.

        Left out, it is guarded against every publication on record that left the house. Raises ProblemError:
        since-not-before, period-unreadable, nothing-to-publish.
        """
        if not (self.place.head() if as_at is None else as_at):
            raise _nothing(self.place.period(period))
        asked, earlier = self.place.period(period, as_at), self.released(as_at) if since is None else (since,)
        # A year to date is guarded against the quarters before it: each is judged once for all that ask for it.
        card_at = cache(lambda one: self.place.scorecard(one, as_at))
        published = [self._published(one, as_at, earlier, card_at) for one in reversed(_periods(asked))]
        revision = published[-1].card.revision
        entry = self.place.history()[revision - 1]
        recorded = Recorded(revision, entry.at, entry.hash)
        made = assemble(self.place.pack_at(as_at), published, recorded, max(earlier, default=None))
        if not made.measures:
            raise _nothing(asked)
        return made

    def released(self, as_at: int | None = None) -> tuple[int, ...]:
        """Give the revisions that papers for others than the leadership were made at before this one, oldest first."""
        head = self.place.head() if as_at is None else as_at
        made = publications(read.entries(self.place.ledger, as_at, KIND, every=True))
        found = {one.frozen.revision for one in made if one.frozen.audience != "leadership"}
        return tuple(sorted(revision for revision in found if revision < head))

    def _published(
        self, period: Period, as_at: int | None, earlier: tuple[int, ...], card_at: Callable[[Period], Scorecard]
    ) -> Published:
        return Published(card_at(period), publication(self.place, period, as_at, earlier, card_at))


def _nothing(period: Period) -> ProblemError:
    """Say that there is nothing to tell."""
    what = f"There are no figures for {period.label} or before."
    return ProblemError([Problem("nothing-to-publish", what, "Load figures, or name another period.")])


def _periods(last: Period) -> list[Period]:
    """List the period, those before it, and the same period of earlier years, newest first."""
    quarters, years = [last], [last]
    while len(quarters) < QUARTERS:
        quarters.append(quarters[-1].previous())
    while len(years) < YEARS:
        years.append(years[-1].year_before())
    return sorted({*quarters, *years}, reverse=True)
