"""Tables that a reader has side by side: indicators that add up, periods of a year, the release before.

In: drafts of tables with what each withholds by itself, tables printed before, sums that join them. Out: what is
withheld of each in the end, and where even that does not protect.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpi.judge.disclosure_bounds import FAR, OPEN, GridSums, Ints
from kpi.judge.disclosure_cover import Flags, Layout, cover, unprotected
from kpi.judge.disclosure_draft import Draft, overlap
from kpi.judge.disclosure_model import Protected, Reason
from kpi.judge.disclosure_sums import Equation, LinkedSums

Place = tuple[int, str, str]
"""The number of a table, and the names of a row and a column."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A count and the counts that make it up, all of them or some; what they leave is protected like a part."""

    whole: Place
    parts: tuple[Place, ...]


def linked(
    drafts: Sequence[Draft], chosen: Sequence[Flags], printed: Sequence[Protected], sums: Sequence[Sum]
) -> tuple[list[Flags], list[Flags]]:
    """Withhold what protects tables against each other; also mark the cells that cannot be protected.

    `chosen` is what each draft withholds by itself. The reader is taken to know which counts are the same in an earlier
    release, shown or not.
    """
    parts, equations = _line(drafts, printed, sums)
    layout, hidden, sought = _joined(parts, equations)
    begun = np.zeros_like(hidden)
    for part, flags in zip(parts, chosen, strict=False):
        begun[part.ids] = flags & ~part.hidden
    found = cover(layout, hidden, sought, begun)
    failed = unprotected(layout, found, sought | (found & ~hidden))
    mine = [part.ids for part in parts[: len(drafts)]]
    return [found[ids] for ids in mine], [failed[ids] for ids in mine]


@dataclass(frozen=True, eq=False)
class _Part:
    """Cells and their places in the line of all; arrays of one shape.

    Parts may have a cell in common: it is as in the first of them, and what is known of it is what all tell.
    """

    layout: Layout
    hidden: Flags
    sought: Flags
    ids: Ints


def _line(
    drafts: Sequence[Draft], printed: Sequence[Protected], sums: Sequence[Sum]
) -> tuple[list[_Part], list[Equation]]:
    """Put all tables in a line: drafts, what was printed, earlier releases of the drafts, what is left of sums."""
    parts: list[_Part] = []
    for made in drafts:
        parts.append(_Part(made.layout, made.hidden, made.sought, _next(parts, made.hidden.shape)))
    for release in printed:
        parts.append(_of_print(release, _next(parts, release.counts.shape)))
    for made, part in zip(drafts, tuple(parts), strict=False):
        for release in made.before:
            parts.append(_of_print(release, _overlaid(release, made, part.ids, _next(parts, release.counts.shape))))
    equations = [one for part in parts for one in _of_table(part.ids)]
    tables: tuple[Draft | Protected, ...] = (*drafts, *printed)
    for one in sums:
        _add_sum(
            parts, equations, [_found(tables[place[0]], parts[place[0]], place) for place in (one.whole, *one.parts)]
        )
    return parts, equations


def _next(parts: Sequence[_Part], shape: tuple[int, ...]) -> Ints:
    """Give numbers to cells, after those that there are."""
    begin = 1 + max((int(part.ids.max()) for part in parts), default=-1)
    return begin + np.arange(int(np.prod(shape))).reshape(shape)


def _of_print(made: Protected, ids: Ints) -> _Part:
    """Take a table that cannot be changed any more; what it withheld stays to be protected."""
    small = (made.counts >= 1) & (made.counts <= made.rules.threshold) | (made.reasons == Reason.EMPTY_GROUP)
    return _fixed(made.counts, (made.least, made.most), small, made.guarded, made.rules.threshold, ids)


def _fixed(counts: Ints, told: tuple[Ints, Ints], small: Flags, sought: Flags, threshold: int, ids: Ints) -> _Part:
    nothing, everything = np.zeros(counts.shape, dtype=bool), np.ones(counts.shape, dtype=bool)
    cost, width = np.full(counts.shape, FAR), np.full(counts.shape, threshold)
    layout = Layout(GridSums(), counts, *told, *told, small, nothing, cost, width)
    return _Part(layout, everything, sought, ids)


def _overlaid(release: Protected, made: Draft, own: Ints, fresh: Ints) -> Ints:
    """Give the cells of an earlier release the places of those that have not changed since, new ones to the rest."""
    there, cells = overlap(made, release.rows, release.columns)
    same = there & (made.layout.counts[cells] == release.counts)
    return np.where(same, own[cells], fresh)


def _of_table(ids: Ints) -> list[Equation]:
    """Say that the cells of each row and column of a table add up to their total."""
    if ids.ndim == 1:
        return []
    return [_adds_up(line[-1], line[:-1]) for line in (*ids, *ids.T)]


def _adds_up(whole: int, parts: Ints) -> Equation:
    return Equation(np.append(parts, whole), np.append(np.ones(len(parts)), -1.0))


def _found(table: Draft | Protected, part: _Part, place: tuple[int, str, str]) -> tuple[int, int]:
    """Give the place in the line of a named cell, and its count."""
    cell = table.rows.index(place[1]), table.columns.index(place[2])
    return int(part.ids[cell]), int(part.layout.counts[cell])


def _add_sum(parts: list[_Part], equations: list[Equation], cells: Sequence[tuple[int, int]]) -> None:
    """Join a whole, the first, and its parts; parts that hold more than the whole do not add up to it."""
    (whole, count), *others = cells
    left = count - sum(part for _, part in others)
    ids = [at for at, _ in others]
    if left > 0:
        parts.append(_left(left, int(parts[0].layout.width.flat[0]), _next(parts, (1,))))
        ids.append(int(parts[-1].ids[0]))
    if left >= 0:
        equations.append(_adds_up(whole, np.array(ids, dtype=np.int64)))


def _left(count: int, threshold: int, ids: Ints) -> _Part:
    """Take what is left of a sum as a count that is never printed."""
    small = np.array([count <= threshold])
    return _fixed(np.array([count]), (np.array([0]), np.array([OPEN])), small, small, threshold, ids)


def _joined(parts: Sequence[_Part], equations: Sequence[Equation]) -> tuple[Layout, Flags, Flags]:
    """Join all parts: the layout of the line, what is withheld in it and what is sought to be protected."""
    size = 1 + max(int(part.ids.max()) for part in parts)
    distinct = {frozenset(zip(one.cells.tolist(), one.signs.tolist(), strict=True)): one for one in equations}
    layouts = [part.layout for part in parts]

    def first(arrays: Sequence[Ints | Flags]) -> Ints:
        line = np.zeros(size, dtype=np.int64)
        for part, array in reversed(list(zip(parts, arrays, strict=True))):
            line[part.ids] = array
        return line

    def most_of(arrays: Sequence[Ints | Flags], start: int) -> Ints:
        line = np.full(size, start)
        for part, array in zip(parts, arrays, strict=True):
            line[part.ids] = np.maximum(line[part.ids], array)
        return line

    layout = Layout(
        sums=LinkedSums(tuple(distinct.values()), size),
        counts=first([one.counts for one in layouts]),
        least=most_of([one.least for one in layouts], 0),
        most=-most_of([-one.most for one in layouts], -OPEN),
        shown_least=first([one.shown_least for one in layouts]),
        shown_most=first([one.shown_most for one in layouts]),
        small=most_of([one.small for one in layouts], 0) > 0,
        known=first([one.known for one in layouts]) > 0,
        cost=first([one.cost for one in layouts]),
        width=most_of([one.width for one in layouts], 0),
    )
    hidden, sought = first([part.hidden for part in parts]), most_of([part.sought for part in parts], 0)
    return layout, hidden > 0, sought > 0
