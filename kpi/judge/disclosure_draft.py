"""A table of counts before anything is withheld for the sake of others: what is small, what readers know already.

In: counts without totals, rules, earlier releases. Out: a frozen Draft with totals and a first reason for each cell.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.judge.disclosure_bounds import FAR, OPEN, GridSums, Ints, with_totals
from kpi.judge.disclosure_cover import Flags, Layout
from kpi.judge.disclosure_model import TOTAL, Protected, Reason, Rules

LARGEST: Final = 1_000_000_000
"""The largest count that is taken; more is no count of children."""
A_CELL, A_TOTAL = 100_000, 2_000_000
"""What it costs to withhold a cell, and a total: about twenty cells for one total; the count is added, so that of
equals the smaller goes."""
Margin = Literal["rows", "columns"]
Codes = NDArray[np.int8]
BOTH: Final[tuple[Margin, ...]] = ("rows", "columns")


@dataclass(frozen=True, eq=False)
class Draft:
    """A table of counts with its totals, (n+1, m+1), and what is withheld of it for its own sake.

    `first` holds Reason codes. `hidden` are the cells withheld or never printed, `sought` those of them to protect.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    rules: Rules
    layout: Layout
    first: Codes
    sought: Flags
    before: tuple[Protected, ...]

    @property
    def hidden(self) -> Flags:
        """Where nothing is printed, for the cell's own sake."""
        return np.asarray(self.first != Reason.SHOWN)

    def guarded(self, chosen: Flags) -> Flags:
        """Where nobody may work a count out, once it is chosen what is withheld."""
        return np.asarray(self.sought | (chosen & ~self.hidden))


def draft(
    table: pd.DataFrame,
    threshold: int = 5,
    *,
    rules: Rules | None = None,
    totals: Collection[Margin] = BOTH,
    unprinted: Collection[str] = (),
    withheld: Flags | None = None,
    before: Sequence[Protected] = (),
) -> Draft:
    """Lay out a table of counts for `protect`, which says what each argument is.

    Raises ValueError for what is no table of counts.
    """
    rules = rules or Rules(threshold)
    counts = with_totals(_whole(table))
    rows, columns = (*map(str, table.index), TOTAL), (*map(str, table.columns), TOTAL)
    outside = _outside(counts.shape, totals)
    printed = ~outside & ~_unprinted(rows, columns, unprinted)
    source = np.zeros(counts.shape, dtype=bool)
    source[:-1, :-1] = False if withheld is None else withheld
    earlier = _earlier(before, rows, columns, counts)
    first = _first_reasons(counts, rules, printed, source, earlier.hidden)
    layout = _layout(counts, rules, printed, first, earlier)
    sought = (first != Reason.SHOWN) & ~outside & (printed | layout.small | source | earlier.hidden)
    return Draft(rows, columns, rules, layout, first, sought, tuple(before))


def finished(made: Draft, chosen: Flags, failed: Flags) -> Protected:
    """Give a draft as it may be published once it is `chosen` what is withheld; `failed` cells are not protected."""
    reasons = np.where(chosen & ~made.hidden, int(Reason.SECONDARY), made.first).astype(np.int8)
    exposed = failed | (made.hidden & made.layout.small & made.layout.known)
    counts, told = made.layout.counts, made.layout.told(chosen)
    printed = rounded(counts, _base(counts.shape, made.rules))
    published = np.where(reasons == Reason.SHOWN, printed, np.nan)
    arrays = (counts, published, reasons, exposed, told.least, told.most, made.guarded(chosen))
    for array in arrays:
        array.setflags(write=False)
    return Protected(made.rows, made.columns, made.rules, *arrays)


@dataclass(frozen=True, eq=False)
class _Earlier:
    """What earlier releases say of the cells of this one, (n+1, m+1)."""

    hidden: Flags
    """Withheld then."""
    known: Flags
    """Shown then, and not changed since."""
    least: Ints
    most: Ints


def rounded(counts: Ints, base: Ints) -> Ints:
    """Round counts to the nearest multiple of `base`, which broadcasts, half up; only a zero becomes zero."""
    near = (counts + base // 2) // base * base
    return np.asarray(np.where(counts > 0, np.maximum(near, base), 0))


def _whole(table: pd.DataFrame) -> Ints:
    """Take the counts of a table; anything but whole numbers from 0 is refused."""
    values = table.to_numpy(dtype=np.float64)
    if not values.size or not (table.index.is_unique and table.columns.is_unique):
        raise ValueError("A table has at least one row and one column, and each is named once.")
    if not np.isfinite(values).all() or (values < 0).any() or (values != np.floor(values)).any():
        raise ValueError("Only counts can be protected: whole numbers, 0 or more, none missing.")
    if values.sum() > LARGEST:
        raise ValueError(f"Counts add up to more than {LARGEST:,}: these are no counts of children.")
    return values.astype(np.int64)


def _outside(shape: tuple[int, ...], totals: Collection[Margin]) -> Flags:
    """Mark the totals that are not printed."""
    outside = np.zeros(shape, dtype=bool)
    outside[:, -1] |= "rows" not in totals
    outside[-1, :] |= "columns" not in totals
    return outside


def _unprinted(rows: Sequence[str], columns: Sequence[str], names: Collection[str]) -> Flags:
    """Mark rows and columns that count in totals only."""
    down, across = (np.array([name in names for name in labels]) for labels in (rows, columns))
    return np.asarray(down[:, None] | across)


def _earlier(releases: Sequence[Protected], rows: Sequence[str], columns: Sequence[str], counts: Ints) -> _Earlier:
    """Put together what earlier releases say of this table's cells."""
    nothing = np.zeros(counts.shape, dtype=bool)
    told = _Earlier(nothing, nothing, np.zeros_like(counts), np.full_like(counts, OPEN))
    for one in (_overlaid(release, rows, columns, counts) for release in releases):
        least, most = np.maximum(told.least, one.least), np.minimum(told.most, one.most)
        told = _Earlier(told.hidden | one.hidden, told.known | one.known, least, most)
    return told


def _overlaid(before: Protected, rows: Sequence[str], columns: Sequence[str], counts: Ints) -> _Earlier:
    """Lay a release over this table by its labels; nothing is known of rows and columns it did not have."""
    down, across = _places(rows, before.rows), _places(columns, before.columns)
    there, cells = (down >= 0)[:, None] & (across >= 0), np.ix_(down, across)
    known = there & (before.reasons[cells] == Reason.SHOWN) & (before.counts[cells] == counts)
    least, most = np.where(known, before.least[cells], 0), np.where(known, before.most[cells], OPEN)
    return _Earlier(there & before.hidden[cells], known, least, most)


def overlap(made: Draft, rows: Sequence[str], columns: Sequence[str]) -> tuple[Flags, tuple[Ints, ...]]:
    """Say which cells of some rows and columns a draft has too, and which of its cells those are."""
    down, across = _places(rows, made.rows), _places(columns, made.columns)
    return (down >= 0)[:, None] & (across >= 0), np.ix_(down, across)


def _places(labels: Sequence[str], among: Sequence[str]) -> Ints:
    place = {label: at for at, label in enumerate(among)}
    return np.array([place.get(label, -1) for label in labels], dtype=np.int64)


def _first_reasons(counts: Ints, rules: Rules, printed: Flags, source: Flags, before: Flags) -> Codes:
    """Give the reason of each cell that is withheld for its own sake, the first that holds."""
    tests = {
        Reason.NOT_PRINTED: ~printed,
        Reason.SMALL: (counts >= 1) & (counts <= rules.threshold),
        Reason.EMPTY_GROUP: _withheld_zeros(counts, rules),
        Reason.AT_SOURCE: source,
        Reason.LAST_RELEASE: before,
    }
    codes = np.select(list(tests.values()), [int(reason) for reason in tests], default=int(Reason.SHOWN))
    return np.asarray(codes, dtype=np.int8)


def _withheld_zeros(counts: Ints, rules: Rules) -> Flags:
    if rules.zeros == "unless_all":
        return np.asarray((counts[:, -1:] == 0) | (counts[-1:, :] == 0))
    return np.asarray((counts == 0) & (rules.zeros == "hidden"))


def _layout(counts: Ints, rules: Rules, printed: Flags, first: Codes, earlier: _Earlier) -> Layout:
    """Put down what readers know of each cell, whether it is withheld or shown."""
    # Where zeros are shown a reader knows that a withheld count is at least 1.
    floor = np.where(printed & (rules.zeros != "hidden"), np.minimum(counts, 1), 0)
    shown_least, shown_most = _shown(counts, rules)
    return Layout(
        sums=GridSums(),
        counts=counts,
        least=np.maximum(floor, earlier.least),
        most=earlier.most,
        shown_least=shown_least,
        shown_most=shown_most,
        small=(counts >= 1) & (counts <= rules.threshold) | (first == Reason.EMPTY_GROUP),
        known=earlier.known,
        cost=np.where(printed & (counts > 0) & ~earlier.known, _cost(counts), FAR),
        width=np.full(counts.shape, rules.threshold),
    )


def _cost(counts: Ints) -> Ints:
    """Give what withholding each cell costs: more for a total, and more for a larger count."""
    total = np.zeros_like(counts)
    total[-1, :] += A_TOTAL
    total[:, -1] += A_TOTAL
    return np.asarray(A_CELL + total + np.minimum(counts, A_CELL))


def _shown(counts: Ints, rules: Rules) -> tuple[Ints, Ints]:
    """Give the least and most that a shown count can be: itself, or what rounds to the same."""
    base = _base(counts.shape, rules)
    near = rounded(counts, base)
    most = near - base // 2 + base - 1
    # A shown count is 0 or more than the threshold, so that rounding leaves less open than it seems.
    least = np.maximum(np.where(near == base, 1, near - base // 2), rules.threshold + 1)
    exact = (base == 1) | (counts == 0)
    return np.where(exact, counts, least), np.where(exact, counts, most)


def _base(shape: tuple[int, ...], rules: Rules) -> Ints:
    """Give to what each cell is rounded."""
    base = np.full(shape, rules.rounding, dtype=np.int64)
    if rules.rounded == "totals":
        base[:-1, :-1] = 1
    return base
