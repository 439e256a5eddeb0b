"""What one indicator must agree with: the council's themes and areas, other indicators, and itself.

In: drafts of indicators and the council's file. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Callable, Iterable, Iterator

from kpi.definitions.check_breaks import BREAK_CHECKS
from kpi.definitions.check_targets import TARGET_CHECKS
from kpi.definitions.codes import Code
from kpi.definitions.draft import Draft
from kpi.definitions.faults import at, nearest
from kpi.definitions.known import Known
from kpi.definitions.node import taken
from kpi.definitions.pack import WHOLE_SERVICE
from kpi.definitions.yaml_text import Document
from kpi.period import Calendar, PeriodError, parse
from kpi.problem import Problem, Where, excerpt

Check = Callable[[Draft], Iterator[Problem]]


def check_council(council: Document) -> Iterator[Problem]:
    """Require ids of their own for themes and areas, no area called all, and an opening period that can be read."""
    for key in ("themes", "areas"):
        first_of: dict[str, Where] = {}
        entries = at(council.value, (key,))
        for place, entry in enumerate(entries if isinstance(entries, list) else []):
            found, where = at(entry, ("id",)), council.where((key, place, "id"))
            if isinstance(found, str):
                yield from taken(found, where, first_of)
            if key == "areas" and found == WHOLE_SERVICE:
                message = "The id 'all' means the whole service and needs no entry."
                yield Problem(Code.RESERVED_ID, message, "Delete the entry, or choose another id.", where)
    yield from _check_opening_period(council)


def _check_opening_period(council: Document) -> Iterator[Problem]:
    text = at(council.value, ("opening_period",))
    calendar = at(council.value, ("calendar",)) or Calendar.FINANCIAL
    if not isinstance(text, str) or calendar not in list(Calendar):
        return
    try:
        parse(text.strip(), Calendar(str(calendar)))
    except PeriodError as error:
        fix = error.question or "Write it as in 2018-19 Q4."
        yield Problem(Code.PERIOD, error.reason, fix, council.where(("opening_period",)))


def check_indicators(drafts: Iterable[Draft], council: Known) -> Iterator[Problem]:
    """Run every rule over every indicator as far as it can be understood."""
    first_of: dict[str, Where] = {}
    for draft in drafts:
        if draft.sound("id"):
            yield from taken(draft.indicator.id, draft.where("id"), first_of)
        yield from _check_theme(draft, council)
        yield from _check_areas(draft, council)
        for check in (_check_per, _check_millions, _check_fraction, *TARGET_CHECKS, *BREAK_CHECKS):
            yield from check(draft)


def _check_theme(draft: Draft, council: Known) -> Iterator[Problem]:
    """Require a theme of council.yaml."""
    theme = draft.indicator.theme
    if draft.sound("theme") and council.themes is not None and theme not in council.themes:
        message = f"There is no theme {excerpt(theme)} in council.yaml."
        yield Problem(Code.UNKNOWN_THEME, message, nearest(theme, council.themes), draft.where("theme"))


def _check_areas(draft: Draft, council: Known) -> Iterator[Problem]:
    """Require areas of council.yaml, or all, each named once."""
    if not draft.sound("areas"):
        return
    areas = draft.indicator.areas
    for place, area in enumerate(areas):
        where = draft.where("areas", place)
        if area in areas[:place]:
            yield Problem(Code.DUPLICATE_AREA, f"The area {excerpt(area)} is named twice.", "Delete one.", where)
        elif council.areas is not None and area not in (WHOLE_SERVICE, *council.areas):
            message = f"There is no area {excerpt(area)} in council.yaml."
            yield Problem(Code.UNKNOWN_AREA, message, nearest(area, (WHOLE_SERVICE, *council.areas)), where)


def _check_per(draft: Draft) -> Iterator[Problem]:
    """Require per for a rate, and for nothing else."""
    unit, per = draft.indicator.unit, draft.indicator.per
    if not draft.sound("unit", "per"):
        return
    if unit == "rate" and per is None:
        yield Problem(Code.RATE_WITHOUT_PER, "A rate needs per.", "Add per, such as per: 10000.", draft.where("unit"))
    if unit != "rate" and per is not None:
        message = f"per is for rates; the unit is {unit}."
        yield Problem(Code.PER_WITHOUT_RATE, message, "Delete per, or make the unit rate.", draft.where("per"))


def _check_millions(draft: Draft) -> Iterator[Problem]:
    """Require pounds of what is shown in millions."""
    unit = draft.indicator.unit
    if draft.sound("unit", "in_millions") and draft.indicator.in_millions and unit != "pounds":
        message, fix = f"in_millions is for pounds; the unit is {unit}.", "Delete in_millions, or make the unit pounds."
        yield Problem(Code.MILLIONS_NOT_OF_POUNDS, message, fix, draft.where("in_millions"))


def _check_fraction(draft: Draft) -> Iterator[Problem]:
    """Require, of a percentage or a rate, both what stands above the line and what below it, or neither."""
    above, below = draft.indicator.numerator, draft.indicator.denominator
    if not draft.sound("unit", "numerator", "denominator") or draft.indicator.unit not in ("percent", "rate"):
        return
    if (above is None) != (below is None):
        given, other = ("numerator", "denominator") if above else ("denominator", "numerator")
        message = f"The {given} is given without the {other}."
        yield Problem(Code.HALF_A_FRACTION, message, f"Add the {other}, or delete the {given}.", draft.where(given))
