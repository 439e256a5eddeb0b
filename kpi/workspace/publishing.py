"""What may be published of a period's counts of children, through the one door.

In: a workspace, a period, the revision of the last release. Out: a Release, protected by the rules of its own time.
"""

from collections.abc import Callable, Collection

from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.scorecard import Scorecard
from kpi.scorecard.publish import Release, release_of
from kpi.workspace.place import Workspace


def publication(
    place: Workspace,
    period: str | Period | None = None,
    as_at: int | None = None,
    since: int | Collection[int] | None = None,
    card_at: Callable[[Period], Scorecard] | None = None,
) -> Release:
    """Protect a period's counts of children; `since` is the revision, or revisions, of earlier releases of it.

    What is a year to date is protected against the release of the period before too, taken as made from the same
    revision. `card_at` gives scorecards at `as_at` to whoever has judged them already. Raises ProblemError:
    since-not-before.
    """

    def release(before: Release | None) -> Release:
        return _release(place, place.period(period, as_at), as_at, before, card_at)

    made = release(None)
    before = None
    for revision in sorted({since} if isinstance(since, int) else since or ()):
        if revision > made.revision:
            what = f"Revision {revision} does not lie before revision {made.revision}, which is to be published."
            fix = "Name the revision that the last release was made at."
            raise ProblemError([Problem("since-not-before", what, fix)])
        before = _release(place, made.period, revision, before)
    return release(before) if before else made


def _release(
    place: Workspace,
    period: Period,
    as_at: int | None,
    before: Release | None,
    card_at: Callable[[Period], Scorecard] | None = None,
) -> Release:
    card_at = card_at or (lambda one: place.scorecard(one, as_at))
    return release_of(card_at, place.pack_at(as_at).council, period, before)
