"""Sets an indicator's published figures against those of others, year by year.

In: published figures in the series contract and definitions. Out: an Against for each indicator and year.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from kpi.definitions.benchmark import BenchmarkFile, Compared
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import WHOLE_SERVICE, Pack
from kpi.judge import benchmark
from kpi.judge.benchmark import Standing, Summary
from kpi.period import Period
from kpi.scorecard.card import IndicatorHistory, Scorecard
from kpi.scorecard.judged import POLARITY
from kpi.scorecard.published import Grid, Register
from kpi.scorecard.row import Row
from kpi.story import doubts
from kpi.story.others import SIZED, Against, Neighbourhood, Place, Published

NEAR: Final = "the council and its statistical neighbours"
EVERY: Final = "local authorities in the file"
NOBODY: Final = BenchmarkFile(own="none")
AUTHORITY: Final = re.compile(r"[0-9]{3}( / [0-9]{3})?")
"""The code of a local authority, or of two that report as one."""

Standings = Mapping[str, Standing]


@dataclass(frozen=True, eq=False)
class Benchmarks:
    """What is published of others, as known at a revision; comparisons are made when they are asked for."""

    frame: pd.DataFrame
    pack: Pack

    def of(self, indicator: str) -> Mapping[Period, Against]:
        """Give an indicator's comparisons by year; of several measures the first that has the year counts."""
        if indicator not in self._made:
            found: dict[Period, Against] = {}
            for one in self._compared.get(indicator, ()):
                for against in self._against(one):
                    found.setdefault(against.period, against)
            self._made[indicator] = dict(sorted(found.items()))
        return self._made[indicator]

    def on(self, row: Row) -> Row:
        """Put the comparison of its indicator and year on a row of the whole service."""
        if row.area != WHOLE_SERVICE or row.indicator not in self._compared:
            return row
        against = self.of(row.indicator).get(row.period)
        return replace(row, against=against) if against else row

    def on_card(self, card: Scorecard) -> Scorecard:
        """Put the comparisons on every row that has one."""
        return replace(card, rows=tuple(map(self.on, card.rows))) if self._compared else card

    def on_history(self, history: IndicatorHistory) -> IndicatorHistory:
        """Put the comparisons on every year that has one."""
        return replace(history, rows=tuple(map(self.on, history.rows))) if self._compared else history

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of indicators that can be compared."""
        return tuple(self._compared)

    @cached_property
    def neighbours(self) -> tuple[str, tuple[str, ...]] | None:
        """The model of the neighbours in use, and their codes, nearest first; None where none are known."""
        for one in self._told.neighbours:
            areas = one.areas or self._register.listed(one.source or "", one.columns or "", self._told.own)
            if areas:
                return one.model, areas
        return None

    @cached_property
    def _compared(self) -> dict[str, list[Compared]]:
        """The measures of each yearly indicator: no council publishes others."""
        by: dict[str, list[Compared]] = {}
        for one in self._told.compared if len(self.frame) else ():
            if self.pack.by_id[one.indicator].frequency == "year":
                by.setdefault(one.indicator, []).append(one)
        return by

    @cached_property
    def _made(self) -> dict[str, Mapping[Period, Against]]:
        return {}

    @cached_property
    def _register(self) -> Register:
        return Register(self.frame)

    @property
    def _told(self) -> BenchmarkFile:
        return self.pack.benchmarks or NOBODY

    def _against(self, one: Compared) -> list[Against]:
        """Compare every year of one measure."""
        definition = self.pack.by_id[one.indicator]
        grid = self._register.grid(one, definition)
        own = grid.of([self._told.own])[:, 0]
        polarity = np.full(len(own), POLARITY[definition.polarity])
        lists = self._lists(one, grid)
        standings = {among: benchmark.standing(own, grid.of(areas), polarity) for among, areas in lists.items()}
        summed = benchmark.summary(grid.of(self.neighbours[1])) if self.neighbours else None
        made = (self._year(one, grid, place, standings, summed) for place in range(len(grid.periods)))
        return [found for found in made if found.own or found.nation or found.region]

    def _lists(self, one: Compared, grid: Grid) -> dict[str, Sequence[str]]:
        """Name the lists in which a place is told, without oneself."""
        lists: dict[str, Sequence[str]] = {NEAR: self.neighbours[1]} if self.neighbours else {}
        if next((source.every_authority for source in self._told.sources if source.id == one.source), False):
            lists[EVERY] = [area for area in grid.areas if AUTHORITY.fullmatch(area) and area != self._told.own]
        return lists

    def _year(self, one: Compared, grid: Grid, place: int, standings: Standings, summed: Summary | None) -> Against:
        definition, period = self.pack.by_id[one.indicator], grid.periods[place]
        codes = (self._told.own, self._told.nation, self._told.region or "")
        own, nation, region = (self._register.figure(grid, place, area) for area in codes)
        why = _why_no_place(definition, period, own)
        return Against(
            definition=definition,
            period=period,
            source=next((source.title for source in self._told.sources if source.id == one.source), one.source),
            measure=one.measure,
            own=own,
            nation=nation,
            region=region,
            neighbours=_neighbourhood(self.neighbours[0], summed, place) if self.neighbours and summed else None,
            places=() if why else _places(standings, place),
            why_no_place=why,
        )


def _why_no_place(definition: Indicator, period: Period, own: Published | None) -> str:
    """Say why no place is told, as a clause; empty where one can be."""
    if own is None or own.value is None:
        return "the council has no published figure"
    doubt = doubts.reason(definition, WHOLE_SERVICE, period)
    if doubt:
        return f"the figure is in doubt, {doubt}"
    if definition.polarity in ("none", "range"):
        return "neither high nor low is good of itself"
    return "it grows with the size of the area" if definition.unit in SIZED else ""


def _neighbourhood(model: str, summed: Summary, place: int) -> Neighbourhood:
    mean, median = (float(part[place]) for part in (summed.mean, summed.median))
    known = bool(summed.had[place])
    return Neighbourhood(
        model, mean if known else None, median if known else None, int(summed.had[place]), summed.asked
    )


def _places(standings: Standings, place: int) -> tuple[Place, ...]:
    """Give the places in lists where anybody else has a figure."""
    told = (
        Place(among, *(int(part[place]) for part in (one.place, one.listed, one.ties, one.quarter)))
        for among, one in standings.items()
    )
    return tuple(one for one in told if one.place)
