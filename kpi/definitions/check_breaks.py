"""What breaks, doubts and rebases must agree with: the periods of their indicator, its areas, and each other.

In: drafts of indicators. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Callable, Iterator
from typing import Final

from kpi.definitions.check_targets import check_period
from kpi.definitions.codes import Code
from kpi.definitions.draft import Draft
from kpi.definitions.spans import period_at, span_of
from kpi.period import PeriodError
from kpi.problem import Problem, Where, excerpt


def check_periods(draft: Draft) -> Iterator[Problem]:
    """Require one period that the indicator has, of every break, doubt and rebase."""
    if not draft.sound("frequency", "calendar"):
        return
    periods = {
        "breaks": [entry.period for entry in draft.indicator.breaks],
        "doubts": [entry.period for entry in draft.indicator.doubts],
        "rebases": [entry.period for entry in draft.indicator.rebases],
    }
    for key, texts in periods.items():
        for place, text in enumerate(texts):
            where = draft.where(key, place, "period")
            yield from check_period(text, draft, where)
            yield from _check_one(text, draft, where)


def _check_one(text: str, draft: Draft, where: Where) -> Iterator[Problem]:
    """Require a single period; one that cannot be read is told elsewhere."""
    span = _ordinals(text, draft)
    if span and span[0] != span[1]:
        message = f"{excerpt(text)} is more than one period."
        yield Problem(Code.SEVERAL_PERIODS, message, "Name one period; give others an entry of their own.", where)


def _ordinals(text: str, draft: Draft) -> tuple[int, int] | None:
    """Give the first and last ordinal of a text, None where it cannot be read."""
    try:
        span = span_of(text, draft.indicator.frequency, draft.indicator.calendar)
    except PeriodError:
        return None
    return span.first, span.last


def check_areas(draft: Draft) -> Iterator[Problem]:
    """Require, of every doubt, areas of the indicator."""
    if not draft.sound("areas"):
        return
    own = ", ".join(dict.fromkeys(draft.indicator.areas))
    for place, doubt in enumerate(draft.indicator.doubts):
        for number, area in enumerate(doubt.areas or ()):
            if area not in draft.indicator.areas:
                message = f"The doubt names the area {excerpt(area)}, which the indicator does not have."
                where = draft.where("doubts", place, "areas", number)
                yield Problem(Code.DOUBT_AREA, message, f"Its areas are {own}.", where)


def check_duplicates(draft: Draft) -> Iterator[Problem]:
    """Require one doubt at most for a figure."""
    if not draft.sound("frequency", "calendar", "areas"):
        return
    first_of: dict[tuple[int, str], int] = {}
    for place, doubt in enumerate(draft.indicator.doubts):
        found = _ordinals(doubt.period, draft)
        if not found or found[0] != found[1]:
            continue
        areas = draft.indicator.areas if doubt.areas is None else doubt.areas
        firsts = [first_of.setdefault((found[0], area), place) for area in dict.fromkeys(areas)]
        if min(firsts, default=place) < place or len(set(areas)) < len(areas):
            period = period_at(found[0], draft.indicator).text
            message, fix = f"The figure of {period} is put in doubt twice.", "Keep one of them."
            yield Problem(Code.DUPLICATE_DOUBT, message, fix, draft.where("doubts", place, "period"))


BREAK_CHECKS: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (check_periods, check_areas, check_duplicates)
