"""Counts of children that add up across indicators and periods, protected together.

In: tables of a release that are not protected yet, tables printed earlier in its year, definitions. Out: all protected.
"""

from collections.abc import Collection, Mapping, Sequence

from kpi.definitions.indicator import Indicator
from kpi.judge.disclosure import Sum, protect_together
from kpi.scorecard.publish_table import IN_PERIOD, YEAR_TO_DATE, Laid, Table, figure_at

Shown = Laid | Table


def over_time(definitions: Collection[Indicator]) -> bool:
    """Tell whether one of some indicators is made of earlier figures: a year of its quarters, a year so far."""
    by_id = {one.id: one for one in definitions}
    made_of = ((one, by_id[part]) for one in definitions for part in one.made_of if part in by_id)
    return any(
        _within(part) and (whole.frequency, whole.basis) != (part.frequency, part.basis) for whole, part in made_of
    )


def protected_together(
    laid: Sequence[Laid], so_far: Sequence[Table], definitions: Mapping[str, Indicator]
) -> list[Table]:
    """Protect the tables of a release: those that add up together, every other for itself.

    `so_far` are tables printed before in the same year; they cannot be changed.
    """
    linked = {name for one in definitions.values() for name in (one.id, *one.made_of) if one.made_of}
    joined = [one for one in laid if one.indicator in linked]
    again = {(one.indicator, one.period) for one in joined}
    printed = {(one.indicator, one.period, tuple(one.place)): one for one in so_far if one.indicator in linked}
    fixed = [one for key, one in printed.items() if key[:2] not in again]
    sums = _sums([*joined, *fixed], len(joined), definitions)
    made = protect_together([one.draft for one in joined], [one.protected for one in fixed], sums) if joined else []
    tables = {id(one): one.protected(table) for one, table in zip(joined, made, strict=True)}
    return [tables.get(id(one)) or one.protected(protect_together([one.draft])[0]) for one in laid]


def _sums(shown: Sequence[Shown], drafts: int, definitions: Mapping[str, Indicator]) -> list[Sum]:
    """Say which counts add up to which, area by area; only sums in which something can still be withheld."""
    found: list[Sum] = []
    for number, whole in enumerate(shown):
        made_of = definitions[whole.indicator].made_of if whole.indicator in definitions else ()
        parts = [at for name in made_of for at in _parts(shown, whole, name, definitions)]
        for area in whole.place if parts and min(number, *parts) < drafts else ():
            places = tuple(_place(at, shown[at], area) for at in parts if area in shown[at].place)
            if places:
                found.append(Sum(_place(number, whole, area), places))
    return found


def _parts(shown: Sequence[Shown], whole: Shown, name: str, definitions: Mapping[str, Indicator]) -> list[int]:
    """Find the tables of an indicator whose counts are part of a whole."""
    part = definitions.get(name)
    if part and _within(part):
        of_year = definitions[whole.indicator].basis == YEAR_TO_DATE
        return [at for at, one in enumerate(shown) if one.indicator == name and _in_time(one, whole, of_year=of_year)]
    return [
        at for at, one in enumerate(shown) if one.indicator == name and one.period.last_day == whole.period.last_day
    ]


def _within(part: Indicator) -> bool:
    """Tell whether an indicator counts what happened in each period, so that its periods add up."""
    return part.basis == IN_PERIOD


def _in_time(part: Shown, whole: Shown, *, of_year: bool) -> bool:
    """Tell whether a period lies in that of the whole, or for a year to date in its year so far."""
    own, all_of_it = part.period, whole.period
    begun = own.year == all_of_it.year if of_year else own.first_day >= all_of_it.first_day
    return begun and own.last_day <= all_of_it.last_day


def _place(number: int, one: Shown, area: str) -> tuple[int, str, str]:
    made = one.draft if isinstance(one, Laid) else one.protected
    return number, made.rows[one.place[area]], made.columns[figure_at(made.columns)]
