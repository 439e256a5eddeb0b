"""How others do, in words: the figure beside nation, region and neighbours, and its place among them.

In: published figures of one measure and year, set against each other. Out: named lines and sentences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.period import Period
from kpi.story import grammar, words

QUARTERS: Final = ("best", "second best", "second worst", "worst")
SIZED: Final = ("count", "pounds")
"""Units that grow with the size of the area, in which no place is told."""


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure and where it stands: the row of the file that the revision loaded.

    `value` is None without a number; `symbol` says what stands in its place.
    """

    area: str
    name: str
    value: float | None
    symbol: str
    state: str
    row: int
    revision: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The figures of statistical neighbours summed up; `had` of `asked` had a figure, and None had none."""

    model: str
    mean: float | None
    median: float | None
    had: int
    asked: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a list, 1 the best; `ties` others share it, `quarter` is 1 (best) to 4, 0 for a short list."""

    among: str
    place: int
    listed: int
    ties: int
    quarter: int

    @property
    def text(self) -> str:
        """Say the place: 'joint 3rd best of 11 (the council and its statistical neighbours; 1 other has the same)'."""
        best = "best" if self.place == 1 else f"{ordinal(self.place)} best"
        same = "1 other has" if self.ties == 1 else f"{self.ties:,} others have"
        aside = f"; {same} the same" if self.ties else ""
        quarter = f", in the {QUARTERS[self.quarter - 1]} quarter" if self.quarter else ""
        return f"{'joint ' if self.ties else ''}{best} of {self.listed:,}{quarter} ({self.among}{aside})"


@dataclass(frozen=True, slots=True)
class Against:
    """One indicator and year against others; `why_no_place` says why none is told, empty where one is."""

    definition: Indicator
    period: Period
    source: str
    measure: str
    own: Published | None
    nation: Published | None
    region: Published | None
    neighbours: Neighbourhood | None
    places: tuple[Place, ...]
    why_no_place: str

    @property
    def lines(self) -> tuple[tuple[str, str, float | None, str], ...]:
        """Give kind, name, number and text of each line of a chart or table, the council's own published one first."""
        found: list[tuple[str, str, float | None, str]] = []
        for kind, one in (("own", self.own), ("nation", self.nation), ("region", self.region)):
            if one:
                found.append((kind, one.name, one.value, self._text(one)))
        if self.neighbours:
            for kind, value in (("mean", self.neighbours.mean), ("median", self.neighbours.median)):
                text = "no figure" if value is None else words.figure(value, self.definition)
                found.append((f"neighbours_{kind}", f"Statistical neighbours, {kind}", value, text))
        return tuple(found)

    @property
    def sentence(self) -> str:
        """Tell it all: own figure, nation and region, neighbours with how many had a figure, the place."""
        return " ".join(self._sentences())

    def as_dicts(self) -> list[dict[str, object]]:
        """Give the lines and places for the command line's JSON."""
        told: list[dict[str, object]] = [
            {"kind": kind, "name": name, "value": value, "text": text} for kind, name, value, text in self.lines
        ]
        for one in told:
            if str(one["kind"]).startswith("neighbours") and self.neighbours:
                one |= {"had": self.neighbours.had, "asked": self.neighbours.asked, "model": self.neighbours.model}
        return told + [
            {"kind": "place", "name": one.among, "value": one.place, "text": one.text, "listed": one.listed}
            | {"ties": one.ties, "quarter": one.quarter or None}
            for one in self.places
        ]

    def _text(self, one: Published) -> str:
        return words.value_text(one.value, one.symbol, "", self.definition)

    def _sentences(self) -> Iterator[str]:
        own = f"{self.own.name} had {self._text(self.own)}" if self.own else "the council has no published figure"
        yield f"In {words.when(self.period)} {own}."
        wider = [f"{one.name} {self._text(one)}" for one in (self.nation, self.region) if one]
        if wider:
            yield f"Published for wider areas: {grammar.listed(wider)}."
        if self.neighbours:
            yield self._of_neighbours(self.neighbours)
        yield from (f"That is the {one.text}." for one in self.places)
        if self.why_no_place:
            yield f"No place is told: {self.why_no_place}."

    def _of_neighbours(self, them: Neighbourhood) -> str:
        """Say mean and median, and of how many."""
        had = f"{them.had:,} of {them.asked:,} had a figure, model of {them.model}"
        if them.mean is None or them.median is None:
            return f"Of the statistical neighbours none had a figure ({had})."
        mean, median = (words.figure(value, self.definition) for value in (them.mean, them.median))
        return f"Statistical neighbours: {mean} on average, {median} in the middle ({had})."


def ordinal(place: int) -> str:
    """Write a place: 1st, 2nd, 3rd, 11th, 22nd."""
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{ending}"
