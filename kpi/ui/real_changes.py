"""The figures of a scorecard that changed by more than chance, as one line that opens into a list.

In: a scorecard's rows. Out: Html; nothing where no control chart marks a figure.
"""

from collections import Counter
from typing import Final

from kpi.judge.spc import Variation
from kpi.scorecard import Row, Scorecard
from kpi.story import grammar
from kpi.ui import board, signs
from kpi.ui.markup import NOTHING, Html, element, join, listed, prose
from kpi.ui.parts import mark

COUNTED: Final = {
    Variation.CONCERN: ("for the worse", "for the worse"),
    Variation.IMPROVEMENT: ("improvement", "improvements"),
    Variation.NEUTRAL_HIGH: ("upwards", "upwards"),
    Variation.NEUTRAL_LOW: ("downwards", "downwards"),
}
"""What a real change is called when counted, one and several; those for the worse come first."""


def real_changes(card: Scorecard, as_at: int | None) -> Html:
    """Count the real changes by what they mean, and list each with its sign and sentence when opened."""
    found = {kind: [row for row in card.rows if row.variation == kind.value] for kind in COUNTED}
    counts = Counter({kind: len(rows) for kind, rows in found.items() if rows})
    if not counts:
        return NOTHING
    told = grammar.listed([f"{count:,} {COUNTED[kind][count > 1]}" for kind, count in counts.items()])
    total = counts.total()
    summary = f"{total:,} {'figure' if total == 1 else 'figures'} changed by more than chance: {told}"
    items = (_said(row, as_at) for rows in found.values() for row in rows)
    return element("details", element("summary", summary), listed(items, class_="kpi-said"))


def _said(row: Row, as_at: int | None) -> Html:
    """Say of one figure what is more than chance about it."""
    sentence = prose(row.variation_sentence.removeprefix("More than chance: "))
    title = join([board.indicator_link(row, as_at), ":"])
    rests = f"Limits from {grammar.listed(row.control.states)} figures" if row.control.states else ""
    return join([signs.variation(row.control), title, sentence, mark(rests)], " ")
