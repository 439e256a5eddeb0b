"""What may be published of a period's counts of children, through the one door.

In: a workspace, a period, the revision of the last release. Out: a Release, protected by the rules of its own time.
"""

from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.scorecard.publish import Release, before_in_year, grows, release
from kpi.workspace.place import Workspace


def publication(
    place: Workspace, period: str | Period | None = None, as_at: int | None = None, since: int | None = None
) -> Release:
    """Protect a period's counts of children; `since` is the revision at which an earlier release of it was made.

    What is a year to date is protected against the release of the period before too, taken as made from the same
    revision. Raises ProblemError: since-not-before.
    """
    made = _release(place, place.period(period, as_at), as_at, None)
    if since is None:
        return made
    if since > made.revision:
        what = f"Revision {since} does not lie before revision {made.revision}, which is to be published."
        raise ProblemError([Problem("since-not-before", what, "Name the revision that the last release was made at.")])
    return _release(place, made.period, as_at, _release(place, made.period, since, None))


def _release(place: Workspace, period: Period, as_at: int | None, before: Release | None) -> Release:
    """Make a release, after those earlier in its year where a year to date grows from them."""
    card = place.scorecard(period, as_at)
    earlier = before_in_year(period) if grows(card) else None
    last = _release(place, earlier, as_at, None) if earlier else None
    return release(card, place.pack_at(as_at).council, before, last)
