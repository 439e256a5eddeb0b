"""What may be published of a period's counts of children, through the one door.

In: a workspace, a period, the revision of the last release. Out: a Release, protected by the rules of its own time.
"""

from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.scorecard.publish import Release, release
from kpi.workspace.place import Workspace


def publication(
    place: Workspace, period: str | Period | None = None, as_at: int | None = None, since: int | None = None
) -> Release:
    """Protect a period's counts of children; `since` is the revision at which the last release was made.

    Raises ProblemError: since-not-before.
    """
    card = place.scorecard(period, as_at)
    if since is None:
        return release(card, place.pack_at(as_at).council)
    if since > card.revision:
        what = f"Revision {since} does not lie before revision {card.revision}, which is to be published."
        raise ProblemError([Problem("since-not-before", what, "Name the revision that the last release was made at.")])
    earlier = release(place.scorecard(card.period, since), place.pack_at(since).council)
    return release(card, place.pack_at(as_at).council, earlier)
