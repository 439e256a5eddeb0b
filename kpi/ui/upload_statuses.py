"""What publishing a file would do to statuses: a sentence, and a table where it would be a long one.

In: a Preview. Out: Html; nothing for a file that changes nothing.
"""

from collections.abc import Sequence

from kpi.intake.preview import Preview
from kpi.judge.status import Status
from kpi.scorecard import Repainted, restate_sentence
from kpi.scorecard.repaint import FEW
from kpi.ui import ask
from kpi.ui.markup import NOTHING, Html, element, join
from kpi.ui.parts import chip, sentence
from kpi.ui.table import Column, of_rows
from kpi.workspace import MOST_RESTATED

SHOWN = 50
"""Statuses that are listed on the screen; the sentence counts all."""
TOO_MANY = f"More than {MOST_RESTATED:,} figures would change, so what that does to statuses was not worked out."

_COLUMNS = (Column("Indicator", class_="kpi-col-what"), Column("Period"), Column("Status now"), Column("It would be"))


def show(preview: Preview) -> Html:
    """Say which statuses publishing a file would change."""
    if not (preview.can_publish and preview.changes_something):
        return NOTHING
    found = ask.workspace().statuses_changed(preview)
    return sentence(TOO_MANY) if found is None else told(found)


def told(found: Sequence[Repainted]) -> Html:
    """Say how many statuses would change; where they are more than a few, list them folded away."""
    said = sentence(restate_sentence(found))
    return said if len(found) <= FEW else join([said, _folded(found)])


def _folded(found: Sequence[Repainted]) -> Html:
    """List statuses, those that stand published before those of new figures."""
    listed = sorted(found, key=lambda one: one.old is Status.NO_DATA)[:SHOWN]
    caption = f"Statuses that would change, {len(listed):,} of {len(found):,}"
    table = of_rows(caption, _COLUMNS, map(_cells, listed), caption_seen=False, class_="kpi-preview")
    more = element("p", f"and {len(found) - SHOWN:,} more.") if len(found) > SHOWN else None
    return element("details", element("summary", f"Show the {len(found):,} statuses that would change"), table, more)


def _cells(one: Repainted) -> tuple[str | Html, ...]:
    return one.title, one.period.short_label, chip(one.old.value), chip(one.new.value)
