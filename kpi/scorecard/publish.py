"""The scorecard's counts of children as they may be published, with a reason wherever something is not shown.

In: a scorecard, the council's rules, the last release. Out: a frozen Release; percentages follow from protected counts.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from kpi import number
from kpi.definitions.council import Council, Publication
from kpi.judge.disclosure import HIDDEN, Protected, Reason, Rules
from kpi.judge.disclosure_shares import shares
from kpi.judge.disclosure_words import FEW, NOT_HELD, PUBLIC, PUBLIC_SHARE, SUPPLIER, UNCHECKED, officer
from kpi.period import Frequency, Period, containing
from kpi.scorecard.card import Scorecard
from kpi.scorecard.publish_links import over_time, protected_together
from kpi.scorecard.publish_table import COUNTED, SHARES, YEAR_TO_DATE, Laid, Table, laid_out
from kpi.scorecard.row import Json, Row
from kpi.series import SUPPRESSED

CHILDREN: Final = "counts_of_children"
"""The class of disclosure whose small numbers could point at a child."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it may be printed: `text` and, for a share, its counts; None is not printed.

    `reason` is the sentence for print where something is not shown or was not checked; `why` is for the officer.
    """

    row: Row
    text: str
    hidden: bool = False
    numerator: int | None = None
    denominator: int | None = None
    reason: str = ""
    why: str = ""

    def as_dict(self, *, explain: bool) -> dict[str, Json]:
        """Give the JSON object of the command line; the officer's reason only when asked for."""
        told: dict[str, Json] = {
            "indicator": self.row.indicator,
            "title": self.row.title,
            "area": self.row.area,
            "area_title": self.row.area_title,
            "period": self.row.period.text,
            "text": self.text,
            "hidden": self.hidden,
            "numerator": self.numerator,
            "denominator": self.denominator,
            "reason": self.reason,
        }
        return told | {"why": self.why} if explain else told


@dataclass(frozen=True, eq=False)
class Release:
    """All counts of children of a period as published; `tables` are kept for the next release, never for print.

    `so_far` are those of the releases before it in the same year.
    """

    period: Period
    revision: int
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = field(repr=False)
    so_far: tuple[Table, ...] = field(default=(), repr=False)

    @property
    def hidden(self) -> int:
        """How many figures are not shown."""
        return sum(figure.hidden for figure in self.figures)

    def filtered(self, area: str | None) -> "Release":
        """Keep the figures of an area; all of them were protected together."""
        return replace(self, figures=tuple(figure for figure in self.figures if area in (None, figure.row.area)))


def release(card: Scorecard, council: Council, before: Release | None = None, last: Release | None = None) -> Release:
    """Protect every count of children of a scorecard.

    `before` is an earlier release of the same period, `last` the release of the period before, from which a year to
    date has grown and in which parts of a year may stand.
    """
    so_far = (*last.tables, *last.so_far) if last else ()
    by_indicator, rules = _by_indicator(card), rules_of(council)
    laid = [one for rows in by_indicator for one in _laid_out(rows, rules, before, last)]
    made = protected_together(laid, so_far, {rows[0].indicator: rows[0].definition for rows in by_indicator})
    place = {(table.indicator, area): table for table in made for area in table.place}
    figures = (
        _figure(row, place.get((row.indicator, row.area)), council.publication) for rows in by_indicator for row in rows
    )
    return Release(card.period, card.revision, tuple(figures), tuple(made), so_far)


def _laid_out(rows: list[Row], rules: Rules, before: Release | None, last: Release | None) -> list[Laid]:
    """Lay out an indicator's counts after the releases that told of them before."""
    first = rows[0]
    then, again = _tables(first.indicator, last), _tables(first.indicator, before)
    again += [table for table in then if table.period == first.period]
    grown_from = [table for table in then if table.period != first.period]
    return laid_out(rows, rules, again, grown_from, _last_rows(first.indicator, last))


def release_of(
    card_at: Callable[[Period], Scorecard], council: Council, period: Period, before: Release | None = None
) -> Release:
    """Make the release of a period, after those earlier in its year where a year to date grows from them."""
    card = card_at(period)
    earlier = before_in_year(period) if grows(card) else None
    last = release_of(card_at, council, earlier) if earlier else None
    return release(card, council, before, last)


def grows(card: Scorecard) -> bool:
    """Tell whether a count of children on a scorecard is made of earlier ones, so that the releases before matter."""
    counts = [row.definition for row in card.rows if row.definition.disclosure == CHILDREN]
    return over_time(counts) or any(one.basis == YEAR_TO_DATE and one.unit == "count" for one in counts)


def before_in_year(period: Period) -> Period | None:
    """Give the period released before one in its year, for a year the quarter before its last; None at the start."""
    if period.frequency is Frequency.YEAR:
        return containing(period.last_day, Frequency.QUARTER, period.calendar).previous()
    earlier = period.previous()
    return earlier if earlier.year == period.year else None


def _last_rows(indicator: str, last: Release | None) -> dict[str, Row]:
    """Give the rows that were last printed of an indicator, by area."""
    figures = last.figures if last else ()
    return {figure.row.area: figure.row for figure in figures if figure.row.indicator == indicator}


def _tables(indicator: str, made: Release | None) -> list[Table]:
    return [table for table in made.tables if table.indicator == indicator] if made else []


def rules_of(council: Council) -> Rules:
    """Give the rules by which a council publishes counts of children."""
    chosen = council.publication
    return Rules(council.thresholds.small_number, chosen.rounding, chosen.rounded, chosen.zeros)


def _by_indicator(card: Scorecard) -> list[list[Row]]:
    """Put rows together that add up: of one indicator and one period."""
    found: dict[tuple[str, Period], list[Row]] = {}
    for row in card.rows:
        if row.definition.disclosure == CHILDREN:
            found.setdefault((row.indicator, row.period), []).append(row)
    return list(found.values())


def _figure(row: Row, table: Table | None, chosen: Publication) -> Figure:
    """Say of one figure what may be printed."""
    if row.value is None:
        suppressed = row.symbol == SUPPRESSED
        return Figure(row, HIDDEN if suppressed else row.text, suppressed, reason=SUPPLIER if suppressed else "")
    if table is None or row.area not in table.place:
        return _unchecked(row, chosen)
    if row.definition.unit == "count":
        return _count(row, table)
    return _share(row, table, chosen.least_denominator)


def _unchecked(row: Row, chosen: Publication) -> Figure:
    """Follow the council's choice for a figure without whole counts behind it; a count itself is never shown so."""
    shown = chosen.without_counts == "shown" and row.definition.unit != "count"
    return Figure(row, row.text if shown else HIDDEN, not shown, reason=UNCHECKED if shown else NOT_HELD)


def _count(row: Row, table: Table) -> Figure:
    cell = (table.place[row.area], table.figure)
    value = _printed(table.protected, cell)
    if value is None:
        return Figure(row, HIDDEN, hidden=True, reason=PUBLIC, why=_why(table.protected, cell))
    return Figure(row, number.text(value, row.definition.unit, row.definition.decimals))


def _share(row: Row, table: Table, least: int) -> Figure:
    """Print a share, or an average over a group, only beside counts that are printed and of a group large enough."""
    protected, line = table.protected, table.place[row.area]
    is_share = row.definition.unit in SHARES
    counted, group = (line, 0), (line, len(protected.columns) - 1 if is_share else 0)
    part, whole = _printed(protected, counted) if is_share else None, _printed(protected, group)
    shown = Figure(row, "", numerator=part, denominator=whole)
    unprinted = [cell for cell in (counted, group) if _printed(protected, cell) is None]
    if unprinted:
        why = _why(protected, unprinted[0])
        return replace(shown, text=HIDDEN, hidden=True, reason=PUBLIC_SHARE, why=why)
    if protected.least[group] < max(least, 1):
        return replace(shown, text=HIDDEN, hidden=True, reason=FEW.format(least=least))
    return replace(shown, text=_share_text(row, protected, line) if is_share else row.text)


def _share_text(row: Row, protected: Protected, line: int) -> str:
    """Write a share from its protected counts."""
    definition = row.definition
    per = definition.per if definition.unit == "rate" and definition.per else 100
    value = shares(protected, COUNTED, per=per, least=1)[line]
    return number.text(float(value), definition.unit, definition.decimals, definition.per)


def _printed(protected: Protected, cell: tuple[int, int]) -> int | None:
    value = protected.published[cell]
    return None if np.isnan(value) else int(value)


def _why(protected: Protected, cell: tuple[int, int]) -> str:
    reason = Reason(int(protected.reasons[cell]))
    return officer(reason.name, protected.rules.threshold, exposed=bool(protected.exposed[cell]))
