"""What targets must agree with: the periods of their indicator, its areas, its polarity, and each other.

In: drafts of indicators. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Callable, Iterator
from math import isnan
from typing import Final

from kpi.definitions.codes import Code
from kpi.definitions.draft import Draft
from kpi.definitions.spans import OPEN_START, Span, period_at, span_of
from kpi.definitions.target import Target
from kpi.period import PeriodError
from kpi.problem import Problem, Where, excerpt

EXAMPLES: Final = {"month": "2018-06", "quarter": "2018-19 Q1", "year": "2018-19", "date": "2019-02-11"}
CALENDAR_EXAMPLES: Final = EXAMPLES | {"quarter": "2018 Q1", "year": "2018"}
WANTED: Final = {"at_least": "higher", "at_most": "lower"}


def check_periods(draft: Draft) -> Iterator[Problem]:
    """Require periods that the indicator has, of every target and profile."""
    if not draft.sound("frequency", "calendar"):
        return
    for place, target in draft.targets:
        if target.periods is not None:
            yield from check_period(target.periods, draft, draft.where("targets", place, "periods"))
        for text in target.profile:
            yield from check_period(text, draft, draft.where("targets", place, target.kind, text))


def check_period(text: str, draft: Draft, where: Where) -> Iterator[Problem]:
    """Require a period, or a range of periods, of the indicator's frequency and calendar."""
    indicator = draft.indicator
    try:
        span_of(text, indicator.frequency, indicator.calendar)
    except PeriodError as error:
        examples = CALENDAR_EXAMPLES if indicator.calendar == "calendar" else EXAMPLES
        fix = error.question or f"Write a {indicator.frequency}, such as {examples[indicator.frequency]}."
        yield Problem(Code.PERIOD, error.reason, fix, where)


def check_target_areas(draft: Draft) -> Iterator[Problem]:
    """Require areas of the indicator, each named once."""
    if not draft.sound("areas"):
        return
    for place, target in draft.targets:
        areas = target.areas or ()
        own = ", ".join(dict.fromkeys(draft.indicator.areas))
        for number, area in enumerate(areas):
            where = draft.where("targets", place, "areas", number)
            if area in areas[:number]:
                yield Problem(Code.DUPLICATE_AREA, f"The area {excerpt(area)} is named twice.", "Delete one.", where)
            elif area not in draft.indicator.areas:
                message = f"The target names the area {excerpt(area)}, which the indicator does not have."
                fix = f"Its areas are {own}; add it to areas or delete it here."
                yield Problem(Code.TARGET_AREA, message, fix, where)


def check_overlaps(draft: Draft) -> Iterator[Problem]:
    """Require one target at most for a period and an area."""
    if not draft.sound("frequency", "calendar", "areas"):
        return
    told: set[tuple[int, int]] = set()
    for area in draft.indicator.areas:
        pieces = sorted(_pieces(draft, area), key=lambda piece: (piece[1].first, piece[0]))
        reaching = pieces[:1]
        for piece in pieces[1:]:
            if piece[1].first <= reaching[0][1].last:
                yield from _tell_overlap(draft, area, reaching[0], piece, told)
            if piece[1].last > reaching[0][1].last:
                reaching = [piece]


Piece = tuple[int, Span, Where]
"""The place of a target in its list, a span of it, and the line that span is written on."""


def _pieces(draft: Draft, area: str) -> Iterator[Piece]:
    """Give the spans of all targets of an area; those that cannot be read are told elsewhere."""
    indicator = draft.indicator
    for place, target in draft.targets:
        if target.areas is not None and area not in target.areas:
            continue
        for text in [target.periods] if target.periods is not None else target.profile:
            steps = ("periods",) if target.periods is not None else (target.kind, text)
            try:
                span = span_of(text, indicator.frequency, indicator.calendar)
            except PeriodError:
                continue
            yield place, span, draft.where("targets", place, *steps)


def _tell_overlap(draft: Draft, area: str, one: Piece, other: Piece, told: set[tuple[int, int]]) -> Iterator[Problem]:
    """Tell an overlap once for each pair of targets, at the later one in the file."""
    first, second = sorted((one, other), key=lambda piece: (piece[0], piece[2].line or 0))
    pair = (first[2].line or 0, second[2].line or 0)
    if pair in told:
        return
    told.add(pair)
    start = max(one[1].first, other[1].first)
    period = "every period up to its end" if start == OPEN_START else period_at(start, draft.indicator).text
    message = f"For {period}, area {area}, there is already the target of line {first[2].line}."
    fix = "Let one end before the other begins, or give them different areas."
    yield Problem(Code.TARGET_OVERLAP, message, fix, second[2])


def check_direction(draft: Draft) -> Iterator[Problem]:
    """Require that at least goes with higher is better, at most with lower, and no target with no good direction."""
    polarity = draft.indicator.polarity
    if not draft.sound("polarity"):
        return
    for place, target in draft.targets:
        where = draft.where("targets", place, target.kind)
        if polarity == "none":
            message = "The polarity is none, so no value is better than another and there can be no target."
            yield Problem(Code.TARGET_DIRECTION, message, "Delete the target, or give a polarity.", where)
        elif WANTED.get(target.kind, polarity) != polarity:
            message = f"{target.kind} needs the polarity {WANTED[target.kind]}; this indicator's is {polarity}."
            fits = [kind for kind in ("at_least", "at_most", "between") if WANTED.get(kind, polarity) == polarity]
            yield Problem(Code.TARGET_DIRECTION, message, f"Use {' or '.join(fits)}.", where)


def check_possible(draft: Draft) -> Iterator[Problem]:
    """Require targets that the indicator can reach."""
    if not draft.sound("unit", "bounds"):
        return
    least, most = draft.indicator.possible
    for place, target in draft.targets:
        for value in _values(target):
            if not least <= value <= most:
                message = f"The target {value:g} is not possible: values run from {least:g} to {most:g}."
                where = draft.where("targets", place, target.kind)
                yield Problem(Code.TARGET_IMPOSSIBLE, message, "Correct the target, or give bounds.", where)


def _values(target: Target) -> list[float]:
    if target.profile:
        return list(target.profile.values())
    return [end for end in target.ends() if not isnan(end)]


def check_floors(draft: Draft) -> Iterator[Problem]:
    """Require a floor on the worse side of every value of its target."""
    if not draft.sound("polarity"):
        return
    for place, target in draft.targets:
        low, high = target.floors(draft.indicator.polarity)
        values = _values(target)
        if values and (low > min(values) or high < max(values)):
            side = "above" if low > min(values) else "below"
            message = f"The floor {target.floor:g} lies {side} the target, on its better side."
            fix = "Give the worst value that needs no action."
            yield Problem(Code.FLOOR_SIDE, message, fix, draft.where("targets", place, "floor"))


def check_profiles(draft: Draft) -> Iterator[Problem]:
    """Require the periods of a profile in order of time."""
    indicator = draft.indicator
    if not draft.sound("frequency", "calendar"):
        return
    for place, target in draft.targets:
        before = OPEN_START
        for text in target.profile:
            try:
                first = span_of(text, indicator.frequency, indicator.calendar).first
            except PeriodError:
                continue
            if first < before:
                message = f"{text} comes after a later period."
                where = draft.where("targets", place, target.kind, text)
                yield Problem(Code.PROFILE_ORDER, message, "Put the periods in order of time.", where)
            before = first


TARGET_CHECKS: Final[tuple[Callable[[Draft], Iterator[Problem]], ...]] = (
    check_periods,
    check_target_areas,
    check_overlaps,
    check_direction,
    check_possible,
    check_floors,
    check_profiles,
)
