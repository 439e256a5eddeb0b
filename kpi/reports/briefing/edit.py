"""Changes a person makes to a briefing: another order, a slide left out, other words, a slide of their own.

In: slides in their places. Out: the same with one change; and what was chosen, as an entry keeps it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kpi.reports.briefing.choice import WRITTEN, Arranged, Choice, Chosen
from kpi.reports.slides import Slide

Placed = tuple[Arranged, ...]


def chosen_of(placed: Sequence[Arranged]) -> Chosen:
    """Give what was chosen: every slide in its place, with only the words that differ from those proposed."""
    return Chosen(slides=tuple(_choice(one) for one in placed))


def moved(placed: Placed, slide_id: str, to: int) -> Placed:
    """Put a slide at a place (from 0; beyond the ends is at the end)."""
    one = _find(placed, slide_id)
    others = [other for other in placed if other is not one]
    others.insert(min(max(to, 0), len(others)), one)
    return tuple(others)


def showing(placed: Placed, slide_id: str, *, shown: bool) -> Placed:
    """Leave a slide out, or put it back."""
    return _with(placed, slide_id, lambda one: replace(one, shown=shown))


def worded(placed: Placed, slide_id: str, *, title: str, points: Sequence[str], notes: str) -> Placed:
    """Give a slide other words; those that are empty go back to the ones proposed."""

    def change(one: Arranged) -> Arranged:
        base = one.proposed or one.slide
        said = title or base.title, tuple(points) or base.points, notes or base.notes
        return replace(one, slide=replace(one.slide, title=said[0], points=said[1], notes=said[2]))

    return _with(placed, slide_id, change)


def written(placed: Placed, *, title: str, points: Sequence[str], notes: str) -> Placed:
    """Add a slide of a person's own at the end."""
    taken = {one.slide.id for one in placed}
    free = next(name for number in range(1, len(placed) + 2) if (name := f"{WRITTEN}:{number}") not in taken)
    slide = Slide(free, title, WRITTEN, points=tuple(points), notes=notes)
    return (*placed, Arranged(slide, None, shown=True))


def without(placed: Placed, slide_id: str) -> Placed:
    """Take a slide that a person wrote away again; a proposed one can only be left out."""
    return tuple(one for one in placed if one.slide.id != slide_id or one.proposed is not None)


def _choice(one: Arranged) -> Choice:
    slide, base = one.slide, one.proposed
    return Choice(
        id=slide.id,
        shown=one.shown,
        title=slide.title if base is None or slide.title != base.title else None,
        points=slide.points if base is None or slide.points != base.points else (),
        notes=(slide.notes or None) if base is None or slide.notes != base.notes else None,
    )


def _find(placed: Placed, slide_id: str) -> Arranged:
    return next(one for one in placed if one.slide.id == slide_id)


def _with(placed: Placed, slide_id: str, change: Callable[[Arranged], Arranged]) -> Placed:
    return tuple(change(one) if one.slide.id == slide_id else one for one in placed)
