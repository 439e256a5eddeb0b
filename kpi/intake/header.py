"""What each column of a header row is: a role, a period, an indicator, something for people, or unknown.

In: the texts of a row, and what a recipe says of them. Out: a Header. Names are compared without case and spaces; a
declared alias is read where only one column bears it, and two that could be meant are a question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from kpi.definitions import recipe as recipes
from kpi.definitions.recipe import IGNORE, Recipe

ROLES: Final[tuple[str, ...]] = recipes.ROLES
NUMBER_ROLES = ("value", "numerator", "denominator")
HELPERS = ("title", "plain_title", "indicator_title", "theme", "unit", "owner", "due", "expected", "area_title")
"""Columns that the template and the export write for people; ignored when they come back."""
KEYS = ("indicator_id", "period")
IDENTIFIER: Final = "timeidentifier"
"""The column in which the Department for Education says what kind of period stands beside it: Financial year Q1."""
LABELS = ("indicator_id", "area", "period")
"""Roles of the columns that say what a row is about."""
ALIASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "indicator_id": ("indicator", "indicator ref", "indicator code", "kpi", "kpi id", "measure id"),
        "area": ("team", "locality", "area id"),
        "period": ("quarter", "month", "reporting period", "time period"),
        "value": ("values", "figure", "actual", "result", "outturn"),
        "numerator": ("num", "numerators"),
        "denominator": ("den", "denom", "denominators"),
        "state": ("figure state",),
        "note": ("notes", "comment", "comments"),
    }
)
"""Other names of a column that are read as the first one."""


def bare(header: str) -> str:
    """Give a header as it is compared: without case, spaces and underscores."""
    return re.sub(r"[\s_]+", "", header).lower()


_ROLE_OF = {bare(role): role for role in ROLES} | {"indicator": "indicator_id"}
_ALIAS_OF = {bare(alias): role for role, aliases in ALIASES.items() for alias in aliases}
_HELPERS = frozenset(bare(helper) for helper in HELPERS)


@dataclass(frozen=True, slots=True)
class Across:
    """A column of figures in a wide table: its place, what its header gives (`role` is `text`), and its part."""

    place: int
    role: str
    text: str
    part: str = "value"


@dataclass(frozen=True, eq=False)
class Header:
    """A header row: its place, its texts, the column of each role, the `periods` of a wide table, and the rest.

    `top` is the first of two rows. `across` are the columns of figures of a wide table, `fixed` what holds for every
    row, `aliased` the columns read by another name, `unsure` roles that several columns could have, with their places,
    `repeated` the roles that several columns name, `identifier` the column that completes the period beside it.
    """

    row: int
    texts: tuple[str, ...]
    roles: dict[str, int]
    periods: tuple[int, ...]
    ignored: tuple[int, ...]
    across: tuple[Across, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    aliased: tuple[int, ...] = ()
    unsure: tuple[tuple[str, tuple[int, ...]], ...] = ()
    repeated: tuple[str, ...] = ()
    top: int | None = None
    identifier: int | None = None

    @property
    def first_row(self) -> int:
        """The first row of the header."""
        return self.row if self.top is None else self.top

    @property
    def known(self) -> set[str]:
        """The roles that every row has: in a column, or fixed."""
        return self.roles.keys() | self.fixed.keys() | {role for role, _ in self.unsure}

    @property
    def long(self) -> bool:
        """Whether it is the header of a long table."""
        parts = {"numerator", "denominator"} <= self.known
        return not self.across and set(KEYS) <= self.known and ("value" in self.known or parts)

    @property
    def wide(self) -> bool:
        """Whether it is the header of a wide table."""
        given = {one.role for one in self.across}
        return len(given) == 1 and not given & self.roles.keys() and set(KEYS) <= self.known | given


@dataclass(frozen=True, eq=False)
class Naming:
    """What a recipe says of names: `columns` by bare header; roles, periods, ids of indicators, or ignore."""

    columns: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, recipe: Recipe | None) -> "Naming":
        """Take what a recipe says; nothing where there is none."""
        if recipe is None:
            return cls()
        return cls(
            {bare(text): role for text, role in recipe.columns.items()},
            dict(recipe.fixed.items()),
        )

    def role(self, text: str) -> str | None:
        """Give the role of a name: told, its own, or None; an alias is not looked at."""
        told = self.columns.get(bare(text))
        return (told if told in ROLES else None) if told else _ROLE_OF.get(bare(text))

    def part(self, text: str) -> str | None:
        """Give which part of a figure a name stands for, by an alias too."""
        role = self.role(text) or _ALIAS_OF.get(bare(text))
        return role if role in (*NUMBER_ROLES, "note", "state") else None

    def label(self, text: str) -> bool:
        """Tell whether a name, or an alias, is that of a column that says what a row is about."""
        return (self.role(text) or _ALIAS_OF.get(bare(text))) in LABELS


PLAIN = Naming()


@dataclass
class _Sorted:
    """The columns of a row, sorted by what they are."""

    roles: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, list[int]] = field(default_factory=dict)
    across: list[Across] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


def read_header(texts: list[str], row: int, naming: Naming = PLAIN) -> Header:
    """Say what each column of a row would be, were the row the header."""
    found = _Sorted()
    for place, text in enumerate(texts):
        if text or "" in naming.columns:
            _sort(found, place, text, naming)
    return _header(found, tuple(texts), row, naming)


def _sort(found: _Sorted, place: int, text: str, naming: Naming) -> None:
    told, role = naming.columns.get(bare(text)), naming.role(text)
    if role in found.roles:
        found.repeated.append(role)
    elif role is not None:
        found.roles[role] = place
    elif told and told != IGNORE:
        found.across.append(Across(place, "period" if looks_like_period(told) else "indicator_id", told))
    elif told is None and bare(text) in _ALIAS_OF:
        found.aliases.setdefault(_ALIAS_OF[bare(text)], []).append(place)
    elif told is None and bare(text) not in _HELPERS:
        found.others.append(place)


def _header(found: _Sorted, texts: tuple[str, ...], row: int, naming: Naming) -> Header:
    free = {role: places for role, places in found.aliases.items() if role not in found.roles}
    if any(looks_like_period(texts[one]) for one in found.others) and "value" not in found.roles.keys() | free.keys():
        free.pop("period", None)  # the periods stand across, so a column Quarter beside them is something else
    aliased = {role: places[0] for role, places in free.items() if len(places) == 1}
    unsure = tuple((role, tuple(places)) for role, places in free.items() if len(places) > 1)
    roles = found.roles | aliased
    fixed = {role: text for role, text in naming.fixed.items() if role not in roles}
    seen = roles.keys() | fixed.keys() | {role for role, _ in unsure}
    dated = [] if "period" in seen else [one for one in found.others if looks_like_period(texts[one])]
    across = [*found.across, *(Across(place, "period", texts[place]) for place in dated)]
    spare = [place for role, places in found.aliases.items() if role not in free for place in places]
    ignored = sorted([*(place for place in found.others if place not in dated), *spare])
    periods = tuple(sorted(one.place for one in across))
    kind = next((one for one in ignored if bare(texts[one]) == IDENTIFIER), None) if "period" in roles else None
    across.sort(key=lambda one: one.place)
    return Header(
        row,
        texts,
        roles,
        periods,
        tuple(one for one in ignored if one != kind),
        across=tuple(across),
        fixed=fixed,
        aliased=tuple(aliased.values()),
        unsure=unsure,
        repeated=tuple(found.repeated),
        identifier=kind,
    )


def with_parts(header: Header, across: tuple[Across, ...], top: int) -> Header:
    """Give a header of two rows: its columns of figures are those of both."""
    places = {one.place for one in across}
    return replace(
        header,
        across=across,
        periods=tuple(sorted(places)),
        roles={role: place for role, place in header.roles.items() if place not in places},
        ignored=tuple(place for place in header.ignored if place not in places),
        aliased=tuple(place for place in header.aliased if place not in places),
        unsure=tuple((role, places_) for role, places_ in header.unsure if not places & set(places_)),
        top=top,
    )


def looks_like_period(text: str) -> bool:
    """Tell whether a header is meant as a period: it holds a year, or a month or quarter beside a number."""
    return re.search(r"(19|20)\d\d|\bQ[1-4]\b|[A-Za-z]{3}[ -]\d\d\b|\d\d?/\d\d?/\d\d", text, re.IGNORECASE) is not None
