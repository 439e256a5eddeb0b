"""The first lines of a scorecard: how many stand where, every one that is off target, and what deserves a question.

In: a scorecard's rows. Out: sentences, the most important first.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, Protocol

from kpi.judge.direction import Direction
from kpi.judge.status import Status
from kpi.period import Period
from kpi.story import doubts, grammar, words
from kpi.story.facts import Facts
from kpi.story.sentences import standing

COUNTED: Final = {
    Status.GREEN: ("is on target", "are on target"),
    Status.AMBER: ("is close", "are close"),
    Status.RED: ("is off target", "are off target"),
    Status.UNRATED: ("has no target", "have no target"),
    Status.NO_DATA: ("has no figure", "have no figure"),
}

STATES: Final = ("illustrative", "provisional")
MEANINGS: Final = {
    "illustrative": "made up to demonstrate, and not to be quoted",
    "provisional": "may still change",
    "in doubt": "shown as published, and compared with no other",
}


class Card(Protocol):
    """A scorecard, as far as its headlines need it."""

    @property
    def period(self) -> Period:
        """The period it was asked for."""

    @property
    def rows(self) -> Sequence[Facts]:
        """Its rows."""


def headlines(card: Card) -> tuple[str, ...]:
    """Give the counts, every figure that is off target with its gap and owner, then the disagreements."""
    return (counts_sentence(card), *(_red(row) for row in _with(card, Status.RED)), *_disagreements(card))


def _red(row: Facts) -> str:
    """Say how far a figure is off target and who answers for it; and that it is in doubt, where it is."""
    doubt = doubts.about(row)
    return f"{standing(row)}. Answers for it: {row.definition.owner}.{f' In doubt: {doubt}.' if doubt else ''}"


def counts_sentence(card: Card) -> str:
    """Count the rows by status; the numbers add up to all of them."""
    rows = card.rows
    if not rows:
        return "There are no indicators to show."
    total = _total(rows)
    counts = Counter(row.status for row in rows)
    if len(counts) == 1:
        return _all_alike(rows, total, card.period)
    told = [f"{counts[status]:,} {COUNTED[status][counts[status] > 1]}" for status in COUNTED if counts[status]]
    return f"Of {total}, {grammar.listed(told)}."


def marks(card: Card) -> tuple[str, ...]:
    """Say how many of the figures shown are illustrative, provisional or in doubt."""
    counts = {state: sum(row.state == state for row in card.rows) for state in STATES}
    counts["in doubt"] = sum(bool(doubts.about(row)) for row in card.rows)
    total = f"{len(card.rows):,} figures"
    return tuple(
        f"{count:,} of the {total} {'is' if count == 1 else 'are'} {name}: {MEANINGS[name]}."
        for name, count in counts.items()
        if count
    )


def _total(rows: Sequence[Facts]) -> str:
    """Name what is counted: indicators, or figures where teams have their own."""
    indicators = len({row.definition.id for row in rows})
    noun = "indicator" if indicators == 1 else "indicators"
    named = f"{indicators:,} {noun}"
    return named if indicators == len(rows) else f"{len(rows):,} figures for {named}"


def _all_alike(rows: Sequence[Facts], total: str, period: Period) -> str:
    """Say one status that all rows share."""
    status = rows[0].status
    if len(rows) == 1:
        return f"The one indicator {COUNTED[status][0]}."
    if status is Status.NO_DATA:
        return f"None of the {total} has a figure for {words.when(period)}."
    return f"All {total} {COUNTED[status][1]}."


def _with(card: Card, status: Status) -> list[Facts]:
    return [row for row in card.rows if row.status is status]


def _disagreements(card: Card) -> tuple[str, ...]:
    """Name what is on target but worsening, and what is off target but improving."""
    asked = (
        ("On target but worsening", Status.GREEN, Direction.WORSENING, Direction.IMPROVING),
        ("Off target but improving", Status.RED, Direction.IMPROVING, Direction.WORSENING),
    )
    told = []
    for lead, status, wanted, opposite in asked:
        names = [words.title_of(row) for row in _with(card, status) if _goes(row, wanted, opposite)]
        told += [f"{lead}: {'; '.join(names)}."] if names else []
    return tuple(told)


def _goes(row: Facts, wanted: Direction, opposite: Direction) -> bool:
    """Tell whether a figure moves one way against at least one earlier figure, and the other way against none."""
    directions = {comparison.direction for comparison in words.comparisons(row)}
    return wanted in directions and opposite not in directions
