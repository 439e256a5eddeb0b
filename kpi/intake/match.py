"""Finds each figure of a file among the figures in force.

In: two frames of figures. Out: for each row of the first its place in the second, and whether anything differs.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.intake.sheet import Places

KEY = ("indicator", "area", "period")
NUMBERS = ("value", "numerator", "denominator")
TEXTS = ("symbol", "state", "note")
SAME = 1e-14
"""Numbers that differ by less than this, relatively, are one number written with fifteen digits and with seventeen."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Match:
    """Where a file's n figures stand among m current ones.

    `places` (n,) is -1 for new; `same` (n,) where nothing differs; `held` (m,) marks current ones the file has.
    """

    places: Places
    same: Flags
    held: Flags

    @property
    def new(self) -> Flags:
        """Figures that are not there yet, (n,)."""
        return self.places < 0

    @property
    def changed(self) -> Flags:
        """Figures that are there with another content, (n,)."""
        return (self.places >= 0) & ~self.same

    @property
    def unchanged(self) -> Flags:
        """Figures that are there as they are, (n,)."""
        return (self.places >= 0) & self.same


def match(frame: pd.DataFrame, current: pd.DataFrame) -> Match:
    """Match by indicator, area and period. Rows of `frame` without a key are new; keys of `current` are unique."""
    mine, theirs = _keys(frame, current)
    places = _places(mine, theirs)
    held = np.zeros(len(current), dtype=bool)
    held[places[places >= 0]] = True
    return Match(places, _same(frame, current, places), held)


def _keys(frame: pd.DataFrame, current: pd.DataFrame) -> tuple[Places, Places]:
    """Give numbers to the keys of both frames alike; -1 where a part of the key is missing."""
    mine, theirs = np.zeros(len(frame), dtype=np.int64), np.zeros(len(current), dtype=np.int64)
    lacking = np.zeros(len(frame), dtype=bool)
    for name in KEY:
        own, other, size = _common(frame[name], current[name])
        mine, theirs = mine * size + own, theirs * size + other
        lacking |= own < 0
    return np.where(lacking, -1, mine), theirs


def _common(first: "pd.Series[str]", second: "pd.Series[str]") -> tuple[Places, Places, int]:
    """Give the codes of two categorical columns in one list of categories, and its length."""
    known = {text: place for place, text in enumerate(first.cat.categories)}
    place_of = np.array([known.setdefault(text, len(known)) for text in second.cat.categories] + [-1], dtype=np.int64)
    return first.cat.codes.to_numpy().astype(np.int64), place_of[second.cat.codes.to_numpy()], len(known)


def _places(mine: Places, theirs: Places) -> Places:
    if not len(theirs):
        return np.full(len(mine), -1, dtype=np.int64)
    order = np.argsort(theirs, kind="stable")
    spot = np.searchsorted(theirs, mine, sorter=order)
    spot[spot == len(theirs)] = 0
    place = order[spot]
    return np.where((theirs[place] == mine) & (mine >= 0), place, -1)


def _same(frame: pd.DataFrame, current: pd.DataFrame, places: Places) -> Flags:
    same = np.ones(len(frame), dtype=bool)
    if not len(current):
        return ~same
    for name in NUMBERS:
        same &= same_numbers(frame[name].to_numpy(), current[name].to_numpy()[places])
    for name in TEXTS:
        own, other, _ = _common(frame[name], current[name])
        same &= own == other[places]
    return same


def same_numbers(first: NDArray[np.float64], second: NDArray[np.float64]) -> Flags:
    """Tell where two arrays hold one number, or both none."""
    with np.errstate(invalid="ignore"):
        close = np.abs(first - second) <= SAME * np.abs(second)
    return close | (np.isnan(first) & np.isnan(second))
