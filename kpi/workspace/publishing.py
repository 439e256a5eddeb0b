"""What may be published of a period's counts of children, through the one door.

In: a workspace, a period, the revision of the last release. Out: a Release, protected by the rules of its own time.
"""

from collections.abc import Collection

from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.scorecard.publish import Release, release_of
from kpi.workspace.place import Workspace


def publication(
    place: Workspace,
    period: str | Period | None = None,
    as_at: int | None = None,
    since: int | Collection[int] | None = None,
) -> Release:
    """Protect a period's counts of children; `since` is the revision, or revisions, of earlier releases of it.

    What is a year to date is protected against the release of the period before too, taken as made from the same
    revision. Raises ProblemError: since-not-before.
    """
    made = _release(place, place.period(period, as_at), as_at, None)
    before = None
    for revision in sorted({since} if isinstance(since, int) else since or ()):
        if revision > made.revision:
            what = f"Revision {revision} does not lie before revision {made.revision}, which is to be published."
            fix = "Name the revision that the last release was made at."
            raise ProblemError([Problem("since-not-before", what, fix)])
        before = _release(place, made.period, revision, before)
    return _release(place, made.period, as_at, before) if before else made


def _release(place: Workspace, period: Period, as_at: int | None, before: Release | None) -> Release:
    return release_of(lambda one: place.scorecard(one, as_at), place.pack_at(as_at).council, period, before)
