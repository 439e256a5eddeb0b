"""Compares the figures that a text quotes with the ledger's, and warns where they differ.

In: a text and the quarter it is about. Out: Problems with both values; nothing where the text can be read otherwise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kpi.definitions.pack import Pack
from kpi.number import round_half_away
from kpi.period import Period
from kpi.problem import Problem, Severity, Where
from kpi.quoted.claims import Claim, Qualifier, claims
from kpi.quoted.names import Names, names_of
from kpi.quoted.phrases import period_meant
from kpi.quoted.tokens import sentences
from kpi.scorecard import IndicatorHistory, Row
from kpi.story import words

Figures = Callable[[str, str], IndicatorHistory]
"""Gives the judged series of an indicator id and an area."""
CODE: Final = "figure-differs"
"""The code of the one Problem: a figure quoted in words differs from the ledger's."""
ABOUT: Final = 0.05
"""How far 'about' and its like may be from the figure, as a share of it."""
MARKS: Final = {"percent": "%", "pounds": "£"}


@dataclass(frozen=True)
class Quotations:
    """Checks texts against the figures of one revision."""

    pack: Pack
    figures: Figures

    @cached_property
    def names(self) -> Names:
        """Every name by which the pack's indicators can be spoken of."""
        return names_of(self.pack.by_id.values(), self.pack.area_titles)

    def check(self, text: str, quarter: Period, where: Where) -> Iterator[Problem]:
        """Warn of each figure in a text that differs from every one it can mean; `quarter` is what it is about."""
        for sentence in sentences(text, self.names):
            for claim in claims(sentence):
                meant = tuple(self._meant(claim, quarter))
                if meant and not any(_agrees(claim, row) for row in meant):
                    yield _differs(claim, meant[0], where)

    def _meant(self, claim: Claim, quarter: Period) -> Iterator[Row]:
        """Give the newest figures that a claim can mean; none where one that is newer still has no number.

        So a figure of the quarter that has not arrived is not taken for last year's of the same name.
        """
        found = tuple(self._periods(claim, quarter))
        newest = max((period.last_day for period, _ in found), default=None)
        for period, row in found:
            if period.last_day == newest and row is not None and row.value is not None:
                yield row

    def _periods(self, claim: Claim, quarter: Period) -> Iterator[tuple[Period, Row | None]]:
        """Give each period that a claim can mean, with its row where the series reaches it."""
        named = {self.names.area_of[area] for area in claim.areas}
        for indicator in self.names.meant[claim.name]:
            if MARKS.get(indicator.unit, "") != claim.mark:
                continue
            for area in (area for area in indicator.areas if not named or area in named):
                history = self.figures(indicator.id, area)
                period = period_meant(claim.time, quarter, indicator, [row.period for row in history.rows])
                if period is not None:
                    yield period, history.at(period)


def _agrees(claim: Claim, row: Row) -> bool:
    """Tell whether a figure is what a text says, at the number of decimals that it says."""
    value, shown = row.value or 0.0, row.shown or 0.0
    match claim.qualifier:
        case Qualifier.OVER:
            return max(value, shown) >= claim.number
        case Qualifier.UNDER:
            return min(value, shown) <= claim.number
        case Qualifier.ABOUT:
            return abs(shown - claim.number) <= max(ABOUT * abs(shown), 10.0**-claim.decimals)
    decimals = min(claim.decimals, row.definition.shown_decimals)
    said = round_half_away(claim.number, decimals)
    return any(round_half_away(one, decimals) == said for one in (value, shown))


def _differs(claim: Claim, row: Row, where: Where) -> Problem:
    """Warn with both values."""
    message = (
        f"The text says {claim.said} for {words.title_of(row)} in {words.when(row.period)}; the figure is {row.text}."
    )
    fix = "Correct the text, or load the figure if the record is behind."
    return Problem(CODE, message, fix, where, Severity.WARNING)
