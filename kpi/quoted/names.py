"""The names by which commentary speaks of indicators: titles, plain titles and what a definition says it is known as.

In: indicators and area titles. Out: a pattern that finds the longest name first, and the indicators each can mean.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kpi.definitions.indicator import Indicator

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*$")
_STRAIGHT: Final = str.maketrans({"\u2019": "'"} | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
NOTHING: Final = re.compile(r"(?!)")
"""A pattern that is found nowhere."""


@dataclass(frozen=True, eq=False)
class Names:
    """What can be named: `meant` gives the indicators of each name, all of them possible."""

    pattern: re.Pattern[str]
    meant: Mapping[str, tuple[Indicator, ...]]
    areas: re.Pattern[str]
    area_of: Mapping[str, str]


def names_of(indicators: Iterable[Indicator], area_titles: Mapping[str, str]) -> Names:
    """Gather every name; a title without its closing bracket is one too, so that two definitions may share it."""
    meant: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        for name in dict.fromkeys(plain(name) for name in _own(indicator)):
            meant.setdefault(name, []).append(indicator)
    area_of = {plain(title): area for area, title in area_titles.items()}
    found = {name: tuple(those) for name, those in meant.items()}
    return Names(_either(found), found, _either(area_of), area_of)


def plain(text: str) -> str:
    """Give a text in small letters, with single spaces, straight apostrophes and hyphens; its length may change."""
    return " ".join(text.translate(_STRAIGHT).casefold().split())


def _own(indicator: Indicator) -> Iterable[str]:
    yield from (indicator.title, _BRACKETS.sub("", indicator.title), indicator.plain_title, *indicator.known_as)


def _either(names: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern of names, the longest first, as whole words."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    told = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w-])(?:{told})(?![\w-])") if told else NOTHING
