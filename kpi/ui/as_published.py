"""The scorecard as published: which paper went out with it, and what has changed since.

In: publications of a quarter and the revision shown. Out: Html over the scorecard, nothing where nothing went out.
"""

from collections.abc import Sequence

from kpi.period import reader_date
from kpi.reports.publication import Publication
from kpi.scorecard.since import Since, since_sentence
from kpi.ui import address, ask_papers
from kpi.ui.markup import NOTHING, Html, element, link
from kpi.ui.parts import notice
from kpi.ui.surround import LONDON


def told(period: str, as_at: int | None) -> Html:
    """Say that the scorecard is shown as published, or when that of the quarter was published last."""
    found = ask_papers.publications(period)
    if as_at is not None:
        shown = [one for one in found if one.frozen.revision == as_at]
        return _shown(shown[0], ask_papers.changed_since(shown[0])) if shown else NOTHING
    last = next((one for one in found if one.in_force), None)
    return _last(last, ask_papers.changed_since(last)) if last else NOTHING


def _shown(one: Publication, changed: Sequence[Since]) -> Html:
    """Say what went out with the scorecard that is shown, and what is otherwise now."""
    words = f"As published{when(one)}: {one.frozen.title}. {since_sentence(changed)}"
    return notice(element("p", words), changes(changed))


def _last(one: Publication, changed: Sequence[Since]) -> Html:
    """Say when the quarter was published last, and lead to the scorecard as it was."""
    there = link("Show the scorecard as published", address.here("scorecard", as_at=one.frozen.revision))
    words = f"Published{when(one)}: {one.frozen.title}. {since_sentence(changed)} "
    return element("p", words, there, class_="kpi-sentence")


def changes(changed: Sequence[Since]) -> Html:
    """List what differs from what was published, opened on request."""
    if not changed:
        return NOTHING
    items = (element("li", line.sentence) for line in changed)
    return element("details", element("summary", "What has changed"), element("ul", *items))


def when(one: Publication) -> str:
    """Say on which day a paper was published, where that is known."""
    return f" on {reader_date(one.at.astimezone(LONDON).date())}" if one.at else ""
